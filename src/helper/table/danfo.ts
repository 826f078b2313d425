/**
 * Fixes for danfojs-node 1.2.0; test/helper/table/danfo.test.ts compares each with pandas. `groups.ts` fixes groupby:
 * danfo joined two keys by "-", so that groups could merge, counted missing values, and named size columns a_Group and
 * applyOps. `more-methods.ts` adds what danfo lacks.
 */
import { requireThat } from "../../base/check.js";
import { text } from "../../base/text.js";
import {
  along,
  changed,
  columnValues,
  DataFrame,
  columnFor,
  firstOf,
  fromColumns,
  give,
  isScalar,
  numericColumns,
  own,
  requireNamed,
  requireNumeric,
  requireNumericColumns,
  requireOneOf,
  Series,
  Utils,
  type Frame,
} from "./frames.js";
import { mendGroups } from "./groups.js";
import { addMethods } from "./more-methods.js";
import { cumulative, isGap, present, sortedPositions, statistic, type ColumnValues } from "./values.js";

/* eslint-disable @typescript-eslint/no-explicit-any -- danfo's own types take 1.4 MB: see data-frame.ts */

/** Fixes danfo's classes and adds what they lack. */
export function mendDanfo(): void {
  mendStatistics();
  mendDescribe();
  mendCopies();
  mendOrder();
  mendSeries();
  mendColumns();
  for (const danfos of [DataFrame, Series]) {
    Reflect.deleteProperty(danfos.prototype, "plot"); // it only says that Node has none
    give(danfos, {
      // danfo's own fails once operators on whole columns throw.
      print() {
        console.log(this.toString());
      },
    });
  }
  mendGroups();
  addMethods();
}

/** Of gaps alone an error or undefined; of one value a deviation of 0; sum and mean of booleans with gaps NaN. */
function mendStatistics(): void {
  for (const name of ["count", "sum", "mean", "median", "min", "max", "std", "var"]) {
    const danfos = DataFrame.prototype[name];
    give(Series, {
      [name]() {
        if (name !== "count") this.$checkAndCleanValues(this.values, name); // says why not
        return statistic(name, this.values);
      },
    });
    give(DataFrame, {
      [name](options: { axis?: 0 | 1 } = {}) {
        const { axis = 1 } = options;
        if ((axis !== 0 && axis !== 1) || (name !== "count" && this.dtypes.includes("string")))
          return danfos.call(this, options); // says why not
        return along(this, axis, (values) => statistic(name, values));
      },
    });
  }
}

/** danfo's describe gave missing means and a wrong median when values were missing. */
function mendDescribe(): void {
  const index = ["count", "mean", "std", "min", "median", "max", "variance"];
  const describe = (values: ColumnValues): number[] => index.map((name) => statistic(name, values));
  give(Series, {
    describe() {
      requireNumeric("describe", this.values);
      return new Series(describe(this.values), { index });
    },
  });
  give(DataFrame, {
    describe() {
      const names = requireNumericColumns("describe", this);
      return fromColumns(names, columnValues(this, names).map(describe), index);
    },
  });
}

/**
 * A copy shared its rows with the old table, and methods with columns changed the table that they were called on. A
 * Series put in a column's place made the column unreadable, and addColumn with its name gave nothing.
 */
function mendCopies(): void {
  const shallow = DataFrame.prototype.copy;
  give(DataFrame, {
    copy() {
      const copy = shallow.call(this);
      const rows = this.values.map((row: ColumnValues) => [...row]);
      copy.$setValues(rows, false);
      return copy;
    },
  });
  for (const name of ["fillNa", "addColumn", "replace", "rename", "setIndex"]) {
    const danfos = DataFrame.prototype[name];
    give(DataFrame, {
      [name](...given: any[]) {
        if (name === "fillNa") requireFill(given[0]);
        if (name === "addColumn") given[1] = columnFor(this, given[1]);
        const options = Object(given.at(-1)) as { inplace?: boolean };
        const isInplace = Object.hasOwn(options, "inplace") && options.inplace;
        const frame = isInplace ? this : this.copy();
        const made = danfos.apply(frame, given);
        return isInplace ? undefined : (made ?? frame);
      },
    });
  }
}

