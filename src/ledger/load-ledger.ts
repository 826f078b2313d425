import { gathered, Gathering } from "../base/gather.js";
import { text } from "../base/text.js";
import { readCell, type Reading } from "./parse-number.js";
import type { Grid } from "../base/grid.js";
import {
  type PrintedNumber,
  type FindingInfo,
  type Ledger,
  type PaperInfo,
  type Role,
  type Rule,
  type Sheet,
  type Texts,
} from "./paper-folder.js";
import { bookOf } from "./book.js";
import { parseFormula, placeInWords, splitFormulas } from "./formula.js";
import { FUNCTIONS } from "./functions/index.js";
import { exhibitOf, index, notNumber, sourceOf, type IsNamed } from "./sheet.js";
import { readFolder, type RawFolder } from "./read-folder.js";

/**
 * Reads and checks a paper's folder.
 *
 * @param isChecked as for `readFolder`
 * @throws an error naming file and line on a cell that is not a number, a duplicate row or column, an unknown column of
 *   `claims.csv`, or an unknown role
 * @example loadLedger("data/papers/doskeeva-ulasbek").exhibits[0].list[0].printed
 */
export const ledgerIn = (folder: string, isChecked = false): Ledger =>
  readLedger(readFolder(folder, isChecked, readLedger));

/** Like `loadLedger`, from files already read; `gathering` has the faults of those that could not be read. */
export function readLedger(raw: RawFolder, gathering = new Gathering()): Ledger {
  const paper = paperOf(raw);
  const { decimalMark, brackets } = paper;
  const reading: Reading = { decimalMark, brackets };
  const prose = { key: paper.text?.key ?? "TX", name: paper.text?.name ?? "Text" };
  const isThere = gathering.isWhole ? () => true : (name: string) => raw.tables[name] !== undefined;
  gathering.try(() => requireKeys(paper, prose.key, raw.where));
  const rules = (isThere("claims") && gathering.try(() => rulesOf(tableOf(raw, "claims")))) || [];
  const isNamed = namesIn(rules);
  const exhibits = gathering.each(
    paper.exhibits.filter(({ key }) => isThere(key)),
    (info) => exhibitOf({ ...reading, ...info }, tableOf(raw, info.key), isNamed),
  );
  const { text: sentences } = raw.tables;
  if (sentences !== undefined) gathering.try(() => exhibits.push(textOf(prose, sentences, reading)));
  const sources = gathering.each(
    paper.sources.filter(({ key }) => isThere(`sources/${key}`)),
    (info) => sourceOf({ ...reading, ...info }, tableOf(raw, `sources/${info.key}`), isNamed),
  );
  const ids = new Set<string>();
  for (const { id, place } of exhibits.flatMap(({ list }) => list)) {
    if (ids.has(id)) gathering.add(new RangeError(text("error.idTwice", { place: placeInWords(place), id })));
    ids.add(id);
  }
  const findings = raw.findings as FindingInfo[];
  const ledger = { folder: raw.where, paper, exhibits, sources, rules, findings };
  if (!gathering.isWhole) requireRules(ledger, prose.key, gathering);
  return ledger;
}

/**
 * Checks the rules further; nothing is known of a table that could not be read. @throws these faults with all the
 * others
 */
function requireRules(ledger: Ledger, textKey: string, faults: Gathering): void {
  const { paper, exhibits, sources, rules, findings } = ledger;
  const read = [...exhibits, ...sources].map(({ key }) => key);
  const unread = [...paper.exhibits, { key: textKey }, ...paper.sources]
    .map(({ key }) => key)
    .filter((key) => !read.includes(key));
  const isBlind = (formulas: string): boolean =>
    unread.some((key) => new RegExp(`\\b${key}\\b`).test(formulas));
  const blind = rules.filter((rule) => isBlind(JSON.stringify(rule)));
  faults.each(blind, requireFormulas);
  bookOf(
    {
      ...ledger,
      rules: rules.filter((rule) => !blind.includes(rule)),
      findings: findings.filter(({ evidence }) => !isBlind(JSON.stringify(evidence))),
    },
    faults,
  );
}

