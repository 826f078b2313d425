import { decodeHTML } from "entities";
import { text as said } from "../base/text.js";
import {
  cell,
  emptyDocument,
  labelOf,
  squeezed,
  withCaptions,
  type Block,
  type DocumentTable,
  type PaperDocument,
  type ReadCell,
} from "./document.js";
import {
  attribute,
  bracketed,
  elements,
  LINE_BREAK,
  innerText,
  treeOf,
  type Element,
} from "./markup-tree.js";
import { readFixedWidth } from "./read-fixed.js";

const words = (one: Element | undefined): string => (one === undefined ? "" : squeezed(innerText(one)));
const first = (root: Element, names: string): Element | undefined => elements(root, names)[0];

/** Reads an HTML page: its tables, its sentences, and the paper's data in its head. */
export function readHtml(text: string, file: string): PaperDocument {
  const root = treeOf(text, file, false);
  const meta = (...names: string[]): string[] =>
    elements(root, "meta")
      .filter((one) => names.includes((attribute(one, "name") || attribute(one, "property")).toLowerCase()))
      .map((one) => squeezed(attribute(one, "content")));
  const blocks = blocksOf(first(root, "body") ?? root);
  return {
    ...emptyDocument(),
    title:
      meta("citation_title", "dc.title", "og:title")[0] ??
      (words(first(root, "h1")) || words(first(root, "title"))),
    authors: meta("citation_author", "dc.creator", "author"),
    journal: meta("citation_journal_title")[0] ?? "",
    year: yearOf(meta("citation_publication_date", "citation_date", "citation_online_date", "dc.date")[0]),
    doi: doiOf(meta("citation_doi", "dc.identifier")[0] ?? ""),
    language: languageOf(attribute(first(root, "html"), "lang")),
    blocks: withCaptions(blocks.filter((block) => !("table" in block) || isTable(block.table))),
    // "value" heads the pairs of a program's output.
    plain: `${plainMarkup(text)} value`,
  };
}

export const languageOf = (tag: string): string => /^[a-z]{2,3}/i.exec(tag)?.[0].toLowerCase() ?? "";
const yearOf = (date = ""): number | null =>
  Number(/\b(?:1[5-9]|20)\d\d\b/.exec(date)?.[0] ?? Number.NaN) || null;
const doiOf = (text: string): string => /\b10\.\d{4,9}\/\S+/.exec(text)?.[0] ?? "";

/** Tables also lay out pages; a table of data has a number beside another cell. */
const isTable = ({ rows }: DocumentTable): boolean =>
  rows.length > 1 &&
  rows.some((row) => row.length > 1 && row.some(({ text }) => /\d/.test(text) && text.length < 60));

const PARAGRAPHS = /^(?:p|h[1-6]|li|blockquote|figcaption|dd|dt|caption)$/;

/** Paragraphs and tables in reading order. */
function blocksOf(root: Element): Block[] {
  const blocks: Block[] = [];
  let loose = "";
  const flush = (): void => {
    const text = squeezed(loose);
    if (text !== "") blocks.push({ text });
    loose = "";
  };
  const walk = (one: Element): void => {
    for (const child of one.children) {
      if (typeof child === "string") loose += child;
      else if (child.name === "table" && !isLayout(child)) {
        flush();
        blocks.push({ table: tableOf(child) });
      } else if (child.name === "pre") {
        flush();
        blocks.push(...preformatted(innerText(child)));
      } else if (PARAGRAPHS.test(child.name) && elements(child, "table").length === 0) {
        flush();
        loose = innerText(child);
        flush();
      } else if (/^(?:script|style|noscript|svg|head|nav|math)$/.test(child.name)) loose += " ";
      else if (/^(?:span|a|b|i|em|strong|sub|sup|small|u|code|font|cite|abbr)$/.test(child.name))
        loose += innerText({ ...one, children: [child] });
      else {
        flush();
        walk(child);
        flush();
      }
    }
  };
  walk(root);
  flush();
  return blocks;
}

/** The tables of a program's output on a page. */
function preformatted(text: string): Block[] {
  const { blocks } = readFixedWidth(text.replaceAll(LINE_BREAK, "\n"));
  return blocks.some((block) => "table" in block) ? blocks : [{ text: squeezed(text) }];
}

/** Whether a table only arranges others, each with rows and columns of its own. */
const isLayout = (table: Element, [own, rows, cells] = ["table", "tr", "td th"]): boolean =>
  elements(table, own!).some((one) => elements(one, rows!).length > 1 && elements(one, cells!).length > 3);

