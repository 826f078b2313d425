/** Our kernel for code of strangers: Node's permission model and limits around it. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ourKernel } from "./built-in-kernels.js";
import type { KernelSpec } from "./built-in-kernels.js";

export interface Confinement {
  /** What it may read, besides the folder: files, and folders with all that is in them. */
  reads: readonly string[];
  /** What it may read and write; ends with a slash. */
  folder: string;
  /** MB of JavaScript's heap. */
  heap: number;
}

/** Where zeromq's loader looks for the C library's kind. */
const LIBC = "/etc/alpine-release";

/**
 * Not confined: the network, and what a native addon does that the code brings along itself. Node calls its permission
 * model a seat belt, and so is this: it keeps a copied or careless cell away from files, no determined attacker.
 */
export function confinedKernel({ reads, folder, heap }: Confinement): KernelSpec {
  const kernel = ourKernel();
  const [node, ...rest] = kernel.argv;
  const preload = new URL("confine-preload.js", import.meta.url);
  const modules = moduleFolders(folder).filter((path) => !reads.includes(path));
  // With the star a folder itself can be asked for, too, which the compiler does.
  const starred = reads.map((path) => `${path}*`);
  const readable = [...starred, folder, ...modules, fileURLToPath(preload), LIBC, "{connection_file}"];
  const known = process.allowedNodeEnvironmentFlags;
  const permission = known.has("--permission") ? "--permission" : "--experimental-permission";
  const flags = [
    permission,
    "--allow-worker",
    ...(known.has("--allow-addons") ? ["--allow-addons"] : []),
    ...readable.map((path) => `--allow-fs-read=${path}`),
    ...[folder, "{connection_file}"].map((path) => `--allow-fs-write=${path}`),
    `--max-old-space-size=${heap}`,
    "--disable-warning=ExperimentalWarning",
    "--disable-warning=SecurityWarning",
    `--import=${preload.href}`,
  ];
  return { ...kernel, argv: [node!, ...flags, ...rest] };
}

/** Where the compiler looks for packages, and watches whether they come: in the folder and all above it. */
function moduleFolders(folder: string): string[] {
  const above = dirname(folder);
  return [join(folder, "node_modules"), ...(above === folder ? [] : moduleFolders(above))];
}
