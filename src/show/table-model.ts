/** A table ready to be written as HTML, text or LaTeX: all formatting decided, nothing escaped yet. */
export interface Table {
  caption?: string;
  notes: string[];
  head: HeadCell[][];
  rows: TableCell[][];
  /** Rows left out because the table was long. */
  hidden: number;
}

/** A heading; `span` columns wide. */
export interface HeadCell {
  text: string;
  /** A column's own name, as one types it in every language, where the text is another. */
  name?: string;
  /** The text is such a name. */
  isName?: boolean;
  span: number;
  kind: CellKind;
}

/** How a cell is set: numbers to the right, text to the left, a missing value as a dash, a verdict as a badge. */
export type CellKind = "number" | "text" | "missing" | "verdict";

/** One cell; `marks` are the stretches [from, to) of its text that differ from the cell it is compared with. */
export interface TableCell {
  text: string;
  kind: CellKind;
  marks?: [number, number][];
  /** What stands folded behind the text, as formulas do behind the words of a reason. */
  folded?: string;
}

/** A row of the head as text has it: where columns have names of their own, those are a line below. */
export function headLines(row: readonly HeadCell[]): HeadCell[][] {
  if (row.every(({ name }) => name === undefined)) return [[...row]];
  const above = row.map((cell) => (cell.name === undefined ? { ...cell, text: "" } : cell));
  return [above, row.map((cell) => ({ ...cell, text: cell.name ?? cell.text }))];
}
