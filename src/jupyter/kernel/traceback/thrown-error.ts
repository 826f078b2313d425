/** Anything thrown as Jupyter shows an error, with a traceback that speaks of the user's code alone. */
import { inspect } from "node:util";
import type { CellPlaces } from "./cell-places.js";
import { userFrames } from "./user-frames.js";

export interface ErrorContent extends Record<string, unknown> {
  ename: string;
  evalue: string;
  traceback: string[];
}

const INTERRUPTED = "the cell was interrupted";

/** An interrupt is named as such, whichever way it came. */
export function thrownError(thrown: unknown, places: CellPlaces): ErrorContent {
  if (isInterrupt(thrown))
    return { ename: "Interrupted", evalue: INTERRUPTED, traceback: [`Interrupted: ${INTERRUPTED}`] };
  if (!isError(thrown)) {
    const evalue = inspect(thrown, { colors: false });
    return { ename: "Error", evalue, traceback: [`Uncaught ${evalue}`] };
  }
  const ename = String(thrown.name);
  const evalue = String(thrown.message);
  return {
    ename,
    evalue,
    traceback: [`${ename}: ${evalue}`, ...userFrames(thrown, places), ...causeLines(thrown.cause, places)],
  };
}

/** SIGINT ends a busy loop in one way, a pending await in another. */
export function isInterrupt(thrown: unknown): boolean {
  if (!isError(thrown)) return false;
  return (
    (thrown as { code?: unknown }).code === "ERR_SCRIPT_EXECUTION_INTERRUPTED" ||
    thrown.message === "Interrupted asynchronously"
  );
}

/** Also of an error that comes from another realm. */
function isError(thrown: unknown): thrown is Error {
  return thrown instanceof Error || Object.prototype.toString.call(thrown) === "[object Error]";
}

function causeLines(cause: unknown, places: CellPlaces): string[] {
  if (cause === undefined) return [];
  const [head, ...frames] = thrownError(cause, places).traceback;
  return [`caused by ${head}`, ...frames];
}
