import { requireThat } from "../base/check.js";
import {
  isLevel,
  isSeries,
  listOf,
  namedColumns,
  noColumn,
  rowsByName,
  type Missing,
  type NumberColumns,
  type Numbers,
} from "../helper/table/numbers.js";
import { present } from "../helper/table/values.js";

/** A regression's columns, and what happens to rows with missing values. */
export interface RegressionColumns extends Missing {
  /** The columns to use, in this order. Default: all. */
  columns?: readonly string[];
  /** Whether to add a column of ones. Default: true. */
  intercept?: boolean;
}

/** The regression's variables, row for row, without omitted rows. */
export interface Model {
  dependent: string;
  y: readonly number[];
  columns: Record<string, readonly number[]>;
  intercept: boolean;
  omitted?: number;
  /** The categories of the columns in "C(column)". */
  levels?: Readonly<Record<string, readonly string[]>>;
}

/** A fit that includes its model. */
export interface Fitted {
  readonly model: Model;
}

/**
 * A function of a regression, given as a fit, as `y` and columns, or as a formula such as "EGDI ~ OSI + TII" and a
 * table.
 */
export interface OfRegression<Options, Result> {
  (fit: Fitted, options?: Options): Result;
  (y: string | Numbers, columns: NumberColumns, options?: Options & RegressionColumns): Result;
}

/** The model and the other options of a call. */
export function modelOf<Options>(
  caller: string,
  given: readonly unknown[],
): { model: Model; options: Options & RegressionColumns } {
  const [first, second] = given as [unknown, NumberColumns];
  const third = (given[2] ?? {}) as Options & RegressionColumns;
  if (typeof first === "object" && first !== null && "model" in first)
    return { model: (first as Fitted).model, options: (second ?? {}) as Options & RegressionColumns };
  const { columns: chosen, intercept = true, missing }: RegressionColumns = third;
  const rows = (
    dependent: string,
    given: Numbers,
    names: readonly string[] | undefined,
    own: boolean,
  ): Model => {
    const { others, columns, gaps } = rowsByName(caller, [["y", given]], namedColumns(caller, second, names), { missing }); // prettier-ignore
    return { dependent, y: others[0]!, columns, intercept: own && intercept, ...gaps };
  };
  if (typeof first !== "string") {
    const y = first as Numbers;
    const dependent = isSeries(y) && y.columns[0] !== "0" ? String(y.columns[0]) : "y";
    return { model: rows(dependent, y, chosen, true), options: third };
  }
  const formula = parseFormula(caller, first, Object.fromEntries(namedColumns(caller, second)));
  const [[dependent, y]] = namedColumns(caller, second, [formula.dependent]) as [[string, Numbers]];
  const model = rows(dependent, y, formula.terms, formula.intercept);
  return { model: { ...model, levels: formula.levels }, options: third };
}

/**
 * Parses "y ~ a + b": column names, in backquotes if they have special characters; "." means all others, "- 1" or "+ 0"
 * no intercept, "C(a)" a column of 0 and 1 for each category but the first (for each, if there is no intercept).
 */
function parseFormula(caller: string, formula: string, table: Record<string, Numbers>) {
  const parts = formula.split(/~(?=(?:[^`]*`[^`]*`)*[^`]*$)/);
  const bare = (name: string): string => name.trim().replace(/^`(.*)`$/, "$1");
  requireThat(parts.length === 2 && parts[1]!.trim() !== "", caller, "ols.formula", formula);
  const dependent = bare(parts[0]!);
  const has = Object.keys(table);
  const without = parts[1]!.replace(/^\s*0\s*\+|(?:-\s*1|\+\s*0)\s*(?=$|\+)/, "");
  const intercept = without === parts[1];
  const terms = without.split(/\+(?=(?:[^`]*`[^`]*`)*[^`]*$)/).map(bare).filter((term) => term !== "" && term !== "1"); // prettier-ignore
  const levels: Record<string, string[]> = {};
  const names = terms.flatMap((term) => {
    const [, of] = /^C\((.+)\)$/.exec(term) ?? [];
    if (of === undefined) return term === "." ? has.filter((name) => name !== dependent) : [term];
    const values = table[of];
    if (values === undefined) throw noColumn(caller, of, has);
    const isFirst = Object.keys(levels).length === 0;
    const distinct = [...new Set(present(listOf(values)))];
    levels[of] = distinct.sort((a, b) => (a < b ? -1 : 1)).map(String);
    return isFirst && !intercept
      ? levels[of].map((level) => `C(${of})[${level}]`)
      : levels[of].slice(1).map((level) => `C(${of})[T.${level}]`);
  });
  for (const name of [dependent, ...names]) {
    if (has.includes(name) || isLevel(name)) continue;
    requireThat(!/[()*:^|-]/.test(name), caller, "ols.column", name);
    throw noColumn(caller, name, has);
  }
  requireThat(!names.includes(dependent), caller, "ols.dependent", dependent);
  return { dependent, terms: names, intercept, levels };
}
