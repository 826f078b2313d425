/** Runs many notebooks, each in a fresh kernel, several at once; the next kernels warm up while the present ones work. */
import { dirname } from "node:path";
import { KernelClient } from "./client.js";
import type { KernelSpec } from "./kernel-spec.js";
import type { Notebook } from "./notebook-file.js";
import { runNotebook, type NotebookRun, type RunOptions } from "./run-notebook.js";

export interface RunManyOptions extends Omit<RunOptions, "onProgress"> {
  jobs: number;
  failFast?: boolean;
  startupTimeout?: number;
  env?: Record<string, string>;
  onProgress?: (notebook: Notebook, done: number, total: number) => void;
  /** Called as each notebook ends, in the order in which they do. */
  onDone?: (notebook: Notebook, run: NotebookRun) => Promise<void> | void;
}

/** @returns the outcomes in the order of `work`; with `failFast` those behind a failure are missing */
export async function runNotebooks(
  work: readonly { notebook: Notebook; spec: KernelSpec }[],
  options: RunManyOptions,
): Promise<NotebookRun[]> {
  const runs = new Array<NotebookRun | undefined>(work.length);
  const kernels = work.map((): Promise<KernelClient> | undefined => undefined);
  let next = 0;
  let failed = false;

  /** Starts the kernel of a notebook once; a failure to start is met where it is awaited. */
  const kernelOf = (index: number): Promise<KernelClient> => {
    const { notebook, spec } = work[index]!;
    const start = () =>
      KernelClient.start(spec, {
        cwd: dirname(notebook.path),
        env: options.env,
        startupTimeout: options.startupTimeout,
      });
    kernels[index] ??= start();
    kernels[index].catch(() => undefined);
    return kernels[index];
  };

  const worker = async (): Promise<void> => {
    while (next < work.length && !options.signal?.aborted && !(failed && options.failFast)) {
      const index = next++;
      const { notebook } = work[index]!;
      const run = await runOne(index);
      runs[index] = run;
      failed ||= !run.ok;
      await options.onDone?.(notebook, run);
    }
  };

  async function runOne(index: number): Promise<NotebookRun> {
    const { notebook } = work[index]!;
    let client: KernelClient;
    try {
      client = await kernelOf(index);
    } catch (error) {
      return failedToStart(notebook, error as Error);
    }
    // One kernel more than there are workers gets ready in the background.
    const ahead = index + options.jobs;
    if (ahead < work.length && !options.signal?.aborted) void kernelOf(ahead);
    try {
      return await runNotebook(notebook, client, {
        ...options,
        onProgress: (done, total) => options.onProgress?.(notebook, done, total),
      });
    } finally {
      await client.shutdown();
    }
  }

  try {
    await Promise.all(Array.from({ length: Math.min(options.jobs, work.length) }, worker));
  } finally {
    const left = await Promise.allSettled(kernels.filter((kernel) => kernel !== undefined));
    await Promise.all(
      left.map((kernel) => (kernel.status === "fulfilled" ? kernel.value.kill() : undefined)),
    );
  }
  return runs.filter((run) => run !== undefined);
}

function failedToStart(notebook: Notebook, error: Error): NotebookRun {
  const failure = { index: -1, ename: error.name, evalue: error.message, traceback: [], source: "" };
  return { path: notebook.path, ok: false, cells: [], failures: [failure], seconds: 0, updates: new Map() };
}
