import { badgeHtml, verdictsIn } from "./badge.js";
import { escapeHtml } from "../base/escape.js";
import { thousandsBreaks } from "./format-number.js";
import { label, text } from "../base/text.js";
import { cellParts, type TableCell, type HeadCell, type Table } from "./table-model.js";

const NUMBER = "text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums";
const TEXT = "text-align: left";

/**
 * A table as HTML that inherits colors and fonts from the page, so that it fits light and dark themes. Visual aids
 * (dashes for missing values, gaps between thousands, signs in badges) are not selectable text: copied cells contain
 * plain numbers.
 */
export function tableHtml(table: Table): string {
  const caption =
    table.caption === undefined
      ? ""
      : `<caption style="caption-side: top; text-align: left; white-space: nowrap; font-weight: 600; padding: 0.4em 0">${escapeHtml(table.caption)}</caption>`;
  const head = table.head.map((row) => `<tr>${row.map(headHtml).join("")}</tr>`).join("\n");
  const rows = table.rows.map((row) => `<tr>${row.map(cellHtml).join("")}</tr>`).join("\n");
  const notes = notesOf(table).map((note) => `<p style="margin: 0.2em 0">${escapeHtml(note)}</p>`);
  const below =
    notes.length > 0 ? `\n<div style="font-size: 0.9em; opacity: 0.85">${notes.join("")}</div>` : "";
  return `<div class="egov-kz">\n<table>${caption}\n<thead>\n${head}\n</thead>\n<tbody>\n${rows}\n</tbody>\n</table>${below}\n</div>`;
}

/** The notes below a table, ending with the count of rows not shown. */
export function notesOf(table: Table): string[] {
  return table.hidden > 0 ? [...table.notes, `+ ${table.hidden} ${label("more rows")}`] : table.notes;
}

function headHtml(cell: HeadCell): string {
  const name = cell.name === undefined ? "" : `<br><code>${escapeHtml(cell.name)}</code>`;
  const span = cell.span > 1 ? ` colspan="${cell.span}"` : "";
  const align = cell.span > 1 ? "text-align: center" : cell.kind === "number" ? "text-align: right" : TEXT;
  return `<th scope="col"${span} style="${align}">${escapeHtml(cell.text)}${name}</th>`;
}

function cellHtml(cell: TableCell): string {
  if (cell.kind === "verdict")
    return `<td style="${TEXT}">${verdictsIn(cell.text).map((verdict) => badgeHtml(verdict).text).join(" ")}</td>`; // prettier-ignore
  if (cell.kind === "missing")
    return `<td style="${NUMBER}"><span style="user-select: none; opacity: 0.6">${cell.text}</span></td>`;
  return `<td style="${cell.kind === "number" ? NUMBER : TEXT}">${contentHtml(cell)}${foldedHtml(cell.folded)}</td>`;
}

/** Formulas, shown on click. */
export function foldedHtml(working: string | undefined): string {
  if (!working) return "";
  return `<details><summary>${text("report.formula")}</summary><code>${escapeHtml(working)}</code></details>`;
}

/** A cell's text with differing digits marked, and gaps between thousands made by spacing, not characters. */
function contentHtml(cell: TableCell): string {
  const breaks = cell.kind === "number" ? thousandsBreaks(cell.text) : [];
  return cellParts(cell, breaks)
    .map(({ text: part, isMarked, isBreak }) => {
      const marked = isMarked ? markHtml(escapeHtml(part)) : escapeHtml(part);
      return isBreak ? `<span style="padding-left: 0.18em">${marked}</span>` : marked;
    })
    .join("");
}

/** Bold, underlined and colored: visible without color, and copied as digits only. */
function markHtml(part: string): string {
  return `<strong style="color: #d55e00; text-decoration: underline; text-underline-offset: 0.15em">${part}</strong>`;
}
