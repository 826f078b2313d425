import { text } from "../../base/text.js";
import type { Notebook } from "../../jupyter/notebook/notebook-file.js";
import type { HandedIn } from "../../paper/exercises.js";
import type { Exercise } from "../../paper/exercises/exercise.js";
import { judgeAnswer } from "../../paper/exercises/judge-answer.js";
import type { CellEnd, Inside } from "./run-inside.js";
import type { Submission } from "./submissions.js";

export interface Grade {
  exercise: string;
  answer?: unknown;
  result: "right" | "wrong" | "blank" | "crashed" | "syntax" | "timed out" | "deleted";
  mistake?: string;
  /** The cell's error message. */
  reason?: string;
}

/** A notebook's grades; `stopped` says, in the current language, why it could not be graded. */
export interface Graded {
  student: string;
  grades: Grade[];
  stopped?: string;
  /** What the sandbox denied, by cell. */
  refused: { cell: number; error: string }[];
}

export const rightIn = (grades: readonly Grade[]): number =>
  grades.filter(({ result }) => result === "right").length;

/** Answers from an untrusted place; those without an id are left out. */
export const answersIn = (handedIn: readonly Partial<HandedIn>[]): HandedIn[] =>
  handedIn.flatMap((one) => {
    const { id, answer = null, more } = Object(one) as Partial<HandedIn>;
    return typeof id === "string" ? [{ id, answer, more: Array.isArray(more) ? more : [] }] : [];
  });

/** System errors that mean that a sandbox denied something. */
const REFUSED = /\b(EACCES|EPERM|EROFS|ENETUNREACH|EAI_AGAIN|ENOSPC|EMFILE|EAGAIN|ECONNREFUSED)\b/;

/** The runner's own errors. */
const REASONS: Readonly<Record<string, string>> = {
  CellTimeoutError: "grade.reason.late",
  DeadKernelError: "grade.reason.died",
  OutputLimitError: "grade.reason.output",
};

/** The last answer to each exercise counts, and it is judged here; the notebook's own verdict does not count. */
export function gradeRun(
  { student }: Submission,
  exercises: readonly Exercise[],
  notebook: Notebook,
  { cells, answers }: Inside,
): Graded {
  const last = new Map(answers.map((one) => [one.id, one]));
  const ends = new Map(cells.map((cell) => [cell.index, cell]));
  const refused = cells.flatMap(({ index, error }) =>
    error !== undefined && REFUSED.test(error) ? [{ cell: index + 1, error }] : [],
  );
  // All exercises of a file of which the notebook has any.
  const here = exercises.filter(({ id }) => last.has(id) || cellsOf(notebook, id).length > 0);
  const files = new Set(here.map(({ file }) => file));
  const asked = exercises.filter(({ file }) => files.has(file));
  const grades = asked.map((exercise): Grade => {
    const { id } = exercise;
    const given = last.get(id);
    if (!given) return { exercise: id, ...withoutAnswer(notebook, ends, id) };
    const { right, mistake } = judgeAnswer(exercise, given.answer, ...given.more);
    const result = right ? "right" : "wrong";
    return { exercise: id, answer: given.answer, result, ...(mistake && { mistake }) };
  });
  return { student, grades, refused, ...(grades.length === 0 && { stopped: text("grade.stop.noExercise") }) };
}

/** The question's own cells, and those that call `check` for it. */
function cellsOf({ cells }: Notebook, id: string): Notebook["cells"] {
  const own = ["exercise", "answer"].map((part) => `${part}-${id.replace(".", "-")}`);
  const call = new RegExp(`\\bcheck\\(\\s*["'\`]${id.replace(".", "\\.")}["'\`]`);
  return cells.filter(({ id: cell, source }) => own.includes(cell ?? "") || call.test(source));
}

/** Why there is no answer: the answering cell is gone, blank, or ended early. */
function withoutAnswer(
  notebook: Notebook,
  ends: ReadonlyMap<number, CellEnd>,
  id: string,
): Pick<Grade, "result" | "reason"> {
  const cells = cellsOf(notebook, id);
  if (cells.length === 0) return { result: "deleted" };
  const failed = cells
    .flatMap(({ index }) => ends.get(index) ?? [])
    .filter(({ status }) => status !== "blank" && status !== "ok");
  const { status, ename, error } = failed.at(-1) ?? {};
  if (status === undefined) return { result: "blank" };
  const own = REASONS[ename ?? ""];
  const reason = error === undefined ? {} : { reason: own === undefined ? error : text(own) };
  if (status !== "failed") return { result: "timed out", ...reason };
  return { result: ename === "TypeScriptError" || ename === "SyntaxError" ? "syntax" : "crashed", ...reason };
}

/** A notebook that was not run, or that gave no result. */
export function ungraded({ student }: Submission, stopped: string): Graded {
  return { student, grades: [], refused: [], stopped };
}
