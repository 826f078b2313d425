/** Errors as Jupyter shows them: a name, a message, and a traceback that speaks of the cell alone. */
import { inspect } from "node:util";
import type { Diagnostic, Outcome } from "./engine.js";

export interface ErrorContent extends Record<string, unknown> {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** The name that the virtual machine gives to a cell's code. */
const CELL = /evalmachine\.<anonymous>:(\d+)(?::(\d+))?/;
/** Frames of Node and of what carries the cell out. */
const INSIDE =
  /\(?(node:|file:\/\/.*\/jupyter\/kernel\/|.*[\\/]node_modules[\\/](tslab|zeromq)[\\/])|__tslab__|\bnode:internal\b/;

/** The error of an outcome that is not ok. */
export function errorOf(source: string, outcome: Outcome): ErrorContent {
  if (outcome.diagnostics.length > 0) return diagnosticError(source, outcome.diagnostics);
  return thrownError(outcome.thrown[0], source, outcome.javascript);
}

/** All compile errors of a cell, each with its line, column and a caret line. */
function diagnosticError(source: string, diagnostics: readonly Diagnostic[]): ErrorContent {
  const lines = source.split("\n");
  const shown = diagnostics.map((diagnostic) => {
    const { line, character } = diagnostic.start;
    const place = `${line + 1}:${character + 1}`;
    const head = `${diagnostic.fileName ?? "cell"}:${place} - TS${diagnostic.code}: ${diagnostic.messageText}`;
    const text = diagnostic.fileName === undefined ? lines[line] : undefined;
    return text === undefined ? [head] : [head, `    ${text}`, `    ${caret(text, diagnostic)}`];
  });
  const [first] = diagnostics;
  const evalue = `${first!.start.line + 1}:${first!.start.character + 1} - ${first!.messageText}`;
  return { ename: "TypeError", evalue, traceback: shown.flat() };
}

/** Carets under the faulty stretch; tabs are kept, so that they stand under it at any tab width. */
function caret(text: string, { start, end }: Diagnostic): string {
  const last = end.line === start.line ? end.character : text.length;
  const lead = text.slice(0, start.character).replaceAll(/[^\t]/g, " ");
  return lead + "^".repeat(Math.max(1, last - start.character));
}

/** Anything thrown. An interrupt is named as such, whichever way it came. */
export function thrownError(thrown: unknown, source = "", javascript = ""): ErrorContent {
  if (isInterrupt(thrown))
    return {
      ename: "Interrupted",
      evalue: "the cell was interrupted",
      traceback: ["Interrupted: the cell was interrupted"],
    };
  if (!(thrown instanceof Error)) {
    const evalue = inspect(thrown);
    return { ename: "Error", evalue, traceback: [`Uncaught ${evalue}`] };
  }
  const head = `${thrown.name}: ${thrown.message}`;
  // A frame of the cell whose line is not known says nothing.
  const frames = framesOf(thrown)
    .map((frame) => inCell(frame, source, javascript))
    .filter((frame) => frame.trim() !== "at cell");
  const causes = thrown.cause instanceof Error ? causeLines(thrown.cause, source, javascript) : [];
  return { ename: thrown.name || "Error", evalue: thrown.message, traceback: [head, ...frames, ...causes] };
}

function causeLines(cause: Error, source: string, javascript: string): string[] {
  const { traceback } = thrownError(cause, source, javascript);
  return [`caused by ${traceback[0]}`, ...traceback.slice(1)];
}

function isInterrupt(thrown: unknown): boolean {
  const error = thrown as { code?: unknown; message?: unknown } | null | undefined;
  return (
    error?.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED" ||
    (thrown instanceof Error && error?.message === "Interrupted asynchronously")
  );
}

/** The user's frames: up to where the virtual machine was entered, without those of Node and the kernel. */
function framesOf(error: Error): string[] {
  const lines = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return lines.filter((line) => !INSIDE.test(line)).map((line) => line.trim());
}

/** A frame of the cell with the line of the cell's own text, where that line passed the compiler unchanged. */
function inCell(frame: string, source: string, javascript: string): string {
  const found = CELL.exec(frame);
  if (found === null) return `    ${frame}`;
  const text = javascript.split("\n")[Number(found[1]) - 1]?.trim();
  const same = source.split("\n").flatMap((line, at) => (line.trim() === text ? [at + 1] : []));
  const place = same.length === 1 ? `cell:${same[0]}` : "cell";
  return `    ${frame.replace(CELL, place)}${same.length === 1 ? `  ${text}` : ""}`;
}
