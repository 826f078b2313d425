import type { Words } from "./words.js";
import type { MistakeKey } from "./mistakes.js";

/** What a student may hand in: a number, a word, or a column with null where nothing can stand. */
export type ExerciseAnswer = number | string | readonly (number | null)[];

/** One of the answers to choose from, and what is said to whoever takes it. */
export interface Choice {
  text: Words;
  feedback: Words;
}

/** A question of a notebook. Answers are computed from the data when they are needed; texts are Markdown. */
export interface Exercise {
  /** Number of the notebook, dot, number of the exercise: "4.2". */
  id: string;
  question: Words;
  hint: Words;
  /** Code of the teacher's copy; it ends with the call of `check`. */
  solution: string;
  /** Decimals that the question asks for; more are welcome. */
  decimals?: number;
  /** The answer is asked in per cent, so that a fraction is a slip of its own. */
  percent?: true;
  /** With choices: the number of the right one, from 1. */
  answer: () => ExerciseAnswer;
  /** The values that wrong ways lead to. */
  mistakes?: Partial<Record<MistakeKey, () => ExerciseAnswer>>;
  choices?: readonly Choice[];
}

/** The exercises that close a notebook. */
export interface NotebookExercises {
  /** "03" */
  notebook: string;
  /** What the student finds ready, as Markdown. */
  intro: Words;
  /** Code cell that makes it ready. */
  prelude: string;
  exercises: readonly Exercise[];
}
