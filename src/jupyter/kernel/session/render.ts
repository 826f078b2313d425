/** A value as a bundle of MIME types: what a notebook shows of a cell's last expression. No value can break it. */
import { inspect, types } from "node:util";
import type { MimeBundle } from "../../../base/display.js";
import { readableText, type CellPlaces } from "../traceback/frames.js";
import { thrownError, UNREADABLE } from "../traceback/errors.js";

/** Draws tables and figures, which the kernel itself cannot. */
export type Draw = (value: unknown) => MimeBundle | Promise<MimeBundle>;

/** The symbol of Deno's Jupyter kernel, by which a value says how it is shown. */
const DISPLAY = Symbol.for("Jupyter.display");

/**
 * The value's own bundle where it has one (`[Symbol.for("Jupyter.display")]()` or `$display()`), what `draw` makes of a
 * DataFrame, Series or Plotly figure, otherwise text. Where a value's own method fails, its text is shown and the error
 * printed; what only looks like a figure is text.
 */
export async function render(
  value: unknown,
  places: CellPlaces,
  draw?: Draw,
  lend: (work: () => unknown) => unknown = (work) => work(),
): Promise<MimeBundle> {
  const plain = { "text/plain": text(value, places) };
  // A proxy may answer anything, or never.
  if (Object(value) !== value || types.isProxy(value)) return plain;
  try {
    const own = ownDisplay(value as object);
    if (own) return { ...plain, ...mimeTypes(await lend(() => own.call(value))) };
  } catch (error) {
    process.stderr.write(`${thrownError(error, places).traceback.join("\n")}\n`);
    return plain;
  }
  try {
    return draw && (isTable(value) || isFigure(value)) ? await draw(value) : plain;
  } catch {
    return plain;
  }
}

/** As Node's console shows it, without color codes. */
function text(value: unknown, places: CellPlaces): string {
  if (typeof value === "string") return value;
  for (const customInspect of [true, false]) {
    try {
      return readableText(inspect(value, { colors: false, customInspect }), places);
    } catch {
      // The value's own method throws: then without it.
    }
  }
  return UNREADABLE;
}

/** Whether it is what a timer is known by, which says nothing to a reader: fifteen lines of Node's own. */
export function isTimer(value: unknown): boolean {
  return !types.isProxy(value) && TIMERS.some((timer) => value instanceof timer);
}

const TIMERS = [setTimeout, setImmediate].map((start) => {
  const timer = start(() => undefined) as { unref(): object };
  return timer.unref().constructor as new () => object;
});

function ownDisplay(object: object): (() => unknown) | undefined {
  const { [DISPLAY]: bySymbol, $display: byName } = object as Record<symbol | string, unknown>;
  return [bySymbol, byName].find((method) => typeof method === "function") as (() => unknown) | undefined;
}

/** What a value's own method gave, as far as it is of MIME types; a string is text. */
function mimeTypes(given: unknown): MimeBundle {
  if (typeof given === "string") return { "text/plain": given };
  return Object.fromEntries(Object.entries(Object(given) as object).filter(([type]) => type.includes("/")));
}

/** danfo's DataFrame and Series, known by their shape: the kernel does not load danfo. */
export function isTable(value: unknown): value is { columns: string[] } {
  if (!isObject(value) || types.isProxy(value)) return false;
  const { columns, values, index } = value as Record<string, unknown>;
  return [columns, values, index].every(Array.isArray);
}

function isFigure(value: unknown): boolean {
  const { data, layout } = value as { data?: unknown; layout?: unknown };
  return Array.isArray(data) && data.every(isObject) && isObject(layout);
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}
