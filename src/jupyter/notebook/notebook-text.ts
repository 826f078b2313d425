/** Edits a notebook's text in place, so that every other byte stays the same. */
import { applyEdits, findNodeAtLocation, parseTree, type Node } from "jsonc-parser";

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
      inPlaceOf(outputs, jsonAt(text, outputs, update.outputs)),
      inPlaceOf(count, String(update.executionCount)),
    ];
  });
  return applyEdits(text, edits);
}

/** The notebook's text with `cell` inserted after the cell `index`, or replacing it. */
export function withCell(text: string, index: number, cell: object, how: "behind" | "in place of"): string {
  const node = findNodeAtLocation(parseTree(text)!, ["cells", index])!;
  const json = jsonAt(text, node, cell);
  if (how === "in place of") return applyEdits(text, [inPlaceOf(node, json)]);
  const between = indentOf(text) === "" ? ", " : `,\n${marginOf(text, node)}`;
  return applyEdits(text, [{ offset: node.offset + node.length, length: 0, content: between + json }]);
}

const inPlaceOf = ({ offset, length }: Node, content: string) => ({ offset, length, content });

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
