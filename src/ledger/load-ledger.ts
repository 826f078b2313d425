import { describeValue } from "../base/check.js";
import { worded } from "../base/language.js";
import { readPrinted } from "../helper/read/parse-number.js";
import type { Grid } from "../helper/read/grid.js";
import {
  ROLES,
  type SheetCell,
  type ExhibitInfo,
  type FindingInfo,
  type Ledger,
  type PaperInfo,
  type Role,
  type Rule,
  type Sheet,
  type SourceInfo,
  type Texts,
} from "./paper-folder.js";
import { placeInWords } from "./formula.js";
import { keysOf, readFolder, type RawFolder } from "./read-folder.js";

/**
 * A paper's folder, checked and read.
 *
 * @param isChecked as for `readFolder`
 * @throws an error that names file and line: a cell that is no number, a row or column that is there twice, an unknown
 *   column of `claims.csv`, an unknown role
 * @example loadLedger("data/papers/doskeeva-ulasbek").exhibits[0].list[0].printed
 */
export function ledgerIn(folder: string, isChecked = false): Ledger {
  return readLedger(readFolder(folder, isChecked));
}

/** As `loadLedger`, of files that were read already. */
export function readLedger(raw: RawFolder): Ledger {
  const paper = paperOf(raw);
  const text = { key: paper.text?.key ?? "TX", name: paper.text?.name ?? "Text" };
  const mark = paper.decimalMark;
  const exhibits = paper.exhibits.map((info) => exhibitOf(info, tableOf(raw, info.key), mark));
  if (raw.tables["text"] !== undefined) exhibits.push(textOf(text, raw.tables["text"], mark));
  const sources = paper.sources.map((info) => sourceOf(info, tableOf(raw, `sources/${info.key}`)));
  const ids = new Set<string>();
  for (const { id, place } of exhibits.flatMap(({ list }) => list)) {
    if (ids.has(id)) throw new RangeError(worded`${placeInWords(place)}: the id "${id}" is there twice`);
    ids.add(id);
  }
  const rules = rulesOf(tableOf(raw, "claims"));
  return { folder: raw.where, paper, exhibits, sources, rules, findings: findingsOf(raw) };
}

function tableOf(raw: RawFolder, name: string): Grid {
  const table = raw.tables[name];
  if (table === undefined)
    throw new RangeError(worded`${raw.where} requires ${name}.csv, which is not there`);
  return table;
}

function paperOf({ paper, where }: RawFolder): PaperInfo {
  keysOf(paper, "exhibits", where);
  keysOf(paper, "sources", where);
  const given = paper as PaperInfo;
  const info = { ...given, sources: given.sources ?? [] };
  if (typeof info.title?.en !== "string")
    throw new TypeError(
      worded`${where}/paper.json requires "title" with "en", got ${describeValue(info.title)}`,
    );
  return info;
}

interface Shape {
  key: string;
  name: string;
  exact: true | readonly string[];
  decimalMark: PaperInfo["decimalMark"];
  id: (row: string, column: string, alone: boolean) => string;
}

function exhibitOf(info: ExhibitInfo, table: Grid, decimalMark: PaperInfo["decimalMark"]): Sheet {
  const turned = info.transposed === true ? transposed(table) : table;
  const byColumn = (row: string, column: string, alone: boolean): string =>
    `${info.key}.${column}${alone ? "" : `.${row}`}`;
  const id =
    info.ids === "column.row" ? byColumn : (row: string, column: string) => `${info.key}.${row}.${column}`;
  return sheetOf({ key: info.key, name: info.name, exact: info.exact ?? [], id, decimalMark }, turned);
}

function sourceOf(info: SourceInfo, table: Grid): Sheet {
  const exact = info.stored === "exact" ? true : [];
  const id = (row: string, column: string): string => `${info.key}.${row}.${column}`;
  return sheetOf({ key: info.key, name: info.title, exact, id, decimalMark: undefined }, table);
}

/** Lines become columns; a cell keeps the line on which it stands. */
function transposed({ file, header, rows }: Grid): Grid {
  const names = rows.map(({ cells }) => String(cells[0]));
  return {
    file,
    header: [header[0]!, ...names],
    rows: header
      .slice(1)
      .map((name, at) => ({ line: 1, cells: [name, ...rows.map(({ cells }) => cells[at + 1] ?? "")] })),
  };
}

function sheetOf({ key, name, exact, id, decimalMark }: Shape, { file, header, rows }: Grid): Sheet {
  const [rowName = "row", ...columns] = header;
  requireOnce(columns, (column) => worded`${file} has the column "${column}" twice`);
  requireOnce(
    rows.map(({ cells }) => String(cells[0])),
    (row) => worded`${file} has the row "${row}" twice`,
  );
  const list: SheetCell[] = [];
  const isExact = exactness(
    exact,
    rows.map(({ cells }) => String(cells[0])),
  );
  const add = (row: string, column: string, printed: string, line: number, alone: boolean): void => {
    const place = `${file} line ${line}`;
    const read = readPrinted(printed, decimalMark);
    if (read === null) throw notNumber(file, line, column, printed);
    const heading = column === rowName;
    const single = heading || isExact(row, column);
    const own = heading ? `${key}.${rowName}.${row}` : id(row, column, alone);
    list.push({ id: own, key, exhibit: name, row, column, printed, ...read, exact: single, heading, place });
  };
  const filled = columns.map((_, at) => rows.filter(({ cells }) => (cells[at + 1] ?? "") !== "").length);
  for (const { cells, line } of rows) {
    const row = String(cells[0]);
    if (readPrinted(row) !== null) add(row, rowName, row, line, false);
    columns.forEach((column, at) => {
      const printed = String(cells[at + 1] ?? "");
      if (printed !== "") add(row, column, printed, line, filled[at] === 1);
    });
  }
  return {
    key,
    name,
    rowName,
    rows: rows.map(({ cells }) => String(cells[0])),
    columns,
    cells: index(list),
    list,
  };
}

