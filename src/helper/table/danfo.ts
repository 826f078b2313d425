/**
 * What danfojs-node 1.2.0 gets wrong, put right in one place; each is held against pandas by test/helper/table/danfo.test.ts.
 *
 * - count, sum, mean, median, min, max, std, var: of gaps alone an error or undefined; of one value a deviation of 0
 * - describe: gaps made every mean missing and moved the median
 * - sortValues, argSort, argMax, argMin: gaps left a column unsorted and gave -1; ties and strings changed places
 * - groupby: two keys were joined by "-", so that groups could merge; gaps counted; groups now come in order
 * - gt, ge, lt, le of texts and eq, ne of true and false: refused; sum and mean of booleans with gaps: NaN
 * - dt.month: January was 0
 * - print: failed where operators on whole columns are refused; size of groups: columns named a_Group and applyOps
 * - cumSum and the like of a Series: all that follows a gap was missing
 * - valueCounts: 2.5 was counted as 2; now the commonest comes first
 * - ctypes: float32 and int32, where the values are float64
 * - toCSV: no quotes; missing values written as NaN
 * - copy, rename, setIndex, sortValues: the new table shared its rows with the old one; fillNa and asType with columns, and
 *   addColumn of a name that is there, changed the table that they were called on
 * - columns named as danfo's own properties (`values`): the frame broke; `column("values")` has such a one
 *
 * And what everybody types that danfo lacks, in its manner: assign, corr, merge, pivot, quantile, rolling, shift; of a Series diff and
 * pctChange.
 */
import Papa from "papaparse";
import {
  mean,
  median,
  sampleCorrelation,
  sampleStandardDeviation,
  sampleVariance,
  sum,
} from "simple-statistics";
import { requireThat } from "../../base/check.js";
import { text } from "../../base/text.js";
import { writeAtomically } from "../../base/write-atomically.js";

/* eslint-disable @typescript-eslint/no-explicit-any -- danfo's own types would be 1.4 MB to read: see data-frame.ts */
type Values = readonly any[];
type Frame = any;

const isMissing = (value: unknown): boolean => value === undefined || value === null || Number.isNaN(value);
const present = (values: Values): any[] => values.filter((value) => !isMissing(value));
/** NaN where there are too few values, as pandas has it. */
const from = (least: number, statistic: (values: number[]) => number) => (values: number[]) =>
  values.length < least ? NaN : statistic(values);
const extreme = (better: (a: number, b: number) => boolean) =>
  from(1, (values) => values.reduce((best, value) => (better(value, best) ? value : best)));

/** Each of the values that are there. */
const statistics: Record<string, (values: number[]) => number> = {
  count: (values) => values.length,
  mean: from(1, mean),
  std: from(2, sampleStandardDeviation),
  min: extreme((a, b) => a < b),
  median: from(1, median),
  max: extreme((a, b) => a > b),
  variance: from(2, sampleVariance),
  var: from(2, sampleVariance),
  sum: from(0, sum),
};
const described = ["count", "mean", "std", "min", "median", "max", "variance"];
const running: Record<string, (before: number, value: number) => number> = {
  sum: (before, value) => before + value,
  prod: (before, value) => before * value,
  max: Math.max,
  min: Math.min,
};

/** Running figures that pass over gaps. */
function cumulative(values: Values, kind: string): number[] {
  let before: number | undefined;
  return values.map((value) => {
    if (isMissing(value)) return NaN;
    before = before === undefined ? Number(value) : running[kind]!(before, Number(value));
    return before;
  });
}

/** Positions in order, equal ones as they stood, missing ones last. */
function sortedPositions(columns: readonly Values[], ascending: boolean | readonly boolean[]): number[] {
  const compare = (a: any, b: any, up: boolean): number => {
    if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b));
    return (a < b ? -1 : Number(a > b)) * (up ? 1 : -1);
  };
  const ups = columns.map((_, at) => (typeof ascending === "boolean" ? ascending : ascending[at]!));
  const by = (i: number, j: number): number =>
    columns.reduce((found, column, at) => found || compare(column[i], column[j], ups[at]!), 0);
  return columns[0]!.map((_, at) => at).sort(by);
}

/** The q-quantile between the two nearest values, as pandas and R (type 7) compute it. */
function quantileOf(values: Values, q: number): number {
  const sorted = present(values).sort((a: number, b: number) => a - b);
  if (sorted.length === 0) return NaN;
  const at = q * (sorted.length - 1);
  const below = sorted[Math.floor(at)];
  return below + (at % 1) * ((sorted[Math.ceil(at)] ?? below) - below);
}

