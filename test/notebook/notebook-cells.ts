import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import blankTypes from "ts-blank-space";

/** One cell, as far as the tests look at it; the source is one string. */
export interface Cell {
  id: string;
  kind: "markdown" | "code";
  source: string;
  tags: string[];
  metadata: {
    slideshow?: { slide_type?: string };
    jupyter?: { source_hidden?: boolean; outputs_hidden?: boolean };
    collapsed?: boolean;
  };
}

export interface NotebookFile {
  /** "03" */
  number: string;
  file: string;
  text: string;
  cells: Cell[];
  json: { nbformat: number; nbformat_minor: number; metadata: Record<string, Record<string, unknown>> };
}

const folder = new URL("../../notebooks/", import.meta.url);

/** The project's notebooks in their order. */
export function readNotebooks(): NotebookFile[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));
  return files.sort().map((file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const json = JSON.parse(text) as NotebookFile["json"] & { cells: RawCell[] };
    return { number: file.slice(0, 2), file, text, json, cells: json.cells.map(readCell) };
  });
}

interface RawCell {
  id: string;
  cell_type: Cell["kind"];
  source: string | string[];
  metadata: Cell["metadata"] & { tags?: string[] };
}

function readCell({ id, cell_type, source, metadata }: RawCell): Cell {
  return { id, kind: cell_type, source: [source].flat().join(""), tags: metadata.tags ?? [], metadata };
}

/**
 * Runs all code cells of a notebook one after the other, as a kernel would and in the notebooks' folder, but in this
 * process and with `exports` in place of what they import from the package.
 */
export async function runCells(cells: readonly Cell[], exports: Record<string, unknown>): Promise<void> {
  const code = cells.filter((cell) => cell.kind === "code").map((cell) => cell.source);
  const imported = /import\s*\{([^}]*)\}\s*from\s*"egov-kz";/g;
  const script = blankTypes(code.join("\n")).replace(imported, "const {$1} = egov;");
  const AsyncFunction = (async () => undefined).constructor as new (
    ...args: string[]
  ) => (egov: Record<string, unknown>, console: { log: () => void }) => Promise<void>;
  const before = process.cwd();
  process.chdir(fileURLToPath(folder));
  try {
    await new AsyncFunction("egov", "console", script)(exports, { log: () => undefined });
  } finally {
    process.chdir(before);
  }
}
