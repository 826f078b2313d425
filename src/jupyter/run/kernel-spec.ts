/** Finds kernels as Jupyter does; ours is built in, and so is tslab if it is installed. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ourKernel, stockTslab, type KernelSpec } from "./built-in-kernels.js";
import { jupyterFolders } from "./jupyter-folders.js";

const builtIn = (): KernelSpec[] => [ourKernel(), stockTslab()].filter((spec) => spec !== undefined);

/**
 * Finds the kernel for a notebook. `requested` names one explicitly ("tslab" is then the stock one); otherwise the
 * notebook's own kernel name counts, where "tslab" means ours, which runs the same notebooks.
 * @throws Error listing the kernels found
 */
export function resolveKernel(requested?: string, notebookKernel = ""): KernelSpec {
  const name = requested ?? (notebookKernel === "tslab" ? "egov-kz" : notebookKernel);
  const named = (spec: KernelSpec) => spec.name === name.toLowerCase();
  const own = builtIn().find(named);
  if (own) return own;
  const found = findKernelSpecs();
  const spec = found.find(named);
  if (spec) return spec;
  const list = found.map((candidate) => `  ${candidate.name} (${candidate.source})`).join("\n");
  const wanted = name === "" ? "the notebook names none; say --kernel NAME" : `there is none named "${name}"`;
  throw new Error(`run requires an installed kernel: ${wanted}. Found:\n${list}`);
}

/** All kernels: the built-in ones and those of the Jupyter folders, the first of a name first. */
export function findKernelSpecs(environment: NodeJS.ProcessEnv = process.env): KernelSpec[] {
  const specs = builtIn();
  for (const folder of jupyterFolders(environment)) {
    const kernels = join(folder, "kernels");
    if (!existsSync(kernels)) continue;
    for (const name of readdirSync(kernels)) {
      const file = join(kernels, name, "kernel.json");
      if (!existsSync(file) || specs.some((spec) => spec.name === name.toLowerCase())) continue;
      specs.push(readKernelSpec(name.toLowerCase(), file));
    }
  }
  return specs;
}

function readKernelSpec(name: string, file: string): KernelSpec {
  const spec = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  if (!Array.isArray(spec.argv)) throw new Error(`findKernelSpecs found no "argv" in ${file}`);
  return {
    name,
    displayName: String(spec.display_name ?? name),
    language: String(spec.language ?? ""),
    argv: argvOf(spec.argv as string[], dirname(file)),
    env: (spec.env as Record<string, string> | undefined) ?? {},
    interruptMode: spec.interrupt_mode === "message" ? "message" : "signal",
    source: dirname(file),
  };
}

/** Jupyter replaces a bare "python" with its own; here it is that of the environment containing the specification. */
function argvOf(argv: readonly string[], folder: string): string[] {
  const [command, ...args] = argv.map((part) => part.replaceAll("{resource_dir}", folder));
  const own = join(
    folder,
    "..",
    "..",
    "..",
    "..",
    process.platform === "win32" ? "python.exe" : "bin/python",
  );
  return [/^python3?$/.test(command!) && existsSync(own) ? own : command!, ...args];
}
