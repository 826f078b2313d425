/**
 * Methods that users expect and danfo lacks, in its style: assign, corr, merge, pivot, quantile, rolling, shift; for a
 * Series diff and pctChange. test/helper/table/danfo.test.ts compares each with pandas.
 */
import Papa from "papaparse";
import { requireThat } from "../../base/check.js";
import { writeAtomically } from "../../base/write-atomically.js";
import { coefficient } from "../statistics/centred.js";
import {
  changed,
  columnValues,
  DataFrame,
  newFrame,
  fromColumns,
  give,
  numericColumns,
  columnFor,
  firstOf,
  requireNamed,
  namedRows,
  requireNumeric,
  requireNumericColumns,
  Series,
  wholeDanfo,
  type Frame,
} from "./frames.js";
import { isGap, present, quantileOf, sorted, statistic, type ColumnValues } from "./values.js";

/* eslint-disable @typescript-eslint/no-explicit-any -- danfo's own types take 1.4 MB: see data-frame.ts */

export function addMethods(): void {
  for (const danfos of [DataFrame, Series])
    give(danfos, {
      toCSV,
      // The core's own only say that they have moved.
      toJSON(options?: object) {
        return wholeDanfo()["toJSON"]!(this, options);
      },
      toExcel(options?: object) {
        return wholeDanfo()["toExcel"]!(this, options);
      },
      shift(rows = 1) {
        requireStep("shift", rows);
        return changed(this, (values) => values.map((_, at) => values[at - rows] ?? NaN));
      },
      rolling(width: number) {
        requireThat(Number.isInteger(width) && width >= 1, "rolling", "table.width", width);
        const windows = (name: string) => (values: ColumnValues) => {
          requireNumeric("rolling", values);
          return values.map((_, at) => {
            const window = present(values.slice(Math.max(0, at + 1 - width), at + 1));
            return window.length < width ? NaN : statistic(name, window);
          });
        };
        const names = ["sum", "mean", "median", "min", "max", "std", "var"];
        return Object.fromEntries(names.map((name) => [name, () => changed(this, windows(name))]));
      },
    });
  const changes = (name: string, of: (now: number, before: number) => number) =>
    function (this: any, rows = 1): any {
      requireStep(name, rows);
      requireNumeric(name, this.values);
      return changed(this, (values) => values.map((now, at) => of(now, values[at - rows] ?? NaN)));
    };
  give(Series, {
    diff: changes("diff", (now, before) => now - before),
    pctChange: changes("pctChange", (now, before) => now / before - 1),
    quantile(q = 0.5) {
      requireNumeric("quantile", this.values);
      return quantileOf(this.values, requireShare(q));
    },
  });
  give(DataFrame, {
    quantile(q = 0.5) {
      const names = numericColumns(this);
      const values = columnValues(this, names).map((column) => quantileOf(column, requireShare(q)));
      return new Series(values, { index: names });
    },
    corr() {
      const names = requireNumericColumns("corr", this);
      const columns = columnValues(this, names);
      const matrix = columns.map((a) => columns.map((b) => correlationOfPresent(a, b)));
      // With itself it differs from 1 only by rounding.
      matrix.forEach((row, at) => (row[at] = Math.round(row[at]!)));
      return newFrame(matrix, names, names);
    },
    assign,
    merge,
    pivot,
  });
}

const requireStep = (caller: string, rows: unknown): void =>
  requireThat(Number.isInteger(rows), caller, "table.step", rows);

function requireShare(q: number): number {
  requireThat(q >= 0 && q <= 1, "quantile", "table.share", q);
  return q;
}

/** NaN when either column is constant over the rows where both have values. */
function correlationOfPresent(a: ColumnValues, b: ColumnValues): number {
  const isThere = (_: unknown, at: number): boolean => present([a[at], b[at]]).length === 2;
  const [x, y] = [a.filter(isThere), b.filter(isThere)];
  return [x, y].every((column) => new Set(column).size > 1) ? coefficient(x, y, "corr") : NaN;
}

function assign(this: Frame, columns: Record<string, any>): Frame {
  return Object.entries(columns).reduce((frame, [name, given]) => {
    const made = typeof given === "function" ? given(frame) : given;
    const values = columnFor(frame, made);
    const fits = Array.isArray(values) && values.length === frame.shape[0];
    requireThat(fits, "assign", "table.length", values, { name, rows: frame.shape[0] });
    const names: string[] = [...new Set([...frame.columns, name])];
    const all = names.map((one) => (one === name ? values : columnValues(frame, [one])[0]!));
    return fromColumns(names, all, frame.index);
  }, this);
}

