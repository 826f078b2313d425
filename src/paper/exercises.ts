import { requireThat } from "../base/check.js";
import { worded } from "../base/language.js";
import { display } from "../show/display.js";
import type { Exercise, NotebookExercises } from "./exercises/exercise.js";
import { judgeAnswer } from "./exercises/judge-answer.js";
import { notebook00 } from "./exercises/notebook-00.js";
import { notebook01 } from "./exercises/notebook-01.js";
import { notebook02 } from "./exercises/notebook-02.js";
import { notebook03 } from "./exercises/notebook-03.js";
import { notebook04 } from "./exercises/notebook-04.js";
import { notebook05 } from "./exercises/notebook-05.js";
import { notebook06 } from "./exercises/notebook-06.js";
import { notebook07 } from "./exercises/notebook-07.js";
import { notebook08 } from "./exercises/notebook-08.js";
import { notebook09 } from "./exercises/notebook-09.js";
import { notebook10 } from "./exercises/notebook-10.js";
import { notebook12 } from "./exercises/notebook-12.js";

/** The exercises by notebook, in their order. */
export const NOTEBOOKS: readonly NotebookExercises[] = [
  notebook00,
  notebook01,
  notebook02,
  notebook03,
  notebook04,
  notebook05,
  notebook06,
  notebook07,
  notebook08,
  notebook09,
  notebook10,
  notebook12,
];

/** Every exercise of the notebooks, in their order. */
export const EXERCISES: readonly Exercise[] = NOTEBOOKS.flatMap(({ exercises }) => exercises);

/** How an answer leaves a kernel that is asked for them, for whoever grades. */
export const ANSWER_TYPE = "application/vnd.egov-kz.answer+json";

/** What such a message holds: enough to judge the answer anew, for a notebook's own word counts nothing. */
export interface HandedIn {
  id: string;
  /** The answer as JSON knows it: a Series as its values, NaN as null. */
  answer: unknown;
  more: unknown[];
}

/** The exercise of that number. */
export function findExercise(id: string): Exercise {
  const found = EXERCISES.find((exercise) => exercise.id === id);
  if (found) return found;
  const notebook = typeof id === "string" ? id.split(".")[0] : undefined;
  const own = EXERCISES.filter((exercise) => exercise.id.startsWith(`${notebook}.`));
  const listed = own.length > 0 ? own : EXERCISES;
  const [from, to] = [listed[0]!.id, listed.at(-1)!.id];
  requireThat(false, "check", worded`the number of an exercise, from "${from}" to "${to}"`, id);
}

/**
 * Says of an answer to one of the notebooks' exercises whether it is right or, if not, what kind of mistake it
 * looks like; the right answer stays hidden. Answers count as right at the decimals that the question asks for.
 * @param id number of the exercise, such as "4.2"
 * @param answer a number, a name, the number of a choice, or a column: a list or a Series
 * @throws RangeError for a number that no exercise has
 * @example check("3.1", 17); // ✗ 3.1: not yet. It is not one of the usual mistakes either. The hint may help.
 */
export function check(id: string, answer?: unknown, ...more: unknown[]): void {
  const { message } = judgeAnswer(findExercise(id), answer, ...more);
  const handedIn = process.env.EGOV_KZ_ANSWERS ? { [ANSWER_TYPE]: forGrading(id, answer, more) } : {};
  display({ "text/plain": message, ...handedIn });
}

/** A Series hands in its values alone. */
function forGrading(id: string, answer: unknown, more: unknown[]): HandedIn {
  const values = (answer as { values?: unknown } | null | undefined)?.values;
  return { id, answer: (values ?? answer ?? null) as HandedIn["answer"], more };
}
