import Papa from "papaparse";
import { text as said } from "../base/text.js";
import { readCell, readPrinted } from "../ledger/parse-number.js";
import type { PaperInfo } from "../ledger/paper-folder.js";
import {
  documentPatterns,
  numberOfLabel,
  squeezed,
  withNotes,
  withTitle,
  type DocumentTable,
  type PaperDocument,
} from "./document.js";
import { countsIn, distinct, importedTable, isYear, type ImportedTable } from "./exhibit.js";
import { occurrence } from "./occurs.js";
import { testsIn } from "./reported-tests.js";

/** A paper's folder as files by name, and what was read of the document. */
export interface ImportedPaper {
  files: ReadonlyMap<string, string>;
  counts: Record<"tables" | "cells" | "numbers" | "candidates" | "tests" | "leftOut", number>;
}

interface Exhibit {
  key: string;
  name: string;
  caption: string;
  notes: string[];
  table: ImportedTable;
  /** Its columns and rows of counts. */
  exact: string[];
}

/**
 * Makes a paper's folder from its document: tables as printed and sentences with numbers, nothing judged. A table is
 * left out, and named, if one of its cells does not occur in the document as it was read.
 */
export function importPaper(document: PaperDocument, file: string, key: string): ImportedPaper {
  const leftOut = [...document.leftOut];
  const missingOf = occurrence(document.plain);
  const tables = document.blocks.flatMap((block) =>
    "table" in block ? withNotes(withTitle(block.table)) : [],
  );
  const exhibits = named(tables).flatMap(({ table: printed, ...about }): Exhibit[] => {
    const { rows, caption, notes } = printed;
    const missing = missingOf(rows.flat().map(({ text }) => text));
    const table = importedTable(printed);
    const why = missing.length > 0 ? missingText(missing) : reasonToLeaveOut(table);
    if (why !== null) {
      leftOut.push(`${about.name}: ${why}`);
      return [];
    }
    leftOut.push(...table.unread.map((one) => said("imported.unread", { key: about.key, cell: one })));
    return [{ ...about, caption, notes, table, exact: countsIn(table, caption) }];
  });
  const cells = exhibits.flatMap(({ table }) => filledOf(table));
  const mark = decimalMarkOf(cells);
  const inSentences = candidatesOf(document, onlyPlaces(exhibits), mark);
  const linesOf = (isTest: boolean): string[][] =>
    inSentences.filter((one) => one.isTest === isTest).map(({ line }) => line);
  const [tests, candidates] = [linesOf(true), linesOf(false)];
  const counts = {
    tables: exhibits.length,
    cells: cells.length,
    numbers: cells.filter((text) => readPrinted(text, mark) !== null).length,
    candidates: candidates.length,
    tests: tests.length,
    leftOut: leftOut.length,
  };
  const files = new Map([
    ["paper.json", `${JSON.stringify(paperOf(document, exhibits, key, file, mark), null, 2)}\n`],
    ...exhibits.map(({ key: name, table }) => [`${name}.csv`, csv([table.header, ...table.rows])] as const),
    ["claims.csv", "cells,role,formula,source,law,says,note\n"],
    ...(tests.length > 0 ? [["text.csv", csv([TEXT, ...tests])] as const] : []),
    ["candidates.csv", csv([TEXT, ...candidates])],
    ["sources/README.md", `${said("imported.sources")}\n`],
    ["import.md", pageOf(document, file, exhibits, leftOut, counts)],
  ]);
  return { files, counts };
}

const TEXT = ["key", "printed", "where", "says", "exact"];
const csv = (rows: readonly (readonly string[])[]): string =>
  `${Papa.unparse(rows as string[][], { newline: "\n" })}\n`;

