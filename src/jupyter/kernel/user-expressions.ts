/** The `user_expressions` of an `execute_request`: each by itself, its value or its error. */
import type { CellPlaces } from "./cell-places.js";
import { diagnosticError } from "./diagnostic-error.js";
import type { Engine } from "./engine.js";
import { render } from "./render.js";
import { thrownError } from "./thrown-error.js";

type Content = Record<string, unknown>;

/** @param count the number of the cell that the expressions came with */
export async function evaluateAll(
  expressions: Record<string, string>,
  engine: Engine,
  places: CellPlaces,
  count: number,
): Promise<Content> {
  const results: Content = {};
  for (const [name, text] of Object.entries(expressions)) {
    // What begins with a brace would be a block.
    const expression = text.trimStart().startsWith("{") ? `(${text})` : text;
    const { diagnostics, thrown, values } = await engine.run(expression, count);
    if (diagnostics.length > 0)
      results[name] = { status: "error", ...diagnosticError(expression, diagnostics) };
    else if (thrown.length > 0) results[name] = { status: "error", ...thrownError(thrown[0], places) };
    else results[name] = { status: "ok", data: await render(values[0], places), metadata: {} };
  }
  return results;
}
