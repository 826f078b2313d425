import {
  cell,
  emptyDocument,
  labelOf,
  squeezed,
  withCaptions,
  type Block,
  type DocumentTable,
  type PaperDocument,
} from "./document.js";
import { readHtml } from "./read-markup.js";

const table = (lines: readonly (readonly string[])[], more: Partial<DocumentTable> = {}): DocumentTable => ({
  ...{ label: "", caption: "", notes: [] },
  rows: lines.map((cells) => cells.map((text) => cell(squeezed(text)))),
  ...more,
});

/** Markdown: its tables with "|", and the lines of text. */
export function readMarkdown(text: string): PaperDocument {
  const blocks: Block[] = [];
  const lines = text.split(/\r?\n/);
  const bare = (part: string): string =>
    part.replace(/(\*\*|__|`)(?=\S)(.*?\S)\1/g, "$2").replace(/\\([*_|])/g, "$1");
  for (let at = 0; at < lines.length; at++) {
    if (!isPiped(lines[at]!) || !/^\s*\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?\s*\|?\s*$/.test(lines[at + 1] ?? "")) {
      const line = squeezed(bare(lines[at]!.replace(/^\s*(?:#+|>|[-*+])\s+/, "")));
      if (line !== "") blocks.push({ text: line });
      continue;
    }
    const from = at;
    while (at + 1 < lines.length && isPiped(lines[at + 1]!)) at++;
    const rows = lines.slice(from, at + 1).filter((_, place) => place !== 1);
    blocks.push({
      table: table(
        rows.map((line) =>
          line
            .trim()
            .replace(/^\||(?<!\\)\|$/g, "")
            .split(/(?<!\\)\|/)
            .map(bare),
        ),
        { heads: 1 },
      ),
    });
  }
  const title = lines.find((line) => /^#\s/.test(line))?.replace(/^#\s+/, "") ?? "";
  return {
    ...emptyDocument(),
    title,
    blocks: withCaptions(blocks),
    plain: text.replace(/(?<!\\)\|/g, " ").replace(/\*\*|__|`|\\/g, ""),
  };
}

const isPiped = (line: string): boolean => (line.match(/(?<!\\)\|/g) ?? []).length > 0 && line.trim() !== "";

/** A workbook: each sheet is a table, its name the caption. */
export function readSheets(
  sheets: ReadonlyMap<string, { cells: readonly (string | number)[] }[]>,
): PaperDocument {
  const all = [...sheets].filter(([, rows]) => rows.length > 1);
  const tables = all.map(([name, rows]): DocumentTable =>
    table(
      rows.map(({ cells }) => cells.map(String)),
      { ...labelOf(name) },
    ),
  );
  return {
    ...emptyDocument(),
    blocks: tables.map((one) => ({ table: one })),
    plain: all.map(([name, rows]) => [name, ...rows.map(({ cells }) => cells.join(" "))].join(" ")).join(" "),
  };
}

/** A program's log or a text in fixed width: tables are runs of lines in columns, parted by rules or by two blanks. */
export function readFixedWidth(text: string): PaperDocument {
  const blocks: Block[] = [];
  let run: string[] = [];
  const flush = (): void => {
    const rows = run.filter((line) => !isRule(line));
    const numbers = rows.filter((line) => /\d/.test(line)).length;
    if (rows.length > 1 && numbers > 1) blocks.push({ table: table(columnsOf(rows)) });
    else rows.forEach((line) => blocks.push({ text: squeezed(line) }));
    run = [];
  };
  for (const line of text.split(/\r?\n/)) {
    if (
      isRule(line) ||
      /\S(?:\s{2,}|\s*[|│]\s*)\S/.test(line.trimEnd()) ||
      (run.length > 0 && /^\s*\S+\s+[-\d.]/.test(line))
    )
      run.push(line);
    else {
      flush();
      if (line.trim() !== "") blocks.push({ text: squeezed(line) });
    }
  }
  flush();
  return { ...emptyDocument(), blocks: withCaptions(blocks), plain: text.replace(/[|│]/g, " ") };
}

const isRule = (line: string): boolean => /^[\s+|│┼─=_-]{4,}$/.test(line) && /[-=─_]{3}/.test(line);

/** Columns part where no line has a sign: one blank suffices between numbers that stand under one another. */
function columnsOf(lines: readonly string[]): string[][] {
  const bare = lines.map((line) => line.replace(/[|│]/g, " "));
  const width = Math.max(...bare.map((line) => line.length));
  const body = bare.slice(1);
  const isGap = Array.from({ length: width }, (_, at) => body.every((line) => (line[at] ?? " ") === " "));
  const edges: [number, number][] = [];
  for (let at = 0; at < width; at++) {
    if (isGap[at]) continue;
    const from = at;
    while (at < width && !isGap[at]) at++;
    edges.push([from, at]);
  }
  return bare.map((line, place) =>
    place === 0 ? headOf(line, edges) : edges.map(([from, to]) => line.slice(from, to)),
  );
}

/** A head may reach over its column: each of its pieces goes to the column that it overlaps or is nearest to. */
function headOf(line: string, edges: readonly [number, number][]): string[] {
  const cells = edges.map(() => "");
  for (const piece of line.matchAll(/\S+(?:\s\S+)*/g)) {
    const [from, to] = [piece.index, piece.index + piece[0].length];
    const distance = ([left, right]: readonly [number, number]): number =>
      Math.max(0, left - to, from - right);
    const nearest = edges.reduce(
      (best, edge, at) => (distance(edge) < distance(edges[best]!) ? at : best),
      0,
    );
    cells[nearest] = squeezed(`${cells[nearest]} ${piece[0]}`);
  }
  return cells;
}

/** An executed notebook: the tables in its outputs, HTML before text. */
export function readNotebookTables(text: string, file: string): PaperDocument {
  const cells = (JSON.parse(text) as { cells?: { outputs?: Output[] }[] }).cells ?? [];
  const outputs = cells.flatMap(({ outputs = [] }) => outputs);
  const documents = outputs.map((output) => {
    const html = lines(output.data?.["text/html"]);
    return html.includes("<table")
      ? readHtml(html, file)
      : readFixedWidth(lines(output.data?.["text/plain"] ?? output.text));
  });
  return {
    ...emptyDocument(),
    blocks: documents.flatMap(({ blocks }) => blocks),
    plain: documents.map(({ plain }) => plain).join(" "),
  };
}

interface Output {
  data?: Record<string, string | string[]>;
  text?: string | string[];
}
const lines = (text: string | string[] = ""): string => (Array.isArray(text) ? text.join("") : text);
