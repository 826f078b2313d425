import { escapeHtml } from "../base/escape.js";
import { latePackage } from "../base/late-package.js";
import { emptyDocument, labelOf, type DocumentTable, type PaperDocument } from "./document.js";
import { COLUMNS, fixedTable, gridTable, table } from "./read-fixed.js";
import { plainMarkup, readHtml } from "./read-markup.js";
import { readable } from "./tex-text.js";

const marked = latePackage<typeof import("marked")>("marked");

/** Reads Markdown by way of its HTML, and pandoc's tables in fixed width. */
export function readMarkdown(text: string, file: string): PaperDocument {
  const page = marked().parse(
    outsideCode(text, (piece) => withoutFormulas(withTables(piece))),
    { async: false },
  );
  // Two stars that enclose nothing are stars of significance.
  const bold = /(?<![\p{L}\p{N}.)*>])(\*\*|__)(?=[^\s*])([^|\n]*?[^\s|])\1/gu;
  const plain = outsideCode(text, withoutFormulas)
    .replace(bold, "$2")
    .replace(/(?<!\\)\|/g, " ")
    .replace(/`|\\/g, "");
  return { ...readHtml(page, file), plain: `${plainMarkup(plain)} value` };
}

const CODE = /(^[ \t]*(?:`{3}[^]*?^[ \t]*`{3}|~{3}[^]*?^[ \t]*~{3}).*$)/m;

/** Changes what is outside Markdown's blocks of code. */
const outsideCode = (text: string, change: (piece: string) => string): string =>
  text
    .split(CODE)
    .map((piece, at) => (at % 2 === 0 ? change(piece) : piece))
    .join("");

/** Markdown without pandoc's formulas, notes, superscripts and raw pieces. */
const withoutFormulas = (text: string): string =>
  text
    .replace(/\$(?=\S)([^$\n]*?[^\s\\$])\$(?!\d)/g, (_, formula: string) =>
      readable(formula).replaceAll("*", "\\*"),
    )
    .replace(/\^([^\s^|[\]]+)\^|\[\^[^\]\s]+\](?!:)/g, (_, mark = "1") => `<sup>${mark}</sup>`)
    .replace(/`[^`\n]*`\{=\w+\}/g, "");

const BORDER = /^\s*\+[-=+:]+\+\s*$/;
const FULL_RULE = /^\s*-{3,}\s*$/;

/** Markdown whose drawn tables are HTML. */
function withTables(text: string): string {
  const lines = text.split(/\r?\n/);
  const out: string[] = [];
  let at = 0;
  const take = (from: number, isEnd: (line: string) => boolean): string[] => {
    const start = at;
    for (at += from; at < lines.length && !isEnd(lines[at]!); at++);
    return lines.slice(start, at);
  };
  // A line of blanks is as wide as its table.
  const isBlank = (line: string): boolean => line.trim() === "" && line.length < 20;
  while (at < lines.length) {
    const line = lines[at]!;
    const isTop = COLUMNS.test(line);
    const isFull = FULL_RULE.test(line);
    const columns = lines.slice(at, at + 5).findIndex((one, below) => below > 0 && COLUMNS.test(one));
    const isHead = columns > 0 && !lines.slice(at, at + columns).some(isBlank);
    if (BORDER.test(line)) out.push(markup(gridTable(take(0, (one) => !/^\s*[+|]/.test(one)))), "");
    else if (isTop || isHead) {
      const isEnd = (one: string): boolean =>
        isFull ? FULL_RULE.test(one) : isBlank(one) || (isTop && COLUMNS.test(one));
      const drawn = take(Math.max(columns, 0) + 1, isEnd).filter((one) => one.trim() !== "");
      out.push("", markup(fixedTable(drawn)), "");
      at++;
    } else out.push(lines[at++]!);
  }
  return out.join("\n");
}

const markup = ({ caption, rows, heads = 0 }: DocumentTable): string => {
  const lines = rows.map((row, at) => {
    const name = at < heads ? "th" : "td";
    const cells = row.map(({ text, columns }) => {
      const inside = marked().parseInline(withoutFormulas(text).replace(/\n/g, "<br>"), { async: false });
      return `<${name} colspan="${columns}">${inside}</${name}>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<table><caption>${caption}</caption>${lines.join("")}</table>`;
};

/** Reads a workbook: each sheet is a table, its name the caption. */
export function readSheets(
  sheets: ReadonlyMap<string, { cells: readonly (string | number)[] }[]>,
): PaperDocument {
  const all = [...sheets]
    .filter(([, rows]) => rows.length > 1)
    .map(([name, rows]) => ({ name, lines: rows.map(({ cells }) => cells.map(String)) }));
  return {
    ...emptyDocument(),
    blocks: all.map(({ name, lines }) => ({ table: table(lines, labelOf(name)) })),
    plain: all.flatMap(({ name, lines }) => [name, ...lines.flat()]).join(" "),
  };
}

/** Reads the tables in a notebook's outputs, as HTML if there is any, else as text. */
export function readNotebookTables(text: string, file: string): PaperDocument {
  const cells = (JSON.parse(text) as { cells?: { outputs?: Output[] }[] }).cells ?? [];
  const outputs = cells.flatMap(({ outputs = [] }) => outputs);
  const pieces = outputs.map(({ data, text }) => {
    const html = lines(data?.["text/html"]);
    return html.includes("<table") ? html : `<pre>${escapeHtml(lines(data?.["text/plain"] ?? text))}</pre>`;
  });
  return readHtml(pieces.join("\n"), file);
}

interface Output {
  data?: Record<string, string | string[]>;
  text?: string | string[];
}
const lines = (text: string | string[] = ""): string => (Array.isArray(text) ? text.join("") : text);
