import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { writeAtomically } from "./write-atomically.js";

/** The folder in which the kernels of one run leave for each other what they have computed; it ends with the run. */
export const RUN_FOLDER = "EGOV_KZ_RUN";

/**
 * Does work, or takes its result from another kernel of this run that has done it with the same input to the letter.
 * Where nobody names a folder it is done every time.
 *
 * @param name a file's name
 * @param input all that the result depends on, in data and Maps
 */
export function onceARun<T>(name: string, input: unknown, work: () => T): T {
  const folder = process.env[RUN_FOLDER];
  if (folder === undefined) return work();
  const file = join(folder, name);
  const asked = JSON.stringify(input, (_, value: unknown) => (value instanceof Map ? [...value] : value));
  try {
    const known = deserialize(readFileSync(file)) as { asked: string; result: T };
    if (known.asked === asked) return known.result;
  } catch {
    // Nobody has done it yet.
  }
  const result = work();
  try {
    writeAtomically(file, serialize({ asked, result }));
  } catch {
    // The next kernel does it again.
  }
  return result;
}
