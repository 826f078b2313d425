import type { Language } from "../base/language.js";
import type { Reading } from "./parse-number.js";
import type { Layout } from "./printed-table.js";

/**
 * A paper as a folder: what its files say, before anything is computed. Nothing here knows one paper from another.
 */

/** A text in every language; a folder may leave out what it does not have, English apart. */
export type Texts = { en: string } & Partial<Record<Language, string>>;

/** How the cells and lines of a file are to be read; an exhibit's or source's own words count before the paper's. */
export interface TableInfo extends Layout, Reading {
  /** What the numbers of a cell are called where a cell has several: "x (y)" by `["mean", "sd"]`, or column by column. */
  parts?: string[] | Record<string, string[]>;
  /** The column that says which group (article, study) a row belongs to, by which a report is divided. */
  group?: string;
}

/** A heading of `paper.json`'s list of exhibits. */
export interface ExhibitInfo extends TableInfo {
  /** What formulas call it, such as "T3"; its file is `T3.csv`. */
  key: string;
  /** What the paper calls it, such as "Table 3". */
  name: string;
  /** What sort of table it is, by which its rules are proposed: a kind of `data/table-kinds.json`. */
  kind?: string;
  /** The page has the rows side by side (editions as columns): the file's lines are then the columns. */
  transposed?: boolean;
  /** Columns, or parts of them such as "n[1..10]", whose numbers stand for themselves alone: counts, ranks, years. `true`: all. */
  exact?: true | string[];
  /** How a cell's id is made; by default "row.column". A column with one value needs no row in "column.row". */
  ids?: "row.column" | "column.row";
}

/** A file of published figures, `sources/<key>.csv`, or of what a program gives now: a log, LaTeX, a page, a notebook. */
export interface SourceInfo extends TableInfo {
  key: string;
  /** The document below `sources/`, where it is not named by the key; and which of its tables, by place or label. */
  file?: string;
  table?: number | string;
  /** The program that wrote it, and its line: "code/table2.do:40". Its numbers say whether an exhibit was reproduced. */
  program?: string;
  /** Where the figures come from, as they are to be cited. */
  title: string;
  url?: string;
  /** "exact": a figure is itself (ranks, counts); "rounded" (default): every value that rounds to it. */
  stored?: "exact" | "rounded";
  /** Columns that count or compute another column by another convention: "EPIdense" of "EPI". */
  conventions?: Record<string, { of: string; says: Texts }>;
  /** What has to be said of a column, such as that its figures are computed and not published. */
  notes?: Record<string, Texts>;
}

/** `paper.json`. */
export interface PaperInfo {
  key: string;
  title: Texts;
  /** As printed, or as each language writes them. */
  authors: (string | Texts)[];
  journal?: string;
  volume?: string;
  year?: number;
  /** The paper's own: ISO 639 codes. */
  languages?: string[];
  issue?: string;
  pages?: string;
  doi?: string;
  decimalMark?: Reading["decimalMark"];
  brackets?: Reading["brackets"];
  /** Where the printed numbers were read. */
  transcription?: string;
  /** What a reader has to know beside the findings: what the figures cannot show. */
  remarks?: Texts;
  /** In the paper's order. */
  exhibits: ExhibitInfo[];
  /** What formulas and reports call the numbers of `text.csv`; "TX" and "Text" by default. */
  text?: { key: string; name: string };
  sources: SourceInfo[];
}

/** Why a printed number is there; see "Verdicts" in README.md. */
export const ROLES = ["result", "input", "copy", "label"] as const;
export type Role = (typeof ROLES)[number];

/** One printed number, wherever it stands. */
export interface PrintedNumber {
  /** Unique, such as "T4.OSI.EGDI"; what rules, findings and recorded verdicts call it. */
  id: string;
  /** The key of its exhibit: "T4". */
  key: string;
  /** The name of its exhibit: "Table 4". */
  exhibit: string;
  row: string;
  column: string;
  /** Exactly as on the page. */
  printed: string;
  value: number;
  /** How many digits are printed after the decimal mark. */
  decimals: number;
  /** It is exactly this value, and not any that rounds to it. */
  exact: boolean;
  /** Stars of significance printed behind it. */
  stars: number;
  /** Of a bound, such as "<.001": the range of its values. */
  range?: readonly [low: number, high: number];
  /** What the exhibit's group column says of its row. */
  group?: string;
  /** A row's own name, such as the year that heads it. */
  heading: boolean;
  /** File and line, for messages: "T4.csv line 3". */
  place: string;
  /** Of a number in a sentence: where the sentence is, and what it says in our words. */
  where?: string;
  says?: Texts;
}

