/**
 * danfo's DataFrame and Series with our own types. They know a table's columns by name; danfo's types pull in those of
 * Plotly, xlsx, table and papaparse, 1.4 MB for the type check of a notebook's first cell to read.
 */
import { showable } from "../../base/display.js";
import { nameAbsentColumns } from "../../base/absent-columns.js";
import { mendDanfo } from "./danfo.js";
import * as danfo from "./frames.js";

type Scalar = number | string | boolean;
type Label = string | number;
type Labels = readonly Label[];
type Many<T> = T | readonly T[];
/** Which rows: by position, by label, or by condition. */
type Rows = Series | Scalar[];
type Operand = DataFrame | Series | Many<number>;
/** For statistics: 0 gives one number per column; 1, danfo's default, one per row. */
type Axis = { axis?: 0 | 1 };
type InPlace = { inplace?: boolean };
type Arithmetic = "add" | "sub" | "mul" | "div" | "pow" | "mod";
type Comparison = "lt" | "gt" | "le" | "ge" | "eq" | "ne";
type Cumulative = "cumSum" | "cumProd" | "cumMin" | "cumMax" | "abs";
/** `std` and `var` are the sample's, with divisor n - 1. */
type Statistic = "count" | "sum" | "mean" | "median" | "min" | "max" | "std" | "var";
type Dtype = "float32" | "int32" | "string" | "boolean";
/* eslint-disable @typescript-eslint/no-explicit-any -- danfo hands values, rows and groups through untyped */

/** What a DataFrame and a Series share. */
interface Frame<Self>
  extends Record<"head" | "tail", (rows?: number) => Self>, Record<"copy" | "describe", () => Self> {
  /** The row labels. */
  readonly index: Label[];
  readonly columns: string[];
  readonly dtypes: string[];
  readonly shape: number[];
  readonly ndim: number;
  readonly size: number;
  /** Writes the table to the console. */
  print(): void;
  /** Returns the table as CSV, or writes it to a file if a path is given. Missing values are empty cells. */
  toCSV(options?: string | { filePath?: string; header?: boolean; sep?: string }): string | undefined;
  toJSON(options?: { filePath?: string; format?: "row" | "column" }): object | undefined;
  toExcel(options?: { filePath?: string; sheetName?: string }): void;
  sample(rows?: number, options?: { seed?: number }): Promise<Self>;
  /** Which values are missing: NaN, null, undefined. */
  isNa(): Self;
  replace(oldValue: Scalar, newValue: Scalar, options?: InPlace & { columns?: string[] }): Self;
  append(rows: any, index: Many<Label>, options?: InPlace): Self;
  resetIndex(options?: InPlace): Self;
  /** The values shifted down by this many rows, with NaN in the rows left empty. */
  shift(rows?: number): Self;
  /** Statistics of `width` neighboring values, written at the last one; NaN where the window is incomplete. */
  rolling(width: number): Record<"sum" | "mean" | "median" | "min" | "max" | "std" | "var", () => Self>;
}

/** Groups of rows, in the order of their keys; statistics get names such as `rank_mean`. */
export interface Groups<Column extends string> extends Record<
  Statistic | "size" | "first" | "last",
  () => DataFrame
> {
  /** The columns to compute with; by default all except the keys. */
  col(columns: readonly Column[]): Groups<Column>;
  agg(operations: { readonly [name in Column]?: Many<string> }): DataFrame;
  getGroup(keys: readonly Scalar[]): DataFrame<Column>;
  apply(callable: (group: DataFrame<Column>) => DataFrame | Series): DataFrame;
  readonly ngroups: number;
}

type Assigned = Series | Scalar | readonly unknown[];