function pivot(this: Frame, by: Record<"index" | "columns" | "values", string>): Frame {
  const asked = [by.index, by.columns, by.values];
  requireNamed("pivot", this, asked);
  const [rows, heads, values] = columnValues(this, asked) as [ColumnValues, ColumnValues, ColumnValues];
  const placeOf = (row: unknown, head: unknown): string => JSON.stringify([row, head]);
  const cells = new Map<string, unknown>();
  for (const [at, row] of rows.entries()) {
    const place = placeOf(row, heads[at]);
    requireThat(!cells.has(place), "pivot", "table.once", place, by);
    cells.set(place, values[at]);
  }
  const distinct = (all: ColumnValues): any[] => sorted([...new Set(all)]);
  const [index, columns] = [distinct(rows), distinct(heads)];
  const table = index.map((row) => columns.map((head) => cells.get(placeOf(row, head)) ?? NaN));
  return newFrame(table, columns.map(String), index);
}

type Row = Record<string, any>;

/** Non-key columns that both tables have get the suffixes "_x" and "_y", as in pandas. */
function merge(this: Frame, right: Frame, { on = [] as string | string[], how = "inner" } = {}): Frame {
  const keys = [on].flat();
  requireThat(right?.ndim === 2, "merge", "need.dataFrame", right);
  requireThat(keys.length > 0, "merge", "table.on", keys);
  for (const frame of [this, right]) requireNamed("merge", frame, keys);
  for (const name of keys) {
    const kinds = [this, right].map((frame) => typeof firstOf(columnValues(frame, [name])[0]!));
    const fits = kinds[0] === kinds[1] || kinds.includes("undefined");
    requireThat(fits, "merge", "table.keys", kinds.join(", "), { name });
  }
  requireThat(["inner", "left", "right", "outer"].includes(how), "merge", "table.how", how);
  const keyOf = (row: Row): string => JSON.stringify(keys.map((key) => row[key]));
  /** Pairs each row of a table with each row of the other that has its key, or with none. */
  const paired = (frame: Frame, other: Frame): [Row, Row | undefined][] => {
    const byKey: Record<string, Row[]> = {};
    for (const row of namedRows(other)) (byKey[keyOf(row)] ??= []).push(row);
    return namedRows(frame).flatMap((row) =>
      (byKey[keyOf(row)] ?? [undefined]).map((match): [Row, Row | undefined] => [row, match]),
    );
  };
  const ofLeft = how === "right" ? [] : paired(this, right);
  const ofRight = how === "right" || how === "outer" ? paired(right, this) : [];
  const pairs: (readonly [Row | undefined, Row | undefined])[] = [
    ...ofLeft.filter(([, match]) => match || how !== "inner"),
    ...ofRight.filter(([, match]) => !match || how === "right").map(([row, match]) => [match, row] as const),
  ];
  const isKey = (name: string): boolean => keys.includes(name);
  const rest: string[] = right.columns.filter((name: string) => !isKey(name));
  const rows = pairs.map(([mine, others]) => [
    ...this.columns.map((name: string) => mine?.[name] ?? (isKey(name) ? others?.[name] : undefined) ?? NaN),
    ...rest.map((name) => others?.[name] ?? NaN),
  ]);
  const named = (names: string[], others: string[], suffix: string): string[] =>
    names.map((name) => (!isKey(name) && others.includes(name) ? name + suffix : name));
  return newFrame(rows, [...named(this.columns, rest, "_x"), ...named(rest, this.columns, "_y")]);
}

/** danfo did not quote, and wrote missing values as NaN. */
function toCSV(this: any, options: any = {}): string | undefined {
  const given = typeof options === "string" ? { filePath: options } : options;
  const { filePath, header = true, sep = "," } = given;
  const rows: ColumnValues[] = this.ndim === 1 ? this.values.map((value: unknown) => [value]) : this.values;
  const data = rows.map((row) => row.map((value) => (isGap(value) ? "" : value)));
  const csv = `${Papa.unparse({ fields: this.columns, data }, { header, delimiter: sep, newline: "\n" })}\n`;
  if (filePath === undefined) return csv;
  writeAtomically(filePath, csv);
}
