import { dataPath } from "../../base/project.js";
import { text as say } from "../../base/text.js";
import type { Grid } from "../../base/grid.js";
import { readGrid } from "../../helper/read/read-grid.js";
import { enclose } from "../../ledger/enclose.js";
import { evaluate } from "../../ledger/evaluate.js";
import { constant } from "../../ledger/graph.js";
import { misfit, parseFormula } from "../../ledger/formula.js";
import { middle } from "../../ledger/interval.js";
import { readLedger } from "../../ledger/load-ledger.js";
import type { PaperInfo, Sheet } from "../../ledger/paper-folder.js";
import { readFolder } from "../../ledger/read-folder.js";
import { kindOf, type Value } from "../../ledger/value.js";
import { paperFolder } from "../paper.js";
import type { AnswerFormula, Exercise, ExerciseAnswer } from "./exercise.js";

const computed = new WeakMap<Exercise, Map<AnswerFormula, ExerciseAnswer>>();

/**
 * Computes an exercise's formula from the paper's tables: one number, name or column.
 * @throws FormulaError naming the file, the exercise and the faulty part of the formula
 */
export function computedValue(exercise: Exercise, formula: AnswerFormula, field: string): ExerciseAnswer {
  const known = computed.get(exercise) ?? new Map<AnswerFormula, ExerciseAnswer>();
  computed.set(exercise, known);
  const value =
    known.get(formula) ?? compute(exercise, formula, `${exercise.file}, ${exercise.id}, ${field}`);
  known.set(formula, value);
  return value;
}

function compute(exercise: Exercise, formula: AnswerFormula, where: string): ExerciseAnswer {
  if (typeof formula === "number") return formula;
  if (typeof formula !== "string")
    return formula.flatMap((part) => (part === null ? [null] : (compute(exercise, part, where) as number)));
  const text = named(exercise.let ?? {}, formula);
  const parsed = parseFormula(text, where);
  const value = evaluate({ formula: parsed, ...(tables ??= readTables()), sources: new Set(), cell: null });
  return plain(value) ?? valueless(text, where, value);
}

function valueless(text: string, where: string, value: Value): never {
  throw misfit({ text, where }, say("exercise.file.value", { got: kindOf(value) }));
}

/** A formula with names replaced by what they stand for, the last names first: each may use those before it. */
function named(names: NonNullable<Exercise["let"]>, formula: string): string {
  return Object.entries(names).reduceRight((text, [name, part]) => {
    const word = new RegExp(`"[^"]*"|(?<![.\\w])${name}(?![\\w(])`, "g");
    return text.replace(word, (found) => (found === name ? `(${part})` : found));
  }, formula);
}

function plain(value: Value): ExerciseAnswer | undefined {
  switch (value.kind) {
    case "number":
      return middle(enclose(value.node, 0).interval);
    case "column":
      return value.nodes.map((node) => middle(enclose(node, 0).interval));
    case "text":
      return value.text;
    case "rows":
      return value.rows[0] === undefined ? undefined : numberOr(value.rows[0]);
    case "choice":
      return value.values.length === 1 ? value.values[0] : undefined;
    default:
      return undefined;
  }
}

const numberOr = (name: string): number | string => (Number.isNaN(Number(name)) ? name : Number(name));

let tables: ReturnType<typeof readTables> | undefined;

/**
 * The names that formulas can use: the paper's exhibits and sources, with rows in chronological order; a country's
 * published figures by its code (`EST.EGDI`), and all twelve countries' by the index (`EGDI[2024]`). Numbers are taken
 * as printed.
 */
function readTables() {
  const raw = readFolder(paperFolder(), true);
  const paper = raw.paper as PaperInfo;
  const more = { ...countries(), "sources/wef": economies() };
  const sources = Object.keys(more).map((name) => ({ key: name.split("/")[1]!, title: name }));
  const kept = paper.sources.filter(({ key }) => key !== "wef");
  const ledger = readLedger({
    ...raw,
    tables: { ...raw.tables, ...more },
    paper: { ...paper, sources: [...kept, ...sources] },
  });
  const all = [...ledger.exhibits, ...ledger.sources];
  return {
    sheets: new Map(all.map((sheet) => [sheet.key, inOrder(sheet)])),
    instead: new Map(all.flatMap(({ list }) => list.map((cell) => [cell, constant(cell.value)]))),
  };
}

function inOrder(sheet: Sheet): Sheet {
  const isTime = sheet.rows.every((row) => /^\d+$/.test(row));
  return isTime ? { ...sheet, rows: sheet.rows.toSorted((a, b) => Number(a) - Number(b)) } : sheet;
}

const INDEXES = ["EGDI", "OSI", "TII", "HCI"];

type Row = Readonly<Record<string, string>>;

/** The rows of an official file, by column name. */
function recordsOf(file: string): Row[] {
  const { header, rows } = readGrid("exercises", dataPath("official", file));
  return rows.map(({ cells }) =>
    Object.fromEntries(header.map((name, at) => [name, String(cells[at] ?? "")])),
  );
}

const tableOf = (header: string[], lines: string[][]): Grid => ({
  ...{ file: "exercises", header },
  rows: lines.map((cells, at) => ({ line: at + 2, cells })),
});

const columnsOf = (names: string[], records: readonly Row[]): Grid =>
  tableOf(
    names,
    records.map((record) => names.map((name) => record[name]!)),
  );

function countries(): Record<string, Grid> {
  const records = recordsOf("egovkb-12-countries.csv");
  const distinct = (name: string): string[] => [...new Set(records.map((record) => record[name]!))];
  const years = distinct("year");
  const byCountry = distinct("iso3").map((code) => {
    const own = records.filter(({ iso3, EGDI }) => iso3 === code && Number(EGDI) > 0);
    return [`sources/${code}`, columnsOf(["year", ...INDEXES], own)] as const;
  });
  const byIndex = INDEXES.map((index) => {
    const at = (name: string, when: string): string =>
      records.find(({ country, year }) => country === name && year === when)?.[index] ?? "";
    const lines = distinct("country").map((name) => [name, ...years.map((year) => at(name, year))]);
    return [`sources/${index}`, tableOf(["country", ...years], lines)] as const;
  });
  return Object.fromEntries([...byCountry, ...byIndex]);
}

/** How many economies the Forum ranked, next to Kazakhstan's ranks. */
const economies = (): Grid =>
  columnsOf(
    ["year", "economies", "rank", "readiness", "usage", "skills", "individualUsage"],
    recordsOf("wef-kazakhstan.csv"),
  );
