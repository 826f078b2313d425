/**
 * danfo's DataFrame and Series with types of our own. danfo's own declarations draw in those of Plotly, xlsx,
 * table and papaparse: 1.4 MB that the type check of a notebook's first cell would read.
 */
import { createRequire } from "node:module";

type Scalar = number | string | boolean;
type Operand = DataFrame | Series | number | number[];
interface Axis {
  /** 1: one figure a column; 0: one figure a row. danfo's default differs from function to function. */
  axis?: 0 | 1;
}
interface InPlace {
  inplace?: boolean;
}

/** What a DataFrame and a Series share. */
export interface Frame {
  /** The row labels. */
  readonly index: (string | number)[];
  readonly columns: string[];
  readonly dtypes: string[];
  readonly shape: number[];
  readonly ndim: number;
  readonly size: number;
  /** Writes the table to the console. */
  print(): void;
  toString(): string;
  /** The text as csv, or a file where `filePath` is given. Values are not quoted. */
  toCSV(options?: { filePath?: string; header?: boolean; sep?: string }): string | undefined;
  toJSON(options?: { filePath?: string; format?: "row" | "column" }): object | undefined;
  toExcel(options?: { filePath?: string; sheetName?: string }): void;
}

/** A DataFrame of ours or of danfo's own types, whose private members keep the two apart. */
export interface AnyDataFrame {
  readonly columns: string[];
  readonly values: unknown[];
}

/** danfo's table of named columns; `df["EGDI"]` is a column. */
export interface DataFrame extends Frame {
  /** The rows. */
  readonly values: Scalar[][];
  /** Rows and columns changed about. */
  readonly T: DataFrame;
  readonly ctypes: Series;
  column(name: string): Series;
  addColumn(
    name: string,
    values: Series | readonly unknown[],
    options?: InPlace & { atIndex?: number | string },
  ): DataFrame;
  /** By position: `df.iloc({ rows: ["0:3"] })`. */
  iloc(which: { rows?: Series | Scalar[]; columns?: (string | number)[] }): DataFrame;
  /** By label: `df.loc({ columns: ["year", "EGDI"] })`. */
  loc(which: { rows?: Series | Scalar[]; columns?: string[] }): DataFrame;
  iat(row: number, column: number): Scalar | undefined;
  at(row: string | number, column: string): Scalar | undefined;
  head(rows?: number): DataFrame;
  tail(rows?: number): DataFrame;
  sample(rows?: number, options?: { seed?: number }): Promise<DataFrame>;
  /** The rows where the condition holds: `df.query(df["year"].gt(2010))`. */
  query(condition: Series | boolean[], options?: InPlace): DataFrame;
  drop(options: InPlace & { columns?: string | string[]; index?: (string | number)[] }): DataFrame;
  rename(names: Record<string, string | number>, options?: InPlace & Axis): DataFrame;
  sortValues(column: string, options?: InPlace & { ascending?: boolean }): DataFrame;
  sortIndex(options?: InPlace & { ascending?: boolean }): DataFrame;
  setIndex(options: InPlace & { index?: (string | number)[]; column?: string; drop?: boolean }): DataFrame;
  resetIndex(options?: InPlace): DataFrame;
  selectDtypes(include: string[]): DataFrame;
  asType(column: string, dtype: "float32" | "int32" | "string" | "boolean", options?: InPlace): DataFrame;
  append(
    rows: DataFrame | Series | Scalar[] | Scalar[][],
    index: (string | number)[] | string | number,
    options?: InPlace,
  ): DataFrame;
  transpose(options?: InPlace): DataFrame;
  copy(): DataFrame;
  isNa(): DataFrame;
  fillNa(values: Scalar | Scalar[], options?: InPlace & { columns?: string[] }): DataFrame;
  dropNa(options?: InPlace & Axis): DataFrame;
  replace(oldValue: Scalar, newValue: Scalar, options?: InPlace & { columns?: string[] }): DataFrame;
  add(other: Operand, options?: InPlace & Axis): DataFrame;
  sub(other: Operand, options?: InPlace & Axis): DataFrame;
  mul(other: Operand, options?: InPlace & Axis): DataFrame;
  div(other: Operand, options?: InPlace & Axis): DataFrame;
  divNoNan(other: Operand, options?: InPlace & Axis): DataFrame;
  pow(other: Operand, options?: InPlace & Axis): DataFrame;
  mod(other: Operand, options?: InPlace & Axis): DataFrame;
  pctChange(other: Operand, options?: InPlace & Axis): DataFrame;
  diff(other: Operand, options?: InPlace & Axis): DataFrame;
  abs(options?: InPlace): DataFrame;
  round(decimals: number, options?: InPlace): DataFrame;
  cumSum(options?: InPlace & Axis): DataFrame;
  cumProd(options?: InPlace & Axis): DataFrame;
  cumMin(options?: InPlace & Axis): DataFrame;
  cumMax(options?: InPlace & Axis): DataFrame;
  lt(other: Operand, options?: Axis): DataFrame;
  gt(other: Operand, options?: Axis): DataFrame;
  le(other: Operand, options?: Axis): DataFrame;
  ge(other: Operand, options?: Axis): DataFrame;
  eq(other: Operand, options?: Axis): DataFrame;
  ne(other: Operand, options?: Axis): DataFrame;
  count(options?: Axis): Series;
  sum(options?: Axis): Series;
  mean(options?: Axis): Series;
  median(options?: Axis): Series;
  mode(options?: Axis & { keep?: number }): Series;
  min(options?: Axis): Series;
  max(options?: Axis): Series;
  /** Sample standard deviation, divided by n - 1. */
  std(options?: Axis): Series;
  /** Sample variance, divided by n - 1. */
  var(options?: Axis): Series;
  nUnique(axis?: 0 | 1): Series;
  describe(): DataFrame;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- danfo hands rows and groups through untyped
  apply(callable: (values: any) => unknown, options?: Axis): DataFrame | Series;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  applyMap(callable: (value: any) => unknown, options?: InPlace): DataFrame;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
  groupby(columns: string[]): any;
  getDummies(options?: InPlace & { columns?: string | string[]; prefix?: string | string[] }): DataFrame;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- every column is a property too
  [column: string]: any;
}

