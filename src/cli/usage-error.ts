import { plainText } from "../base/escape.js";

/** A wrong call, unlike work that failed: exit code 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Longest line of a message, which may quote a whole file. */
const LONGEST = 200;

/** Does work that only the caller's mistake can make fail; of a long line, only beginning and end are shown. */
export function asUsageError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const lines = (error as Error).message.split("\n").map(plainText);
    const short = lines.map((line) =>
      line.length > LONGEST ? `${line.slice(0, 110)} … ${line.slice(-87)}` : line,
    );
    throw new UsageError(short.join("\n"), { cause: error });
  }
}
