/** A call that was wrong, as against work that failed: exit code 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Does what can fail by the caller's fault alone. */
export function asUsageError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}
