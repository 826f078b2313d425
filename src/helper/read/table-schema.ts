/** One column of a file: what it is called there, and what its cells may hold. */
export interface ColumnSchema {
  /** The column's name in the DataFrame. */
  name: string;
  /** Other headers under which a file may have it; upper and lower case and blanks around do not matter. */
  aliases?: readonly string[];
  /** "number" unless said otherwise; "integer" refuses fractions; "string" keeps the text, blanks around removed. */
  type?: "number" | "integer" | "string";
  /** Smallest value allowed, itself included. */
  minimum?: number;
  /** Largest value allowed, itself included. */
  maximum?: number;
  /** Whether a cell may be empty or say NA, N/A, NaN, "-", "..": NaN in a number column, "" in a string column. */
  missing?: boolean;
  /** Whether the whole column may be absent from the file; every cell is then missing. */
  optional?: boolean;
  /** Whether a value may stand in one row only. */
  unique?: boolean;
  /** Whether each value must be larger than the one in the row above. */
  ascending?: boolean;
}

/** The columns that are read from a file, in the DataFrame's order; others in the file are left out. */
export interface TableSchema {
  columns: readonly ColumnSchema[];
  /** The fewest rows below the header: 1 unless said otherwise. */
  minimumRows?: number;
}
