/** Plans the run and checks it before anything starts. */
import { accessSync, constants, lstatSync, mkdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { globSync } from "tinyglobby";
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
    const planned = paths.flatMap(expanded).flatMap((path) => planEach(path, options));
    const targets = planned.flatMap(({ target }) => target ?? []);
    const folders = new Set(targets.map((target) => dirname(target)));
    if (options.outputDir !== undefined) folders.forEach(makeFolder);
    requireDifferent(planned);
    folders.forEach((folder) => requireWritable(folder));
    return planned;
  });
}

/**
 * A file stays; a folder gives all notebooks below it, except in hidden folders and node_modules; a pattern that the
 * shell did not expand gives its matches.
 * @throws Error if there are none
 */
function expanded(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  const isFolder = found?.isDirectory() === true;
  if (!isFolder && (found || !/[*?[{]/.test(path))) return [path];
  const paths = isFolder
    ? globSync("**/*.ipynb", { cwd: path, ignore: ["**/node_modules/**"] }).map((one) => join(path, one))
    : globSync(path.replaceAll("\\", "/"), { expandDirectories: false, absolute: isAbsolute(path) });
  if (paths.length === 0) throw new Error(`run found no notebook in ${path}`);
  return paths.sort();
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

function planNotebook(path: string, options: PlanOptions): PlannedNotebook {
  const { kernel, outputDir, inPlace, param = {} } = options;
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

function requireDifferent(planned: readonly PlannedNotebook[]): void {
  const sources = new Map<string, string>();
  for (const { target, notebook } of planned) {
    if (target === undefined) continue;
    const other = sources.get(resolve(target));
    if (other !== undefined)
      throw new Error(
        `run requires notebooks that are written to different files, got ${other} and ${notebook.path}`,
      );
    sources.set(resolve(target), notebook.path);
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    const why = (cause as Error).message;
    throw new Error(`run requires a folder that can be made for --output-dir, got ${folder}: ${why}`, {
      cause,
    });
  }
}

/** @param use " for OPTION", if an option names a file in the folder */
export function requireWritable(folder: string, use = ""): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new Error(`run requires a folder that it can write to${use}, got ${folder}`, { cause });
  }
}
