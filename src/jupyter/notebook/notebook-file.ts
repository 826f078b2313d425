/** Reads notebooks of nbformat 4. */
import { readText } from "../../base/read-regular.js";
import { joinLines } from "./outputs.js";
import { requireValid } from "./validate-notebook.js";

export interface NotebookCell {
  /** Position in the notebook, from 0. */
  index: number;
  id: string | undefined;
  type: string;
  source: string;
  tags: string[];
  /** As stored before execution. */
  outputs: Record<string, unknown>[];
}

export interface Notebook {
  path: string;
  text: string;
  cells: NotebookCell[];
  kernelName: string | undefined;
  language: string | undefined;
}

/**
 * @throws Error naming the file if it is unreadable, not JSON, not nbformat 4, or does not match the format's schema
 */
export function readNotebook(path: string): Notebook {
  return parseNotebook(
    path,
    attempt(path, "a readable notebook", () => readText(path)),
  );
}

export function parseNotebook(path: string, text: string): Notebook {
  const json = Object(attempt(path, "a notebook in JSON", () => JSON.parse(text))) as Record<string, unknown>;
  if (json.nbformat !== 4) {
    const got = json.nbformat === undefined ? "no nbformat" : `nbformat ${String(json.nbformat)}`;
    throw new Error(
      `run requires a notebook of nbformat 4, got ${path} with ${got}; "jupyter nbconvert --to notebook" converts older ones`,
    );
  }
  requireValid(path, json);
  const { kernelspec, language_info } = json.metadata as Record<string, { name?: string; language?: string }>;
  return {
    path,
    text,
    cells: (json.cells as Record<string, unknown>[]).map(toCell),
    kernelName: kernelspec?.name,
    language: kernelspec?.language ?? language_info?.name,
  };
}

function attempt<T>(path: string, what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new Error(`run requires ${what}, got ${path}: ${(error as Error).message}`, { cause: error });
  }
}

function toCell(cell: Record<string, unknown>, index: number): NotebookCell {
  return {
    index,
    id: cell.id as string | undefined,
    type: String(cell.cell_type),
    source: joinLines(cell.source),
    tags: (cell.metadata as { tags?: string[] }).tags ?? [],
    outputs: (cell.outputs as Record<string, unknown>[] | undefined) ?? [],
  };
}
