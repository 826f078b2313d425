import { requireThat } from "../../base/check.js";
import { text } from "../../base/text.js";
import { DataFrame, frameOf, give } from "./frames.js";
import { cumulative, isMissing, present, sortedPositions, statistics, type Values } from "./values.js";

const keyOf = (values: Values): string => JSON.stringify(values);

/** Mends danfo's groups: by the keys themselves, in their order, without rows that have no key. */
export function mendGroups(): void {
  const groups = new DataFrame([[1]], { columns: ["a"] }).groupby(["a"]).constructor;
  const { toDataFrame } = groups.prototype;
  give(groups, {
    group() {
      this.colDict = {};
      this.keyToValue = {};
      const keys = this.colIndex.map((at: number) => this.data.map((row: Values) => row[at]));
      for (const at of sortedPositions(keys, true)) {
        const group = keys.map((values: Values) => values[at]);
        if (group.some(isMissing)) continue;
        this.keyToValue[keyOf(group)] = group;
        const columns = (this.colDict[keyOf(group)] ??= Object.fromEntries(
          this.columnName.map((name: string) => [name, []]),
        ));
        this.columnName.forEach((name: string, column: number) => columns[name].push(this.data[at][column]));
      }
      return this;
    },
    colKeyDict: (ofKeys: object) => Object.keys(ofKeys),
    groupMathLog: (values: Values, name: string) =>
      name.startsWith("cum") ? cumulative(values, name.slice(3)) : [statistics[name]!(present(values))],
    median() {
      return this.operations("median");
    },
    size() {
      const ofKeys = Object.entries<Record<string, Values>>(this.colDict);
      const sizes = ofKeys.map(([key, columns]) => [
        ...this.keyToValue[key],
        Object.values(columns)[0]!.length,
      ]);
      return frameOf(sizes, [...this.keyCol, "size"]);
    },
    getGroup(keys: Values) {
      const key = keyOf(keys);
      const what = text("table.oneOf", { columns: Object.keys(this.colDict).join(", ") });
      requireThat(this.colDict[key] !== undefined, "getGroup", what, key);
      return toDataFrame.call(this, { [key]: this.colDict[key] });
    },
  });
}
