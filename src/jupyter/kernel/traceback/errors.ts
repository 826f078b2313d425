/** Errors as Jupyter shows them: with a traceback of the user's code alone, or the place of a compile error. */
import { inspect } from "node:util";
import { messageOf, type Diagnostic } from "../compile/conversion.js";
import { userFrames, type CellPlaces } from "./frames.js";

export interface ErrorContent extends Record<string, unknown> {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** The number of inner errors that are shown. */
const MOST_INNER = 10;
export const UNREADABLE = "[a value that cannot be printed]";
const INTERRUPTED = "the cell was interrupted";

/** An interrupt is named as such, whichever way it came; an error whose own getters throw is told as one. */
export function thrownError(thrown: unknown, places: CellPlaces): ErrorContent {
  try {
    return contentOf(thrown, places, []);
  } catch {
    return inLine("Error", UNREADABLE, `Uncaught ${UNREADABLE}`);
  }
}

const inLine = (ename: string, evalue: string, line: string): ErrorContent => ({ ename, evalue, traceback: [line] }); // prettier-ignore

/** @param above the errors that this one is a cause or a part of */
function contentOf(thrown: unknown, places: CellPlaces, above: readonly unknown[]): ErrorContent {
  if (above.includes(thrown)) return inLine("Error", "", "[circular]");
  if (isInterrupt(thrown)) return inLine("Interrupted", INTERRUPTED, `Interrupted: ${INTERRUPTED}`);
  if (!isError(thrown)) {
    const evalue = inspect(thrown, { colors: false });
    return inLine("Error", evalue, `Uncaught ${evalue}`);
  }
  const ename = String(thrown.name);
  // What an AggregateError holds, as of `Promise.any`.
  const { errors } = thrown as { errors?: unknown };
  const inner: unknown[] = Array.isArray(errors) && thrown.name === "AggregateError" ? errors : [];
  const evalue = asWritten(String(thrown.message));
  const under = (heading: string, error: unknown): string[] => {
    const [head, ...frames] = contentOf(error, places, [...above, thrown]).traceback;
    return [`${heading} ${head}`, ...frames];
  };
  return {
    ename,
    evalue,
    traceback: [
      `${ename}: ${evalue}`,
      ...userFrames(thrown, places),
      ...(thrown.cause === undefined ? [] : under("caused by", thrown.cause)),
      ...inner
        .slice(0, MOST_INNER)
        .flatMap((error, at) => under(`error ${at + 1} of ${inner.length}:`, error)),
    ],
  };
}

/** SIGINT ends a busy loop in one way, a pending await in another. */
export function isInterrupt(thrown: unknown): boolean {
  if (!isError(thrown)) return false;
  const { code, message } = thrown as NodeJS.ErrnoException;
  return code === "ERR_SCRIPT_EXECUTION_INTERRUPTED" || message === "Interrupted asynchronously";
}

/** Also of an error that comes from another realm. */
function isError(thrown: unknown): thrown is Error {
  return thrown instanceof Error || Object.prototype.toString.call(thrown) === "[object Error]";
}

/** A cell's names as written in the cell, not by the compiler: `rate`, not `(0 , rate$.live)`. */
function asWritten(message: string): string {
  return message.replaceAll(
    /(?:\(0 , )?(?<![\p{ID_Continue}$])([\p{ID_Start}$_][\p{ID_Continue}$]*?)\$+\.live\)?/gu,
    "$1",
  );
}

/**
 * A compile error: line and column in the cell, the line, carets under the fault.
 * @param diagnostics at least one
 */
export function diagnosticError(source: string, diagnostics: readonly Diagnostic[]): ErrorContent {
  const lines = source.split("\n");
  const traceback = diagnostics.flatMap((diagnostic) => {
    const head = `${diagnostic.fileName ?? "cell"}:${describe(diagnostic)}`;
    const text = diagnostic.fileName === undefined ? lines[diagnostic.start.line] : undefined;
    return text === undefined ? [head] : [head, `    ${text}`, `    ${carets(text, diagnostic)}`];
  });
  return { ename: "TypeScriptError", evalue: describe(diagnostics[0]!), traceback };
}

function describe(diagnostic: Diagnostic): string {
  const { line, character } = diagnostic.start;
  return `${line + 1}:${character + 1} - ${messageOf(diagnostic)}`;
}

/** Carets under the faulty stretch; tabs are kept, so that they are under it at any tab width. */
function carets(text: string, { start, end }: Diagnostic): string {
  const last = end.line === start.line ? end.character : text.length;
  const lead = text.slice(0, start.character).replaceAll(/[^\t]/g, " ");
  return lead + "^".repeat(Math.max(1, last - start.character));
}