const TAKEN = ["row", "column", "printed", ...Object.keys(FUNCTIONS)];

/** Formulas distinguish exhibits, the text, sources and functions by name alone. */
function requireKeys(paper: PaperInfo, textKey: string, where: string): void {
  const keys = [...paper.exhibits.map(({ key }) => key), textKey, ...paper.sources.map(({ key }) => key)];
  gathered(keys.entries(), ([at, key]) => {
    if (keys.indexOf(key) < at || TAKEN.includes(key))
      throw new RangeError(text("folder.keyTaken", { file: `${where}/paper.json`, key }));
  });
}

function requireFormulas({ formula, law, source, instead, conventions, place }: Rule): void {
  const all = [formula, law, source, ...splitFormulas(instead), ...splitFormulas(conventions)];
  gathered(all, (one) => one !== "" && parseFormula(one, place));
}

function tableOf(raw: RawFolder, name: string): Grid {
  const table = raw.tables[name];
  if (table === undefined) throw new RangeError(text("error.csvMissing", { where: raw.where, name }));
  return table;
}

function namesIn(rules: readonly Rule[]): IsNamed {
  const texts = new Set(rules.flatMap(({ cells, formula, law, source }) => [cells, formula, law, source]));
  const all = [...texts].join("\n");
  return (key, column) =>
    [`${key}.${column}`, `${key}."${column}"`].some((name) =>
      all
        .split(name)
        .slice(1)
        .some((rest) => !/^[\w.]/.test(rest)),
    );
}

/** What may be left out of `paper.json` is filled in. */
const paperOf = ({ paper }: RawFolder): PaperInfo => ({
  ...(paper as PaperInfo),
  sources: (paper as PaperInfo).sources ?? [],
});

/** Numbers in sentences, one row each; a sentence with several numbers has a further row for each, "R2.2". */
function textOf({ key, name }: { key: string; name: string }, table: Grid, reading: Reading): Sheet {
  const lines = linesOf(table);
  const parts = new Map<string, Map<string, string>>();
  const list = gathered(lines, ({ at, line, place }): PrintedNumber[] => {
    const [row, printed] = [at("key"), at("printed")];
    const read = readCell(printed, reading)?.filter((part) => part !== null) ?? [];
    if (read.length === 0) throw notNumber(table.file, line, "printed", printed);
    const names = read.map((_, part) => (part === 0 ? row : `${row}.${part + 1}`));
    if (read.length > 1) parts.set(row, new Map(names.map((own, part) => [String(part + 1), own])));
    const says = textsOf(at, "says");
    return read.map((part, index) => ({
      ...{ id: `${key}.${names[index]}`, key, exhibit: name, row: names[index]!, column: "", ...part },
      ...{ exact: at("exact") === "yes", heading: false, place, where: at("where") },
      ...(says !== null && { says }),
    }));
  }).flat();
  return {
    ...{ key, name, rowName: "key", rows: list.map(({ row }) => row), columns: [""] },
    ...{ cells: index(list), list, parts, skipped: [], warnings: [], reading },
  };
}

const TEXTS = [
  "cells",
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
  return linesOf(table).map(({ at, place }): Rule => {
    const texts = Object.fromEntries(TEXTS.map((name) => [name, at(name)])) as Record<
      (typeof TEXTS)[number],
      string
    >;
    const readings = textsOf(at, "reading") ?? undefined;
    return { ...texts, role: at("role") as Role, says: textsOf(at, "says"), readings, place };
  });
}

type At = (column: string) => string;

function textsOf(at: At, name: string): Texts | null {
  const [en, kk, ru] = [at(name), at(`${name}_kk`), at(`${name}_ru`)];
  return en === "" ? null : { en, ...(kk !== "" && { kk }), ...(ru !== "" && { ru }) };
}

/** A table's lines by column names. */
const linesOf = ({ file, header, rows }: Grid) =>
  rows.map(({ cells, line }) => ({
    at: (column: string): string => String(cells[header.indexOf(column)] ?? ""),
    line,
    place: `${file} line ${line}`,
  }));