/** Properties of danfo itself; a column of such a name leaves them as they are. */
const own = new Set(["constructor", "columns", "values", "index", "shape", "ndim", "size", "dtypes", "ctypes", "axis", "config", "tensor", "column", "loc", "iloc", "copy"]); // prettier-ignore

/** Mends danfo's classes. */
export function mendDanfo({ DataFrame, Series, Utils }: Record<"DataFrame" | "Series" | "Utils", any>): void {
  const columnOf = (frame: Frame, name: string): Values => frame.values.map((row: Values) => row[frame.columns.indexOf(name)]); // prettier-ignore
  const columnsOf = (frame: Frame): Values[] => frame.columns.map((_: string, at: number) => frame.values.map((row: Values) => row[at])); // prettier-ignore
  const frameOf = (rows: Values[], columns: string[], index?: Values): Frame => new DataFrame(rows, { columns, ...(index && { index }) }); // prettier-ignore
  const fromColumns = (names: string[], columns: readonly Values[], index?: Values): Frame =>
    frameOf(columns[0]?.map((_, row) => columns.map((column) => column[row])) ?? [], names, index);
  const isNumeric = (frame: Frame, name: string): boolean => !/string|boolean/.test(frame.dtypes[frame.columns.indexOf(name)]); // prettier-ignore
  const numericOf = (frame: Frame): string[] =>
    frame.columns.filter((name: string) => isNumeric(frame, name));
  const seriesLike = (series: any, values: Values): any => new Series(values, { index: series.index, columns: series.columns }); // prettier-ignore
  const requireColumns = (caller: string, frame: Frame, names: readonly string[]): void => {
    for (const name of names)
      requireThat(frame.columns.includes(name), caller, text("table.oneOf", { columns: frame.columns.join(", ") }), name); // prettier-ignore
  };
  /** A method for a Series, and for each column of numbers of a DataFrame. */
  const forBoth = (name: string, compute: (values: Values, argument: any) => Values): void => {
    Series.prototype[name] = function (this: any, argument: any) {
      return seriesLike(this, compute(this.values, argument));
    };
    DataFrame.prototype[name] = function (this: Frame, argument: any) {
      const columns = this.columns.map((column: string) => compute(columnOf(this, column), argument));
      return fromColumns(this.columns, columns, this.index);
    };
  };

  for (const name of ["count", "sum", "mean", "median", "min", "max", "std", "var"]) {
    const statistic = statistics[name]!;
    Series.prototype[name] = function (this: any) {
      return statistic(
        name === "count" ? present(this.values) : this.$checkAndCleanValues(this.values, name).map(Number),
      );
    };
    const danfos = DataFrame.prototype[name];
    DataFrame.prototype[name] = function (this: Frame, options: { axis?: 0 | 1 } = {}) {
      const { axis = 1 } = options;
      if ((axis !== 0 && axis !== 1) || (name !== "count" && this.dtypes.includes("string")))
        return danfos.call(this, options); // which says why not
      const of: Values[] = axis === 0 ? columnsOf(this) : this.values;
      const values = of.map((one) => statistic(name === "count" ? present(one) : present(one).map(Number)));
      return new Series(values, { index: axis === 0 ? this.columns : this.index });
    };
  }

  const shallow = DataFrame.prototype.copy;
  DataFrame.prototype.copy = function (this: Frame) {
    const copy = shallow.call(this);
    copy.$setValues(
      this.values.map((row: Values) => [...row]),
      false,
    );
    return copy;
  };
  for (const name of ["fillNa", "asType", "addColumn", "replace", "rename", "setIndex"]) {
    const danfos = DataFrame.prototype[name];
    DataFrame.prototype[name] = function (this: Frame, ...given: any[]) {
      const isInplace = Object.hasOwn(Object(given.at(-1)) as object, "inplace") && given.at(-1).inplace;
      return danfos.apply(isInplace ? this : this.copy(), given);
    };
  }

  const describe = (values: Values): number[] =>
    described.map((name) => statistics[name]!(present(values).map(Number)));
  Series.prototype.describe = function (this: any) {
    requireThat(!/string/.test(this.dtypes[0]), "describe", "table.numbers", this.values[0]);
    return new Series(describe(this.values), { index: described });
  };
  DataFrame.prototype.describe = function (this: Frame) {
    const names = numericOf(this);
    requireThat(names.length > 0, "describe", "table.numbers", this.columns.join(", "));
    return fromColumns(names, names.map((name) => describe(columnOf(this, name))), described); // prettier-ignore
  };

  const arrange = (thing: any, positions: number[], inplace: boolean): any => {
    const pick = (all: Values): any[] =>
      positions.map((at) => (Array.isArray(all[at]) ? [...all[at]] : all[at]));
    const [values, index] = [pick(thing.values), pick(thing.index)];
    const { columns, dtypes } = thing;
    if (!inplace) return new thing.constructor(values, { index, columns, dtypes });
    thing.$setValues(values);
    thing.$setIndex(index);
  };
  Series.prototype.sortValues = function (this: any, { ascending = true, inplace = false } = {}) {
    return arrange(this, sortedPositions([this.values], ascending), inplace);
  };
  DataFrame.prototype.sortValues = function (
    this: Frame,
    by: string | string[],
    { ascending = true as boolean | boolean[], inplace = false } = {},
  ) {
    // prettier-ignore
    requireColumns("sortValues", this, [by].flat());
    const fits = typeof ascending === "boolean" || ascending.length === [by].flat().length;
    requireThat(fits, "sortValues", text("table.ascending", { count: [by].flat().length }), ascending);
    return arrange(this, sortedPositions([by].flat().map((name) => columnOf(this, name)), ascending), inplace); // prettier-ignore
  };
  for (const [name, ascending] of [
    ["argMax", false],
    ["argMin", true],
  ] as const)
    // prettier-ignore
    Series.prototype[name] = function (this: any) {
      requireThat(present(this.values).length > 0, name, "table.value", this.values.length);
      return sortedPositions([this.values], ascending)[0];
    };

  const boolOps = Series.prototype.boolOps;
  Series.prototype.boolOps = function (this: any, other: any, kind: string) {
    const isScalar = typeof other === "string" || typeof other === "boolean";
    return boolOps.call(this, isScalar ? this.values.map(() => other) : other, kind);
  };
  for (const { prototype } of [DataFrame, Series])
    prototype.print = function (this: any) {
      console.log(this.toString());
    };

  const dates = Object.getPrototypeOf(new Series(["2024-01-01"]).dt);
  const monthFrom0 = dates.month;
  dates.month = function (this: any) {
    return monthFrom0.call(this).add(1);
  };

  Series.prototype.cumOps = function (this: any, kind: string, { inplace = false } = {}) {
    const values = cumulative(this.values, kind);
    return inplace ? this.$setValues(values) : seriesLike(this, values);
  };
  Series.prototype.valueCounts = function (this: any) {
    const counts = new Map<any, number>();
    for (const value of present(this.values)) counts.set(value, (counts.get(value) ?? 0) + 1);
    const sorted = [...counts].sort(([, a], [, b]) => b - a);
    const index = sorted.map(([value]) => (typeof value === "boolean" ? String(value) : value));
    return new Series(sorted.map(([, count]) => count), { index, columns: this.columns }); // prettier-ignore
  };
  Object.defineProperty(DataFrame.prototype, "ctypes", {
    configurable: true,
    get(this: Frame) {
      return new Series(this.dtypes.map((one: string) => one.replace(/^(float|int)32$/, "float64")), { index: this.columns }); // prettier-ignore
    },
  });
  DataFrame.prototype.$setInternalColumnDataProperty = function (this: Frame, column?: string) {
    for (const name of (typeof column === "string" ? [column] : this.columns) as string[]) {
      if (own.has(name) || name.startsWith("$")) continue;
      const get = (): unknown => this.$getColumnData(name);
      Object.defineProperty(this, name, { configurable: true, get, set: (values) => this.$setColumnData(name, values) }); // prettier-ignore
    }
  };
  // A record with a column "constructor" is one, too.
  const isObject = Utils.prototype.isObject;
  Utils.prototype.isObject = (value: any) =>
    isObject(value) || (typeof value === "object" && value !== null && Object.hasOwn(value, "constructor"));

  for (const { prototype } of [DataFrame, Series])
    prototype.toCSV = function (
      this: any,
      options: string | { filePath?: string; header?: boolean; sep?: string } = {},
    ) {
      // prettier-ignore
      const { filePath, header = true, sep = "," } = typeof options === "string" ? { filePath: options } : options;
      const rows: Values[] = this.ndim === 1 ? this.values.map((value: unknown) => [value]) : this.values;
      const data = rows.map((row) => row.map((value) => (isMissing(value) ? "" : value)));
      const csv = `${Papa.unparse({ fields: this.columns, data }, { header, delimiter: sep, newline: "\n" })}\n`;
      return filePath === undefined ? csv : writeAtomically(filePath, csv);
    };

  mendGroups(Object.getPrototypeOf(new DataFrame([[1]], { columns: ["a"] }).groupby(["a"])), frameOf);

  const changes = (of: (now: number, before: number) => number) =>
    function (this: any, rows = 1) {
      return seriesLike(
        this,
        this.values.map((now: number, at: number) => of(now, this.values[at - rows] ?? NaN)),
      );
    };
  Series.prototype.diff = changes((now, before) => now - before);
  Series.prototype.pctChange = changes((now, before) => now / before - 1);
  forBoth("shift", (values, rows = 1) => values.map((_, at) => values[at - rows] ?? NaN));
  Series.prototype.quantile = function (this: any, q = 0.5) {
    return quantileOf(this.values, requireShare(q));
  };
  DataFrame.prototype.quantile = function (this: Frame, q = 0.5) {
    const names = numericOf(this);
    return new Series(names.map((name) => quantileOf(columnOf(this, name), requireShare(q))), { index: names }); // prettier-ignore
  };
  for (const { prototype } of [DataFrame, Series])
    prototype.rolling = function (this: any, width: number) {
      requireThat(Number.isInteger(width) && width >= 1, "rolling", "table.width", width);
      const windows = (statistic: (values: number[]) => number) => (values: Values): number[] =>
        values.map((_, at) => {
          const window = present(values.slice(Math.max(0, at + 1 - width), at + 1));
          return window.length < width ? NaN : statistic(window);
        }); // prettier-ignore
      const apply = (compute: (values: Values) => number[]): any =>
        this.ndim === 1 ? seriesLike(this, compute(this.values)) : fromColumns(this.columns, columnsOf(this).map(compute), this.index); // prettier-ignore
      const names = ["sum", "mean", "median", "min", "max", "std", "var"];
      return Object.fromEntries(names.map((name) => [name, () => apply(windows(statistics[name]!))]));
    };
  DataFrame.prototype.assign = function (this: Frame, columns: Record<string, any>) {
    return Object.entries(columns).reduce((frame, [name, given]) => {
      const made = typeof given === "function" ? given(frame) : given;
      const isScalar = ["number", "string", "boolean"].includes(typeof made);
      const values: Values = isScalar
        ? frame.index.map(() => made)
        : Array.isArray(made)
          ? made
          : made?.values;
      const fits = Array.isArray(values) && values.length === frame.shape[0];
      requireThat(fits, "assign", text("table.length", { name, rows: frame.shape[0] }), values);
      const names = frame.columns.includes(name) ? frame.columns : [...frame.columns, name];
      return fromColumns(names, names.map((one: string) => (one === name ? values : columnOf(frame, one))), frame.index); // prettier-ignore
    }, this);
  };
  DataFrame.prototype.corr = function (this: Frame) {
    const names = numericOf(this);
    const r = (a: Values, b: Values): number => {
      const pairs = a.map((value, at) => [value, b[at]]).filter((pair) => present(pair).length === 2);
      // About the means: its sums would cancel.
      const [x, y] = [0, 1].map((k) => pairs.map((pair) => pair[k] - mean(pairs.map((one) => one[k]))));
      const varies = pairs.length > 1 && [x!, y!].every((column) => column.some((value) => value !== 0));
      return varies ? Math.max(-1, Math.min(1, sampleCorrelation(x!, y!))) : NaN;
    };
    const columns = names.map((name) => columnOf(this, name));
    return fromColumns(names, columns.map((a) => columns.map((b) => r(a, b))), names); // prettier-ignore
  };
  DataFrame.prototype.pivot = function (this: Frame, by: Record<"index" | "columns" | "values", string>) {
    requireColumns("pivot", this, [by.index, by.columns, by.values]);
    const [rows, heads, values] = [by.index, by.columns, by.values].map((name) => columnOf(this, name));
    const distinct = (all: Values): any[] => sortedPositions([[...new Set(all)]], true).map((at) => [...new Set(all)][at]); // prettier-ignore
    const places = new Map<string, number>();
    rows!.forEach((row, at) => {
      const place = JSON.stringify([row, heads![at]]);
      requireThat(!places.has(place), "pivot", text("table.once", by), place);
      places.set(place, at);
    });
    const [index, columns] = [distinct(rows!), distinct(heads!)];
    const cell = (row: any, head: any): any => values![places.get(JSON.stringify([row, head])) ?? -1] ?? NaN;
    return frameOf(index.map((row) => columns.map((head) => cell(row, head))), columns.map(String), index); // prettier-ignore
  };
  DataFrame.prototype.merge = function (
    this: Frame,
    right: Frame,
    { on, how = "inner" }: { on: string | string[]; how?: string },
  ) {
    // prettier-ignore
    const keys = [on].flat();
    requireColumns("merge", this, keys);
    requireColumns("merge", right, keys);
    requireThat(["inner", "left", "right", "outer"].includes(how), "merge", "table.how", how); // prettier-ignore
    const keyOf = (frame: Frame, row: Values): string => JSON.stringify(keys.map((key) => row[frame.columns.indexOf(key)])); // prettier-ignore
    const rest = right.columns.filter((name: string) => !keys.includes(name));
    const pick = (row: Values | undefined): any[] => rest.map((name: string) => row?.[right.columns.indexOf(name)] ?? NaN); // prettier-ignore
    if (how === "right") {
      const swapped = right.merge(this, { on, how: "left" });
      const others = this.columns.filter((name: string) => !keys.includes(name));
      const places = [...this.columns.map((name: string) => (keys.includes(name) ? right.columns.indexOf(name) : right.columns.length + others.indexOf(name))), ...rest.map((name: string) => right.columns.indexOf(name))]; // prettier-ignore
      return frameOf(swapped.values.map((row: Values) => places.map((at) => row[at])), mergedNames(this, right, keys)); // prettier-ignore
    }
    const matched = new Set<Values>();
    const byKey = new Map<string, Values[]>();
    for (const row of right.values)
      byKey.set(keyOf(right, row), [...(byKey.get(keyOf(right, row)) ?? []), row]);
    const rows = (this.values as Values[]).flatMap((row) => {
      const found = byKey.get(keyOf(this, row)) ?? [];
      found.forEach((one) => matched.add(one));
      return found.length > 0 ? found.map((one) => [...row, ...pick(one)]) : how === "inner" ? [] : [[...row, ...pick(undefined)]]; // prettier-ignore
    });
    const left = (row: Values): any[] => this.columns.map((name: string) => (keys.includes(name) ? row[right.columns.indexOf(name)] : NaN)); // prettier-ignore
    const alone = how === "outer" ? right.values.filter((row: Values) => !matched.has(row)) : [];
    return frameOf([...rows, ...alone.map((row: Values) => [...left(row), ...pick(row)])], mergedNames(this, right, keys)); // prettier-ignore
  };
}

