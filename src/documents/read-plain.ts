import { latePackage } from "../base/late-package.js";
import { emptyDocument, labelOf, type DocumentTable, type PaperDocument } from "./document.js";
import { COLUMNS, fixedTable, gridTable, readFixedWidth, table } from "./read-fixed.js";
import { plainMarkup, readHtml } from "./read-markup.js";
import { readable } from "./tex-text.js";

const marked = latePackage<typeof import("marked")>("marked");

/** Reads Markdown by way of its HTML, and pandoc's tables in fixed width. */
export function readMarkdown(text: string, file: string): PaperDocument {
  const page = marked().parse(withoutFormulas(withTables(text)), { async: false });
  // Two stars that enclose nothing are stars of significance.
  const bold = /(?<![\p{L}\p{N}.)*>])(\*\*|__)(?=[^\s*])([^|\n]*?[^\s|])\1/gu;
  const plain = withoutFormulas(text)
    .replace(bold, "$2")
    .replace(/(?<!\\)\|/g, " ")
    .replace(/`|\\/g, "");
  return { ...readHtml(page, file), plain: plainMarkup(plain) };
}

/** Markdown without pandoc's formulas, notes, superscripts and raw pieces. */
const withoutFormulas = (text: string): string =>
  text
    .replace(/\$(?=\S)([^$\n]*?[^\s\\$])\$(?!\d)/g, (_, formula: string) =>
      readable(formula).replaceAll("*", "\\*"),
    )
    .replace(/\^([^\s^|[\]]+)\^|\[\^[^\]\s]+\](?!:)/g, (_, mark = "1") => `<sup>${mark}</sup>`)
    .replace(/`[^`\n]*`\{=\w+\}/g, "");

/** Markdown whose drawn tables, and those in blocks of code, are HTML. */
function withTables(text: string): string {
  const lines = text.split(/\r?\n/);
  const out: string[] = [];
  const endOf = (from: number, isEnd: (line: string) => boolean): number => {
    const end = lines.findIndex((line, at) => at >= from && isEnd(line));
    return end < 0 ? lines.length : end;
  };
  // A line of blanks is as wide as its table.
  const isBlank = (line = ""): boolean => line.trim() === "" && line.length < 20;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const isFence = /^\s*(?:`{3,}|~{3,})/.test(line);
    const isFull = /^\s*-{3,}\s*$/.test(line);
    const columns = [1, 2, 3, 4].find((below) => COLUMNS.test(lines[at + below] ?? ""));
    const isSimple =
      COLUMNS.test(line) ||
      (!isBlank(line) &&
        columns !== undefined &&
        lines.slice(at, at + columns).every((one) => !isBlank(one)));
    if (/^\s*\+[-=+:]+\+\s*$/.test(line)) {
      const end = endOf(at, (one) => !/^\s*[+|]/.test(one));
      out.push(markup(gridTable(lines.slice(at, end))), "");
      at = end - 1;
    } else if (isFence || isSimple) {
      const top = isFence || isFull || COLUMNS.test(line);
      const end = isFence
        ? endOf(at + 1, (one) => one.trim().startsWith(line.trim().slice(0, 3)))
        : isFull
          ? endOf(at + (columns ?? 0) + 1, (one) => /^\s*-{3,}\s*$/.test(one))
          : endOf(at + (columns ?? 0) + 1, (one) => isBlank(one) || (top && COLUMNS.test(one)));
      const tables = isFence
        ? readFixedWidth(lines.slice(at + 1, end).join("\n")).blocks.flatMap((block) =>
            "table" in block ? block.table : [],
          )
        : [fixedTable(lines.slice(at, end).filter((one) => one.trim() !== ""))];
      if (tables.length > 0) out.push("", ...tables.flatMap((one) => [markup(one), ""]));
      else out.push(...lines.slice(at, end + 1));
      at = end;
    } else out.push(line);
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
