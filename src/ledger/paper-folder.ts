import type { Language } from "../base/language.js";
import type { Reading } from "./parse-number.js";
import type { Layout } from "./printed-table.js";

/**
 * A paper as a folder: what its files say, before anything is computed. Nothing here knows one paper from another.
 */

/** A text by language; a folder may leave out any but English. */
export type Texts = { en: string } & Partial<Record<Language, string>>;

/** How to read a file's cells and lines; an exhibit's or source's own settings override the paper's. */
export interface TableInfo extends Layout, Reading {
  /** Names for the numbers of a cell that has several: "x (y)" by `["mean", "sd"]`, or column by column. */
  parts?: string[] | Record<string, string[]>;
  /** What the numbers are multiples of, in all columns or by column: counts rounded to 5 or to hundreds. */
  roundedTo?: number | Record<string, number>;
  /** The column that gives a row's group (article, study), by which a report is divided. */
  group?: string;
}

/** An entry in the list of exhibits in `paper.json`. */
export interface ExhibitInfo extends TableInfo {
  /** Its name in formulas, such as "T3"; its file is `T3.csv`. */
  key: string;
  /** Its name in the paper, such as "Table 3". */
  name: string;
  /** The kind of table, used to propose its rules: a kind in `data/table-kinds.json`. */
  kind?: string;
  /** The page prints rows side by side (editions as columns), so that the file's lines are columns. */
  transposed?: boolean;
  /** Columns, or parts such as "n[1..10]", whose numbers are exact: counts, ranks, years. `true`: all. */
  exact?: true | string[];
  /** How cell ids are formed. Default: "row.column". A column with one value needs no row in "column.row". */
  ids?: "row.column" | "column.row";
}

/**
 * A file of published figures, `sources/<key>.csv`, or a program's current output: a log, LaTeX, a page, a notebook.
 */
export interface SourceInfo extends TableInfo {
  key: string;
  /** The document below `sources/`, if not named after the key; and which of its tables, by position or label. */
  file?: string;
  table?: number | string;
  /**
   * The program that wrote it, and the line: "code/table2.do:40". Its numbers decide whether an exhibit was reproduced.
   */
  program?: string;
  /** The source of the figures, as it should be cited. */
  title: string;
  url?: string;
  /**
   * "exact": each figure is exact (ranks, counts); "rounded" (default): it stands for every value that rounds to it.
   */
  stored?: "exact" | "rounded";
  /** Columns that compute another column by a different convention: "EPIdense" of "EPI". */
  conventions?: Record<string, { of: string; says: Texts }>;
  /** Notes on columns, such as that their figures are computed rather than published. */
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
  /** The paper's languages: ISO 639 codes. */
  languages?: string[];
  issue?: string;
  pages?: string;
  doi?: string;
  decimalMark?: Reading["decimalMark"];
  brackets?: Reading["brackets"];
  /** Where the printed numbers were transcribed from. */
  transcription?: string;
  /** What a reader must know besides the findings: what the figures cannot show. */
  remarks?: Texts;
  /** In the paper's order. */
  exhibits: ExhibitInfo[];
  /** The names of `text.csv` in formulas and in reports; "TX" and "Text" by default. */
  text?: { key: string; name: string };
  sources: SourceInfo[];
}

/** The role of a printed number; see "Verdicts" in README.md. */
export type Role = "result" | "input" | "copy" | "label";

/** One printed number, in a table or in the text. */
export interface PrintedNumber {
  /** Unique id such as "T4.OSI.EGDI", used by rules, findings and recorded verdicts. */
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
  /** Number of decimal places printed. */
  decimals: number;
  /** Whether it is exactly this value, rather than any that rounds to it. */
  exact: boolean;
  /** Significance stars printed after it. */
  stars: number;
  /** For a bound such as "<.001": the range of its values. */
  range?: readonly [low: number, high: number];
  /** The value of the exhibit's group column in its row. */
  group?: string;
  /** Whether it is a row's name, such as a year. */
  heading: boolean;
  /** File and line, for messages: "T4.csv line 3". */
  place: string;
  /** For a number in a sentence: where the sentence is, and what it says in our words. */
  where?: string;
  says?: Texts;
}

/** Cells by row and column: an exhibit, the text, or a source. */
export interface Sheet {
  key: string;
  name: string;
  /** The first column's name: "year". Its numbers can be used as a column of that name. */
  rowName: string;
  rows: string[];
  columns: string[];
  /** By row, then column; empty cells are absent. */
  cells: ReadonlyMap<string, ReadonlyMap<string, PrintedNumber>>;
  /** In reading order. */
  list: readonly PrintedNumber[];
  /**
   * The columns whose cells have several numbers, "12 (24.5)": each part's column by its name and its place, the first
   * being the column itself. In `text.csv` rows are divided so.
   */
  parts: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Cells that are not read as numbers: dashes, "NA", words. */
  skipped: readonly { id: string; printed: string }[];
  /** Possible typing errors. */
  warnings: readonly string[];
  reading: Reading;
}

/** A line of `claims.csv`: a rule for the cells that it names. */
export interface Rule {
  /**
   * "T3.EGDI[*]", "T5.m5[2010..2020]", "T4[*]", "TX.R2.value"; several are separated by commas. A rule for many ends
   * with the values of its names: "T1.t[*] for (t, b, se) in (t1, b1, se1), (t2, b2, se2)".
   */
  cells: string;
  /** The number computed from the paper's own numbers: a value, or a statement that holds or not. */
  formula: string;
  /** The same from published figures. */
  source: string;
  /** A statement that must hold for the number together with others. */
  law: string;
  role: Role;
  /** The range of the named quantity, such as "0..1". */
  scale: string;
  /** Other quantities that the number may be, as formulas separated by ";": `mislabelled` if one fits. */
  instead: string;
  /** The same quantity by other conventions, as formulas separated by ";": `other convention` if one fits. */
  conventions: string;
  /** The name of this reading, if a sentence has several. A cell may then have several rules. */
  reading: string;
  readings?: Texts;
  /** What is claimed, in our words. */
  says: Texts | null;
  note: string;
  /** "claims.csv line 7". */
  place: string;
}

/** A line of `proposed.csv`: a rule that was inferred rather than given, and that holds more often than by chance. */
export interface Proposal extends Pick<Rule, "cells" | "formula" | "law"> {
  /** What found it: a family of relations, or a table kind. */
  family: string;
  holds: number;
  of: number;
  /** Expected number of such relations by chance alone. */
  chance: number;
  /** Ids of the numbers for which it fails. */
  fails: string[];
}

/** An entry of `findings.json`: a root cause behind verdicts. */
export interface FindingInfo {
  id: string;
  title: Texts;
  /** Statements that hold; each is recomputed. */
  evidence: { formula: string; says: Texts }[];
  /** Ids of claims, "*" for any part; a trailing "/internal" or "/source" selects one of the two verdicts. */
  explains: string[];
  reach: "presentation" | "number" | "conclusion";
  /** The reading under which the paper is right. */
  reading: Texts;
  /** What would settle it. */
  settles: Texts;
  /** The correction to request. */
  correction: Texts;
}

/** A paper's folder after reading. */
export interface Ledger {
  folder: string;
  paper: PaperInfo;
  exhibits: Sheet[];
  sources: Sheet[];
  rules: Rule[];
  findings: FindingInfo[];
}