const requireFill = (value: unknown): void =>
  requireThat([value].flat().every(isScalar), "fillNa", "table.fill", value);

/** Gaps left a column unsorted and gave -1; ties and strings changed places. */
function mendOrder(): void {
  const arrange = (thing: any, positions: number[], inplace: boolean): any => {
    const sorted = thing.ndim === 1 ? thing.iloc(positions) : thing.copy().iloc({ rows: positions });
    if (!inplace) return sorted;
    thing.$setValues(sorted.values);
    thing.$setIndex(sorted.index);
  };
  const first = (name: string, ascending: boolean) =>
    function (this: any): number {
      requireThat(present(this.values).length > 0, name, "table.value", this.values.length);
      return sortedPositions([this.values], ascending)[0]!;
    };
  give(Series, {
    sortValues({ ascending = true, inplace = false } = {}) {
      return arrange(this, sortedPositions([this.values], ascending), inplace);
    },
    argMax: first("argMax", false),
    argMin: first("argMin", true),
  });
  give(DataFrame, {
    sortValues(by: string | string[], { ascending = true as boolean | boolean[], inplace = false } = {}) {
      const names = [by].flat();
      requireNamed("sortValues", this, names);
      const fits = typeof ascending === "boolean" || ascending.length === names.length;
      requireThat(fits, "sortValues", "table.ascending", ascending, { count: names.length });
      return arrange(this, sortedPositions(columnValues(this, names), ascending), inplace);
    },
  });
}

const distinct = (values: ColumnValues): number => new Set(present(values)).size;
const isText = (value: unknown): boolean => typeof value === "string";

function mendSeries(): void {
  const { boolOps, fillNa } = Series.prototype;
  give(Series, {
    // danfo rejected comparison with a text, true or false, and found no number greater or less than a text.
    boolOps(other: any, kind: string) {
      const others = columnFor(this, other);
      const [one, another] = [this.values, Array.isArray(others) ? others : []].map(firstOf);
      const isOrdered = [one, another].includes(undefined) || isText(one) === isText(another);
      const fits = isOrdered || kind === "eq" || kind === "ne";
      requireThat(fits, kind, "table.comparable", another, { type: typeof one });
      return boolOps.call(this, others, kind);
    },
    fillNa(value: unknown, options?: object) {
      requireFill(value);
      return fillNa.call(this, value, options);
    },
    nUnique() {
      return distinct(this.values);
    },
    // danfo made 5 of 5e-7, a text of a gap, and NaN of a text that is no number.
    asType(dtype: string, { inplace = false } = {}) {
      const values = this.values.map((value: unknown) => cast(value, dtype));
      const made = inplace ? this : this.copy();
      made.$setValues(values, false);
      made.$setDtypes([dtype]);
      return inplace ? undefined : made;
    },
    // In danfo everything after a missing value was missing.
    cumOps(kind: string, { inplace = false } = {}) {
      requireNumeric(`cum${kind[0]!.toUpperCase()}${kind.slice(1)}`, this.values);
      if (!inplace) return changed(this, (values) => cumulative(values, kind));
      return this.$setValues(cumulative(this.values, kind));
    },
    // danfo counted 2.5 as 2. The most frequent value now comes first.
    valueCounts() {
      const counts = new Map<any, number>();
      for (const value of present(this.values)) counts.set(value, (counts.get(value) ?? 0) + 1);
      const sorted = [...counts].sort(([, a], [, b]) => b - a);
      const index = sorted.map(([value]) => (typeof value === "boolean" ? String(value) : value));
      return new Series(sorted.map(([, count]) => count), { index, columns: this.columns }); // prettier-ignore
    },
  });
  const dates = new Series(["2024-01-01"]).dt.constructor;
  const monthFrom0 = dates.prototype.month;
  give(dates, {
    month() {
      return monthFrom0.call(this).add(1);
    },
  });
}

