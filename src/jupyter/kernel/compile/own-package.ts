/** This package, which cells import in any folder. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const OWN_FOLDER = fileURLToPath(new URL("../../../../", import.meta.url));

const described = join(OWN_FOLDER, "package.json");
export const ownName = existsSync(described)
  ? (JSON.parse(readFileSync(described, "utf8")) as { name: string }).name
  : "";

/** The kernel's copy, for a folder without an installed one; by name, so that declarations can name its types. */
export function ownPaths(folder: string): Record<string, string[]> | undefined {
  try {
    createRequire(join(folder, "cell.js")).resolve(`${ownName}/package.json`);
    return undefined;
  } catch {
    const dist = join(OWN_FOLDER, "dist");
    return { [ownName]: [join(dist, "index.d.ts")], [`${ownName}/*`]: [join(dist, "*.d.ts")] };
  }
}
