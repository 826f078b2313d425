/** Kernels: ours is built in, and so is tslab if it is installed; others are found as Jupyter finds them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export interface KernelSpec {
  name: string;
  displayName: string;
  language: string;
  /** The command; `{connection_file}` stands for the file's path. */
  argv: string[];
  env: Record<string, string>;
  interruptMode: "signal" | "message";
  /** The starting process can compile the kernel's cells. */
  compilesElsewhere?: boolean;
  /** Memory limit of the process in MB; it is ended when it uses more. */
  memory?: number;
  /** Its origin: "built in" or the folder of its kernel.json. */
  source: string;
}

const windows = process.platform === "win32";
const preload = fileURLToPath(new URL("../kernel/internals/stock-preload.js", import.meta.url));
/** Only a path: the code that connects a kernel to its drawing lies above this folder. */
const start = fileURLToPath(new URL("../../cli/kernel/start.js", import.meta.url));
/** Compiling a cell leaves much garbage, which Node 24 would collect late: 345 MB after the first cells, not 243. */
const SPARING = ["--single-threaded-gc", "--max-semi-space-size=8"];

const builtIn = (name: string, command: readonly string[]) => ({
  name,
  displayName: `TypeScript (${name})`,
  language: "typescript",
  argv: [process.execPath, ...command, "{connection_file}"],
  source: "built in",
});

/** This project's own kernel. */
export const ourKernel = (): KernelSpec => ({
  ...builtIn("egov-kz", [...SPARING, start]),
  // glibc otherwise keeps separate memory for every thread: 60 to 100 MB after a flood of output.
  env: { MALLOC_ARENA_MAX: "2" },
  interruptMode: "message",
  compilesElsewhere: true,
});

/**
 * tslab as published, with a watch and a patient socket preloaded; undefined if it is not installed in this project, or
 * in the folder named by EGOV_KZ_TSLAB.
 */
export function stockTslab(): KernelSpec | undefined {
  const from = process.env.EGOV_KZ_TSLAB;
  try {
    const require = createRequire(from === undefined ? import.meta.url : join(from, "x.js"));
    const tslab = join(dirname(require.resolve("tslab/package.json")), "bin", "tslab");
    const command = ["--import", `file://${encodeURI(preload)}`, tslab, "kernel", "--config-path"];
    return { ...builtIn("tslab", command), env: {}, interruptMode: "signal" };
  } catch {
    return undefined;
  }
}

const builtInKernels = (): KernelSpec[] => [ourKernel(), stockTslab()].filter((spec) => spec !== undefined);

/**
 * Finds the kernel for a notebook. `requested` names one explicitly ("tslab" is then the stock one); otherwise the
 * notebook's own kernel name counts, where "tslab" means ours, which runs the same notebooks.
 * @throws Error listing the kernels found
 */
export function resolveKernel(requested?: string, notebookKernel = ""): KernelSpec {
  const name = requested ?? (notebookKernel === "tslab" ? "egov-kz" : notebookKernel);
  const named = (spec: KernelSpec) => spec.name === name.toLowerCase();
  const own = builtInKernels().find(named);
  if (own) return own;
  const found = findKernelSpecs();
  const spec = found.find(named);
  if (spec) return spec;
  const list = found.map(({ name, source }) => `  ${name} (${source})`).join("\n");
  const wanted = name === "" ? "the notebook names none; say --kernel NAME" : `there is none named "${name}"`;
  throw new Error(`run requires an installed kernel: ${wanted}. Found:\n${list}`);
}

/** All kernels: the built-in ones and those of the Jupyter folders, the first of a name first. */
function findKernelSpecs(): KernelSpec[] {
  const specs = builtInKernels();
  for (const kernels of jupyterFolders(process.env).map((folder) => join(folder, "kernels")))
    for (const folder of existsSync(kernels) ? readdirSync(kernels) : []) {
      const [name, file] = [folder.toLowerCase(), join(kernels, folder, "kernel.json")];
      if (existsSync(file) && !specs.some((spec) => spec.name === name))
        specs.push(readKernelSpec(name, file));
    }
  return specs;
}

function readKernelSpec(name: string, file: string): KernelSpec {
  const spec = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  const source = dirname(file);
  if (!Array.isArray(spec.argv)) throw new Error(`findKernelSpecs found no "argv" in ${file}`);
  const [command, ...args] = (spec.argv as string[]).map((part) => part.replaceAll("{resource_dir}", source));
  // Jupyter replaces a bare "python" with its own; here it is that of the environment containing the specification.
  const python = join(source, "../../../..", windows ? "python.exe" : "bin/python");
  return {
    name,
    displayName: String(spec.display_name ?? name),
    language: String(spec.language ?? ""),
    argv: [/^python3?$/.test(command!) && existsSync(python) ? python : command!, ...args],
    env: (spec.env as Record<string, string> | undefined) ?? {},
    interruptMode: spec.interrupt_mode === "message" ? "message" : "signal",
    source,
  };
}

/** The data folders in Jupyter's order: JUPYTER_PATH, user, environment, those of commands on the PATH, system. */
function jupyterFolders(environment: NodeJS.ProcessEnv): string[] {
  const { VIRTUAL_ENV, CONDA_PREFIX, PROGRAMDATA = "C:\\ProgramData" } = environment;
  const listed = (name: string): string[] => (environment[name] ?? "").split(delimiter);
  const within = (prefix: string | undefined, ...up: string[]) =>
    prefix ? join(prefix, ...up, "share", "jupyter") : "";
  const folders = [
    ...listed("JUPYTER_PATH"),
    userJupyterFolder(environment),
    ...[VIRTUAL_ENV, CONDA_PREFIX].map((prefix) => within(prefix)),
    ...listed("PATH").map((bin) => within(bin, "..")),
    ...(windows ? [join(PROGRAMDATA, "jupyter")] : ["/usr/local/share/jupyter", "/usr/share/jupyter"]),
  ];
  return [...new Set(folders.filter((folder) => folder !== ""))];
}

/** Where Jupyter keeps the data of this user. */
export function userJupyterFolder(environment: NodeJS.ProcessEnv): string {
  const home = homedir();
  const user: Record<string, string> = {
    darwin: join(home, "Library", "Jupyter"),
    win32: join(environment.APPDATA ?? join(home, "AppData", "Roaming"), "jupyter"),
  };
  const xdg = environment.XDG_DATA_HOME ?? join(home, ".local", "share");
  return environment.JUPYTER_DATA_DIR ?? user[process.platform] ?? join(xdg, "jupyter");
}
