import { requireThat } from "../base/check.js";
import { text } from "../base/text.js";
import { display } from "../show/display.js";
import type { Exercise, NotebookExercises } from "./exercises/exercise.js";
import { judgeAnswer } from "./exercises/judge-answer.js";
import { ownExercises, projectExercises } from "./exercises/read-exercises.js";

/** The MIME type under which a kernel passes answers to the grader. */
export const ANSWER_TYPE = "application/vnd.egov-kz.answer+json";

/** The content of such a message: enough to judge the answer again, since the notebook's own verdict does not count. */
export interface HandedIn {
  id: string;
  /** The answer as JSON: a Series as its values, NaN as null. */
  answer: unknown;
  more: unknown[];
}

/** Finds an exercise by its number, among the project's and those given. */
export function findExercise(id: string, own: readonly NotebookExercises[] = ownExercises()): Exercise {
  const notebook = typeof id === "string" ? /^\d{1,2}(?=\.)/.exec(id)?.[0] : undefined;
  const near = notebook === undefined ? [] : projectExercises(notebook.padStart(2, "0"));
  const isIn = ({ exercises }: NotebookExercises): Exercise[] => exercises.filter((one) => one.id === id);
  const found = [...own, ...near].flatMap(isIn)[0];
  if (found) return found;
  const listed = near.length > 0 ? near : projectExercises();
  const [from, to] = [listed[0]!.exercises[0]!.id, listed.at(-1)!.exercises.at(-1)!.id];
  requireThat(false, "check", "need.numberExerciseFrom", id, { from, to });
}

/**
 * Says whether an answer to one of the notebooks' exercises is right or, if not, what kind of mistake it looks like;
 * the right answer stays hidden. Answers are compared at the decimal places that the question asks for.
 * @param id number of the exercise, such as "4.2"
 * @param answer a number, also in quotation marks with a decimal comma ("0,0186"); a name; the number of a choice; or a
 *   column: a list or a Series
 * @throws RangeError for a number that no exercise has
 * @example check("3.1", 17); // ✗ 3.1: not yet. It is not one of the usual mistakes either. The hint may help.
 */
export function check(id: string, answer?: unknown, ...more: unknown[]): void {
  // While answers are collected for grading, the right ones are kept elsewhere.
  const bundle = process.env.EGOV_KZ_ANSWERS
    ? {
        "text/plain": text("exercise.handedIn", { id: String(id) }),
        [ANSWER_TYPE]: handedIn(id, answer, more),
      }
    : { "text/plain": judgeAnswer(findExercise(id), answer, ...more).message };
  display(bundle);
}

/** A Series hands in its values alone. */
function handedIn(id: string, answer: unknown, more: unknown[]): HandedIn {
  const values = (answer as { values?: unknown } | null | undefined)?.values;
  return { id, answer: (values ?? answer ?? null) as HandedIn["answer"], more };
}