/** danfo's single column. */
export interface Series extends Frame {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- numbers, texts or booleans, as the column has them
  readonly values: any[];
  readonly dtype: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- danfo's text functions
  readonly str: any;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- danfo's date functions
  readonly dt: any;
  iloc(rows: Scalar[]): Series;
  loc(rows: Scalar[]): Series;
  iat(row: number): Scalar | undefined;
  at(row: string | number): Scalar | undefined;
  head(rows?: number): Series;
  tail(rows?: number): Series;
  sample(rows?: number, options?: { seed?: number }): Promise<Series>;
  add(other: Series | number | number[], options?: InPlace): Series;
  sub(other: Series | number | number[], options?: InPlace): Series;
  mul(other: Series | number | number[], options?: InPlace): Series;
  div(other: Series | number | number[], options?: InPlace): Series;
  pow(other: Series | number | number[], options?: InPlace): Series;
  mod(other: Series | number | number[], options?: InPlace): Series;
  maximum(other: Series | number | number[]): Series;
  minimum(other: Series | number | number[]): Series;
  lt(other: Series | number | number[]): Series;
  gt(other: Series | number | number[]): Series;
  le(other: Series | number | number[]): Series;
  ge(other: Series | number | number[]): Series;
  eq(other: Series | Scalar | Scalar[]): Series;
  ne(other: Series | Scalar | Scalar[]): Series;
  and(other: Series | boolean | boolean[]): Series;
  or(other: Series | boolean | boolean[]): Series;
  abs(options?: InPlace): Series;
  round(decimals?: number, options?: InPlace): Series;
  cumSum(options?: InPlace): Series;
  cumProd(options?: InPlace): Series;
  cumMin(options?: InPlace): Series;
  cumMax(options?: InPlace): Series;
  count(): number;
  sum(): number;
  mean(): number;
  median(): number;
  mode(): number[];
  min(): number;
  max(): number;
  /** Sample standard deviation, divided by n - 1. */
  std(): number;
  /** Sample variance, divided by n - 1. */
  var(): number;
  argMax(): number;
  argMin(): number;
  argSort(options?: { ascending: boolean }): Series;
  unique(): Series;
  nUnique(): number;
  valueCounts(): Series;
  dropDuplicates(options?: InPlace & { keep?: "first" | "last" }): Series;
  isNa(): Series;
  fillNa(value: Scalar, options?: InPlace): Series;
  dropNa(options?: InPlace): Series;
  replace(oldValue: Scalar, newValue: Scalar, options?: InPlace): Series;
  sortValues(options?: InPlace & { ascending?: boolean }): Series;
  setIndex(index: (string | number)[], options?: InPlace): Series;
  resetIndex(options?: InPlace): Series;
  asType(dtype: "float32" | "int32" | "string" | "boolean", options?: InPlace): Series;
  append(
    values: Series | Scalar | Scalar[],
    index: (string | number)[] | string | number,
    options?: InPlace,
  ): Series;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as in DataFrame
  map(callable: ((value: any) => unknown) | object, options?: InPlace): Series;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as in DataFrame
  apply(callable: (value: any) => unknown, options?: InPlace): Series;
  describe(): Series;
  copy(): Series;
}

interface FrameOptions {
  index?: (string | number)[];
  columns?: string[];
  dtypes?: string[];
}
interface Danfo {
  DataFrame: new (data?: object, options?: FrameOptions) => DataFrame;
  Series: new (data?: object, options?: FrameOptions) => Series;
}

const require = createRequire(import.meta.url);
// The core alone: danfo's main entry takes 0.3 s more, for its readers and writers of files.
const danfo = require("danfojs-node/dist/danfojs-base/index.js") as Danfo;

// The core's own writers only say that they have moved; these load the real ones when they are called.
for (const name of ["toCSV", "toJSON", "toExcel"]) {
  const write = function (this: Frame, options?: object): unknown {
    const main = require("danfojs-node") as Record<string, (frame: Frame, options?: object) => unknown>;
    return main[name]!(this, options);
  };
  for (const frame of [danfo.DataFrame, danfo.Series])
    Object.assign(frame.prototype as object, { [name]: write });
}

/** danfo's DataFrame: `new DataFrame({ year: [2022, 2024], EGDI: [0.8628, 0.9009] })`. */
export const DataFrame = danfo.DataFrame;
/** danfo's Series: `new Series([0.8628, 0.9009])`. */
export const Series = danfo.Series;