/** Each table's key and name: "T3" for "Table 3", the next free number if it has none. */
function named(tables: readonly DocumentTable[]): { key: string; name: string; table: DocumentTable }[] {
  const numbers = tables.map(({ label }) => numberOfLabel(label));
  const taken = new Set(numbers);
  let next = 1;
  const keys = numbers.map((number) => {
    while (number === "" && taken.has(String(next))) next++;
    return `T${number === "" ? String(next++) : number}`;
  });
  const unique = distinct(keys).map((key) => key.replace(/ \((\d+)\)/, "_$1"));
  return tables.map((table, at) => {
    const key = unique[at]!;
    const name = squeezed(table.label).replace(/[.:]+$/, "");
    return { key, name: name || said("imported.table", { number: key.slice(1) }), table };
  });
}

/** Why a misread table is left out: one lost decimal point turns 12.5 into 125. */
function missingText(missing: readonly string[]): string {
  const cells = missing.slice(0, 5).map((one) => `"${one}"`);
  return said("imported.missing", { count: missing.length, cells: cells.join(", ") });
}

function reasonToLeaveOut(table: ImportedTable): string | null {
  if (table.header.length < 2 || table.rows.length === 0) return said("imported.noCells");
  return filledOf(table).some((text) => /\d/.test(text)) ? null : said("imported.noNumbers");
}

/** The cells of a table that are not empty, without the rows' names. */
const filledOf = ({ rows }: ImportedTable): string[] =>
  rows.flatMap((row) => row.slice(1)).filter((text) => text !== "");

/** The decimal mark, if commas and points tell: more numbers such as "0,5" than "0.5", or the reverse. */
function decimalMarkOf(cells: readonly string[]): PaperInfo["decimalMark"] {
  const count = (form: RegExp): number => cells.filter((text) => form.test(text)).length;
  const [points, commas] = [count(/\d\.\d/), count(/(?:^|\D)\d+,(?:\d{1,2}|\d{4,})(?!\d)|(?:^|\D)0,\d/)];
  if (commas > points) return ",";
  return points > 0 || count(/\d,\d{3},\d{3}/) > 0 ? "." : undefined;
}

function paperOf(
  document: PaperDocument,
  exhibits: readonly Exhibit[],
  key: string,
  file: string,
  mark: PaperInfo["decimalMark"],
): object {
  const { title, authors, journal, year, doi, language } = document;
  const plainKey = key.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""); // prettier-ignore
  return {
    key: plainKey || "paper",
    title: { en: title || file },
    authors: authors.length > 0 ? authors : [said("imported.noAuthors")],
    ...(journal !== "" && { journal }),
    ...(year !== null && { year }),
    ...(/^10\./.test(doi) && { doi }),
    languages: [language || "en"],
    ...(mark !== undefined && { decimalMark: mark }),
    transcription: said("imported.transcription", { file }),
    exhibits: exhibits.map(({ key: own, name, caption, exact }) => ({
      key: own,
      name: (caption === "" ? name : `${name}: ${caption}`).slice(0, 300),
      ...(exact.length > 0 && { exact }),
    })),
    sources: [],
  };
}

const FIGURE =
  /(?<![\p{L}\d.,/[–-])[<>≤≥]?\s?[-−–]?(?:(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d+)(?:[.,·]\d+)?|\.\d+)\s?%?(?![\p{L}\d/\]])/gu;
const LONGEST = 400;
/**
 * Numbers in sentences: with a fraction, percent sign or comparison, or of two digits or more but no year. Those of a
 * reported test are results of the paper.
 */
