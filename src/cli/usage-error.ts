import { plainText } from "../base/escape.js";

/** A call that was wrong, as against work that failed: exit code 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Characters of a line of a message: what it quotes of a file may be as long as the file. */
const LONGEST = 200;

/** Does what can fail by the caller's fault alone; of a long line, the beginning and the end are said. */
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
