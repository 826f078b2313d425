/** The kernels that need no installation. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
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
  /** The folder from which cells that are compiled elsewhere import, where it is not the notebook's. */
  compileFolder?: string;
  /** MB that the process may hold; it is ended when it holds more. */
  memory?: number;
  /** Where it comes from: "built in" or the folder of its kernel.json. */
  source: string;
}

const require = createRequire(import.meta.url);
const kernel = fileURLToPath(new URL("../kernel", import.meta.url));
/** Only a path: what joins a kernel to its drawing stands above this folder. */
const start = fileURLToPath(new URL("../../cli/kernel/start.js", import.meta.url));
const builtIn = (name: string, by: string, isJS: boolean) => ({
  name,
  displayName: `${isJS ? "JavaScript" : "TypeScript"} (${by})`,
  language: isJS ? "javascript" : "typescript",
  env: {},
  source: "built in",
});

/** tslab, or jslab, as its authors ship it, with a watch and a patient socket preloaded. */
export function stockTslab(isJS = false): KernelSpec {
  const tslab = join(dirname(require.resolve("tslab/package.json")), "bin", "tslab");
  const preload = join(kernel, "internals", "stock-preload.js");
  const argv = [
    process.execPath,
    "--import",
    `file://${encodeURI(preload)}`,
    tslab,
    "kernel",
    ...(isJS ? ["--js"] : []),
    "--config-path",
    "{connection_file}",
  ];
  return { ...builtIn(isJS ? "jslab" : "tslab", "tslab", isJS), argv, interruptMode: "signal" };
}

/** Compiling a cell leaves much behind, which Node 24 would put away late: 345 MB after the first cells, not 243. */
const SPARING = ["--single-threaded-gc", "--max-semi-space-size=8"];

/** The kernel of this project, for TypeScript or for JavaScript. */
export function ourKernel(isJS = false): KernelSpec {
  const argv = [process.execPath, ...SPARING, start, "{connection_file}", ...(isJS ? ["--js"] : [])];
  return {
    ...builtIn(isJS ? "egov-kz-js" : "egov-kz", "egov-kz", isJS),
    argv,
    // glibc otherwise keeps memory apart for every thread: 60 to 100 MB after a flood of output.
    env: { MALLOC_ARENA_MAX: "2" },
    interruptMode: "message",
    compilesElsewhere: true,
  };
}
