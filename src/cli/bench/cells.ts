/** Time to the first finished cell, cost of a further one, and whether that stays the same. */
import { KernelClient } from "../../jupyter/run/client.js";
import { resolveKernel } from "../../jupyter/run/kernel-spec.js";
import { parseNotebook } from "../../jupyter/notebook/notebook-file.js";
import { executeNotebook } from "../../jupyter/run/run-notebook.js";
import { median, repeat } from "./measure.js";
import { duration, type BenchTable } from "./table.js";

interface Timing {
  first: number;
  trivial: number;
  early: number;
  late: number;
  whole: number;
}

const SIZES = [10, 100, 1000];

export async function benchCells(rounds: number): Promise<BenchTable> {
  const rows: string[][] = [];
  for (const kernel of ["egov-kz", "tslab"]) {
    for (const size of SIZES) {
      const timings = await repeat(rounds, () => timeCells(kernel, size));
      const of = (name: keyof Timing) => duration(median(timings.map((timing) => timing[name])));
      rows.push([kernel, String(size), of("first"), of("trivial"), of("early"), of("late"), of("whole")]);
    }
  }
  return {
    title: "Cells",
    note: `A notebook of cells like \`const x7 = 7;\`: the first one's end counts from the kernel's start; the next are per cell, the median of all, the mean of the first and of the last tenth. The kernels compile by themselves, as they do under JupyterLab. Median of ${rounds}.`,
    head: ["kernel", "cells", "to the first", "a further one", "first tenth", "last tenth", "whole"],
    rows,
  };
}

async function timeCells(kernel: string, size: number): Promise<Timing> {
  const started = performance.now();
  const client = await KernelClient.start(resolveKernel(kernel, undefined), { cwd: process.cwd() });
  let first = 0;
  const onProgress = (done: number) => {
    if (done === 1) first = (performance.now() - started) / 1000;
  };
  const { cells } = await executeNotebook(parseNotebook("cells", notebookOf(size)), client, { onProgress });
  const whole = (performance.now() - started) / 1000;
  await client.kill();
  const seconds = cells.slice(1).map((cell) => cell.seconds);
  const tenth = Math.ceil(size / 10);
  return {
    first,
    trivial: median(seconds),
    early: mean(seconds.slice(0, tenth)),
    late: mean(seconds.slice(-tenth)),
    whole,
  };
}

function notebookOf(size: number): string {
  const cells = Array.from({ length: size }, (_, at) => ({
    cell_type: "code",
    execution_count: null,
    metadata: {},
    outputs: [],
    source: `const x${at} = ${at};`,
  }));
  return JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 4 });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
