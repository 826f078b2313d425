/** A table ready to be written as HTML, text or LaTeX: formatted, but not yet escaped. */
export interface Table {
  caption?: string;
  notes: string[];
  head: HeadCell[][];
  rows: TableCell[][];
  /** Number of rows omitted from a long table. */
  hidden: number;
}

/** A heading that spans `span` columns. */
export interface HeadCell {
  text: string;
  /** The column's name in code, the same in every language, if the text differs. */
  name?: string;
  /** Whether the text is such a name. */
  isName?: boolean;
  span: number;
  kind: CellKind;
}

/** A cell's format: numbers right-aligned, text left-aligned, a missing value as a dash, a verdict as a badge. */
export type CellKind = "number" | "text" | "missing" | "verdict";

/** One cell; `marks` are the ranges [from, to) of its text that differ from the compared cell. */
export interface TableCell {
  text: string;
  kind: CellKind;
  marks?: [number, number][];
  /** Content folded behind the text, such as the formulas behind a reason. */
  folded?: string;
}

/** A cell's text in parts that differ from the compared cell or do not, cut also at `breaks`. */
export function cellParts({ text, marks = [] }: TableCell, breaks: readonly number[] = []) {
  const edges = [...new Set([0, text.length, ...breaks, ...marks.flat()])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, at) => ({
    text: text.slice(from, edges[at + 1]),
    isMarked: marks.some(([start, end]) => from >= start && from < end),
    isBreak: breaks.includes(from),
  }));
}

/** Whether each column contains nothing but numbers, and is aligned to the right. */
export const numberColumns = ({ head, rows }: Table): boolean[] =>
  head.at(-1)!.map((_, at) => rows.every((row) => row[at]!.kind === "number" || row[at]!.kind === "missing"));

/** A heading row as lines of text: columns' own names go on a line below. */
export function headLines(row: readonly HeadCell[]): HeadCell[][] {
  if (row.every(({ name }) => name === undefined)) return [[...row]];
  const above = row.map((cell) => (cell.name === undefined ? { ...cell, text: "" } : cell));
  return [above, row.map((cell) => ({ ...cell, text: cell.name ?? cell.text }))];
}
