import { InvalidArgumentError, type Command } from "commander";
import { languageOption } from "./language.js";
import type { Language } from "../base/language.js";
import { projectRoot } from "../base/project.js";
import { makeEnvironment } from "./lab/environment.js";
import { findJupyterLab } from "./lab/find-jupyterlab.js";
import { writeLabKernels } from "./lab/lab-kernels.js";
import { writePlotlyExtension } from "./lab/plotly-extension.js";
import { serve } from "./lab/serve.js";

/** Options of `egov-kz lab`. */
interface LabFlags {
  port?: number;
  language: Language;
  browser: boolean;
}

/** `egov-kz lab` */
export function register(command: Command): void {
  command
    .option("--port <n>", "port to listen on (default: 8888, or the next free one)", port)
    .addOption(languageOption("of the notebooks"))
    .option("--no-browser", "only print the address")
    .action(async (flags: LabFlags) => {
      const root = projectRoot();
      const lab = (await findJupyterLab(root)) ?? (await makeEnvironment(root));
      console.log(`JupyterLab ${lab.version} (${lab.command})`);
      const kernels = await writeLabKernels();
      try {
        await writePlotlyExtension(kernels.folder);
        process.exitCode = await serve(lab, { root, jupyterPath: kernels.folder, ...flags });
      } finally {
        await kernels.remove();
      }
    });
}

function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65535)
    throw new InvalidArgumentError("it must be a whole number from 1 to 65535");
  return value;
}