function candidatesOf(
  { blocks }: PaperDocument,
  places: ReadonlyMap<string, string>,
  decimalMark: PaperInfo["decimalMark"],
): { line: string[]; isTest: boolean }[] {
  const found: { line: string[]; isTest: boolean }[] = [];
  blocks.forEach((block, at) => {
    if (!("text" in block) || /^(?:references|bibliography)$/i.test(block.text)) return;
    for (const whole of block.text.slice(0, 20_000).split(/(?<=[.!?])\s+(?=\p{Lu})/u)) {
      const sentence = whole.slice(0, LONGEST);
      const tests = new Set(testsIn(sentence).flatMap(({ value, p }) => [value, p]));
      for (const { 0: text, index } of whole.matchAll(FIGURE)) {
        const printed = text.trim();
        const isPlain = /^\d+$/.test(printed);
        const start = index + text.length - text.trimStart().length;
        const isTest = tests.has(start) && readCell(printed, { decimalMark }) !== null;
        if (!isTest && isPlain && (printed.length < 2 || isYear(printed))) continue;
        if (documentPatterns().part.test(whole.slice(0, index))) continue;
        if (readPrinted(printed.replace(/^[<>≤≥]\s?/, "")) === null) continue;
        const where = said("imported.paragraph", { number: at + 1 });
        const cell = places.get(printed.replace(/[^\d.,]/g, ""));
        const place = cell === undefined ? where : said("imported.same", { where, cell });
        const key = `n${found.length + 1}`;
        found.push({ isTest, line: [key, printed, place, sentence, isPlain && !isTest ? "yes" : ""] });
      }
    }
  });
  return found.slice(0, 2_000);
}

/** Numbers of three digits or more that only one cell of all tables prints, with that cell: a sentence may mean it. */
function onlyPlaces(exhibits: readonly Exhibit[]): Map<string, string> {
  const places = new Map<string, string>();
  const twice = new Set<string>();
  for (const { key, table } of exhibits)
    for (const [row, ...cells] of table.rows)
      for (const [at, text] of cells.entries())
        for (const [number] of text.matchAll(/\d+[.,]\d+/g)) {
          if (places.has(number)) twice.add(number);
          if (/[1-9]\D*\d\D*\d/.test(number))
            places.set(number, `${key}[${JSON.stringify(table.header[at + 1])}][${JSON.stringify(row)}]`);
        }
  twice.forEach((number) => places.delete(number));
  return places;
}

/** Writes `import.md`: what was read and what was not. */
function pageOf(
  { title, authors, blocks }: PaperDocument,
  file: string,
  exhibits: readonly Exhibit[],
  leftOut: readonly string[],
  counts: ImportedPaper["counts"],
): string {
  const list = (items: readonly string[]): string =>
    items.map((item) => `- ${item.replace(/\s+/g, " ")}`).join("\n");
  const tables = exhibits.map(({ key, name, caption, table }) => {
    const [filled, { rows, heads, spans, sections }] = [filledOf(table), table];
    const texts = filled.filter((text) => readPrinted(text) === null);
    const shown = [...new Set(texts)].slice(0, 6).map((text) => `"${text}"`).join(", "); // prettier-ignore
    const counted = [rows.length, filled.length, filled.length - texts.length, heads, spans, sections.length];
    const cells = [key, name, caption, ...counted, shown].map((cell) => String(cell).replaceAll("|", "\\|"));
    return `| ${cells.join(" | ")} |`;
  });
  const notes = exhibits.flatMap(({ key, notes: own }) => own.map((note) => `${key}: ${note}`));
  const exact = exhibits.flatMap((one) => one.exact.length > 0 ? `${one.key}: ${one.exact.join(", ")}` : []); // prettier-ignore
  const heads = said("imported.heads").split("|");
  const unsaid = [...(title === "" ? ["title"] : []), ...(authors.length === 0 ? ["authors"] : [])];
  return [
    `# ${said("imported.title", { file })}`,
    said("imported.counts", { ...counts, paragraphs: blocks.filter((block) => "text" in block).length }),
    said("imported.held"),
    ...(counts.tests > 0 ? [said("imported.tests", counts)] : []),
    ...(unsaid.length > 0 ? [said("imported.unsaid", { what: unsaid.join(", ") })] : []),
    `## ${said("imported.tables")}`,
    [`| ${heads.join(" | ")} |`, `|${heads.map(() => "---").join("|")}|`, ...tables].join("\n"),
    said("imported.lines"),
    ...(exact.length > 0 ? [said("imported.exact", { list: exact.join("; ") })] : []),
    ...(leftOut.length > 0 ? [`## ${said("imported.leftOut")}`, list(leftOut)] : []),
    ...(notes.length > 0 ? [`## ${said("imported.notes")}`, list(notes)] : []),
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
}
