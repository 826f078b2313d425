import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { resolveKernel } from "../../jupyter/run/kernel-spec.js";
import { logoPng, LOGO_SVG } from "./logo.js";

const NAME = "egov-kz";

/**
 * Writes the kernel's specification and logos, with the paths of this Node.js and this copy of the project; an older
 * one is replaced.
 * @param data a folder of Jupyter data
 * @returns the folder written
 */
export function installKernel(data: string): string {
  const folder = join(data, "kernels", NAME);
  const { argv, displayName, language, interruptMode, env } = resolveKernel(NAME);
  const spec = { argv, display_name: displayName, language, interrupt_mode: interruptMode, env };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "kernel.json"), JSON.stringify(spec, null, 2) + "\n");
  writeFileSync(join(folder, "logo-svg.svg"), LOGO_SVG);
  for (const size of [32, 64]) writeFileSync(join(folder, `logo-${size}x${size}.png`), logoPng(size));
  return folder;
}

/**
 * Removes what `installKernel` wrote.
 * @returns the folder removed
 * @throws Error when the kernel is not installed there
 */
export function uninstallKernel(data: string): string {
  const folder = join(data, "kernels", NAME);
  if (!existsSync(folder)) throw new Error(`kernel uninstall found no ${folder}`);
  rmSync(folder, { recursive: true });
  return folder;
}
