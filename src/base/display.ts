/**
 * How a value says what it looks like. Those who compute know no tables and charts, a kernel knows no paper: both meet
 * here. `show` registers what writes bundles, a kernel asks a value by Deno's symbol, `Symbol.for("Jupyter.display")`.
 */

/** Forms of one output by MIME type; the front end takes the richest it can draw. */
export type MimeBundle = Record<string, unknown>;

/** A result as tables would print it: each with its columns by name, and lines below. */
export interface TableForm {
  columns: Record<string, readonly unknown[]>;
  /** True where these are a reader's own columns, whose names stay as they are. */
  named?: boolean;
  /** Lines set below the table. */
  notes?: readonly string[];
}

/** Records as columns: those of the names, or all that the first record has. */
export const asColumns = <Row extends object>(
  rows: readonly Row[],
  names = Object.keys(rows[0] ?? {}) as (keyof Row & string)[],
): Record<string, unknown[]> => Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));

const JUPYTER = Symbol.for("Jupyter.display");
const INSPECT = Symbol.for("nodejs.util.inspect.custom");
const FORM = Symbol.for("egov-kz.table");
let bundleOf: ((thing: unknown) => MimeBundle) | undefined;

/** Says who writes the bundles; until then a value is shown as text. */
export function registerDisplay(write: (thing: unknown) => MimeBundle): void {
  bundleOf = write;
}

/** A value's bundle; empty where nobody writes any. */
const displayOf = (thing: unknown): MimeBundle => bundleOf?.(thing) ?? {};

/**
 * Makes a kernel show an object, or all that have it as their prototype, by what is registered; the console, where no
 * kernel of ours listens, by the text of that.
 */
export function showable<T extends object>(thing: T): T {
  return Object.defineProperties(thing, {
    [JUPYTER]: {
      configurable: true,
      value(this: unknown): MimeBundle {
        return displayOf(this);
      },
    },
    [INSPECT]: {
      configurable: true,
      value(this: unknown): unknown {
        // Itself: then it is written as any other object.
        return displayOf(this)["text/plain"] ?? this;
      },
    },
  });
}

/**
 * Gives a result the table that a person would print of it; its own properties stay as they are.
 * @param form asked when the result is shown, for the language can change
 */
export function withTable<T extends object>(result: T, form: () => TableForm): T {
  return showable(Object.defineProperty(result, FORM, { value: form }));
}

/** Shown as one row under the names of its properties. */
export function asStatistics<T extends object>(result: T): T {
  const row = Object.entries(result).map(([name, value]) => [name, [value]] as const);
  return withTable(result, () => ({ columns: Object.fromEntries(row) }));
}

/** Shown as a column of the names of its properties, and one of their values. */
export function asNamedValues<T extends object>(result: T): T {
  const columns = { name: Object.keys(result), value: Object.values(result) };
  return withTable(result, () => ({ columns }));
}

/** The table that a result was given, if it was. */
export function tableFormOf(thing: unknown): TableForm | undefined {
  if (typeof thing !== "object" || thing === null) return undefined;
  return (thing as { [FORM]?: () => TableForm })[FORM]?.();
}
