import type { AnyDataFrame } from "../helper/table/data-frame.js";
import type { Grid } from "../base/grid.js";
import { gathered } from "../base/gather.js";
import { readLedger } from "./load-ledger.js";
import type { Ledger, PaperInfo } from "./paper-folder.js";
import { requireLines, requireShape } from "./validate-folder.js";

/** A paper typed into DataFrames, each cell as printed. */
export interface TypedPaper {
  title: string;
  /** Exhibits by key, such as `T1`; the first column names the rows. */
  tables: Record<string, AnyDataFrame>;
  /** The columns of `claims.csv`: what each number is. */
  claims: AnyDataFrame;
  /** The columns of `text.csv`: numbers in sentences. */
  text?: AnyDataFrame;
  /** Published figures by key. */
  sources?: Record<string, AnyDataFrame>;
  /** Further contents of `paper.json`: exhibits' names, `exact`. */
  paper?: Partial<PaperInfo>;
}

/**
 * Makes a ledger from a paper typed into DataFrames, as `loadLedger` does from a folder.
 *
 * @throws an error naming the table and the line that cannot be read
 * @example judge(ledgerOf({ title: "A paper", tables: { T1 }, claims }))
 */
export function ledgerOf({ title, tables, claims, text, sources = {}, paper }: TypedPaper): Ledger {
  const published = Object.entries(sources).map(([key, frame]) => [`sources/${key}`, frame] as const);
  const frames = [...Object.entries({ ...tables, claims, ...(text && { text }) }), ...published];
  const grids = Object.fromEntries(frames.map(([name, frame]) => [name, gridOf(name, frame)]));
  const info = {
    title: { en: title },
    authors: ["–"],
    exhibits: Object.keys(tables).map((key) => ({ key, name: key })),
    sources: Object.keys(sources).map((key) => ({ key, title: key })),
    ...paper,
  };
  gathered(
    [
      () => requireShape("paper", info, title),
      () => requireLines("claims", grids["claims"]!),
      () => text && requireLines("text", grids["text"]!),
    ],
    (check) => check(),
  );
  return readLedger({ where: title, paper: info, findings: [], tables: grids });
}

function gridOf(file: string, { columns, values }: AnyDataFrame): Grid {
  const text = (cell: unknown): string =>
    cell === null || cell === undefined || Number.isNaN(cell) ? "" : String(cell);
  const rows = (values as unknown[][]).map((cells, at) => ({ line: at + 2, cells: cells.map(text) }));
  return { file, header: columns as string[], rows };
}
