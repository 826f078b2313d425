import {
  columnValues,
  DataFrame,
  fromColumns,
  newFrame,
  give,
  requireNamed,
  requireOneOf,
  type Frame,
} from "./frames.js";
import { cumulative, isGap, present, sortedPositions, statistics, type ColumnValues } from "./values.js";

const keyOf = (values: ColumnValues): string => JSON.stringify(values);

/** Fixes danfo's groups: keyed by the keys themselves, in their order, without rows that have no key. */
export function mendGroups(): void {
  const { groupby } = DataFrame.prototype;
  give(DataFrame, {
    groupby(by: string | string[]) {
      requireNamed("groupby", this, [by].flat());
      return groupby.call(this, [by].flat());
    },
  });
  const groups = groupby.call(new DataFrame([[1]], { columns: ["a"] }), ["a"]).constructor;
  const { toDataFrame, concatGroups } = groups.prototype;
  give(groups, {
    group() {
      this.colDict = {};
      this.keyToValue = {};
      const keys = this.colIndex.map((at: number) => this.data.map((row: ColumnValues) => row[at]));
      for (const at of sortedPositions(keys)) {
        const group = keys.map((values: ColumnValues) => values[at]);
        if (group.some(isGap)) continue;
        this.keyToValue[keyOf(group)] = group;
        const columns = (this.colDict[keyOf(group)] ??= Object.fromEntries(
          this.columnName.map((name: string) => [name, []]),
        ));
        this.columnName.forEach((name: string, column: number) => columns[name].push(this.data[at][column]));
      }
      return this;
    },
    // danfo put a key "a_Group" beside the column "a" of the groups' first rows.
    concatGroups(ofKeys: object) {
      // A Series becomes a row, whose columns are named by texts.
      for (const one of Object.values<Frame>(ofKeys as Record<string, Frame>))
        if (one.ndim === 1) one.$setIndex(one.index.map(String));
      const frame = concatGroups.call(this, ofKeys);
      const keyIn = (name: string) => this.keyCol.find((key: string) => name === `${key}_Group`);
      const kept = frame.columns.filter((name: string) => !frame.columns.includes(keyIn(name)));
      return fromColumns(kept.map((name: string) => keyIn(name) ?? name), columnValues(frame, kept)); // prettier-ignore
    },
    colKeyDict: (ofKeys: object) => Object.keys(ofKeys),
    groupMathLog: (values: ColumnValues, name: string) =>
      name.startsWith("cum")
        ? cumulative(values, name.slice(3))
        : [statistics[name]!(present(values).map(Number))],
    median() {
      return this.operations("median");
    },
    size() {
      const ofKeys = Object.entries<Record<string, ColumnValues>>(this.colDict);
      const sizes = ofKeys.map(([key, own]) => [...this.keyToValue[key], Object.values(own)[0]!.length]);
      return newFrame(sizes, [...this.keyCol, "size"]);
    },
    getGroup(keys: ColumnValues) {
      const key = keyOf(keys);
      if (this.colDict[key] === undefined) requireOneOf("getGroup", Object.keys(this.colDict), key);
      return toDataFrame.call(this, { [key]: this.colDict[key] });
    },
  });
}
