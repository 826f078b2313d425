/** Shared by `run` and `verify`: executes notebooks, shows progress, writes them. */
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { RUN_FOLDER } from "../base/once-a-run.js";
import { writeAtomically } from "../base/write-atomically.js";
import { withOutputs } from "../jupyter/notebook/notebook-text.js";
import { requireValid } from "../jupyter/notebook/validate-notebook.js";
import { askThread, type AskThread } from "../threads/ask-thread.js";
import type { NotebookRun } from "../jupyter/run/run-notebook.js";
import { failedRun, runNotebooks, type RunManyOptions } from "../jupyter/run/run-notebooks.js";
import { listenForInterrupts } from "./run/interrupts.js";
import { planNotebooks, type PlannedNotebook, type PlanOptions } from "./run/plan.js";
import { whyFailed } from "./run/describe.js";
import { showProgress } from "./run/progress.js";

type Shared = "allowErrors" | "check" | "env" | "failFast" | "jobs" | "startupTimeout" | "timeout";

export interface ExecuteOptions extends PlanOptions, Partial<Pick<RunManyOptions, Shared>> {
  /** Megabytes kept of a cell's output. */
  outputLimit?: number;
}

const CELL_TIMEOUT_SECONDS = 600;
const OUTPUT_LIMIT_MB = 100;

/**
 * @returns the outcomes, including those of failed notebooks
 * @throws UsageError before anything starts, if a notebook cannot be read, its kernel is missing or its target cannot
 *   be written
 */
export async function executeNotebooks(
  paths: readonly string[],
  options: ExecuteOptions,
): Promise<NotebookRun[]> {
  const planned = planNotebooks(paths, options);
  const progress = showProgress(process.stdout);
  const interrupts = listenForInterrupts(() =>
    progress.line("interrupted: saving what has run, ending the kernels (Ctrl-C again ends at once)"),
  );
  // Pictures are needed only for notebooks that are written, and the thread only for new figures.
  const drawn = planned.some(({ target }) => target !== undefined);
  // Our own kernels remove it if this process cannot.
  const isOurs = planned.some(({ spec }) => spec.compilesElsewhere);
  const shared = isOurs ? mkdtempSync(join(tmpdir(), "egov-kz-run-")) : undefined;
  const remove = () => shared !== undefined && rmSync(shared, { recursive: true, force: true });
  process.once("exit", remove); // a second Ctrl-C ends the process immediately
  let thread: AskThread<unknown, Uint8Array> | undefined;
  const renderImage = (figure: unknown): Promise<Uint8Array> =>
    (thread ??= askThread(new URL("../figures/png/png-thread.js", import.meta.url))).ask(figure);
  try {
    const runs = await runNotebooks(planned, {
      ...options,
      env: { ...options.env, ...(shared !== undefined && { [RUN_FOLDER]: shared }) },
      jobs: options.jobs ?? availableParallelism(),
      timeout: options.timeout ?? CELL_TIMEOUT_SECONDS,
      outputLimit: (options.outputLimit ?? OUTPUT_LIMIT_MB) * 1e6,
      ...(drawn && { renderImage }),
      signal: interrupts.signal,
      onProgress: (index, done, total) =>
        progress.update(index, planned[index]!.notebook.path + (planned[index]!.suffix ?? ""), done, total),
      onDone: (index, run) => {
        try {
          saveNotebook(planned[index]!, run);
        } catch (error) {
          run.ok = false;
          run.failures.push(...failedRun(planned[index]!.notebook, error as Error).failures);
        }
        run.path += planned[index]!.suffix ?? "";
        progress.done(index, run);
      },
    });
    // The reader of standard output may have thrown it away.
    const failed = runs.filter(({ ok }) => !ok).map(whyFailed);
    if (failed.length > 0)
      console.error(`egov-kz: ${failed.length} of ${runs.length} failed: ${failed.join("; ")}`);
    return runs;
  } finally {
    await thread?.close();
    process.off("exit", remove);
    remove();
    progress.stop();
    interrupts.stop();
  }
}

/**
 * Writes the executed notebook to its target, if it has one.
 *
 * @throws Error if it would overwrite what somebody has changed meanwhile, the kernel sent what nbformat does not
 *   allow, or the file cannot be written
 */
function saveNotebook({ notebook, asRead, target }: PlannedNotebook, run: NotebookRun): void {
  if (target === undefined) return;
  const isInPlace = [notebook.path, realpathSync(notebook.path)].includes(target);
  if (isInPlace && readFileSync(target, "utf8") !== asRead.text) {
    const error = new Error(`${target} was changed while it ran; its outputs were not written`);
    throw Object.assign(error, { name: "NotebookChangedError" });
  }
  const text = withOutputs(notebook.text, run.updates);
  requireValid(target, JSON.parse(text) as Record<string, unknown>);
  writeAtomically(target, text);
}
