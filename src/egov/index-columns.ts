import { requireThat } from "../base/check.js";
import type { Grid } from "../base/grid.js";
import { text } from "../base/text.js";
import { words } from "../base/words.js";

/** The columns that every index series has. */
export type IndexColumn = "year" | "EGDI" | "OSI" | "TII" | "HCI";

/** What a column's cells may contain. */
export interface CellForm {
  isWhole?: true;
  /** Both inclusive. */
  minimum?: number;
  maximum?: number;
  /** Whether a cell may be empty or NA, N/A, NaN, "-", "..": NaN. */
  missing?: true;
  /** Whether the file may lack the whole column. */
  optional?: true;
}

const index = { minimum: 0, maximum: 1 };

/** The columns of index files; data/words.json lists the headers used for them. */
export const FORMS = {
  // A number outside this range is not an edition; some other column was mistaken for the year.
  year: { isWhole: true, minimum: 1990, maximum: 2100 },
  country: { optional: true },
  code: { optional: true },
  /** A state without an index has 0, an empty cell or a dash. */
  EGDI: { ...index, missing: true },
  /** Editions up to 2008 call the online service index "Web Measure Index". */
  OSI: index,
  TII: index,
  HCI: index,
  /** Some copies lack these two. */
  EPI: { ...index, missing: true, optional: true },
  rank: { isWhole: true, minimum: 1, missing: true, optional: true },
} satisfies Record<string, CellForm>;

export type FileColumn = keyof typeof FORMS;

/** Option for files with their own headers. */
export interface ColumnsOption {
  /** Maps column names to headers, as in `{ EGDI: "Overall", OSI: "Services" }`. */
  columns?: Readonly<Record<string, string>>;
}

/** @throws on a name that is not a column of an index file */
export function requireColumns(
  caller: string,
  { columns = {} }: ColumnsOption,
): Readonly<Record<string, string>> {
  for (const name of Object.keys(columns))
    requireThat(Object.hasOwn(FORMS, name), caller, "need.columnsAmong", name, {
      names: Object.keys(FORMS).join(", "),
    });
  return columns;
}

/** A column's position in the file, or -1 if it is optional and absent. */
export function findColumn(
  caller: string,
  { file, header, columns }: Grid,
  name: FileColumn,
  { optional }: CellForm = FORMS[name],
): number {
  const named = columns?.[name];
  const isIt = (given: string) =>
    named === undefined ? isHeaderOf(name, given) : headerKey(given) === headerKey(named);
  const found = header.flatMap((given, at) => (isIt(given) ? [at] : []));
  const quoted = (some: readonly string[], between: string): string =>
    some.map((one) => JSON.stringify(one)).join(between);
  // The option that helps, if the caller has it.
  const advice = columns === undefined ? "" : text("error.columnOption", { name });
  if (found.length > 1) {
    const which = quoted(found.map((at) => header[at]!), text("error.wordAnd")); // prettier-ignore
    throw new Error(text("error.columnTwice", { caller, column: name, file, which, hint: advice }));
  }
  if (found.length === 1 || (optional === true && named === undefined)) return found[0] ?? -1;
  const known = quoted(header, ", ");
  throw new Error(text("error.foundNoColumn", { caller, column: named ?? name, file, known, more: advice }));
}

/** Whether a header names the column, ignoring anything in parentheses. */
export function isHeaderOf(name: FileColumn, header: string): boolean {
  const names = [name, ...(words().headers[name] ?? [])].map(headerKey);
  return names.includes(headerKey(header)) || names.includes(headerKey(header.replace(/\(.*?\)/g, "")));
}

/** Headers match when their letters and digits do: "Online Service Index " matches "online_service_index". */
const headerKey = (header: string): string => header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