/** A value as one of danfo's types. */
function cast(value: unknown, dtype: string): unknown {
  requireThat(["float32", "int32", "string", "boolean"].includes(dtype), "asType", "table.dtype", dtype);
  if (dtype === "boolean") return Boolean(value);
  if (isGap(value) || dtype === "string") return isGap(value) ? NaN : String(value);
  const number = value === "" ? NaN : Number(value);
  requireThat(!Number.isNaN(number), "asType", "table.numbers", value);
  return dtype === "int32" ? Math.trunc(number) : number;
}

function mendColumns(): void {
  const { loc, query } = DataFrame.prototype;
  for (const danfos of [DataFrame, Series]) {
    const { at, iat } = danfos.prototype;
    give(danfos, {
      // danfo gave undefined, or failed in its own words.
      at(row: unknown, column: string) {
        requireThat(this.index.includes(row), "at", "table.row", row);
        if (this.ndim === 2) requireNamed("at", this, [column]);
        return at.call(this, row, column);
      },
      iat(row: number, column: number) {
        // Of a Series it is as a list's `at`.
        if (this.ndim === 2) {
          requireThat(row in this.values, "iat", "table.row", row);
          if (!(column in this.columns)) requireOneOf("iat", [...this.columns.keys()], column);
        }
        return iat.call(this, row, column);
      },
    });
  }
  give(DataFrame, {
    nUnique(axis: 0 | 1 = 1) {
      return along(this, axis, distinct);
    },
    asType(name: string, dtype: string, options: { inplace?: boolean } = {}) {
      requireNamed("asType", this, [name]);
      return this.addColumn(name, this.column(name).asType(dtype), options);
    },
    // danfo did not say what it did not find.
    loc(options: { columns?: unknown[] } = {}) {
      const names = (options.columns ?? []).filter((name) => typeof name === "string" && !name.includes(":"));
      requireNamed("loc", this, names as string[]);
      return loc.call(this, options);
    },
    query(condition: unknown, options?: object) {
      const better = `table.query(table["${numericColumns(this)[0] ?? this.columns[0]}"].gt(0.5))`;
      if (typeof condition === "string") throw new TypeError(text("habit.query", { better }));
      const [values, rows] = [columnFor(this, condition), this.shape[0] as number];
      const fits = Array.isArray(values) && values.length === rows;
      const odd = fits ? values.filter((one) => typeof one !== "boolean" && !isGap(one)) : [values];
      requireThat(odd.length === 0, "query", "table.condition", odd[0], { rows });
      const isTrue = values.map((value: unknown) => value === true);
      return query.call(this, isTrue, options);
    },
  });
  // danfo reported float32 and int32; the values are float64.
  Object.defineProperty(DataFrame.prototype, "ctypes", {
    configurable: true,
    get(this: Frame) {
      const types = this.dtypes.map((one: string) => one.replace(/^(float|int)32$/, "float64"));
      return new Series(types, { index: this.columns });
    },
  });
  // A column named like one of danfo's own properties broke the frame.
  give(DataFrame, {
    $setInternalColumnDataProperty(column?: string) {
      for (const name of (typeof column === "string" ? [column] : this.columns) as string[]) {
        if ((own as readonly string[]).includes(name) || name.startsWith("$")) continue;
        const get = (): unknown => this.$getColumnData(name);
        const set = (values: unknown): void => this.addColumn(name, values, { inplace: true });
        Object.defineProperty(this, name, { configurable: true, get, set });
      }
    },
  });
  const { isObject } = Utils.prototype;
  // A record with a column "constructor" is one, too.
  give(Utils, {
    isObject: (value: any) => isObject(value) || (typeof value === "object" && Object.hasOwn(value ?? {}, "constructor")), // prettier-ignore
  });
}
