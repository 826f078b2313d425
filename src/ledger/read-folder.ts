import { existsSync, readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import type { Grid } from "../base/grid.js";
import { decodeText } from "../base/decode-text.js";
import { readLines } from "../base/read-lines.js";
import { gridOf, looseGrid, readGrid } from "../base/read-grid.js";
import { workbookSheets } from "./printed-workbook.js";
import { Gathering } from "../base/gather.js";
import { readRegular } from "../base/read-regular.js";
import { requireLines, requireShape } from "./validate-folder.js";
import type { PaperInfo, SourceInfo } from "./paper-folder.js";
import { text } from "../base/text.js";

/** A paper's files before interpretation, in whatever format they were stored. */
export interface RawFolder {
  /** The folder, for messages. */
  where: string;
  /** `paper.json` and `findings.json`, parsed. */
  paper: unknown;
  findings: unknown;
  /** By name: "T3", "text", "claims", "sources/un". */
  tables: Record<string, Grid>;
}

type ReadDocument = (path: string, table: SourceInfo["table"]) => Grid;
let readDocument: ReadDocument | undefined;

/** Registers the reader for sources that are documents, such as a program's log; `documents/` does so when loaded. */
export const useDocumentReader = (read: ReadDocument): void => void (readDocument = read);

/** The optional workbook of a folder: one sheet per exhibit, and sheets "text", "claims" and one per source key. */
const WORKBOOK = "paper.xlsx";

/**
 * Reads the files of a paper's folder: CSV files, or sheets of `paper.xlsx` instead.
 *
 * @param isChecked skips the schemas, for a folder that a test checks: compiling them costs a notebook's first cell 0.2
 *   s
 * @param faultsIn called with what could be read if something could not, so that its faults are listed, too
 * @throws an error naming the file that is missing, unreadable or invalid
 */
export function readFolder(
  folder: string,
  isChecked = false,
  faultsIn: (raw: RawFolder, before: Gathering) => void = () => undefined,
): RawFolder {
  requireFolder(folder);
  const gathering = new Gathering();
  const check = (work: () => void): unknown => (isChecked ? null : gathering.try(work));
  const { text: source, content } = readJson(folder, "paper.json");
  check(() => requireShape("paper", content, "paper.json", source));
  const isPaper = gathering.isWhole;
  const paper = (content ?? {}) as Partial<PaperInfo>;
  const sheets = gathering.try(() => readSheets(folder, paper.decimalMark)) ?? new Map();
  const tables: RawFolder["tables"] = {};
  const names = [...keysIn(paper.exhibits), "text", "claims"];
  const sources = keysIn(paper.sources).map((key) => `sources/${key}`);
  gathering.each([...names, ...sources], (name) => {
    const info = sources.includes(name)
      ? paper.sources!.find(({ key }) => name === `sources/${key}`)
      : undefined;
    const table = readTable(folder, name, sheets, info);
    if (table === undefined) return;
    tables[name] = table;
    check(() => requireLines(name === "text" || name === "claims" ? name : "table", table));
  });
  check(() => requireNamed(folder, [...names, ...sources]));
  const findings = gathering.try(() => {
    if (!existsSync(join(folder, "findings.json"))) return [];
    const { content, text } = readJson(folder, "findings.json");
    if (!isChecked) requireShape("findings", content, "findings.json", text);
    return content;
  });
  const raw = { where: folder, paper: content, findings: findings ?? [], tables };
  // Readable files are read, so that their faults are listed with these.
  if (isPaper && !gathering.isWhole) faultsIn(raw, gathering);
  gathering.end();
  return raw;
}

/** The keys in a list of exhibits or sources; the schema says what is wrong with another. */
const keysIn = (list: unknown): string[] =>
  Array.isArray(list)
    ? list.flatMap((entry: { key?: unknown } | null) => (typeof entry?.key === "string" ? entry.key : []))
    : [];

function requireFolder(folder: string): void {
  if (!existsSync(folder)) throw new RangeError(text("error.papersFolderRequiredNot", { folder }));
  if (!statSync(folder).isDirectory())
    throw new RangeError(text("error.papersFolderRequiredFile", { folder }));
  const files = readdirSync(folder);
  if (files.includes("paper.json")) return;
  const key = files.length === 0 ? "error.papersFolderPaperJsonEmpty" : "error.papersFolderPaperJsonHas";
  throw new RangeError(text(key, { folder, files: files.slice(0, 8).join(", ") }));
}

/** Files beside the tables: a paper's captions, and an import's results not yet accepted. */
const BESIDE = ["captions", "candidates", "proposed"];

/** A table missing from `paper.json` would silently not be judged. */
function requireNamed(folder: string, names: readonly string[]): void {
  const files = ["", "sources/"].flatMap((below) => namesIn(join(folder, below)).map((name) => below + name));
  for (const file of files) {
    const [, name] = /^(.*)\.csv$/.exec(file) ?? [];
    if (name === undefined || BESIDE.includes(name) || names.includes(name)) continue;
    throw new RangeError(text("error.paperJsonNamesNoTable", { name, file: join(folder, file) }));
  }
}

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

type Sheets = ReadonlyMap<string, Grid["rows"]>;

function readSheets(folder: string, decimalMark: string | undefined): Sheets {
  const path = join(folder, WORKBOOK);
  return existsSync(path) ? workbookSheets(readRegular(path), WORKBOOK, decimalMark) : new Map();
}

/** Only numbers in sentences are optional: a paper may have none. */
function readTable(folder: string, name: string, sheets: Sheets, source?: SourceInfo): Grid | undefined {
  const path = join(folder, `${name}.csv`);
  const sheet = sheets.get(name.replace("sources/", ""));
  const document = source === undefined || sheet !== undefined ? null : documentOf(folder, source);
  if (document !== null) {
    if (readDocument === undefined) throw new Error(text("source.noReader", { file: document }));
    return readDocument(join(folder, "sources", document), source?.table);
  }
  const isTable = name !== "text" && name !== "claims";
  if (sheet === undefined && !isTable)
    return name === "text" && !existsSync(path) ? undefined : readGrid("loadLedger", path);
  if (sheet === undefined) return looseGrid("loadLedger", `${name}.csv`, readLines("loadLedger", path).lines);
  if (existsSync(path))
    throw new RangeError(text("error.onePlaceCsvAndSheet", { name, got: name, WORKBOOK }));
  return (isTable ? looseGrid : gridOf)("loadLedger", `${WORKBOOK}, sheet ${name}`, sheet);
}

/** The file named by a source, or the only file of its key that is not CSV. */
function documentOf(folder: string, { key, file }: SourceInfo): string | null {
  if (file !== undefined) return file;
  const names = namesIn(join(folder, "sources"));
  const own = names.filter((name) => name.slice(0, -extname(name).length) === key);
  if (own.length > 1) throw new RangeError(text("source.files", { key, files: own.join(", ") }));
  return own.length === 0 || own[0] === `${key}.csv` ? null : own[0]!;
}

/** @throws an error naming the file that is not UTF-8 text, or the file and, if known, the line of invalid JSON */
export function readJson(folder: string, name: string): { content: unknown; text: string } {
  const { text: content } = decodeText(readRegular(join(folder, name)), name, "utf-8");
  try {
    return { content: JSON.parse(content) as unknown, text: content };
  } catch (error) {
    const message = (error as Error).message.replace(
      /position (\d+).*/,
      (_, at: string) => `line ${content.slice(0, Number(at)).split("\n").length}`,
    );
    const file = join(folder, name);
    throw new Error(text("error.loadLedgerCannotRead", { file, message }), { cause: error });
  }
}
