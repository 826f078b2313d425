/**
 * Fixes for danfojs-node 1.2.0; test/helper/table/danfo.test.ts compares each with pandas. `groups.ts` fixes groupby:
 * danfo joined two keys by "-", so that groups could merge, counted missing values, and named size columns a_Group and
 * applyOps. `more-methods.ts` adds what danfo lacks.
 */
import Papa from "papaparse";
import { requireThat } from "../../base/check.js";
import { text } from "../../base/text.js";
import { writeAtomically } from "../../base/write-atomically.js";
import {
  changed,
  columnValues,
  DataFrame,
  fromColumns,
  give,
  numericColumns,
  own,
  requireNamed,
  Series,
  Utils,
  wholeDanfo,
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
      toCSV,
    });
    // The core's own only say that they have moved.
    for (const name of ["toJSON", "toExcel"])
      give(danfos, {
        [name](options?: object) {
          return wholeDanfo()[name]!(this, options);
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
        const [all, index] = axis === 0 ? [columnValues(this), this.columns] : [this.values, this.index];
        const values = all.map((one: ColumnValues) => statistic(name, one));
        return new Series(values, { index });
      },
    });
  }
}

/** danfo's describe gave missing means and a wrong median when values were missing. */
function mendDescribe(): void {
  const index = ["count", "mean", "std", "min", "median", "max", "variance"];
  const describe = (values: ColumnValues): number[] => index.map((name) => statistic(name, values));
  const requireNumeric = (holds: boolean, got: unknown): void =>
    requireThat(holds, "describe", "table.numbers", got);
  give(Series, {
    describe() {
      requireNumeric(!/string/.test(this.dtypes[0]), this.values[0]);
      return new Series(describe(this.values), { index });
    },
  });
  give(DataFrame, {
    describe() {
      const names = numericColumns(this);
      requireNumeric(names.length > 0, this.columns.join(", "));
      return fromColumns(names, columnValues(this, names).map(describe), index);
    },
  });
}

/** A copy shared its rows with the old table, and methods with columns changed the table that they were called on. */
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
  for (const name of ["fillNa", "asType", "addColumn", "replace", "rename", "setIndex"]) {
    const danfos = DataFrame.prototype[name];
    give(DataFrame, {
      [name](...given: any[]) {
        const options = Object(given.at(-1)) as { inplace?: boolean };
        const isInplace = Object.hasOwn(options, "inplace") && options.inplace;
        return danfos.apply(isInplace ? this : this.copy(), given);
      },
    });
  }
}

/** Gaps left a column unsorted and gave -1; ties and strings changed places. */
function mendOrder(): void {
  const arrange = (thing: any, positions: number[], inplace: boolean): any => {
    const sorted = thing.ndim === 1 ? thing.iloc(positions) : thing.copy().iloc({ rows: positions });
    if (!inplace) return sorted;
    thing.$setValues(sorted.values);
    thing.$setIndex(sorted.index);
  };
  const firstOf = (name: string, ascending: boolean) =>
    function (this: any): number {
      requireThat(present(this.values).length > 0, name, "table.value", this.values.length);
      return sortedPositions([this.values], ascending)[0]!;
    };
  give(Series, {
    sortValues({ ascending = true, inplace = false } = {}) {
      return arrange(this, sortedPositions([this.values], ascending), inplace);
    },
    argMax: firstOf("argMax", false),
    argMin: firstOf("argMin", true),
  });
  give(DataFrame, {
    sortValues(by: string | string[], { ascending = true as boolean | boolean[], inplace = false } = {}) {
      const names = [by].flat();
      requireNamed("sortValues", this, names);
      const fits = typeof ascending === "boolean" || ascending.length === names.length;
      requireThat(fits, "sortValues", text("table.ascending", { count: names.length }), ascending);
      return arrange(this, sortedPositions(columnValues(this, names), ascending), inplace);
    },
  });
}

function mendSeries(): void {
  const { boolOps } = Series.prototype;
  give(Series, {
    // danfo rejected comparison with a text, true or false.
    boolOps(other: unknown, kind: string) {
      const isScalar = typeof other === "string" || typeof other === "boolean";
      return boolOps.call(this, isScalar ? this.values.map(() => other) : other, kind);
    },
    // In danfo everything after a missing value was missing.
    cumOps(kind: string, { inplace = false } = {}) {
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

function mendColumns(): void {
  const { loc, query } = DataFrame.prototype;
  give(DataFrame, {
    // danfo did not say what it did not find.
    loc(options: { columns?: unknown[] } = {}) {
      const names = (options.columns ?? []).filter((name) => typeof name === "string" && !name.includes(":"));
      requireNamed("loc", this, names as string[]);
      return loc.call(this, options);
    },
    query(condition: unknown, options?: object) {
      const better = `table.query(table["${numericColumns(this)[0] ?? this.columns[0]}"].gt(0.5))`;
      if (typeof condition === "string") throw new TypeError(text("habit.query", { better }));
      return query.call(this, condition, options);
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
        const set = (values: unknown): void => this.$setColumnData(name, values);
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

/** danfo did not quote, and wrote missing values as NaN. */
function toCSV(
  this: any,
  options: string | { filePath?: string; header?: boolean; sep?: string } = {},
): string | undefined {
  const given = typeof options === "string" ? { filePath: options } : options;
  const { filePath, header = true, sep = "," } = given;
  const rows: ColumnValues[] = this.ndim === 1 ? this.values.map((value: unknown) => [value]) : this.values;
  const data = rows.map((row) => row.map((value) => (isGap(value) ? "" : value)));
  const csv = `${Papa.unparse({ fields: this.columns, data }, { header, delimiter: sep, newline: "\n" })}\n`;
  if (filePath === undefined) return csv;
  writeAtomically(filePath, csv);
}
