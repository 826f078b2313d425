/** Notebooks, failures and outcomes in words. */
import { relative } from "node:path";
import { table } from "table";
import type { CellFailure } from "../../jupyter/cell-verdict.js";
import type { NotebookRun } from "../../jupyter/run-notebook.js";

const SLOWEST = 3;

/** From here, where it is below here. */
export function shortPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith("..") ? path : fromHere;
}

/** Where it failed, the cell's source, and what the kernel said. */
export function describeFailure({ index, source, ename, evalue, traceback }: CellFailure): string {
  const told = traceback.join("\n");
  const head = `${ename}: ${evalue}`;
  const body = told === "" ? head : told.includes(evalue) ? told : `${head}\n${told}`;
  const where = index < 0 ? "" : `cell ${index + 1}:\n${source.trimEnd()}\n---\n`;
  return `${where}${body}`.replaceAll(/^/gm, "        ");
}

/** The table at the end: a row per notebook, then the slowest cells. */
export function summaryTable(runs: readonly NotebookRun[]): string {
  const rows = runs.map((run) => [
    shortPath(run.path),
    `${countOf(run, "ok")}/${run.cells.length - countOf(run, "skipped")}`,
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
    .slice(0, SLOWEST)
    .filter((cell) => cell.seconds > 0)
    .map((cell) => `${shortPath(cell.path)} cell ${cell.index + 1} (${cell.seconds.toFixed(1)} s)`);
  return slowest.length > 0 ? `${text}slowest cells: ${slowest.join(", ")}\n` : text;
}

function countOf(run: NotebookRun, status: NotebookRun["cells"][number]["status"]): number {
  return run.cells.filter((cell) => cell.status === status).length;
}