/** A table of HTML or JATS; its header is its thead, or else the first rows without td. */
function tableOf(table: Element): DocumentTable {
  const caption = words(first(table, "caption"));
  const lines = elements(table, "tr", "tr");
  const rows = lines.map((line) => elements(line, "td th", "td th").map(cellOf));
  const inHead = first(table, "thead");
  const heads = inHead ? elements(inHead, "tr").length : lines.findIndex((line) => first(line, "td"));
  return { ...labelOf(caption), notes: [], rows, ...(heads > 0 && { heads }) };
}

/** Joins a cell's lines: figures on two lines are two numbers, words are one text. */
function cellText(text: string): string {
  const lines = text.split(LINE_BREAK).map(squeezed).filter(Boolean);
  return lines.join(lines.every((line) => /\d/.test(line)) && lines.length < 5 ? "\n" : " ");
}

function cellOf(one: Element): ReadCell {
  const span = (name: string): number =>
    Math.min(1_000, Math.max(1, Math.trunc(Number(attribute(one, name)) || 1)));
  return cell(cellText(innerText(one)), span("colspan"), span("rowspan"));
}

/** Reads a JATS article or a variant, as of PMC (nxml), eLife or SciELO. */
export function readJats(text: string, file: string): PaperDocument {
  const root = treeOf(text, file, true);
  const meta = first(root, "article-meta") ?? root;
  const author = (one: Element): string =>
    ["given-names", "surname"].map((name) => words(first(one, name))).join(" ").trim() || words(first(one, "collab")); // prettier-ignore
  const authors = elements(meta, "contrib").filter((one) => ["author", ""].includes(attribute(one, "contrib-type"))); // prettier-ignore
  const leftOut: string[] = [];
  const tables = elements(root, "table-wrap").flatMap((wrap): DocumentTable[] => {
    const own = elements(wrap, "table");
    const label = words(first(wrap, "label"));
    if (own.length === 0) leftOut.push(`${label || "a table"}: a picture`);
    const notes = elements(wrap, "table-wrap-foot").flatMap((foot) => elements(foot, "p attrib").map(words));
    const caption = words(first(wrap, "caption"));
    const labelled = (at: number): string => own.length > 1 ? `${label} ${"abcdefghijklmnopqrstuvwxyz"[at] ?? ""}`.trim() : label; // prettier-ignore
    return own.map((table, at) => ({ ...tableOf(table), label: labelled(at), caption, notes }));
  });
  // A paragraph of a table's caption or foot is not part of the text.
  const ofTables = new Set(elements(root, "table-wrap").flatMap((wrap) => elements(wrap, "p")));
  const sentences = elements(root, "abstract body").flatMap((part) =>
    elements(part, "p").filter((one) => elements(one, "table-wrap").length === 0 && !ofTables.has(one)),
  );
  const ids = elements(meta, "article-id").filter((one) => attribute(one, "pub-id-type") === "doi");
  return {
    ...emptyDocument(),
    title: words(first(meta, "article-title")),
    authors: authors.map(author).filter((name) => name !== ""),
    journal: words(first(root, "journal-title")),
    year: yearOf(words(first(first(meta, "pub-date") ?? meta, "year"))),
    doi: words(ids[0]),
    language: languageOf(attribute(first(root, "article"), "xml:lang")),
    blocks: [...sentences.map((one) => ({ text: words(one) })), ...tables.map((table) => ({ table }))],
    leftOut,
    plain: plainMarkup(text),
  };
}

/** Reads a Word document, given its parts by name: `word/document.xml`, `docProps/core.xml`. */
export function readDocx(parts: ReadonlyMap<string, Uint8Array>, file: string): PaperDocument {
  if (!parts.has("word/document.xml")) throw new Error(said("document.docx", { file }));
  const partOf = (name: string): string => new TextDecoder().decode(parts.get(name));
  const source = printedWord(partOf("word/document.xml"));
  const body = first(treeOf(source, file, true), "w:body");
  const core = treeOf(partOf("docProps/core.xml"), file, true);
  const blocks: Block[] = [];
  let title = "";
  for (const one of body === undefined ? [] : wordBlocks(body)) {
    if (one.name === "w:tbl") {
      blocks.push({ table: wordTable(one) });
      continue;
    }
    const text = squeezed(innerText(one));
    if (text === "") continue;
    if (title === "" && /^title/i.test(attribute(first(one, "w:pStyle"), "w:val"))) title = text;
    blocks.push({ text });
  }
  const opening = blocks.find((block): block is { text: string } => "text" in block);
  return {
    ...emptyDocument(),
    title: title || words(first(core, "dc:title")) || (opening?.text ?? "").slice(0, 200),
    authors: words(first(core, "dc:creator")).split(/\s*;\s*/).filter(Boolean), // prettier-ignore
    year: yearOf(words(first(core, "dcterms:created"))),
    language: languageOf(words(first(core, "dc:language"))),
    blocks: withCaptions(blocks),
    plain: plainMarkup(source),
  };
}

