/**
 * Runs many notebooks, each in a fresh kernel, several at once; the next kernels warm up while the current ones work.
 */
import { dirname } from "node:path";
import { startClient, type KernelClient } from "./client.js";
import { compileService } from "./compile-service.js";
import type { KernelSpec } from "./kernel-spec.js";
import type { Notebook } from "../notebook/notebook-file.js";
import { executeNotebook, finishNotebook } from "./run-notebook.js";
import type { ExecutedNotebook, NotebookRun, RunOptions } from "./run-notebook.js";

export interface Work {
  notebook: Notebook;
  spec: KernelSpec;
}

export interface RunManyOptions extends Omit<RunOptions, "onProgress"> {
  /** Number of notebooks run at once. */
  jobs: number;
  /** Start no further notebook after one has failed. */
  failFast?: boolean;
  /** Seconds until a kernel must have answered. */
  startupTimeout?: number;
  /** Variables for the kernels. */
  env?: Record<string, string>;
  /** Both are called with the notebook's position in `work`. */
  onProgress?: (index: number, done: number, total: number) => void;
  onDone?: (index: number, run: NotebookRun) => void;
}

/** @returns the outcomes in the order of `work`; with `failFast` or a signal, those not begun are missing */
export async function runNotebooks(work: readonly Work[], options: RunManyOptions): Promise<NotebookRun[]> {
  const runs: NotebookRun[] = [];
  const kernels = new Map<number, Promise<KernelClient>>();
  const ending: Promise<void>[] = [];
  const compiler = work.some(({ spec }) => spec.compilesElsewhere) ? compileService() : undefined;
  const order = longestFirst(work, options);
  let next = 0;
  let failed = false;

  /** Starts the kernel of a notebook once; a failure to start is met where it is awaited. */
  const kernelOf = (index: number): Promise<KernelClient> => {
    const { notebook, spec } = work[index]!;
    const { env, startupTimeout, signal } = options;
    const start = { cwd: dirname(notebook.path), env, startupTimeout, signal, compiler };
    const kernel = kernels.get(index) ?? startClient(spec, start);
    kernel.catch(() => undefined);
    kernels.set(index, kernel);
    return kernel;
  };

  const execute = async (place: number): Promise<ExecutedNotebook | NotebookRun> => {
    const index = order[place]!;
    const { notebook } = work[index]!;
    try {
      const client = await kernelOf(index);
      // One kernel more than there are workers gets ready in the background.
      const ahead = order[place + options.jobs];
      if (ahead !== undefined) void kernelOf(ahead);
      const onProgress = options.onProgress?.bind(undefined, index);
      const run = await executeNotebook(notebook, client, { ...options, onProgress });
      ending.push(client.shutdown());
      return run;
    } catch (error) {
      return failedRun(notebook, error as Error);
    }
  };

  const finish = async (index: number, executed: ExecutedNotebook | NotebookRun): Promise<void> => {
    const fail = (error: Error) => failedRun(work[index]!.notebook, error);
    const run = "executed" in executed ? await finishNotebook(executed, options).catch(fail) : executed;
    options.onDone?.(index, run);
    failed ||= !run.ok;
    runs[index] = run;
  };

  const worker = async (): Promise<void> => {
    while (next < work.length && !options.signal?.aborted && !(failed && options.failFast)) {
      const place = next++;
      const executed = await execute(place);
      failed ||= !executed.ok;
      // The next notebook may run meanwhile, unless it hangs on how this one ends.
      const finished = finish(order[place]!, executed);
      ending.push(finished);
      if (options.failFast) await finished;
    }
  };

  try {
    await Promise.all(Array.from({ length: Math.min(options.jobs, work.length) }, worker));
    await Promise.all(ending);
  } finally {
    const left = await Promise.allSettled(kernels.values());
    await Promise.all(left.map((kernel) => kernel.status === "fulfilled" && kernel.value.kill()));
    await compiler?.close();
  }
  return runs.filter((run) => run !== undefined);
}

/** Of several at once that with the most cells begins, lest it run alone at the end; else they run in the order given. */
function longestFirst(work: readonly Work[], { jobs, failFast }: RunManyOptions): number[] {
  const cells = work.map(({ notebook }) => notebook.cells.filter((cell) => cell.type === "code").length);
  const order = [...work.keys()];
  return jobs === 1 || failFast ? order : order.sort((a, b) => cells[b]! - cells[a]!);
}

/** A notebook that failed as a whole: its kernel did not start, or its file could not be written. */
export function failedRun(notebook: Notebook, error: Error): NotebookRun {
  const failure = { index: -1, ename: error.name, evalue: error.message, traceback: [], source: "" };
  return { path: notebook.path, ok: false, cells: [], failures: [failure], seconds: 0, updates: new Map() };
}
