import { altText, isFigure, withLayout, type Figure } from "../figures/figure.js";
import { inStyle } from "../figures/theme.js";
import { describeValue } from "../base/check.js";
import { randomUUID } from "node:crypto";
import { buildTable } from "./build-table.js";
import { compareTables, type SideBySideOptions } from "./compare-tables.js";
import { registerDisplay, tableFormOf, type MimeBundle, type TableForm } from "../base/display.js";
import { display } from "./display.js";
import { figureHtml } from "./figure-html.js";
import { columnsToShow, type Columns } from "../figures/columns.js";
import { tableHtml } from "./table-html.js";
import { tableLatex } from "./table-latex.js";
import type { Table } from "./table-model.js";
import { tableText } from "./table-text.js";
import { isVerdicts, verdictTable } from "./verdict-table.js";
import { label, text } from "../base/text.js";

/** Options of `show`; all are optional. */
export interface ShowOptions extends SideBySideOptions {
  /** A second table, shown side by side with the first, with differing digits marked. */
  compare?: unknown;
  /** Render the text as Markdown (formulas and emphasis). Default: false. */
  markdown?: boolean;
}

/**
 * Shows a table, matrix, chart, judged claims or text: formatted in a notebook, as plain text elsewhere.
 * @param thing a DataFrame or Series; `{names, values}`; an array of records, numbers or words; a record of columns or
 *   of values; a Plotly figure `{data, layout}`; the result of `judgeClaims`; anything else as text.
 * @throws RangeError when a requested column does not exist.
 * @example
 * show(loadPaper().table3, { caption: "Table 3", decimals: 4 });
 */
export function show(thing: unknown, options: ShowOptions = {}): void {
  display(mimeBundle(withLayout(thing), options));
}

/**
 * Shows two tables as one: under each column the first table's value and the second's, with differing digits marked.
 * @example
 * sideBySide(printed, recomputed, { decimals: 3, triangle: "lower" });
 */
export function sideBySide(first: unknown, second: unknown, options: SideBySideOptions = {}): void {
  display(
    tableBundle(compareTables(columnsOf(first, "sideBySide"), columnsOf(second, "sideBySide"), options)),
  );
}

/** All forms of one thing by MIME type, as `show` writes them. */
export function mimeBundle(thing: unknown, options: ShowOptions = {}): MimeBundle {
  if (isFigure(thing)) return figureBundle(thing);
  const form = tableFormOf(thing);
  if (form && options.compare === undefined)
    return tableBundle(
      buildTable(formColumns(form) ?? columnsToShow(thing)!, { note: form.notes, ...options }),
    );
  if (isVerdicts(thing)) return tableBundle(verdictTable(thing, options));
  if (options.compare !== undefined)
    return tableBundle(compareTables(columnsOf(thing, "show"), columnsOf(options.compare, "show"), options));
  const columns = isList(thing) ? { names: ["value"], values: [thing] } : columnsToShow(thing);
  if (columns) return tableBundle(buildTable(columns, options));
  const text = typeof thing === "string" ? label(thing) : describeValue(thing);
  return options.markdown ? { "text/markdown": text, "text/plain": text } : { "text/plain": text };
}

// A cell's last expression is shown as by `show` wherever this is loaded.
registerDisplay((thing) => mimeBundle(thing));

function formColumns({ columns }: TableForm): Columns | undefined {
  if (columns === undefined) return undefined;
  const pairs = columns instanceof Array ? columns : Object.entries(columns);
  const names = pairs.map(([name]) => name);
  const mixed = names[1] === "value" && names.length === 2;
  return { names, values: pairs.map(([, values]) => [...values]), mixed };
}

/** A plain list of numbers or words becomes a column. */
function isList(thing: unknown): thing is unknown[] {
  return Array.isArray(thing) && thing.length > 0 && thing.every((entry) => typeof entry !== "object");
}

function columnsOf(thing: unknown, caller: string): Columns {
  const columns = columnsToShow(thing);
  if (!columns) throw new TypeError(text("error.twoTablesCompare", { caller, got: describeValue(thing) }));
  return columns;
}

function tableBundle(table: Table): MimeBundle {
  return { "text/html": tableHtml(table), "text/latex": tableLatex(table), "text/plain": tableText(table) };
}

function figureBundle(given: Figure): MimeBundle {
  const figure = given.layout["template"] ? given : inStyle(given);
  return {
    "application/vnd.plotly.v1+json": figure,
    "text/html": figureHtml(figure, `figure-${randomUUID()}`),
    "text/plain": `[${altText(figure)}]`,
  };
}