/** Which cells stand for themselves alone: all, whole columns, or rows of a column ("n[1..10]"). */
function exactness(exact: Shape["exact"], rows: readonly string[]): (row: string, column: string) => boolean {
  if (exact === true) return () => true;
  const places = new Map(rows.map((row, at) => [row, at]));
  const place = (row: string): number => places.get(row) ?? -1;
  const parts = exact.map((entry) => {
    const [name, from, to] = /^(.*)\[(.*)\.\.(.*)\]$/.exec(entry)?.slice(1) ?? [
      entry,
      rows[0]!,
      rows.at(-1)!,
    ];
    return { name, from: place(from!), to: place(to!) };
  });
  return (row, column) =>
    parts.some(({ name, from, to }) => name === column && place(row) >= from && place(row) <= to);
}

function textOf(
  { key, name }: { key: string; name: string },
  table: Grid,
  decimalMark: PaperInfo["decimalMark"],
): Sheet {
  const at = columnsOf(table, ["key", "printed", "where", "says"], ["exact", "says_kk", "says_ru"]);
  const list = table.rows.map(({ cells, line }): SheetCell => {
    const place = `${table.file} line ${line}`;
    const [row, printed] = [at("key", cells), at("printed", cells)];
    const read = readPrinted(printed, decimalMark);
    if (read === null) throw notNumber(table.file, line, "printed", printed);
    const says = textsOf(at, cells, "says");
    return {
      ...{ id: `${key}.${row}`, key, exhibit: name, row, column: "", printed, ...read },
      ...{ exact: at("exact", cells) === "yes", heading: false, place, where: at("where", cells) },
      ...(says !== null && { says }),
    };
  });
  return {
    key,
    name,
    rowName: "key",
    rows: list.map(({ row }) => row),
    columns: [""],
    cells: index(list),
    list,
  };
}

const notNumber = (file: string, line: number, column: string, printed: string): TypeError =>
  new TypeError(worded`${file} line ${line}, column "${column}": "${printed}" is not a number`);

function index(list: readonly SheetCell[]): Map<string, Map<string, SheetCell>> {
  const rows = new Map<string, Map<string, SheetCell>>();
  for (const cell of list) {
    if (!rows.has(cell.row)) rows.set(cell.row, new Map());
    rows.get(cell.row)!.set(cell.column, cell);
  }
  return rows;
}

const RULE_TEXTS = [
  "formula",
  "source",
  "law",
  "scale",
  "instead",
  "conventions",
  "reading",
  "note",
] as const;

function rulesOf(table: Grid): Rule[] {
  const optional = [...RULE_TEXTS, "says", "says_kk", "says_ru", "reading_kk", "reading_ru"];
  const at = columnsOf(table, ["cells", "role"], optional);
  return table.rows.map(({ cells, line }): Rule => {
    const place = `${table.file} line ${line}`;
    const role = at("role", cells) as Role;
    if (!ROLES.includes(role))
      throw new RangeError(
        worded`${placeInWords(place)} requires a role among ${ROLES.join(", ")}, got "${role}"`,
      );
    const texts = Object.fromEntries(RULE_TEXTS.map((name) => [name, at(name, cells)])) as Pick<
      Rule,
      (typeof RULE_TEXTS)[number]
    >;
    return {
      cells: at("cells", cells),
      role,
      ...texts,
      says: textsOf(at, cells, "says"),
      readings: textsOf(at, cells, "reading") ?? undefined,
      place,
    };
  });
}

type At = (column: string, cells: Grid["rows"][number]["cells"]) => string;

function textsOf(at: At, cells: Grid["rows"][number]["cells"], name: string): Texts | null {
  const [en, kk, ru] = [name, `${name}_kk`, `${name}_ru`].map((column) => at(column, cells));
  return en === "" ? null : { en: en!, ...(kk !== "" && { kk: kk! }), ...(ru !== "" && { ru: ru! }) };
}

/** Reads a line by its columns' names. */
function columnsOf({ file, header }: Grid, required: readonly string[], optional: readonly string[]): At {
  const known = [...required, ...optional];
  const missing = required.find((name) => !header.includes(name));
  if (missing !== undefined)
    throw new RangeError(worded`${file} requires a column "${missing}", got ${header.join(", ")}`);
  const stranger = header.find((name) => !known.includes(name));
  if (stranger !== undefined)
    throw new RangeError(worded`${file} has an unknown column "${stranger}"; known are ${known.join(", ")}`);
  return (column, cells) => String(cells[header.indexOf(column)] ?? "");
}

function requireOnce(names: readonly string[], say: (name: string) => string): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new RangeError(say(name));
    seen.add(name);
  }
}

function findingsOf({ findings, where }: RawFolder): FindingInfo[] {
  if (!Array.isArray(findings))
    throw new TypeError(worded`${where}/findings.json requires a list, got ${describeValue(findings)}`);
  return findings as FindingInfo[];
}
