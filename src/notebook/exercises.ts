import { describeValue } from "../check.js";
import type { Exercise } from "./exercises/exercise.js";
import { judgeAnswer } from "./exercises/judge-answer.js";
import { exercises03 } from "./exercises/notebook-03.js";
import { exercises04 } from "./exercises/notebook-04.js";
import { exercises05 } from "./exercises/notebook-05.js";
import { exercises06 } from "./exercises/notebook-06.js";
import { exercises07 } from "./exercises/notebook-07.js";
import { exercises08 } from "./exercises/notebook-08.js";
import { exercises09 } from "./exercises/notebook-09.js";
import { exercises10 } from "./exercises/notebook-10.js";
import { show } from "./show.js";

/** Every exercise of the notebooks, in their order. */
export const EXERCISES: readonly Exercise[] = [
  ...exercises03,
  ...exercises04,
  ...exercises05,
  ...exercises06,
  ...exercises07,
  ...exercises08,
  ...exercises09,
  ...exercises10,
];

/** The exercise of that number. */
export function findExercise(id: string): Exercise {
  const found = EXERCISES.find((exercise) => exercise.id === id);
  if (!found)
    throw new RangeError(
      `check requires the number of an exercise from "${EXERCISES[0]!.id}" to "${EXERCISES.at(-1)!.id}", got ${describeValue(id)}`,
    );
  return found;
}

/**
 * Says of an answer to one of the notebooks' exercises whether it is right or, if not, what kind of mistake it
 * looks like; the right answer stays hidden. Answers count as right at the decimals that the question asks for.
 * @param id number of the exercise, such as "4.2"
 * @throws RangeError for a number that no exercise has
 * @example check("5.3", 3); // ✗ 5.3: not yet. This looks like the number of steps that the window can make ...
 */
export function check(id: string, answer: unknown): void {
  show(judgeAnswer(findExercise(id), answer).message);
}
