/** What `run` and `verify` share: executes notebooks, shows progress, writes them, prints the summary. */
import { mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join, relative } from "node:path";
import { table } from "table";
import { resolveKernel } from "../jupyter/kernel-spec.js";
import { readNotebook, withOutputs, writeAtomically, type Notebook } from "../jupyter/notebook-file.js";
import type { NotebookRun } from "../jupyter/run-notebook.js";
import { runNotebooks } from "../jupyter/run-notebooks.js";
import { UsageError } from "./usage-error.js";

export interface ExecuteOptions {
  kernel?: string;
  jobs?: number;
  timeout?: number;
  startupTimeout?: number;
  allowErrors?: boolean;
  failFast?: boolean;
  env?: Record<string, string>;
  /** Where executed notebooks go; nowhere when neither this nor `inPlace` is given. */
  outputDir?: string;
  inPlace?: boolean;
  /** Changes a notebook before it runs (parameters). */
  prepare?: (notebook: Notebook) => Notebook;
  /** Called with each outcome and the text that the executed notebook has. */
  onExecuted?: (notebook: Notebook, run: NotebookRun, text: string) => void;
}

/** @throws UsageError before anything is started when a notebook cannot be read or its kernel is not there */
export async function executeNotebooks(
  paths: readonly string[],
  options: ExecuteOptions,
): Promise<NotebookRun[]> {
  const work = paths.map((path) => {
    try {
      const read = readNotebook(path);
      const notebook = options.prepare ? options.prepare(read) : read;
      return { notebook, spec: resolveKernel(options.kernel, notebook.kernelName) };
    } catch (error) {
      throw new UsageError((error as Error).message, { cause: error });
    }
  });
  if (options.outputDir) mkdirSync(options.outputDir, { recursive: true });
  const progress = progressLines(process.stdout.isTTY === true);
  const controller = new AbortController();
  let interrupts = 0;
  const onInterrupt = () => {
    interrupts++;
    if (interrupts === 1) {
      progress.line("interrupted: saving what has run, ending the kernels (Ctrl-C again ends at once)");
      controller.abort();
    } else {
      process.exit(130);
    }
  };
  process.on("SIGINT", onInterrupt).on("SIGTERM", onInterrupt);
  try {
    const runs = await runNotebooks(work, {
      jobs: options.jobs ?? availableParallelism(),
      timeout: options.timeout ?? 600,
      startupTimeout: options.startupTimeout,
      allowErrors: options.allowErrors,
      failFast: options.failFast,
      env: options.env,
      renderImage: async (figure) => (await import("../figures/png.js")).figureToPng(figure as never),
      signal: controller.signal,
      onProgress: (notebook, done, total) => progress.update(notebook.path, done, total),
      onDone: (notebook, run) => {
        const text = withOutputs(notebook, run.updates);
        const target = options.inPlace
          ? notebook.path
          : options.outputDir && join(options.outputDir, basename(notebook.path));
        progress.done(notebook.path, run);
        options.onExecuted?.(notebook, run, text);
        if (target) writeAtomically(target, text);
      },
    });
    if (interrupts > 0) process.exitCode = 130;
    return runs;
  } finally {
    process.off("SIGINT", onInterrupt).off("SIGTERM", onInterrupt);
  }
}

/** One line per running notebook on a terminal, one line per finished notebook elsewhere. */
function progressLines(terminal: boolean) {
  const running = new Map<string, string>();
  let drawn = 0;
  const clear = () => {
    if (drawn > 0) process.stdout.write(`\x1b[${drawn}A\x1b[J`);
    drawn = 0;
  };
  const draw = () => {
    for (const text of running.values()) process.stdout.write(text + "\n");
    drawn = running.size;
  };
  const print = (text: string) => {
    if (terminal) clear();
    process.stdout.write(text + "\n");
    if (terminal) draw();
  };
  const started = new Map<string, number>();
  return {
    line: print,
    update(path: string, done: number, total: number) {
      if (!started.has(path)) started.set(path, Date.now());
      const seconds = ((Date.now() - started.get(path)!) / 1000).toFixed(1);
      running.set(path, `  … ${short(path)}  cell ${Math.min(done + 1, total)}/${total}  ${seconds} s`);
      if (!terminal) return;
      clear();
      draw();
    },
    done(path: string, run: NotebookRun) {
      running.delete(path);
      const count = run.cells.filter((cell) => cell.status !== "not run").length;
      print(
        `${run.ok ? "ok    " : "FAILED"}  ${short(path)}  ${count}/${run.cells.length} cells  ${run.seconds.toFixed(1)} s`,
      );
      for (const failure of run.failures) print(describeFailure(failure));
    },
  };
}

function describeFailure(failure: NotebookRun["failures"][number]): string {
  const where = failure.index < 0 ? "the kernel" : `cell ${failure.index + 1}`;
  const body =
    failure.traceback.length > 0 ? failure.traceback.join("\n") : `${failure.ename}: ${failure.evalue}`;
  const source = failure.source === "" ? "" : `\n${failure.source.trimEnd()}\n---`;
  return `${where}:${source}\n${body}`.replaceAll(/^/gm, "        ");
}

/** The table at the end: a row per notebook, then the slowest cells. */
export function summaryTable(runs: readonly NotebookRun[]): string {
  const rows = runs.map((run) => [
    short(run.path),
    `${run.cells.filter((cell) => cell.status === "ok").length}/${run.cells.length}`,
    run.seconds.toFixed(1),
    run.ok ? "ok" : "FAILED",
  ]);
  const text = table([["notebook", "cells ok", "seconds", "result"], ...rows], {
    columns: { 1: { alignment: "right" }, 2: { alignment: "right" } },
    drawHorizontalLine: (index, size) => index <= 1 || index === size,
  });
  const slowest = runs
    .flatMap((run) => run.cells.map((cell) => ({ ...cell, path: run.path })))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 3)
    .filter((cell) => cell.seconds > 0)
    .map((cell) => `${short(cell.path)} cell ${cell.index + 1} (${cell.seconds.toFixed(1)} s)`);
  return slowest.length > 0 ? `${text}slowest cells: ${slowest.join(", ")}\n` : text;
}

function short(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith("..") ? path : fromHere;
}
