import { dataPath } from "../../base/project.js";
import { onceFor } from "../../base/once-for.js";
import { text } from "../../base/text.js";
import type { Grid } from "../../base/grid.js";
import { readGrid } from "../../base/read-grid.js";
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

const computed = onceFor((_: Exercise) => new Map<AnswerFormula, ExerciseAnswer>());

/**
 * Computes an exercise's formula from the paper's tables: one number, name or column.
 * @throws FormulaError naming the file, the exercise and the faulty part of the formula
 */
export function computedValue(exercise: Exercise, formula: AnswerFormula, field: string): ExerciseAnswer {
  const known = computed(exercise);
  if (!known.has(formula))
    known.set(formula, compute(exercise, formula, `${exercise.file}, ${exercise.id}, ${field}`));
  return known.get(formula)!;
}

function compute(exercise: Exercise, formula: AnswerFormula, where: string): ExerciseAnswer {
  if (typeof formula === "number") return formula;
  if (typeof formula !== "string")
    return formula.flatMap((part) => (part === null ? [null] : (compute(exercise, part, where) as number)));
  const parsed = parseFormula(named(exercise.let ?? {}, formula), where);
  const value = evaluate({ formula: parsed, ...(tables ??= readTables()), sources: new Set(), cell: null });
  const answer = plain(value);
  if (answer === undefined) throw misfit(parsed, text("exercise.file.value", { got: kindOf(value) }));
  return answer;
}

/** A formula with names replaced by what they stand for, the last names first: each may use those before it. */
function named(names: NonNullable<Exercise["let"]>, formula: string): string {
  return Object.entries(names).reduceRight((whole, [name, part]) => {
    const word = new RegExp(`"[^"]*"|(?<![.\\w])${name}(?![\\w(])`, "g");
    return whole.replace(word, (found) => (found === name ? `(${part})` : found));
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

const columnsOf = (records: readonly Row[], ...names: string[]): Grid => {
  const lines = records.map((record) => names.map((name) => record[name]!));
  return tableOf(names, lines);
};

function countries(): Record<string, Grid> {
  const records = recordsOf("egovkb-12-countries.csv");
  const distinct = (name: string): string[] => [...new Set(records.map((record) => record[name]!))];
  const years = distinct("year");
  const byCountry = distinct("iso3").map((code) => {
    const own = records.filter(({ iso3, EGDI }) => iso3 === code && Number(EGDI) > 0);
    return [`sources/${code}`, columnsOf(own, "year", ...INDEXES)] as const;
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
  columnsOf(recordsOf("wef-kazakhstan.csv"), "year", "economies", "rank", "readiness", "usage", "skills", "individualUsage"); // prettier-ignore
