import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { writeAtomically } from "./write-atomically.js";

/** The folder through which the kernels of one run share computed results; it is deleted when the run ends. */
export const RUN_FOLDER = "EGOV_KZ_RUN";

/**
 * Does work, or returns the result of another kernel of this run that did it with identical input. Without a shared
 * folder the work is done every time.
 *
 * @param name a file's name
 * @param input everything that the result depends on, as data and Maps
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
    // No kernel has done it yet.
  }
  const result = work();
  try {
    writeAtomically(file, serialize({ asked, result }));
  } catch {
    // The next kernel will do it again.
  }
  return result;
}
