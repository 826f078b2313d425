import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { UsageError } from "../usage-error.js";

/** One notebook that a student has handed in. */
export interface Submission {
  /** Its path below the class's folder, without the ending. */
  student: string;
  path: string;
}

/** @throws UsageError when there is no such folder */
export function findSubmissions(folder: string): Submission[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`grade requires a folder of notebooks, got ${folder}`);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile() && file.name.endsWith(".ipynb"))
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => !path.includes(".ipynb_checkpoints"))
    .sort()
    .map((path) => ({ path, student: relative(folder, path).replace(/\.ipynb$/, "") }));
}
