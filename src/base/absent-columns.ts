/**
 * Reading a column that a DataFrame or Series lacks throws an error listing those it has; assigning to a new name adds
 * a column.
 */
import { editDistance } from "./edit-distance.js";
import { pythonHabits } from "./python-habits.js";
import { hasText, text } from "./text.js";

interface Frame {
  readonly $columns?: readonly string[];
  readonly columns: readonly string[];
  readonly index: readonly unknown[];
  addColumn?(name: string, values: unknown, options: { inplace: true }): unknown;
}

/** Names looked up on any object by promises, JSON, printing, display and test libraries. */
const PROBED = /^(\$|@@|_|then$|toJSON$|inspect$|asymmetricMatch$|nodeType$|tagName$|data$|layout$|href$)/;

/** A place counted from an end: in pandas a row, here nothing. */
const POSITION = /^-?\d+$/;

/**
 * Puts a proxy at the end of danfo's prototype chain, which only unknown names reach: frames that danfo itself makes
 * have it, too, and existing names cost nothing.
 */
export function nameAbsentColumns(prototype: object): void {
  for (const name of ["at", "iat", "iloc", "loc"]) refuseBrackets(prototype, name);
  const last = chainOf(prototype).at(-1)!;
  if (Object.getPrototypeOf(last) !== Object.prototype) return; // done already
  const end = new Proxy(Object.prototype, {
    get(target, name, frame: Frame) {
      const passes = typeof name === "symbol" || name in target || PROBED.test(name) || !isBuilt(frame);
      if (passes) return Reflect.get(target, name, frame) as unknown;
      throw new TypeError(absent(frame, name));
    },
    set(target, name, value, frame: Frame) {
      if (typeof name === "symbol" || PROBED.test(name) || !isBuilt(frame) || !isTable(frame))
        return Reflect.set(target, name, value, frame);
      frame.addColumn!(name, value, { inplace: true });
      return true;
    },
  });
  Object.setPrototypeOf(last, end);
  // Operators would silently turn it into NaN or false.
  Object.defineProperty(last, Symbol.toPrimitive, {
    value(this: Frame & { toString(): string }, hint: string) {
      if (hint === "string") return this.toString();
      throw new TypeError(text("habit.whole", { name: isTable(this) ? "DataFrame" : this.columns[0] }));
    },
  });
}

/** `table.loc[0]` would be undefined without a word. */
function refuseBrackets(prototype: object, method: string): void {
  const called = Reflect.get(prototype, method) as object;
  const end = new Proxy(Function.prototype, {
    get(target, name, self) {
      if (typeof name === "symbol" || !POSITION.test(name)) return Reflect.get(target, name, self) as unknown;
      throw new TypeError(text("habit.brackets", { name: `${method}[${name}]` }));
    },
  });
  Object.setPrototypeOf(called, end);
}

const isTable = (frame: Frame): boolean => "addColumn" in frame;
const isBuilt = (frame: Frame): boolean => Array.isArray(frame.$columns);

function absent(frame: Frame, name: string): string {
  if (POSITION.test(name)) return text("habit.brackets", { name: `[${name}]` });
  const habit = `habit.pandas.${name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}`;
  if (hasText(habit)) return text(habit);
  const columns = isTable(frame) ? frame.columns : [];
  const near = pythonHabits().pandas[name] ?? nearest(name, [...columns, ...methods(frame)]);
  const has = columns.map((column) => JSON.stringify(column)).join(", ");
  const hint = near === undefined ? "" : text("table.absent.hint", { near });
  return text(isTable(frame) ? "table.absent.column" : "table.absent.series", { name, has }) + hint;
}

const methods = (frame: object): string[] =>
  chainOf(frame)
    .flatMap((one) => Object.getOwnPropertyNames(one))
    .filter((name) => !/^[$_]|^constructor$/.test(name));

/** An object and its prototypes, without Object's. */
const chainOf = (thing: object | null): object[] =>
  thing === null || thing === Object.prototype
    ? []
    : [thing, ...chainOf(Object.getPrototypeOf(thing) as object | null)];

/** The closest name: different in case only, or by at most two letters. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const rated = names.map((one) => ({ one, away: editDistance(name.toLowerCase(), one.toLowerCase()) }));
  const [best] = rated.sort((a, b) => a.away - b.away);
  return best && best.away <= Math.min(2, name.length / 3) ? best.one : undefined;
}
