/** The verdict on a cell after the kernel has answered. Pure. */
import type { NotebookCell } from "../notebook/notebook-file.js";
import { streamText, type NotebookOutput } from "../notebook/outputs.js";

export interface CellFailure {
  /** Position of the cell in the notebook, from 0; -1 if the notebook as a whole failed. */
  index: number;
  ename: string;
  evalue: string;
  traceback: string[];
  source: string;
}

type ErrorContent = Pick<CellFailure, "ename" | "evalue" | "traceback">;

const MUST_RAISE = "nbval-raises-exception";
const MAY_RAISE = "raises-exception";
const MAY_WRITE_STDERR = "allow-stderr";

/**
 * Judges a cell by its reply and outputs. If the cell failed but the kernel sent no `error`, one is added to the
 * outputs, so that the notebook shows it.
 *
 * @param reply content of the `execute_reply`
 * @param quiet whether anything on stderr that no tag allows is a failure: stock tslab reports some errors only there,
 *   and other kernels of its languages are treated alike; in Python a warning is not a failure
 */
export function judgeCell(
  cell: NotebookCell,
  outputs: NotebookOutput[],
  reply: Record<string, unknown>,
  quiet: boolean,
): CellFailure | undefined {
  const stderr = streamText(outputs, "stderr");
  const isMissing = reply.status !== "ok" || (quiet && /^UnhandledPromiseRejection:/m.test(stderr));
  const error = errorIn(outputs) ?? (isMissing ? withError(outputs, errorFrom(reply, stderr)) : undefined);
  const has = (tag: string) => cell.tags.includes(tag);
  if (error) return has(MAY_RAISE) || has(MUST_RAISE) ? undefined : failure(cell, error);
  if (has(MUST_RAISE))
    return failWith(cell, outputs, "NoExceptionError", `the cell is tagged ${MUST_RAISE} and raised nothing`);
  if (!quiet || stderr === "" || has(MAY_WRITE_STDERR)) return undefined;
  return failure(cell, { ename: "UnexpectedStderr", evalue: stderr.trim(), traceback: [] });
}

/** Whether a cell tagged as raising raised nothing: allowed, but worth a message. */
export function raisedNothing({ tags }: NotebookCell, outputs: readonly NotebookOutput[]): boolean {
  return tags.includes(MAY_RAISE) && !errorIn(outputs);
}

/** A failure that the kernel did not report, added to the outputs. */
export function failWith(
  cell: NotebookCell,
  outputs: NotebookOutput[],
  ename: string,
  evalue: string,
): CellFailure {
  return failure(cell, withError(outputs, { ename, evalue, traceback: [`${ename}: ${evalue}`] }));
}

function errorIn(outputs: readonly NotebookOutput[]): ErrorContent | undefined {
  return outputs.find((output) => output.output_type === "error");
}

function withError(outputs: NotebookOutput[], error: ErrorContent): ErrorContent {
  outputs.push({ output_type: "error", ...error });
  return error;
}

export function failure({ index, source }: NotebookCell, error: ErrorContent): CellFailure {
  const { ename, evalue, traceback } = error;
  return { index, ename, evalue, traceback, source };
}

/** An error for a kernel that sends none: from the reply, or else from stderr. */
function errorFrom(reply: Record<string, unknown>, stderr: string): ErrorContent {
  const { ename, evalue = "", traceback = [], status } = reply;
  if (ename) return { ename: String(ename), evalue: String(evalue), traceback: traceback as string[] };
  const text = stderr.replace(/^UnhandledPromiseRejection: /gm, "").trim();
  const named = /^(?:Uncaught )?([A-Z]\w*(?:Error|Exception|Rejection)?): (.*)$/m.exec(text);
  const isDiagnostic = /^(?:\S+ )?\d+:\d+ - /.test(text);
  const lines = text.split("\n");
  return {
    ename: named?.[1] ?? (isDiagnostic ? "TypeScriptError" : "Error"),
    evalue: named?.[2] ?? (lines[0] || `the kernel answered "${String(status)}"`),
    traceback: lines,
  };
}
