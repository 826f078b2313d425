import { existsSync, readdirSync, readFileSync } from "node:fs";

/** One cell, as far as the tests look at it; source and output are one string each. */
export interface Cell {
  id: string;
  kind: "markdown" | "code";
  source: string;
  /** The plain text of its stored outputs. */
  output: string;
  tags: string[];
  metadata: { slideshow?: { slide_type?: string } };
}

export interface NotebookFile {
  /** "03" */
  number: string;
  file: string;
  text: string;
  /** Up to the exercises. */
  lesson: Cell[];
  /** From the cell "exercises" on. */
  exercises: Cell[];
  json: {
    nbformat: number;
    nbformat_minor: number;
    metadata: Record<string, Record<string, unknown>>;
    cells: RawCell[];
  };
}

const root = new URL("../../notebooks/", import.meta.url);

/** The project's notebooks in their order; none where a language has no folder yet. */
export function readNotebooks(language: "en" | "kk" | "ru" = "en"): NotebookFile[] {
  const folder = language === "en" ? root : new URL(`${language}/`, root);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
  return files.sort().map((file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const json = JSON.parse(text) as NotebookFile["json"];
    const cells = json.cells.map(readCell);
    const end = cells.findIndex(({ id }) => id === "exercises");
    const lesson = end < 0 ? cells : cells.slice(0, end);
    return { number: file.slice(0, 2), file, text, json, lesson, exercises: cells.slice(lesson.length) };
  });
}

interface RawCell {
  id: string;
  cell_type: Cell["kind"];
  source: string | string[];
  outputs?: { text?: string | string[]; data?: Record<string, string | string[]> }[];
  metadata: Cell["metadata"] & { tags?: string[] };
}

function readCell({ id, cell_type, source, outputs = [], metadata }: RawCell): Cell {
  const output = outputs.map(({ text, data }) => oneString(text ?? data?.["text/plain"])).join("\n");
  return { id, kind: cell_type, source: oneString(source), output, tags: metadata.tags ?? [], metadata };
}

function oneString(text: string | string[] = ""): string {
  return [text].flat().join("");
}
