import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "@commander-js/extra-typings";
import { projectRoot } from "../base/project.js";
import { ourKernel, stockTslab } from "../jupyter/run/kernel-spec.js";
import { writeKernel } from "./kernel.js";
import { findJupyterLab, makeEnvironment } from "./lab/jupyterlab.js";
import { writePlotlyExtension } from "./lab/plotly-extension.js";
import { serve } from "./lab/serve.js";
import { languageOption, port } from "./options.js";

/** `egov-kz lab` */
export function register(command: Command): void {
  command
    .option("--port <n>", "port to listen on (default: 8888, or the next free one)", port(1))
    .addOption(languageOption("of the notebooks"))
    .option("--no-browser", "only print the address")
    .action(async (flags) => {
      const root = projectRoot();
      const lab = (await findJupyterLab(root)) ?? (await makeEnvironment(root));
      console.log(`JupyterLab ${lab.version} (${lab.command})`);
      const jupyterPath = mkdtempSync(join(tmpdir(), "egov-kz-lab-"));
      try {
        writeLabKernels(jupyterPath);
        writePlotlyExtension(jupyterPath);
        process.exitCode = await serve(lab, { root, jupyterPath, ...flags });
      } finally {
        rmSync(jupyterPath, { recursive: true, force: true });
      }
    });
}

/**
 * Writes kernel specifications that only the server started with this folder in JUPYTER_PATH sees: ours under the name
 * "tslab", which the notebooks use, and the stock one as "tslab-stock", if it is installed.
 */
export function writeLabKernels(jupyterPath: string): void {
  writeKernel(jupyterPath, "tslab", { ...ourKernel(), displayName: "TypeScript" });
  const stock = stockTslab();
  if (stock) writeKernel(jupyterPath, "tslab-stock", { ...stock, displayName: "TypeScript (stock tslab)" });
}
