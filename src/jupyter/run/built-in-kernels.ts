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
  /** The starting process can compile the kernel's cells. */
  compilesElsewhere?: boolean;
  /** The folder from which cells compiled elsewhere import, if it is not the notebook's. */
  compileFolder?: string;
  /** Memory limit of the process in MB; it is ended when it uses more. */
  memory?: number;
  /** Its origin: "built in" or the folder of its kernel.json. */
  source: string;
}

const require = createRequire(import.meta.url);
const kernel = fileURLToPath(new URL("../kernel", import.meta.url));
/** Only a path: the code that connects a kernel to its drawing lies above this folder. */
const start = fileURLToPath(new URL("../../cli/kernel/start.js", import.meta.url));
const builtIn = (name: string, by: string) => ({
  name,
  displayName: `TypeScript (${by})`,
  language: "typescript",
  env: {},
  source: "built in",
});

/**
 * tslab as published, with a watch and a patient socket preloaded; undefined if it is not installed in this project, or
 * in the folder named by EGOV_KZ_TSLAB.
 */
export function stockTslab(): KernelSpec | undefined {
  const bin = tslabBin();
  if (bin === undefined) return undefined;
  const preload = join(kernel, "internals", "stock-preload.js");
  const argv = [process.execPath, "--import", `file://${encodeURI(preload)}`, bin];
  argv.push("kernel", "--config-path", "{connection_file}");
  return { ...builtIn("tslab", "tslab"), argv, interruptMode: "signal" };
}

function tslabBin(): string | undefined {
  const from = process.env.EGOV_KZ_TSLAB;
  try {
    const resolve = from === undefined ? require.resolve : createRequire(join(from, "x.js")).resolve;
    return join(dirname(resolve("tslab/package.json")), "bin", "tslab");
  } catch {
    return undefined;
  }
}

/** Compiling a cell leaves much garbage, which Node 24 would collect late: 345 MB after the first cells, not 243. */
const SPARING = ["--single-threaded-gc", "--max-semi-space-size=8"];

/** This project's own kernel. */
export function ourKernel(): KernelSpec {
  return {
    ...builtIn("egov-kz", "egov-kz"),
    argv: [process.execPath, ...SPARING, start, "{connection_file}"],
    // glibc otherwise keeps separate memory for every thread: 60 to 100 MB after a flood of output.
    env: { MALLOC_ARENA_MAX: "2" },
    interruptMode: "message",
    compilesElsewhere: true,
  };
}
