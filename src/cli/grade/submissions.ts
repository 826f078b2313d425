import { readdirSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { getLanguage } from "../../base/language.js";
import { UsageError } from "../usage-error.js";

/** One notebook that a student handed in. */
export interface Submission {
  /** Its path below the class's folder, without the extension. */
  student: string;
  path: string;
  /** Why it is not run: a key below `grade.refused.`. */
  refused?: "link" | "file" | "size";
}

/** Largest notebook in bytes; pictures make up most of a large one. */
const LARGEST = 30e6;

/**
 * Finds the notebooks below a folder, with students in the language's sort order. Links, which lead out of the class's
 * folder, are reported instead of followed.
 * @throws UsageError when there is no such folder
 */
export function findSubmissions(folder: string): Submission[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`grade requires a folder of notebooks, got ${folder}`);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const { compare } = new Intl.Collator(getLanguage(), { numeric: true });
  return files
    .filter((file) => !file.isDirectory() && (file.name.endsWith(".ipynb") || file.isSymbolicLink()))
    .map((file) => ({ file, path: join(file.parentPath, file.name) }))
    .filter(({ path }) => !path.includes(".ipynb_checkpoints"))
    .map(({ file, path }): Submission => {
      const student = relative(folder, path).replace(/\.ipynb$/, "") || basename(path);
      if (file.isSymbolicLink()) return { student, path, refused: "link" };
      if (!file.isFile()) return { student, path, refused: "file" };
      return { student, path, ...(statSync(path).size > LARGEST && { refused: "size" }) };
    })
    .sort((a, b) => compare(a.student, b.student));
}
