/** A value as a bundle of MIME types: what a notebook shows of a cell's last expression. */
import { inspect } from "node:util";
import type { CellPlaces } from "./cell-places.js";
import { readableText } from "./readable-text.js";

export type MimeBundle = Record<string, unknown>;

/** The symbol of Deno's Jupyter kernel, by which a value says how it is shown. */
const DISPLAY = Symbol.for("Jupyter.display");

/**
 * The value's own bundle where it has one (`[Symbol.for("Jupyter.display")]()` or `$display()`), a table of a
 * DataFrame or Series, a chart of a Plotly figure, otherwise text.
 * @throws what the value's own method throws
 */
export async function render(value: unknown, places: CellPlaces): Promise<MimeBundle> {
  const own = ownDisplay(value);
  if (own !== undefined) return { "text/plain": text(value, places), ...(await own.call(value)) };
  if (isTable(value) || isFigure(value)) {
    // Loaded only when there is something to draw: a kernel that never shows a table starts sooner.
    const { mimeBundle } = await import("../../notebook/show.js");
    return mimeBundle(value);
  }
  return { "text/plain": text(value, places) };
}

/** As Node's console shows it, without colour codes. */
function text(value: unknown, places: CellPlaces): string {
  return readableText(inspect(value, { colors: false }), places);
}

function ownDisplay(value: unknown): (() => MimeBundle | Promise<MimeBundle>) | undefined {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return undefined;
  const object = value as Record<string | symbol, unknown>;
  const method = [object[DISPLAY], object["$display"]].find((entry) => typeof entry === "function");
  return method as (() => MimeBundle) | undefined;
}

/** danfo's DataFrame and Series, known by their shape: the kernel does not load danfo. */
function isTable(value: unknown): boolean {
  const object = value as { columns?: unknown; values?: unknown; index?: unknown } | null;
  return (
    typeof object === "object" &&
    object !== null &&
    Array.isArray(object.columns) &&
    Array.isArray(object.values) &&
    Array.isArray(object.index)
  );
}

function isFigure(value: unknown): boolean {
  const object = value as { data?: unknown; layout?: unknown } | null;
  return (
    typeof object === "object" &&
    object !== null &&
    Array.isArray(object.data) &&
    typeof object.layout === "object" &&
    object.layout !== null &&
    object.data.every((trace) => typeof trace === "object" && trace !== null)
  );
}
