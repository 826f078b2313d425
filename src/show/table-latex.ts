import { badgesText } from "./badge.js";
import { escapeLatex } from "../base/escape.js";
import { notesOf } from "./table-html.js";
import {
  headLines,
  numberColumns,
  cellParts,
  type HeadCell,
  type TableCell,
  type Table,
} from "./table-model.js";

/** A table as a LaTeX `tabular` with booktabs rules; differing digits are underlined. */
export function tableLatex(table: Table): string {
  const spec = numberColumns(table).map((isNumbers) => (isNumbers ? "r" : "l"));
  const headCell = ({ text, span }: HeadCell): string =>
    span === 1 ? escapeLatex(text) : `\\multicolumn{${span}}{c}{${escapeLatex(text)}}`;
  const head = table.head.flatMap(headLines).map((row) => `${row.map(headCell).join(" & ")} \\\\`);
  const rows = table.rows.map((row) => `${row.map(cellLatex).join(" & ")} \\\\`);
  const caption = table.caption === undefined ? [] : [`\\textbf{${escapeLatex(table.caption)}}\\\\[0.5ex]`];
  const notes = notesOf(table).map((note) => `\\\\ {\\footnotesize ${escapeLatex(note)}}`);
  return [
    "\\begin{center}",
    ...caption,
    `\\begin{tabular}{${spec.join("")}}`,
    "\\toprule",
    ...head,
    "\\midrule",
    ...rows,
    "\\bottomrule",
    "\\end{tabular}",
    ...notes,
    "\\end{center}",
  ].join("\n");
}

function cellLatex(cell: TableCell): string {
  if (cell.kind === "missing") return "--";
  if (cell.kind === "verdict") return escapeLatex(badgesText(cell.text));
  return cellParts(cell)
    .map(({ text, isMarked }) => (isMarked ? `\\underline{${escapeLatex(text)}}` : escapeLatex(text)))
    .join("");
}
