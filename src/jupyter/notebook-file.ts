/** Reads notebooks, and writes outputs back so that every other byte stays as it was. */
import { randomUUID } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { findNodeAtLocation, parseTree, type Node } from "jsonc-parser";

export interface NotebookCell {
  /** Position in the notebook, from 0. */
  index: number;
  id: string | undefined;
  type: string;
  source: string;
  tags: string[];
  /** As stored, before execution. */
  outputs: Record<string, unknown>[];
}

export interface Notebook {
  path: string;
  text: string;
  cells: NotebookCell[];
  kernelName: string | undefined;
  language: string | undefined;
}

/** What is to be written into one cell. */
export interface CellUpdate {
  outputs: Record<string, unknown>[];
  executionCount: number | null;
}

/**
 * @throws Error naming the file: unreadable, not JSON, not nbformat 4
 */
export function readNotebook(path: string): Notebook {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new Error(`run requires a readable notebook, got ${path}: ${(error as Error).message}`, {
      cause: error,
    });
  }
  return parseNotebook(path, text);
}

export function parseNotebook(path: string, text: string): Notebook {
  let json: Record<string, unknown>;
  try {
    json = JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw new Error(`run requires a notebook in JSON, got ${path}: ${(error as Error).message}`, {
      cause: error,
    });
  }
  if (json.nbformat !== 4 || !Array.isArray(json.cells)) {
    const got = json.nbformat === undefined ? "no nbformat" : `nbformat ${String(json.nbformat)}`;
    throw new Error(
      `run requires a notebook of nbformat 4, got ${path} with ${got}; "jupyter nbconvert --to notebook" converts older ones`,
    );
  }
  const metadata = (json.metadata ?? {}) as { kernelspec?: { name?: string; language?: string } };
  const cells = (json.cells as Record<string, unknown>[]).map((cell, index): NotebookCell => {
    const cellMetadata = (cell.metadata ?? {}) as { tags?: string[] };
    return {
      index,
      id: cell.id as string | undefined,
      type: String(cell.cell_type),
      source: joinLines(cell.source),
      tags: cellMetadata.tags ?? [],
      outputs: (cell.outputs as Record<string, unknown>[] | undefined) ?? [],
    };
  });
  return {
    path,
    text,
    cells,
    kernelName: metadata.kernelspec?.name,
    language: metadata.kernelspec?.language,
  };
}

/** nbformat keeps text as a string or as a list of lines. */
export function joinLines(value: unknown): string {
  return Array.isArray(value) ? value.join("") : String(value ?? "");
}

/**
 * The notebook's text with new outputs and execution counts; everything else stays byte for byte.
 * @param updates cell index -> what it gets
 */
export function withOutputs(notebook: Notebook, updates: ReadonlyMap<number, CellUpdate>): string {
  const tree = parseTree(notebook.text)!;
  const indent = /^\{\n?([ \t]+)"/.exec(notebook.text)?.[1] ?? " ";
  const edits: { offset: number; length: number; text: string }[] = [];
  for (const [index, update] of updates) {
    const outputs = findNodeAtLocation(tree, ["cells", index, "outputs"]);
    const count = findNodeAtLocation(tree, ["cells", index, "execution_count"]);
    if (outputs)
      edits.push(
        replacement(outputs, jsonAt(update.outputs, indent, depthOf(notebook.text, outputs, indent))),
      );
    if (count) edits.push(replacement(count, String(update.executionCount)));
  }
  edits.sort((a, b) => b.offset - a.offset);
  let text = notebook.text;
  for (const edit of edits)
    text = text.slice(0, edit.offset) + edit.text + text.slice(edit.offset + edit.length);
  return text;
}

function replacement(node: Node, text: string) {
  return { offset: node.offset, length: node.length, text };
}

/** JSON in the notebook's own indentation; the first line stands where the old value stood. */
function jsonAt(value: unknown, indent: string, margin: string): string {
  return JSON.stringify(value, null, indent).replaceAll("\n", `\n${margin}`);
}

function depthOf(text: string, node: Node, indent: string): string {
  const lineStart = text.lastIndexOf("\n", node.offset) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, node.offset))?.[0] ?? indent;
}

/** Writes beside the target and renames, so that a reader sees the old file or the new one, never half of it. */
export function writeAtomically(path: string, text: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    const file = openSync(temporary, "wx", modeOf(path));
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new Error(`cannot write ${path}: ${(error as Error).message}`, { cause: error });
  }
}

function modeOf(path: string): number {
  try {
    return statSync(path).mode;
  } catch {
    return 0o644;
  }
}
