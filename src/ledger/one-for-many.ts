import { text } from "../base/text.js";
import { placeInWords } from "./formula.js";
import { FUNCTIONS } from "./functions/index.js";
import type { Rule } from "./paper-folder.js";

const FIELDS = ["cells", "formula", "source", "law", "scale", "instead", "conventions"] as const;
const OWN = ["row", "column", "printed", "for", "in", ...Object.keys(FUNCTIONS)];

/** "T1.t[*] for (t, b) in (t1, b1), (t2, b2)": the cells, the names, and their values. */
const MANY = /^((?:"[^"]*"|[^"])*?\S)\s+for\s+(\([^()]*\)|\w+)\s+in\s+(.+)$/s;

/**
 * Expands a rule with `for` into single rules: each name is replaced wherever it occurs, outside quotes, in cells and
 * formulas. A rule without `for` is returned unchanged.
 *
 * @throws RangeError naming the line on a name that formulas already use, or a wrong number of values
 */
export function eachOfMany(rule: Rule): Rule[] {
  const [, cells, before, after] = MANY.exec(rule.cells) ?? [];
  if (cells === undefined) return [rule];
  const complain = (key: string, values: object): never => {
    throw new RangeError(text(key, { ...values, place: placeInWords(rule.place) }));
  };
  const names = listOf(before!);
  const taken = names.find(
    (name, at) => !/^[A-Za-z_]\w*$/.test(name) || OWN.includes(name) || names.indexOf(name) !== at,
  );
  if (taken !== undefined) complain("formula.forName", { name: taken });
  return (after!.match(/\((?:"[^"]*"|[^()"])*\)|(?:"[^"]*"|[^,()"])+|[()]/g) ?? [])
    .filter((given) => given.trim() !== "")
    .map((given) => {
      const values = listOf(given.trim());
      if (values.length !== names.length || /^[()]$/.test(given) || values.includes(""))
        complain("formula.forValues", { names: names.join(", "), given: given.trim() });
      const put = (formula: string): string =>
        putIn(formula, new Map(names.map((name, at) => [name, values[at]!])));
      return {
        ...rule,
        ...Object.fromEntries(FIELDS.map((field) => [field, put(field === "cells" ? cells : rule[field])])),
      };
    });
}

/** The items in parentheses, or the single item without them. */
const listOf = (given: string): string[] =>
  (given.startsWith("(") ? given.slice(1, -1) : given)
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((one) => one.trim());

const putIn = (formula: string, values: ReadonlyMap<string, string>): string =>
  formula.replace(/"[^"]*"|'[^']*'|[A-Za-z_]\w*(?!\w*\s*\()/g, (word) => values.get(word) ?? word);
