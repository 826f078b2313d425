import { basename } from "node:path";
import { text as said } from "../base/text.js";
import type { Grid } from "../base/grid.js";
import { useDocumentReader } from "../ledger/read-folder.js";
import { importedTable, type ImportedTable } from "./exhibit.js";
import { occurrence } from "./occurs.js";
import { readDocumentNow } from "./read-document.js";

/**
 * Reads a table of a document as a source: a program's output, for comparison with what the paper prints.
 *
 * @param wanted the table's place from 1, or its label; needed where the document has several
 * @throws RangeError listing the tables if the wanted one is not among them, or if it was misread
 */
function sourceTable(path: string, wanted?: string | number): Grid {
  const file = `sources/${basename(path)}`;
  const document = readDocumentNow(path);
  const tables = document.blocks.flatMap((block) => ("table" in block ? block.table : []));
  const place = typeof wanted === "string" ? tables.findIndex(({ label }) => label === wanted) + 1 : wanted;
  const table = tables[(place ?? (tables.length === 1 ? 1 : 0)) - 1];
  if (table === undefined) {
    const known = tables.map((one, at) => `${at + 1}: ${shown(one.label, importedTable(one))}`);
    throw new RangeError(said("source.tables", { file, of: tables.length, tables: known.join("; ") }));
  }
  const missing = occurrence(document.plain)(table.rows.flat().map(({ text }) => text));
  if (missing.length > 0)
    throw new RangeError(
      `${file}: ${said("imported.missing", { count: missing.length, cells: missing.slice(0, 5).join(", ") })}`,
    );
  const { header, rows } = importedTable(table);
  return { file, header, rows: rows.map((cells, at) => ({ line: at + 2, cells })) };
}

function shown(label: string, { header, rows }: ImportedTable): string {
  const names = rows.slice(0, 3).map(([name]) => name);
  return `${label} ${header.slice(1, 4).join(", ")} (${names.join(", ")})`.trim();
}

useDocumentReader(sourceTable);
