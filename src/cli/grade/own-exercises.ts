import { text } from "../../base/text.js";
import type { NotebookExercises } from "../../paper/exercises/exercise.js";
import { answerOf, mistakesOf } from "../../paper/exercises/judge-answer.js";
import { exercisesIn, projectExercises } from "../../paper/exercises/read-exercises.js";
import { sameAnswer } from "../../paper/exercises/same-answer.js";
import { UsageError } from "../usage-error.js";

/**
 * Reads the exercises in a teacher's files and tries every formula.
 * @throws UsageError naming file, exercise and field, also if a number is already one of the project's or a mistake
 *   gives the right answer
 */
export function ownExercises(paths: readonly string[]): (NotebookExercises & { path: string })[] {
  const taken = new Set(projectExercises().flatMap(({ exercises }) => exercises.map(({ id }) => id)));
  try {
    return paths.map((path) => {
      const file = exercisesIn(path);
      for (const exercise of file.exercises) {
        const { id, decimals } = exercise;
        const where = `${exercise.file}, "exercises", "${id}"`;
        if (taken.has(id)) throw new RangeError(`${where}, ${text("exercise.file.twice", { id })}`);
        taken.add(id);
        const answer = answerOf(exercise);
        const right = mistakesOf(exercise).find(([, wrong]) => sameAnswer(wrong, answer, decimals));
        if (right) throw new RangeError(`${where}, ${text("exercise.file.right", { key: right[0] })}`);
      }
      return { ...file, path };
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
