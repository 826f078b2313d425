/** Plans the run and checks it before anything starts. */
import { accessSync, constants, lstatSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { resolveKernel } from "../../jupyter/run/kernel-spec.js";
import { readNotebook, type Notebook } from "../../jupyter/notebook/notebook-file.js";
import { withParameters } from "../../jupyter/notebook/parameters.js";
import type { Work } from "../../jupyter/run/run-notebooks.js";
import { asUsageError } from "../usage-error.js";

export interface PlanOptions {
  kernel?: string;
  /** Where executed notebooks are written; nowhere without this or `inPlace`. */
  outputDir?: string;
  inPlace?: boolean;
  /** Parameters, as typed. */
  param?: Record<string, string>;
  /** A parameter whose values the notebooks run with, one after another, each in its own folder. */
  each?: { name: string; values: readonly string[] };
}

export interface PlannedNotebook extends Work {
  /** As on disk; `notebook` may also have parameters. */
  asRead: Notebook;
  target: string | undefined;
  /** Distinguishes it from the same notebook with another parameter: " [country=Estonia]". */
  suffix?: string;
}

/** @throws UsageError naming the unusable notebook, parameter, kernel or folder */
export function planNotebooks(paths: readonly string[], options: PlanOptions): PlannedNotebook[] {
  return asUsageError(() => {
    const planned = paths.flatMap((path) => planEach(path, options));
    for (const folder of new Set(planned.flatMap(({ target }) => (target ? [dirname(target)] : []))))
      if (options.outputDir !== undefined) makeFolder(folder);
    requireTargets(planned);
    return planned;
  });
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const why = (error as Error).message;
    throw new Error(`run requires a folder that can be made for --output-dir, got ${folder}: ${why}`, {
      cause: error,
    });
  }
}

function planEach(path: string, { each, ...options }: PlanOptions): PlannedNotebook[] {
  if (each === undefined) return [planNotebook(path, options)];
  const { name, values } = each;
  return values.map((value) => {
    const folder = value.normalize().replaceAll(/[^\p{L}\p{N}._-]+/gu, "-");
    const outputDir = options.outputDir && join(options.outputDir, folder);
    const planned = planNotebook(path, { ...options, outputDir, param: { ...options.param, [name]: value } });
    return { ...planned, suffix: ` [${name}=${value}]` };
  });
}

function planNotebook(
  path: string,
  { kernel, outputDir, inPlace, param = {} }: PlanOptions,
): PlannedNotebook {
  const asRead = readNotebook(path);
  const notebook = Object.keys(param).length > 0 ? withParameters(asRead, param) : asRead;
  const target = inPlace ? ownFile(path) : outputDir && join(outputDir, basename(path));
  return { asRead, notebook, spec: resolveKernel(kernel, notebook.kernelName), target };
}

/** The file itself, of a link within its folder; renaming would put a file in the place of the link. */
function ownFile(path: string): string {
  const file = realpathSync(path);
  const isLink = lstatSync(path).isSymbolicLink();
  if (isLink && relative(realpathSync(dirname(path)), file).startsWith(".."))
    throw new Error(`run --in-place requires a file of its own folder, got ${path}, a link to ${file}`);
  if ((statSync(file).mode & 0o222) === 0)
    throw new Error(`run --in-place requires a file that may be written, got ${path}, which is read-only`);
  return isLink ? file : path;
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
