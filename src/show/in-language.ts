import { getLanguage, withDecimalMark, type Language } from "../base/language.js";
import { label, setLanguage } from "../base/text.js";
import { altText, type Figure } from "../figures/figure.js";
import type { Table } from "./table-model.js";

/** What of a figure a reader sees as text. */
const TEXTS = [
  ...["text", "title", "title.text", "name", "alt", "label", "ticktext"],
  ...["hovertext", "hovertemplate", "customdata"],
];

/** What `work` comes to in a language; afterwards the present one is as before. */
export function withLanguage<T>(language: Language, work: () => T): T {
  const before = getLanguage();
  setLanguage(language);
  try {
    return work();
  } finally {
    setLanguage(before);
  }
}

/** A table in the present language: caption and notes by their English words, numbers with its decimal mark. */
export function tableInLanguage(table: Table): Table {
  if (getLanguage() === "en") return table;
  const words = (text: string): string => withDecimalMark(label(text));
  return {
    ...table,
    ...(table.caption !== undefined && { caption: words(table.caption) }),
    notes: table.notes.map(words),
    head: table.head.map((row) => row.map((cell) => (cell.isName ? cell : { ...cell, text: capital(words(cell.text)) }))), // prettier-ignore
    rows: table.rows.map((row) =>
      row.map((cell) => {
        if (cell.kind === "number") return { ...cell, text: withDecimalMark(cell.text) };
        return cell.kind === "text" ? { ...cell, text: label(cell.text) } : cell;
      }),
    ),
  };
}

/** Cyrillic heads begin with a capital; r, df and the names of columns stay as they are. */
function capital(text: string): string {
  return text.replace(/^\p{Script=Cyrillic}/u, (letter) => letter.toUpperCase());
}

/** A figure in the present language: its texts as a table's, and the decimal mark that Plotly itself writes. */
export function figureInLanguage(figure: Figure): Figure {
  if (getLanguage() === "en") return figure;
  const { data, layout } = translate({ ...figure, frames: undefined }, false) as Figure;
  // What it shows in words begins with its title.
  const [title, alt] = [altText({ data: [], layout: { title: figure.layout.title } }), altText(figure)];
  if (title !== "" && alt !== title && alt.startsWith(title))
    layout.meta = { alt: withDecimalMark(label(title) + alt.slice(title.length)) };
  // A frame is found by its name, which therefore stays.
  const frames = figure.frames?.map((frame) => ({
    ...(translate(frame, false) as object),
    name: frame.name,
  }));
  // The decimal mark, then what stands between thousands.
  return { ...figure, ...(frames && { frames }), data, layout: { ...layout, separators: ",\u00a0" } };
}

function translate(value: unknown, isText: boolean): unknown {
  if (typeof value === "string") return isText ? withDecimalMark(label(value)) : value;
  if (Array.isArray(value)) return value.map((entry) => translate(entry, isText));
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, translate(entry, TEXTS.includes(key))]),
  );
}
