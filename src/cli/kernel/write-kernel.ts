import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { KernelSpec } from "../../jupyter/run/kernel-spec.js";

/** Writes a kernel's specification into a folder of Jupyter data, replacing an older one; returns the kernel's folder. */
export function writeKernel(data: string, name: string, spec: KernelSpec): string {
  const folder = join(data, "kernels", name);
  const { argv, displayName, language, interruptMode, env } = spec;
  const content = { argv, display_name: displayName, language, interrupt_mode: interruptMode, env };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "kernel.json"), `${JSON.stringify(content, null, 2)}\n`);
  return folder;
}