/** Cells by row and column: an exhibit, the text, or a source. */
export interface Sheet {
  key: string;
  name: string;
  /** What the first column is called: "year". Its numbers can be used as a column of that name. */
  rowName: string;
  rows: string[];
  columns: string[];
  /** By row, then column; an empty cell is not there. */
  cells: ReadonlyMap<string, ReadonlyMap<string, PrintedNumber>>;
  /** In the order of reading. */
  list: readonly PrintedNumber[];
  /**
   * The columns whose cells have several numbers, "12 (24.5)": each part's column by its name and its place, the first
   * being the column itself. In `text.csv` rows are divided so.
   */
  parts: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Cells that are read as no number: dashes, "NA", words. */
  skipped: readonly { id: string; printed: string }[];
  /** What may be a typing error. */
  warnings: readonly string[];
  reading: Reading;
  /** The sheet that it is but for one cell: most of what was found of that holds of it, too. */
  changed?: { from: Sheet; old: PrintedNumber; cell: PrintedNumber };
}

/** The cell of a row and a column. */
export function cellAt(sheet: Sheet, row: string, column: string): PrintedNumber | undefined {
  const { changed } = sheet;
  if (changed === undefined) return sheet.cells.get(row)?.get(column);
  const { from, old, cell } = changed;
  return row === old.row && column === old.column ? cell : cellAt(from, row, column);
}

/** Where a part of a cell's column (a row of the text) stands: of "x" and "2" it is "x.2"; null where there is none. */
export function partOf({ parts }: Sheet, of: string, part: string): string | null {
  return parts.get(of)?.get(part) ?? null;
}

/** A line of `claims.csv`: what the cells that it names are. */
export interface Rule {
  /**
   * "T3.EGDI[*]", "T5.m5[2010..2020]", "T4[*]", "TX.R2.value"; several with commas between them. One rule for many ends
   * with what its names stand for: "T1.t[*] for (t, b, se) in (t1, b1, se1), (t2, b2, se2)".
   */
  cells: string;
  /** What the number is, from the paper's own numbers: a value, or a statement that holds or not. */
  formula: string;
  /** The same from published figures. */
  source: string;
  /** A statement that must hold for the number together with others. */
  law: string;
  role: Role;
  /** The range of the named quantity, such as "0..1". */
  scale: string;
  /** Other quantities that the number may be, formulas with ";" between them: `mislabelled` when one fits. */
  instead: string;
  /** The same quantity by other conventions, formulas with ";" between them: `other convention` when one fits. */
  conventions: string;
  /** Where a sentence has several readings: this one's name. A cell may then have several rules. */
  reading: string;
  readings?: Texts;
  /** What is claimed, in our words. */
  says: Texts | null;
  note: string;
  /** "claims.csv line 7". */
  place: string;
}

/** A line of `proposed.csv`: a rule that was found, not given, and holds more often than chance would have it. */
export interface Proposal extends Pick<Rule, "cells" | "formula" | "law"> {
  /** What found it: a family of relations, or a table kind. */
  family: string;
  holds: number;
  of: number;
  /** How many such relations chance alone would show. */
  chance: number;
  /** Ids of the numbers for which it does not hold. */
  fails: string[];
}

/** An entry of `findings.json`: a root cause, above the verdicts. */
export interface FindingInfo {
  id: string;
  title: Texts;
  /** Statements that hold, each computed anew. */
  evidence: { formula: string; says: Texts }[];
  /** Ids of claims, "*" for any part; "/internal" or "/source" behind one for one of the two verdicts. */
  explains: string[];
  reach: "presentation" | "number" | "conclusion";
  /** The reading under which the paper is right. */
  reading: Texts;
  /** What would settle it. */
  settles: Texts;
  /** The correction to ask for. */
  correction: Texts;
}

/** A paper's folder, read. */
export interface Ledger {
  folder: string;
  paper: PaperInfo;
  exhibits: Sheet[];
  sources: Sheet[];
  rules: Rule[];
  findings: FindingInfo[];
}
