import { badgeText } from "./badge.js";
import { escapeLatex } from "../base/escape.js";
import { notesOf } from "./table-html.js";
import { headLines, type HeadCell, type TableCell, type Table } from "./table-model.js";

/** A table as a LaTeX `tabular` with booktabs rules; differing digits are underlined. */
export function tableLatex(table: Table): string {
  const bottom = table.head.at(-1)!;
  const spec = bottom.map((_, at) =>
    table.rows.every((row) => row[at]!.kind === "number" || row[at]!.kind === "missing") ? "r" : "l",
  );
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
  if (cell.kind === "verdict")
    return escapeLatex(cell.text.split("\n").filter(Boolean).map(badgeText).join(", "));
  let done = 0;
  let latex = "";
  for (const [from, to] of cell.marks ?? []) {
    latex += `${escapeLatex(cell.text.slice(done, from))}\\underline{${escapeLatex(cell.text.slice(from, to))}}`;
    done = to;
  }
  return latex + escapeLatex(cell.text.slice(done));
}
