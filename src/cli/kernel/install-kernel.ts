import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { resolveKernel } from "../../jupyter/run/kernel-spec.js";
import { logoPng, LOGO_SVG } from "./logo.js";

/** The kernels for TypeScript and for JavaScript. */
const NAMES = ["egov-kz", "egov-kz-js"];

/**
 * Writes the kernels' specifications and logos, with the paths of this Node.js and this copy of the project; older
 * ones are replaced.
 * @param data a folder of Jupyter data
 * @returns the folders written
 */
export function installKernels(data: string): string[] {
  return NAMES.map((name) => installKernel(name, join(data, "kernels", name)));
}

function installKernel(name: string, folder: string): string {
  const { argv, displayName, language, interruptMode, env } = resolveKernel(name);
  const spec = { argv, display_name: displayName, language, interrupt_mode: interruptMode, env };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "kernel.json"), JSON.stringify(spec, null, 2) + "\n");
  writeFileSync(join(folder, "logo-svg.svg"), LOGO_SVG);
  for (const size of [32, 64]) writeFileSync(join(folder, `logo-${size}x${size}.png`), logoPng(size));
  return folder;
}

/**
 * Removes what `installKernels` has written; an older version has written the first alone.
 * @returns the folders removed
 * @throws Error when no kernel is installed there
 */
export function uninstallKernels(data: string): string[] {
  const folders = NAMES.map((name) => join(data, "kernels", name));
  const found = folders.filter((folder) => existsSync(folder));
  if (found.length === 0) throw new Error(`kernel uninstall found no ${folders[0]}`);
  for (const folder of found) rmSync(folder, { recursive: true });
  return found;
}
