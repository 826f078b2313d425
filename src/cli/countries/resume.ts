/** What an earlier run has left is kept where running it again would do the same. */
import { existsSync, statSync } from "node:fs";
import { readNotebook, type NotebookCell } from "../../jupyter/notebook/notebook-file.js";
import type { PlannedNotebook } from "../run/plan.js";

/**
 * Whether the target holds this notebook, run to its end without a failure.
 *
 * @param since a moment, in ms: what was written before does not count
 */
export function hasRun({ notebook, target }: PlannedNotebook, since: number): boolean {
  if (target === undefined || !existsSync(target) || statSync(target).mtimeMs < since) return false;
  const before = readNotebook(target).cells;
  const sources = (cells: readonly NotebookCell[]) => JSON.stringify(cells.map(({ source }) => source));
  return sources(before) === sources(notebook.cells) && before.every(succeeded);
}

function succeeded({ type, source, executionCount, outputs }: NotebookCell): boolean {
  if (type !== "code" || source.trim() === "") return true;
  return executionCount !== null && !outputs.some(({ output_type }) => output_type === "error");
}
