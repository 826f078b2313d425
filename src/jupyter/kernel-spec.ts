/** Finds kernels as Jupyter does; tslab and our own are built in. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ourKernel, stockTslab } from "./built-in-kernels.js";
import { jupyterFolders } from "./jupyter-folders.js";

export interface KernelSpec {
  name: string;
  displayName: string;
  language: string;
  /** The command; `{connection_file}` stands for the file's path. */
  argv: string[];
  env: Record<string, string>;
  interruptMode: "signal" | "message";
  /** The kernel can have its cells compiled by the process that starts it. */
  compilesElsewhere?: boolean;
  /** Where it comes from: "built in" or the folder of its kernel.json. */
  source: string;
}

/**
 * The kernel that runs a notebook. `requested` names one explicitly ("tslab" is then the stock one); otherwise the
 * notebook's own kernel name counts, and "tslab" there means ours, which runs the same notebooks.
 * @throws Error listing the kernels found
 */
export function resolveKernel(requested: string | undefined, notebookKernel: string | undefined): KernelSpec {
  if (
    requested === "egov-kz" ||
    (requested === undefined && (notebookKernel === "tslab" || notebookKernel === "egov-kz"))
  ) {
    return ourKernel();
  }
  if (requested === "tslab") return stockTslab();
  const name = requested ?? notebookKernel;
  const found = findKernelSpecs();
  const spec =
    name === undefined ? undefined : found.find((candidate) => candidate.name === name.toLowerCase());
  if (spec) return spec;
  const list = found.map((candidate) => `  ${candidate.name} (${candidate.source})`).join("\n");
  const wanted =
    name === undefined ? "the notebook names none; say --kernel NAME" : `there is none named "${name}"`;
  throw new Error(`run requires an installed kernel: ${wanted}. Found:\n${list}`);
}

/** All kernels: the built-in ones and those of the Jupyter folders, the first of a name first. */
export function findKernelSpecs(environment: NodeJS.ProcessEnv = process.env): KernelSpec[] {
  const specs = [ourKernel(), stockTslab()];
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

/** Jupyter takes a bare "python" for its own; here it is that of the environment which holds the specification. */
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
