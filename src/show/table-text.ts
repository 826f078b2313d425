import { badgesText } from "./badge.js";
import { notesOf } from "./table-html.js";
import {
  headLines,
  numberColumns,
  cellParts,
  type TableCell,
  type HeadCell,
  type Table,
} from "./table-model.js";

/** A table as plain text in aligned columns, with differing digits in brackets. */
export function tableText(table: Table): string {
  const body = table.rows.map((row) => row.map(cellText));
  const head = table.head.flatMap(headLines);
  const single = head
    .filter((row) => row.every(({ span }) => span === 1))
    .map((row) => row.map(({ text }) => text));
  const widths = table.head
    .at(-1)!
    .map((_, at) => Math.max(...[...single, ...body].map((row) => row[at]!.length)));
  const toRight = numberColumns(table);
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, at) => (toRight[at] ? text.padStart(widths[at]!) : text.padEnd(widths[at]!)))
      .join("  ")
      .trimEnd();
  const groups = head.slice(0, -single.length).map((row) => groupLine(row, widths));
  const rule = widths.map((width) => "-".repeat(width)).join("  ");
  const caption = table.caption === undefined ? [] : [table.caption];
  return [...caption, ...groups, ...single.map(line), rule, ...body.map(line), ...notesOf(table)].join("\n");
}

function cellText(cell: TableCell): string {
  if (cell.kind === "verdict") return badgesText(cell.text);
  const text = cellParts(cell).map((part) => (part.isMarked ? `[${part.text}]` : part.text)).join(""); // prettier-ignore
  return cell.folded ? `${text} [${cell.folded}]` : text;
}

function groupLine(row: readonly HeadCell[], widths: readonly number[]): string {
  let at = 0;
  return row
    .map((cell) => {
      const width = widths.slice(at, at + cell.span).reduce((sum, one) => sum + one, 2 * (cell.span - 1));
      at += cell.span;
      return cell.text.padEnd(width);
    })
    .join("  ")
    .trimEnd();
}
