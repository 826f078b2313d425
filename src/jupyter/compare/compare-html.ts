import { parse } from "node-html-parser";
import { compareText, limit, sameText, shorten, type CompareOptions } from "./compare-text.js";
import { sanitize } from "./sanitize.js";

const MOST_CELLS = 10;

/** Lists differences between two pieces of HTML: tables cell by cell, ignoring styling; the rest as text. */
export function compareHtml(stored: string, fresh: string, options: CompareOptions): string[] {
  const [a, b] = [takeTables(stored), takeTables(fresh)];
  if (a.tables.length !== b.tables.length)
    return [`stored ${a.tables.length} tables, now ${b.tables.length}`];
  const cells = a.tables.flatMap((table, at) => compareTables(table, b.tables[at]!, at + 1, options));
  return [...limit(cells, MOST_CELLS), ...compareText(a.rest, b.rest, options)];
}

type Table = string[][];

/** The outermost tables as cells, and the HTML around them. */
function takeTables(html: string): { tables: Table[]; rest: string } {
  const root = parse(html, { comment: true });
  const outermost = root.querySelectorAll("table").filter((table) => !table.parentNode?.closest("table"));
  const tables = outermost.map((table) =>
    table
      .querySelectorAll("tr")
      .map((row) =>
        row.querySelectorAll("th, td").map((cell) => cell.textContent.replace(/\s+/g, " ").trim()),
      ),
  );
  for (const table of outermost) table.replaceWith("\n");
  return { tables, rest: root.toString() };
}

function compareTables(stored: Table, fresh: Table, number: number, options: CompareOptions): string[] {
  if (stored.length !== fresh.length)
    return [`table ${number}: stored ${stored.length} rows, now ${fresh.length}`];
  return stored.flatMap((row, at) => {
    const now = fresh[at]!;
    const where = `table ${number}, row ${at + 1}`;
    if (row.length !== now.length) return [`${where}: stored ${row.length} cells, now ${now.length}`];
    return row.flatMap((cell, column) => {
      const [a, b] = sanitize(cell, now[column]!, options);
      if (sameText(a, b, options.tolerance)) return [];
      return [`${where}, column ${column + 1}: stored "${shorten(a)}", now "${shorten(b)}"`];
    });
  });
}
