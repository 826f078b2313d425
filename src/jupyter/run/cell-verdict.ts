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

export type ErrorOutput = Extract<NotebookOutput, { output_type: "error" }>;

const MUST_RAISE = "nbval-raises-exception";
const MAY_RAISE = ["raises-exception", MUST_RAISE];
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
  let error = outputs.find((output) => output.output_type === "error");
  if (!error && (reply.status !== "ok" || (quiet && /^UnhandledPromiseRejection:/m.test(stderr)))) {
    error = errorFrom(reply, stderr);
    outputs.push(error);
  }
  if (error) return cell.tags.some((tag) => MAY_RAISE.includes(tag)) ? undefined : failure(cell, error);
  if (cell.tags.includes(MUST_RAISE)) {
    return failWith(cell, outputs, "NoExceptionError", `the cell is tagged ${MUST_RAISE} and raised nothing`);
  }
  if (!quiet || stderr === "" || cell.tags.includes(MAY_WRITE_STDERR)) return undefined;
  return failure(cell, { ename: "UnexpectedStderr", evalue: stderr.trim(), traceback: [] });
}

/** Whether a cell tagged as raising raised nothing: allowed, but worth a message. */
export function raisedNothing({ tags }: NotebookCell, outputs: readonly NotebookOutput[]): boolean {
  return tags.includes("raises-exception") && !outputs.some((output) => output.output_type === "error");
}

/** A failure that the kernel did not report, added to the outputs. */
export function failWith(
  cell: NotebookCell,
  outputs: NotebookOutput[],
  ename: string,
  evalue: string,
): CellFailure {
  const error: ErrorOutput = { output_type: "error", ename, evalue, traceback: [`${ename}: ${evalue}`] };
  outputs.push(error);
  return failure(cell, error);
}

function failure(cell: NotebookCell, error: Omit<ErrorOutput, "output_type">): CellFailure {
  const { ename, evalue, traceback } = error;
  return { index: cell.index, ename, evalue, traceback, source: cell.source };
}

/** An error for a kernel that sends none: from the reply, or else from stderr. */
function errorFrom(reply: Record<string, unknown>, stderr: string): ErrorOutput {
  const { ename, evalue = "", traceback = [], status } = reply;
  if (ename)
    return {
      output_type: "error",
      ename: String(ename),
      evalue: String(evalue),
      traceback: traceback as string[],
    };
  const lines = stderr
    .replace(/^UnhandledPromiseRejection: /gm, "")
    .trim()
    .split("\n");
  const named = lines
    .map((line) => /^(?:Uncaught )?([A-Z]\w*(?:Error|Exception|Rejection)?): (.*)$/.exec(line))
    .find((match) => match !== null);
  const diagnostic = /^(?:\S+ )?\d+:\d+ - /.test(lines[0]!);
  return {
    output_type: "error",
    ename: named?.[1] ?? (diagnostic ? "TypeScriptError" : "Error"),
    evalue: named?.[2] ?? (lines[0] || `the kernel answered "${String(status)}"`),
    traceback: lines,
  };
}
