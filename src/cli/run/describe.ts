/** Notebooks, failures and outcomes in words. */
import { relative } from "node:path";
import { table } from "table";
import { limit, shorten } from "../../jupyter/compare/compare-text.js";
import type { CellFailure } from "../../jupyter/run/cell-verdict.js";
import type { NotebookRun } from "../../jupyter/run/run-notebook.js";

const SLOWEST = 3;
const MOST_LOOKED_PAST = 20;

/** A path relative to the working directory, if it is below it. */
export function shortPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith("..") ? path : fromHere;
}

/** Where it failed, the cell's source, and the kernel's error. */
export function describeFailure({ index, source, ename, evalue, traceback }: CellFailure): string {
  const told = traceback.join("\n");
  const head = `${ename}: ${evalue}`;
  const body = told === "" ? head : told.includes(evalue) ? told : `${head}\n${told}`;
  const where = index < 0 ? "" : `cell ${index + 1}:\n${source.trimEnd()}\n---\n`;
  return `${where}${body}`.replaceAll(/^/gm, "        ");
}

/** A failed notebook and its first error, in a line. */
export function whyFailed({ path, failures: [first] }: NotebookRun): string {
  const { index = -1, ename = "interrupted", evalue = "" } = first ?? {};
  const where = index < 0 ? "" : ` cell ${index + 1}`;
  return shorten(`${shortPath(path)}${where} (${[ename, evalue].filter(Boolean).join(": ")})`);
}

/** A finished notebook: its result, failures, the differences that --check ignored, and other remarks. */
export function describeRun(run: NotebookRun): string[] {
  const ignored = (run.lookedPast ?? []).map(
    ({ index, pattern, stored, fresh }) =>
      `looked past in cell ${index + 1} (${pattern}): stored "${shorten(stored)}", now "${shorten(fresh)}"`,
  );
  const tame = run.raisedNothing?.map((index) => index + 1).join(", ");
  const remarks = [
    ...limit([...new Set(ignored)], MOST_LOOKED_PAST),
    ...(tame ? [`tagged raises-exception, and raised nothing: cell ${tame}`] : []),
    ...(run.cutOff ? [`cut off, still running a second after the last cell: ${run.cutOff.join(", ")}`] : []),
  ];
  const result = `${run.ok ? "ok    " : "FAILED"}  ${shortPath(run.path)}`;
  return [
    `${result}  ${cellsOk(run)} cells  ${run.seconds.toFixed(1)} s`,
    ...run.failures.map(describeFailure),
    ...remarks.map((line) => `        ${line}`),
  ];
}

/** The final table: one row per notebook, then the slowest cells. */
export function summaryTable(runs: readonly Omit<NotebookRun, "updates">[]): string {
  const rows = runs.map((run) => [
    shortPath(run.path),
    cellsOk(run),
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

/** How many of the cells that have code ran without an error: "9/9". */
function cellsOk({ cells }: Pick<NotebookRun, "cells">): string {
  const count = (wanted: string): number => cells.filter(({ status }) => status === wanted).length;
  return `${count("ok")}/${cells.length - count("skipped")}`;
}
