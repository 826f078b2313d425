/** Node's console: the same text, written to the process's streams. */
import { formatWithOptions, inspect } from "node-inspect-extracted";
import { getBorderCharacters, table as drawn } from "table";

interface Streams {
  stdout: { write(text: string): boolean };
  stderr: { write(text: string): boolean };
}

export function nodeConsole({ stdout, stderr }: Streams): Console {
  let indent = "";
  const counts = new Map<string, number>();
  const times = new Map<string, number>();
  const write = (stream: { write(text: string): boolean }, values: unknown[]): void => {
    const text = formatWithOptions({ colors: false }, ...values);
    stream.write(`${indent === "" ? text : indent + text.replaceAll("\n", `\n${indent}`)}\n`);
  };
  const out = (...values: unknown[]): void => write(stdout, values);
  const err = (...values: unknown[]): void => write(stderr, values);
  const elapsed = (name: string): string => `${name}: ${(performance.now() - times.get(name)!).toFixed(3)}ms`;
  const group = (...values: unknown[]): void => {
    if (values.length > 0) out(...values);
    indent += "  ";
  };
  return {
    log: out,
    info: out,
    debug: out,
    warn: err,
    error: err,
    trace: (...values: unknown[]) => err(`Trace: ${formatWithOptions({}, ...values)}`),
    dir: (value: unknown, options?: object) => out(inspect(value, { customInspect: false, ...options })),
    table: (data: unknown, columns?: string[]) => out(table(data, columns) ?? data),
    assert: (condition?: boolean, ...values: unknown[]) => {
      if (condition) return;
      if (typeof values[0] === "string") err(`Assertion failed: ${values[0]}`, ...values.slice(1));
      else err("Assertion failed", ...values);
    },
    group,
    groupCollapsed: group,
    groupEnd: () => void (indent = indent.slice(2)),
    count: (name = "default") => {
      counts.set(name, (counts.get(name) ?? 0) + 1);
      out(`${name}: ${counts.get(name)}`);
    },
    countReset: (name = "default") => void counts.delete(name),
    time: (name = "default") => void times.set(name, performance.now()),
    timeLog: (name = "default", ...values: unknown[]) => out(elapsed(name), ...values),
    timeEnd: (name = "default") => {
      out(elapsed(name));
      times.delete(name);
    },
    clear: () => undefined,
  } as unknown as Console;
}

/** Node's drawing of a table; undefined for what is not an object. */
function table(data: unknown, only?: string[]): string | undefined {
  const isObject = (value: unknown): value is Record<string, unknown> =>
    typeof value === "object" && value !== null;
  if (!isObject(data)) return undefined;
  const show = (value: unknown): string =>
    inspect(value, {
      depth: isObject(value) && !Array.isArray(value) && Object.keys(value).length > 2 ? -1 : 0,
      maxArrayLength: 3,
      breakLength: Infinity,
      colors: false,
    });
  const rows = Object.entries(data);
  const names = only ?? [...new Set(rows.flatMap(([, row]) => (isObject(row) ? Object.keys(row) : [])))];
  const hasValues = rows.some(([, row]) => !isObject(row));
  const body = rows.map(([index, row]) => [
    index,
    ...names.map((name) => (isObject(row) && name in row ? show(row[name]) : "")),
    ...(hasValues ? [isObject(row) ? "" : show(row)] : []),
  ]);
  const head = ["(index)", ...names, ...(hasValues ? ["Values"] : [])];
  return drawn([head, ...body], {
    border: getBorderCharacters("norc"),
    drawHorizontalLine: (index, size) => index <= 1 || index === size,
  }).trimEnd();
}