/** The columns of a merged table: one that both have and that is no key gets "_x" and "_y", as in pandas. */
function mergedNames(left: Frame, right: Frame, keys: readonly string[]): string[] {
  const shared = (name: string): boolean => !keys.includes(name) && left.columns.includes(name) && right.columns.includes(name); // prettier-ignore
  const own = left.columns.map((name: string) => (shared(name) ? `${name}_x` : name));
  const others = right.columns.filter((name: string) => !keys.includes(name));
  return [...own, ...others.map((name: string) => (shared(name) ? `${name}_y` : name))];
}

function requireShare(q: number): number {
  requireThat(q >= 0 && q <= 1, "quantile", "table.share", q);
  return q;
}

/** danfo's groups: by the keys themselves, in their order, rows without a key left out; figures of what is there. */
function mendGroups(prototype: any, frameOf: (rows: Values[], columns: string[]) => Frame): void {
  const keyOf = (values: Values): string => JSON.stringify(values);
  prototype.group = function (this: any) {
    this.colDict = {};
    this.keyToValue = {};
    const keys = this.colIndex.map((at: number) => this.data.map((row: Values) => row[at]));
    for (const at of sortedPositions(keys, true)) {
      const group = keys.map((values: Values) => values[at]);
      if (group.some(isMissing)) continue;
      this.keyToValue[keyOf(group)] = group;
      const columns = (this.colDict[keyOf(group)] ??= Object.fromEntries(this.columnName.map((name: string) => [name, []]))); // prettier-ignore
      this.columnName.forEach((name: string, column: number) => columns[name].push(this.data[at][column]));
    }
    return this;
  };
  prototype.colKeyDict = (groups: object) => Object.keys(groups);
  prototype.groupMathLog = (values: Values, name: string) =>
    name.startsWith("cum") ? cumulative(values, name.slice(3)) : [statistics[name]!(present(values))];
  prototype.median = function (this: any) {
    return this.operations("median");
  };
  prototype.size = function (this: any) {
    const sizes = Object.keys(this.colDict).map((key) => [...this.keyToValue[key], (Object.values(this.colDict[key])[0] as Values).length]); // prettier-ignore
    return frameOf(sizes, [...this.keyCol, "size"]);
  };
  const toDataFrame = prototype.toDataFrame;
  prototype.getGroup = function (this: any, keys: Values) {
    const group = this.colDict[keyOf(keys)];
    requireThat(group !== undefined, "getGroup", text("table.oneOf", { columns: Object.keys(this.colDict).join(", ") }), keyOf(keys)); // prettier-ignore
    return toDataFrame.call(this, { [keyOf(keys)]: group });
  };
}
