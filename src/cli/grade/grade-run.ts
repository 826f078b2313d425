import type { Notebook } from "../../jupyter/notebook/notebook-file.js";
import type { NotebookRun } from "../../jupyter/run/run-notebook.js";
import { ANSWER_TYPE, type HandedIn } from "../../paper/exercises.js";
import type { Exercise } from "../../paper/exercises/exercise.js";
import { judgeAnswer } from "../../paper/exercises/judge-answer.js";
import type { Submission } from "./submissions.js";

export interface Grade {
  exercise: string;
  answer: unknown;
  result: "right" | "wrong" | "unanswered";
  mistake?: string;
}

/** A notebook's grades; `stopped` says what kept it from running to its end. */
export interface Graded {
  student: string;
  grades: Grade[];
  stopped?: string;
}

/** What ends a notebook before its last cell, by the error's name. */
const STOPS = ["CellTimeoutError", "OutputLimitError", "DeadKernelError", "StartupTimeoutError"];

/** The last answer to each exercise counts, and it is judged here: what the notebook says of itself does not count. */
export function gradeRun(
  { student }: Submission,
  exercises: readonly Exercise[],
  notebook: Notebook,
  run: NotebookRun,
): Graded {
  const last = new Map(handedIn(run).map((one) => [one.id, one]));
  const asked = exercises.filter(({ id }) => last.has(id) || hasExercise(notebook, id));
  const grades = asked.map((exercise): Grade => {
    const { id } = exercise;
    const given = last.get(id);
    if (!given) return { exercise: id, answer: "", result: "unanswered" };
    const { right, mistake } = judgeAnswer(exercise, given.answer, ...given.more);
    return {
      exercise: id,
      answer: given.answer,
      result: right ? "right" : "wrong",
      ...(mistake && { mistake }),
    };
  });
  const stop = run.failures.find(({ ename }) => STOPS.includes(ename));
  const late = run.cells.some(({ status }) => status === "not run") ? "NotebookTimeoutError" : undefined;
  const stopped = stop ? `${stop.ename}: ${stop.evalue.split("\n")[0]!.replace(/:$/, "")}` : late;
  return { student, grades, ...(stopped !== undefined && { stopped }) };
}

/** A file that is no notebook. */
export function unreadable({ student }: Submission, error: Error): Graded {
  return { student, grades: [], stopped: error.message.split("\n")[0]! };
}

/** The notebook has the question, whatever the student has made of the cell. */
function hasExercise({ cells }: Notebook, id: string): boolean {
  return cells.some(({ source }) => source.includes(`check("${id}"`));
}

/** What `check` was given, in the order of the cells; anything that is not of this form is passed over. */
function handedIn(run: NotebookRun): HandedIn[] {
  const outputs = [...run.updates.values()].flatMap((update) => update.outputs);
  const bundles = outputs.flatMap(
    ({ data }) => (data as Record<string, unknown> | undefined)?.[ANSWER_TYPE] ?? [],
  );
  return bundles.flatMap((bundle) => {
    const { id, answer = null, more } = (bundle ?? {}) as Partial<HandedIn>;
    return typeof id === "string" ? [{ id, answer, more: Array.isArray(more) ? more : [] }] : [];
  });
}
