/** What is to be run, checked before anything starts. */
import { accessSync, constants, mkdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { resolveKernel } from "../../jupyter/kernel-spec.js";
import { readNotebook, type Notebook } from "../../jupyter/notebook-file.js";
import { withParameters } from "../../jupyter/parameters.js";
import type { Work } from "../../jupyter/run-notebooks.js";
import { UsageError } from "../usage-error.js";

export interface PlanOptions {
  kernel?: string;
  /** Where executed notebooks go; nowhere when neither this nor `inPlace` is given. */
  outputDir?: string;
  inPlace?: boolean;
  /** Parameters, as typed. */
  param?: Record<string, string>;
}

export interface PlannedNotebook extends Work {
  /** As it is on disk; `notebook` may have parameters besides. */
  asRead: Notebook;
  target: string | undefined;
}

/** @throws UsageError naming the notebook, parameter, kernel or folder that cannot be used */
export function planNotebooks(paths: readonly string[], options: PlanOptions): PlannedNotebook[] {
  try {
    const planned = paths.map((path) => planNotebook(path, options));
    if (options.outputDir !== undefined) mkdirSync(options.outputDir, { recursive: true });
    requireTargets(planned);
    return planned;
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}

function planNotebook(
  path: string,
  { kernel, outputDir, inPlace, param = {} }: PlanOptions,
): PlannedNotebook {
  const asRead = readNotebook(path);
  const notebook = Object.keys(param).length > 0 ? withParameters(asRead, param) : asRead;
  const target = inPlace ? path : outputDir && join(outputDir, basename(path));
  return { asRead, notebook, spec: resolveKernel(kernel, notebook.kernelName), target };
}

/** Each target is another file, in a folder that can be written to. */
function requireTargets(planned: readonly PlannedNotebook[]): void {
  const sources = new Map<string, string>();
  for (const { target, notebook } of planned) {
    if (target === undefined) continue;
    const other = sources.get(resolve(target));
    if (other !== undefined)
      throw new Error(
        `run requires notebooks that are written to different files, got ${other} and ${notebook.path}`,
      );
    sources.set(resolve(target), notebook.path);
    try {
      accessSync(dirname(target), constants.W_OK);
    } catch (error) {
      throw new Error(`run requires a folder that it can write to, got ${dirname(target)}`, { cause: error });
    }
  }
}
