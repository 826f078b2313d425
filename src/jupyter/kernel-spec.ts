/** Finds kernels as Jupyter does; tslab and our own are built in. */
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
  /** The kernel can have its cells compiled by the process that starts it. */
  compilesElsewhere?: boolean;
  /** Where it comes from: "built in" or the folder of its kernel.json. */
  source: string;
}

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const builtIn = { language: "typescript", env: {}, source: "built in" };

/** tslab as its authors ship it; the preloaded watch ends it when the process that started it is gone. */
function stockTslab(): KernelSpec {
  const tslab = join(dirname(require.resolve("tslab/package.json")), "bin", "tslab");
  const watch = join(here, "kernel", "parent-watch-thread.js");
  const argv = [
    process.execPath,
    "--import",
    `file://${encodeURI(watch)}`,
    tslab,
    "kernel",
    "--config-path",
    "{connection_file}",
  ];
  return { ...builtIn, name: "tslab", displayName: "TypeScript (tslab)", argv, interruptMode: "signal" };
}

/** The kernel of this project. */
function ourKernel(): KernelSpec {
  const argv = [process.execPath, join(here, "kernel", "main.js"), "{connection_file}"];
  return {
    ...builtIn,
    name: "egov-kz",
    displayName: "TypeScript (egov-kz)",
    argv,
    interruptMode: "message",
    compilesElsewhere: true,
  };
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

/** The data folders in Jupyter's order: JUPYTER_PATH, user, environment, system. */
export function jupyterFolders(environment: NodeJS.ProcessEnv): string[] {
  const folders = [
    ...(environment.JUPYTER_PATH ?? "").split(delimiter),
    userJupyterFolder(environment),
    ...[environment.VIRTUAL_ENV, environment.CONDA_PREFIX].map((prefix) =>
      prefix ? join(prefix, "share", "jupyter") : "",
    ),
    ...(process.platform === "win32"
      ? [join(environment.PROGRAMDATA ?? "C:\\ProgramData", "jupyter")]
      : ["/usr/local/share/jupyter", "/usr/share/jupyter"]),
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
