/**
 * How values are displayed. Code that computes knows nothing of tables and charts, and the kernel nothing of the paper;
 * this module connects them. `show` registers the function that writes bundles; a kernel asks a value through Deno's
 * symbol, `Symbol.for("Jupyter.display")`.
 */

/** Forms of one output by MIME type; the front end takes the richest it can render. */
export type MimeBundle = Record<string, unknown>;

/** A result as a table with notes below. */
export interface TableForm {
  /** By name, or in pairs of name and values where names can be any; a table's own if left out. */
  columns?:
    Record<string, readonly unknown[]> | readonly (readonly [name: string, values: readonly unknown[]])[];
  /** Lines below the table. */
  notes?: readonly string[];
}

/** Turns records into columns: those named, or all that the first record has. */
export const asColumns = <Row extends object>(
  rows: readonly Row[],
  names = Object.keys(rows[0] ?? {}) as (keyof Row & string)[],
): Record<string, unknown[]> => Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));

const JUPYTER = Symbol.for("Jupyter.display");
const INSPECT = Symbol.for("nodejs.util.inspect.custom");
const FORM = Symbol.for("egov-kz.table");
let bundleOf: ((thing: unknown) => MimeBundle) | undefined;

/** Registers the function that writes bundles; until then values are shown as text. */
export function registerDisplay(write: (thing: unknown) => MimeBundle): void {
  bundleOf = write;
}

/**
 * Makes a kernel show an object, or every object with it as prototype, through the registered writer. The console,
 * without our kernel, shows the plain-text form.
 */
export function showable<T extends object>(thing: T): T {
  const method = (value: (this: unknown) => unknown) => ({ configurable: true, value });
  return Object.defineProperties(thing, {
    [JUPYTER]: method(function () {
      return bundleOf?.(this) ?? {};
    }),
    [INSPECT]: method(function () {
      // Returning the object itself prints it like any other.
      return bundleOf?.(this)["text/plain"] ?? this;
    }),
  });
}

/**
 * Attaches a table form to a result; the result's own properties do not change.
 * @param form called when the result is shown, since the language can change
 */
export function withTable<T extends object>(result: T, form: () => TableForm): T {
  return showable(Object.defineProperty(result, FORM, { value: form }));
}

/** Displays the result as one row under its property names. */
export function asStatistics<T extends object>(result: T): T {
  const row = Object.entries(result).map(([name, value]) => [name, [value]] as const);
  return withTable(result, () => ({ columns: Object.fromEntries(row) }));
}

/** Displays the result as a column of property names and a column of values. */
export function asNamedValues<T extends object>(result: T): T {
  const columns = { name: Object.keys(result), value: Object.values(result) };
  return withTable(result, () => ({ columns }));
}

/** The table form attached to a result, if any. */
export function tableFormOf(thing: unknown): TableForm | undefined {
  if (typeof thing !== "object" || thing === null) return undefined;
  return (thing as { [FORM]?: () => TableForm })[FORM]?.();
}