/** Paragraphs and tables, also those in content controls and text boxes, but not a table's own paragraphs. */
function wordBlocks(body: Element): Element[] {
  return body.children.flatMap((child) => {
    if (typeof child === "string") return [];
    const holds =
      child.name === "w:tbl"
        ? isLayout(child, ["w:tbl", "w:tr", "w:tc"])
        : elements(child, "w:tbl").length > 0;
    return /^w:(?:p|tbl)$/.test(child.name) && !holds ? child : wordBlocks(child);
  });
}

/** Reads a table; a cell that continues the one above adds a row to it. */
function wordTable(table: Element): DocumentTable {
  const rows: ReadCell[][] = [];
  const above = new Map<number, ReadCell>();
  let heads = 0;
  for (const line of elements(table, "w:tr", "w:tr")) {
    // A row may begin some columns to the right.
    let column = Number(attribute(first(line, "w:gridBefore"), "w:val")) || 0;
    const row: ReadCell[] = Array.from({ length: Math.min(column, 1_000) }, () => cell(""));
    for (const one of elements(line, "w:tc", "w:tc")) {
      const columns = Math.max(1, Number(attribute(first(one, "w:gridSpan"), "w:val")) || 1);
      const merge = first(one, "w:vMerge");
      const over = above.get(column);
      if (merge && attribute(merge, "w:val") !== "restart" && over !== undefined) over.rows++;
      else {
        const lines = elements(one, "w:p", "w:p").map((part) => innerText(part));
        const made = cell(cellText(lines.join(LINE_BREAK)), columns);
        row.push(made);
        above.set(column, made);
      }
      column += columns;
    }
    if (first(line, "w:tblHeader") !== undefined && heads === rows.length) heads++;
    rows.push(row);
  }
  return { label: "", caption: "", notes: [], rows, ...(heads > 0 && { heads }) };
}

/** A Word document's text as it is printed: without what was deleted, its own signs as characters. */
const printedWord = (source: string): string =>
  source
    .replace(/<w:(del|moveFrom|instrText)(?:\s[^<>]*[^<>/])?>[\s\S]*?<\/w:\1>/g, " ")
    .replace(/<w:noBreakHyphen\b[^<>]*>/g, "<w:t>-</w:t>")
    .replace(/<w:sym\b([^<>]*)>/g, (_, attributes: string) => `<w:t>${symbol(attributes)}</w:t>`);

/** A character of Word's Symbol font, whose signs and digits are where ASCII has them. */
function symbol(attributes: string): string {
  const code = Number.parseInt(/w:char="F?0?([\dA-F]{2,4})"/i.exec(attributes)?.[1] ?? "", 16);
  const sign = {
    0x2d: "−",
    0xb1: "±",
    0xb4: "×",
    0xa3: "≤",
    0xb3: "≥",
    0xd7: "·",
    0x3c: "&lt;",
    0x26: "&amp;",
  }[code];
  return sign ?? (code < 0x40 ? String.fromCharCode(code) : "");
}

/** A document's characters without the tree; a tag ends a number, so that "12.5<sup>1</sup>" contains "12.5". */
export function plainMarkup(text: string): string {
  const bare = ["!--", "script", "style", "svg", "tex-math", "annotation"]
    .reduce(cut, bracketed(text))
    .replace(/<\/?[a-z][^<>]*>|<![^<>]*>/gi, " ");
  return bare.replace(/&(#x?[\da-f]+|\w+);/gi, (whole) => decodeHTML(whole));
}

/** Removes comments, or the elements of one name; one without an end extends to the end of the text. */
function cut(text: string, name: string): string {
  const end = name === "!--" ? "-->" : `</${name}`;
  const kept: string[] = [];
  const lower = text.toLowerCase();
  let from = 0;
  for (let at = lower.indexOf(`<${name}`); at >= 0; at = lower.indexOf(`<${name}`, from)) {
    kept.push(text.slice(from, at));
    const close = lower.indexOf(end, at);
    if (close < 0) return kept.join(" ");
    from = close + end.length;
  }
  return [...kept, text.slice(from)].join(" ");
}
