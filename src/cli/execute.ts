/** Shared by `run` and `verify`: executes notebooks, shows progress, writes them. */
import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { RUN_FOLDER } from "../base/once-a-run.js";
import { AskThread } from "../threads/ask-thread.js";
import type { NotebookRun, RunOptions } from "../jupyter/run/run-notebook.js";
import { failedRun, runNotebooks } from "../jupyter/run/run-notebooks.js";
import { listenForInterrupts } from "./run/interrupts.js";
import { planNotebooks, type PlanOptions } from "./run/plan.js";
import { showProgress } from "./run/progress.js";
import { saveNotebook } from "./run/save.js";

export type ExecuteOptions = PlanOptions & WorkOptions;

export interface WorkOptions extends Pick<RunOptions, "allowErrors" | "check"> {
  jobs?: number;
  /** Seconds per cell. */
  timeout?: number;
  /** Megabytes kept of a cell's output. */
  outputLimit?: number;
  startupTimeout?: number;
  failFast?: boolean;
  env?: Record<string, string>;
  /** Whether figures get pictures; by default when the notebook is written. */
  pictures?: boolean;
  /** Called when a notebook has ended and been written. */
  onDone?: (index: number, run: NotebookRun) => void;
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
  const drawn = options.pictures ?? planned.some(({ target }) => target !== undefined);
  // Our own kernels remove it if this process cannot.
  const isOurs = planned.some(({ spec }) => spec.compilesElsewhere);
  const shared = isOurs ? mkdtempSync(join(tmpdir(), "egov-kz-run-")) : undefined;
  const remove = () => shared !== undefined && rmSync(shared, { recursive: true, force: true });
  process.once("exit", remove); // a second Ctrl-C ends the process immediately
  let pictures: AskThread<unknown, Uint8Array> | undefined;
  try {
    return await runNotebooks(planned, {
      ...options,
      env: { ...options.env, ...(shared !== undefined && { [RUN_FOLDER]: shared }) },
      jobs: options.jobs ?? availableParallelism(),
      timeout: options.timeout ?? CELL_TIMEOUT_SECONDS,
      outputLimit: (options.outputLimit ?? OUTPUT_LIMIT_MB) * 1e6,
      ...(drawn && { renderImage: (figure) => (pictures ??= pictureThread()).ask(figure) }),
      signal: interrupts.signal,
      onProgress: (index, done, total) =>
        progress.update(index, planned[index]!.notebook.path + (planned[index]!.suffix ?? ""), done, total),
      onDone: (index, run) => {
        save(index, run);
        run.path += planned[index]!.suffix ?? "";
        progress.done(index, run);
        options.onDone?.(index, run);
      },
    });
  } finally {
    await pictures?.close();
    process.off("exit", remove);
    remove();
    progress.stop();
    interrupts.stop();
  }

  function save(index: number, run: NotebookRun): void {
    try {
      saveNotebook(planned[index]!, run);
    } catch (error) {
      run.ok = false;
      run.failures.push(...failedRun(planned[index]!.notebook, error as Error).failures);
    }
  }
}

function pictureThread(): AskThread<unknown, Uint8Array> {
  return new AskThread(new URL("../figures/png/png-thread.js", import.meta.url));
}
