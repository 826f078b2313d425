/** Edits a notebook's text in place, so that every other byte stays the same. */
import { findNodeAtLocation, parseTree, type Node } from "jsonc-parser";

/** The new contents of one code cell. */
export interface CellUpdate {
  outputs: Record<string, unknown>[];
  executionCount: number | null;
}

/**
 * Returns the notebook's text with new outputs and execution counts; everything else is unchanged byte for byte.
 * @param updates cell index -> new contents
 */
export function withOutputs(text: string, updates: ReadonlyMap<number, CellUpdate>): string {
  const tree = parseTree(text)!;
  const edits = [...updates].flatMap(([index, update]) => {
    const outputs = findNodeAtLocation(tree, ["cells", index, "outputs"])!;
    const count = findNodeAtLocation(tree, ["cells", index, "execution_count"])!;
    return [
      { node: outputs, text: jsonAt(text, outputs, update.outputs) },
      { node: count, text: String(update.executionCount) },
    ];
  });
  return applyEdits(text, edits);
}

/** The notebook's text with `cell` inserted after the cell `index`, or replacing it. */
export function withCell(text: string, index: number, cell: object, how: "behind" | "in place of"): string {
  const node = findNodeAtLocation(parseTree(text)!, ["cells", index])!;
  const json = jsonAt(text, node, cell);
  if (how === "in place of") return applyEdits(text, [{ node, text: json }]);
  const old = text.slice(node.offset, node.offset + node.length);
  const between = indentOf(text) === "" ? ", " : `,\n${marginOf(text, node)}`;
  return applyEdits(text, [{ node, text: old + between + json }]);
}

function applyEdits(text: string, edits: { node: Node; text: string }[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { node, text: fresh } of edits.sort((a, b) => a.node.offset - b.node.offset)) {
    pieces.push(text.slice(from, node.offset), fresh);
    from = node.offset + node.length;
  }
  return pieces.join("") + text.slice(from);
}

/** JSON in the notebook's own indentation; the first line starts at the node's position. */
function jsonAt(text: string, node: Node, value: unknown): string {
  return JSON.stringify(value, null, indentOf(text)).replaceAll("\n", `\n${marginOf(text, node)}`);
}

/** One level of indentation; none in a notebook that is a single line. */
function indentOf(text: string): string {
  return /^\{\r?\n([ \t]+)"/.exec(text)?.[1] ?? "";
}

function marginOf(text: string, node: Node): string {
  const lineStart = text.lastIndexOf("\n", node.offset) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, node.offset))![0];
}