interface FrameMethods<Column extends string>
  extends
    Frame<DataFrame<Column>>,
    Record<
      Arithmetic | "divNoNan" | "pctChange" | "diff",
      (other: Operand, options?: InPlace & Axis) => DataFrame<Column>
    >,
    Record<Comparison, (other: Operand, options?: Axis) => DataFrame<Column>>,
    Record<Cumulative, (options?: InPlace & Axis) => DataFrame<Column>>,
    Record<Statistic, (options?: Axis) => Series> {
  /** The rows. */
  readonly values: any[][];
  /** Transposed, unless a column has this name. */
  readonly T: any;
  column(name: Column): Series;
  addColumn<Name extends string>(
    name: Name,
    values: Series | ArrayLike<unknown>,
    options?: InPlace & { atIndex?: number | string },
  ): DataFrame<Column | Name>;
  /** Selects by position: `df.iloc({ rows: ["0:3"] })`. */
  iloc(which: { rows?: Rows; columns?: Label[] }): DataFrame<Column>;
  /** Selects by label: `df.loc({ columns: ["year", "EGDI"] })`; rows also by condition. */
  loc<Chosen extends Column = Column>(which: { rows?: Rows; columns?: readonly Chosen[] }): DataFrame<Chosen>;
  at(row: Label, column: Column): any;
  iat(row: number, column: number): any;
  /** The rows where the condition holds: `df.query(df["year"].gt(2010))`. */
  query(condition: Series | readonly boolean[], options?: InPlace): DataFrame<Column>;
  drop<Name extends string = never>(
    options: InPlace & { columns?: Many<Name>; index?: Labels },
  ): DataFrame<Exclude<Column, Name>>;
  rename(names: Record<string, Label>, options?: InPlace & Axis): DataFrame;
  /** Sorts by one column or several, missing values last; one `ascending` for all columns, or one for each. */
  sortValues(by: Many<Column>, options?: InPlace & { ascending?: Many<boolean> }): DataFrame<Column>;
  sortIndex(options?: InPlace & { ascending?: boolean }): DataFrame<Column>;
  setIndex(options: InPlace & { index?: Labels; column?: Column; drop?: boolean }): DataFrame<Column>;
  selectDtypes(include: string[]): DataFrame;
  asType(column: Column, dtype: Dtype, options?: InPlace): DataFrame<Column>;
  round(decimals: number, options?: InPlace): DataFrame<Column>;
  fillNa(values: Scalar | Scalar[], options?: InPlace & { columns?: Column[] }): DataFrame<Column>;
  /** Drops the rows (`axis: 1`) or columns (`axis: 0`) with a missing value. */
  dropNa(options?: InPlace & Axis): DataFrame<Column>;
  transpose(options?: InPlace): DataFrame;
  nUnique(axis?: 0 | 1): Series;
  /** Returns a Series when the function gives one value per row (`axis: 1`) or column (`axis: 0`). */
  apply<Result>(
    callable: (values: any) => Result,
    options?: Axis,
  ): Result extends readonly unknown[] ? DataFrame<Column> : Series;
  applyMap(callable: (value: any) => unknown, options?: InPlace): DataFrame<Column>;
  /** Groups of rows: `df.groupby(["indexName"]).col(["rank"]).mean()`. */
  groupby(columns: readonly Column[]): Groups<Column>;
  /** The type of each column: float64, string or boolean. */
  readonly ctypes: Series;
  /** Adds or replaces columns: `df.assign({ gap: (df) => df["TII"].sub(df["OSI"]) })`. */
  assign<Name extends string>(columns: {
    readonly [name in Name]: Assigned | ((df: DataFrame<Column>) => Assigned);
  }): DataFrame<Column | Name>;
  /** Pearson's correlations of all numeric columns, each over the rows where both have values. */
  corr(): DataFrame<Column>;
  /** Joins on equal keys: `how` is "inner" (the default), "left", "right" or "outer". */
  merge<Other extends string>(
    right: DataFrame<Other>,
    options: { on: Many<Column & Other>; how?: "inner" | "left" | "right" | "outer" },
  ): DataFrame<Column | Other>;
  /** One row for each value of `index` and one column for each of `columns`. */
  pivot(by: { index: Column; columns: Column; values: Column }): DataFrame;
  /** Quantile of each numeric column, interpolated between the two nearest values; 0.5 by default. */
  quantile(q?: number): Series;
}

