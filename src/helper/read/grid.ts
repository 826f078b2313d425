/** A file's cells before they are known to mean anything; `line` is what an editor or a spreadsheet shows. */
export interface Grid {
  file: string;
  header: string[];
  /** 1 by default. */
  headerLine?: number;
  /** Which column is which, where the reader of the file has said so: name -> header. */
  columns?: Readonly<Record<string, string>>;
  rows: { line: number; cells: GridCell[] }[];
}
export type GridCell = string | number;
