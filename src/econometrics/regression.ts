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
import { leastSquares, type Regression } from "./least-squares.js";

/** A regression's columns, and what happens to rows with missing values. */
export interface RegressionColumns extends Missing {
  /** The columns to use, in this order. Default: all. */
  columns?: readonly string[];
  /** Whether to add a column of ones. Default: true. */
  intercept?: boolean;
}

/** The regression's variables, row for row, without omitted rows. */
export interface Model extends Regression {
  dependent: string;
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

/** The model of a call, its fit, and the other options. */
export function fitOf<Options>(caller: string, [first, second, third]: readonly unknown[]) {
  const isFit = typeof first === "object" && first !== null && "model" in first;
  const options = ((isFit ? second : third) ?? {}) as Options & RegressionColumns;
  const model = isFit
    ? (first as Fitted).model
    : modelOf(caller, first as string | Numbers, second as NumberColumns, options);
  return { model, options, fit: leastSquares(caller, model) };
}

function modelOf(
  caller: string,
  of: string | Numbers,
  table: NumberColumns,
  { columns: chosen, intercept = true, missing }: RegressionColumns,
): Model {
  const formula = typeof of === "string" ? parseFormula(caller, of, table) : undefined;
  const own = isSeries(of) && of.columns[0] !== "0" ? String(of.columns[0]) : "y";
  const y = formula ? namedColumns(caller, table, [formula.dependent])[0]![1] : (of as Numbers);
  const named = namedColumns(caller, table, formula?.terms ?? chosen);
  const { others, columns, gaps } = rowsByName(caller, [["y", y]], named, { missing });
  const { dependent = own, intercept: asked = true, levels } = formula ?? {};
  return { dependent, y: others[0]!, columns, intercept: asked && intercept, ...gaps, levels };
}

/**
 * Parses "y ~ a + b": column names, in backquotes if they have special characters; "." means all others, "- 1" or "+ 0"
 * no intercept, "C(a)" a column of 0 and 1 for each category but the first (for each, if there is no intercept).
 */
function parseFormula(caller: string, formula: string, given: NumberColumns) {
  const table: Record<string, Numbers> = Object.fromEntries(namedColumns(caller, given));
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
