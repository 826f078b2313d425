import type { CellFailure } from "../run/cell-verdict.js";
import type { NotebookCell } from "../notebook/notebook-file.js";
import { compareOutputs } from "./compare-outputs.js";
import type { CompareOptions } from "./compare-text.js";

const IGNORE = "nbval-ignore-output";
const CHECK = "nbval-check-output";

/**
 * A failure when the fresh outputs of a cell are not the stored ones, with what differs in place of a traceback. Tags
 * count as nbval has them.
 *
 * @param fresh as nbformat keeps outputs
 */
export function checkCell(
  cell: NotebookCell,
  fresh: Record<string, unknown>[],
  options: CompareOptions & { taggedOnly: boolean },
): CellFailure | undefined {
  if (cell.tags.includes(IGNORE)) return undefined;
  if (options.taggedOnly && !cell.tags.includes(CHECK)) return undefined;
  const traceback = compareOutputs(cell.outputs, fresh, options);
  if (traceback.length === 0) return undefined;
  const evalue = "the outputs are not the stored ones";
  return { index: cell.index, ename: "DifferentOutput", evalue, traceback, source: cell.source };
}
