import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stockTslab, type KernelSpec } from "../../jupyter/run/built-in-kernels.js";
import { resolveKernel } from "../../jupyter/run/kernel-spec.js";

/** A folder for JUPYTER_PATH, and a way to remove it. */
export interface LabKernels {
  folder: string;
  remove(): Promise<void>;
}

/**
 * Writes kernel specifications that only the server started with this folder in JUPYTER_PATH sees: ours under the name
 * "tslab", which the notebooks use, and the stock one as "tslab-stock", if it is installed.
 */
export async function writeLabKernels(): Promise<LabKernels> {
  const folder = await mkdtemp(join(tmpdir(), "egov-kz-lab-"));
  await writeSpec(folder, "tslab", { ...resolveKernel("egov-kz", undefined), displayName: "TypeScript" });
  const stock = stockTslab();
  if (stock) await writeSpec(folder, "tslab-stock", { ...stock, displayName: "TypeScript (stock tslab)" });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function writeSpec(folder: string, name: string, spec: KernelSpec): Promise<void> {
  const place = join(folder, "kernels", name);
  await mkdir(place, { recursive: true });
  const content = {
    argv: spec.argv,
    display_name: spec.displayName,
    language: spec.language,
    env: spec.env,
    interrupt_mode: spec.interruptMode,
  };
  await writeFile(join(place, "kernel.json"), JSON.stringify(content, null, 2) + "\n");
}