/** Without strict mode, as in notebook cells, a new column may be assigned and is known from then on. */
type Columns<Column extends string> = string extends Column
  ? AnyColumn
  : { readonly [name in Exclude<Column, Own>]: Series } & (null extends string ? AnyColumn : unknown);
type AnyColumn = { [column: string]: any };
type Own = (typeof danfo.own)[number];

/** danfo's table of named columns; `df["EGDI"]` is a column even when its name is also a method's (`T`). */
export type DataFrame<Column extends string = string> = (string extends Column
  ? FrameMethods<Column>
  : Omit<FrameMethods<Column>, Exclude<Column, Own>>) &
  Columns<Column>;

/** Our DataFrame or one of danfo's own types, which private members make incompatible. */
export interface AnyDataFrame {
  readonly columns: string[];
  readonly index: Label[];
  readonly values: unknown[];
}

/** danfo's single column. */
export interface Series
  extends
    Frame<Series>,
    Record<Arithmetic, (other: Series | Many<number>, options?: InPlace) => Series>,
    Record<"maximum" | "minimum", (other: Series | Many<number>) => Series>,
    Record<Comparison, (other: Series | Many<Scalar>) => Series>,
    Record<"and" | "or", (other: Series | Many<boolean>) => Series>,
    Record<Cumulative | "dropNa", (options?: InPlace) => Series>,
    Record<Statistic | "argMax" | "argMin" | "nUnique", () => number> {
  /** Numbers, texts or booleans, depending on the column. */
  readonly values: any[];
  readonly dtype: string;
  readonly str: any;
  readonly dt: any;
  iloc(rows: Scalar[]): Series;
  loc(rows: Scalar[]): Series;
  iat(row: number): any;
  at(row: Label): any;
  mode(): number[];
  /** Each value minus the one `rows` rows earlier; NaN where there is none. */
  diff(rows?: number): Series;
  /** The same as a share of the earlier value. */
  pctChange(rows?: number): Series;
  round(decimals?: number, options?: InPlace): Series;
  argSort(options?: { ascending: boolean }): Series;
  unique(): Series;
  /** How often each value occurs, the most frequent first. */
  valueCounts(): Series;
  /** Quantile, interpolated between the two nearest values; 0.5 by default. */
  quantile(q?: number): number;
  dropDuplicates(options?: InPlace & { keep?: "first" | "last" }): Series;
  fillNa(value: Scalar, options?: InPlace): Series;
  sortValues(options?: InPlace & { ascending?: boolean }): Series;
  setIndex(index: Labels, options?: InPlace): Series;
  asType(dtype: Dtype, options?: InPlace): Series;
  map(callable: ((value: any) => unknown) | object, options?: InPlace): Series;
  apply(callable: (value: any) => unknown, options?: InPlace): Series;
}

type FrameOptions = { index?: Labels; columns?: readonly string[]; dtypes?: string[] };
interface FrameConstructor {
  new <Column extends string>(
    data: { readonly [name in Column]: ArrayLike<unknown> },
    options?: FrameOptions,
  ): DataFrame<Column>;
  new (data?: object, options?: FrameOptions): DataFrame;
}

/** danfo's DataFrame: `new DataFrame({ year: [2022, 2024], EGDI: [0.8628, 0.9009] })`. */
export const DataFrame = danfo.DataFrame as FrameConstructor;
/** danfo's Series: `new Series([0.8628, 0.9009])`. */
export const Series = danfo.Series as new (data?: object, options?: FrameOptions) => Series;

mendDanfo();
for (const { prototype } of [DataFrame, Series] as { prototype: object }[]) {
  showable(prototype);
  nameAbsentColumns(prototype);
}
