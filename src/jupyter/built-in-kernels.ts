/** The kernels that need no installation. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { KernelSpec } from "./kernel-spec.js";

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const builtIn = { language: "typescript", env: {}, source: "built in" };

/** tslab as its authors ship it, with a watch and a patient socket preloaded. */
export function stockTslab(): KernelSpec {
  const tslab = join(dirname(require.resolve("tslab/package.json")), "bin", "tslab");
  const preload = join(here, "kernel", "stock-preload.js");
  const argv = [
    process.execPath,
    "--import",
    `file://${encodeURI(preload)}`,
    tslab,
    "kernel",
    "--config-path",
    "{connection_file}",
  ];
  return { ...builtIn, name: "tslab", displayName: "TypeScript (tslab)", argv, interruptMode: "signal" };
}

/** The kernel of this project. */
export function ourKernel(): KernelSpec {
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
