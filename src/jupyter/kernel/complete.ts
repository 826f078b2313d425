/** Answers `complete_request`. */
import { toCodePoints, toUtf16 } from "./cursor.js";
import type { Engine } from "./engine.js";

/** @param cursor in code points, as Jupyter counts */
export function completeAt(
  engine: Pick<Engine, "complete">,
  code: string,
  cursor: number,
): Record<string, unknown> {
  const { start, end, candidates } = engine.complete(code, toUtf16(code, cursor));
  return {
    status: "ok",
    matches: candidates,
    cursor_start: toCodePoints(code, start),
    cursor_end: toCodePoints(code, end),
    metadata: {},
  };
}
