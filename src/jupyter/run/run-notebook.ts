/** Runs one notebook in one kernel and judges every cell and every output. */
import type { Limits } from "./cell-timeout.js";
import { failWith, raisedNothing, type CellFailure } from "./cell-verdict.js";
import type { KernelClient } from "./client.js";
import { checkCell } from "../compare/compare-outputs.js";
import type { CompareOptions } from "../compare/compare-text.js";
import type { LookedPast } from "../compare/sanitize.js";
import type { Notebook, NotebookCell } from "../notebook/notebook-file.js";
import { openSession, type ExecutedCell } from "./notebook-session.js";
import type { CellUpdate } from "../notebook/notebook-text.js";
import { toNotebookOutputs } from "../notebook/outputs.js";
import { addPlotlyImages } from "./plotly-images.js";

export interface CellResult {
  index: number;
  seconds: number;
  status: "ok" | "failed" | "skipped" | "not run";
}

export interface NotebookRun {
  path: string;
  ok: boolean;
  cells: CellResult[];
  failures: CellFailure[];
  seconds: number;
  updates: Map<number, CellUpdate>;
  /** What was still pending in the kernel when it was ended. */
  cutOff?: string[];
  /** Cells tagged `raises-exception` that raised nothing. */
  raisedNothing?: number[];
  /** Differences that `check` ignored. */
  lookedPast?: (LookedPast & { index: number })[];
}

export interface RunOptions extends Limits {
  /** Continue after a failed cell. */
  allowErrors?: boolean;
  /** Compare fresh outputs with the stored ones; `taggedOnly`: only those of cells tagged `nbval-check-output`. */
  check?: CompareOptions & { taggedOnly: boolean };
  /** Draws a Plotly figure as a picture, for viewers that run no scripts. */
  renderImage?: (figure: unknown) => Promise<Uint8Array>;
  /** Called before each cell, and once more at the end. */
  onProgress?: (done: number, total: number) => void;
}

const SKIP = ["skip-execution", "nbval-skip"];

/** A notebook whose cells have run; the kernel is no longer needed. */
export type ExecutedNotebook = NotebookRun & { executed: readonly ExecutedCell[] };

/**
 * Executes all code cells in order. Cells that are not reached lose their stored outputs, so that a notebook never
 * mixes outputs of two runs. Cells tagged to be skipped keep theirs.
 *
 * @returns the outcome, for `finishNotebook`; a cell's failure is a result, not an exception
 */
export async function executeNotebook(
  notebook: Notebook,
  client: KernelClient,
  options: RunOptions = {},
): Promise<ExecutedNotebook> {
  const started = performance.now();
  const session = openSession(client, options);
  const updates: NotebookRun["updates"] = new Map();
  const cells: CellResult[] = [];
  const code = notebook.cells.filter((cell) => cell.type === "code");
  let stopped = false;
  if (code.length > 0) await session.prepare();
  for (const [position, cell] of code.entries()) {
    options.onProgress?.(position, code.length);
    const result = await runCell(cell);
    cells.push(result);
    if (result.status === "failed") stopped = !options.allowErrors || !client.alive;
  }
  const due = code.length > 0 ? await session.finish() : [];
  options.onProgress?.(code.length, code.length);
  const failures = session.executed.flatMap(({ failure }) => failure ?? []);
  return {
    path: notebook.path,
    ok: failures.length === 0 && !options.signal?.aborted,
    cells,
    failures,
    seconds: (performance.now() - started) / 1000,
    updates,
    ...(due.length > 0 && { cutOff: due }),
    executed: session.executed,
  };

  async function runCell(cell: NotebookCell): Promise<CellResult> {
    const { index } = cell;
    if (cell.tags.some((tag) => SKIP.includes(tag))) return { index, seconds: 0, status: "skipped" };
    const isOver = stopped || options.signal?.aborted === true;
    if (isOver || cell.source.trim() === "") {
      updates.set(index, { outputs: [], executionCount: null });
      return { index, seconds: 0, status: isOver ? "not run" : "skipped" };
    }
    const cellStarted = performance.now();
    const failure = await session.run(cell);
    return { index, seconds: (performance.now() - cellStarted) / 1000, status: failure ? "failed" : "ok" };
  }
}

/** Draws the pictures, collects the outputs and, if requested, compares them with the stored ones. */
export async function finishNotebook(
  { executed, ...run }: ExecutedNotebook,
  options: Pick<RunOptions, "check" | "renderImage">,
): Promise<NotebookRun> {
  for (const cell of executed) {
    const { index } = cell.cell;
    const update = await updateOf(cell, options.renderImage);
    run.updates.set(index, update);
    if (raisedNothing(cell.cell, cell.collector.outputs)) (run.raisedNothing ??= []).push(index);
    if (options.check) {
      const lookedPast: LookedPast[] = [];
      cell.failure ??= checkCell(cell.cell, update.outputs, { ...options.check, lookedPast });
      (run.lookedPast ??= []).push(...lookedPast.map((one) => ({ index, ...one })));
    }
    if (cell.failure) run.cells.find((result) => result.index === index)!.status = "failed";
  }
  const failures = executed.flatMap(({ failure }) => failure ?? []);
  return { ...run, failures, ok: run.ok && failures.length === 0 };
}

/** A figure that cannot be drawn fails its cell, which keeps its output. */
async function updateOf(executed: ExecutedCell, renderImage: RunOptions["renderImage"]): Promise<CellUpdate> {
  const { outputs } = executed.collector;
  try {
    if (renderImage) await addPlotlyImages(outputs, executed.cell.outputs, renderImage);
  } catch (error) {
    executed.failure ??= failWith(executed.cell, outputs, "PictureError", (error as Error).message);
  }
  return { outputs: toNotebookOutputs(outputs), executionCount: executed.executionCount };
}
