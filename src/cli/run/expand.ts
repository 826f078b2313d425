import { statSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { globSync } from "tinyglobby";

/**
 * Expands paths: a file stays; a folder gives all notebooks below it, except in hidden folders and node_modules; a
 * pattern that the shell did not expand gives its matches.
 *
 * @throws Error when there are none
 */
export function expandPaths(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found?.isDirectory()) return notEmpty(path, notebooksBelow(path));
    if (found || !/[*?[{]/.test(path)) return [path];
    return notEmpty(
      path,
      globSync(path.replaceAll("\\", "/"), { expandDirectories: false, absolute: isAbsolute(path) }).sort(),
    );
  });
}

function notebooksBelow(folder: string): string[] {
  const options = { cwd: folder, ignore: ["**/node_modules/**"] };
  return globSync("**/*.ipynb", options)
    .sort()
    .map((path) => join(folder, path));
}

function notEmpty(what: string, found: string[]): string[] {
  if (found.length === 0) throw new Error(`run found no notebook in ${what}`);
  return found;
}
