import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Returns the folder with our package.json, found by walking up from this file: the same for `src/` in tests and for
 * the built `dist/`.
 *
 * @throws when no folder above this file has a package.json
 * @example projectRoot() // "/home/aigerim/egov-kz"
 */
export function projectRoot(): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder)) throw new Error(`projectRoot found no package.json above ${start}`);
  }
}

/**
 * Returns the path of a file in the project's `data/` folder.
 *
 * @example dataPath("papers", "doskeeva-ulasbek", "T1.csv")
 */
export function dataPath(...parts: string[]): string {
  return join(projectRoot(), "data", ...parts);
}

/** A JSON file of the `data/` folder, read on first use: a page has no files while it loads. */
export function lateData<T>(...parts: string[]): () => T {
  let known: T | undefined;
  return () => (known ??= JSON.parse(readFileSync(dataPath(...parts), "utf8")) as T);
}
