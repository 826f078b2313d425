import { getLanguage, type Language } from "../../base/language.js";

/** A text by language; a teacher who needs one language writes the text alone. */
export type Words = string | Partial<Record<Language, string>>;

/** The text in the present language, or in the one that it has. */
export function say(words: Words): string {
  if (typeof words === "string") return words;
  return words[getLanguage()] ?? words.en ?? Object.values(words)[0] ?? "";
}

/** What a student may hand in: a number, a word, or a column with null where nothing can stand. */
export type ExerciseAnswer = number | string | readonly (number | null)[];

/** A number, a formula of the ledger, or a column of both, with null for an empty place. */
export type AnswerFormula = number | string | readonly (number | string | null)[];

/** A wrong way of an exercise's own, with what is said of it. */
export interface OwnMistake {
  answer: AnswerFormula;
  says: Words;
}

export const isOwn = (wrong: AnswerFormula | OwnMistake | undefined): wrong is OwnMistake =>
  typeof wrong === "object" && "says" in wrong;

/** A question of a notebook, as data/exercises has it. Texts are Markdown. */
export interface Exercise {
  /** Number of the notebook, dot, number of the exercise: "4.2". */
  id: string;
  question: Words;
  hint: Words;
  /** Code of the teacher's copy; it ends with the call of `check`. Without it the answer itself is handed in. */
  solution?: string;
  /** Decimals that the question asks for; more are welcome. */
  decimals?: number;
  /** The answer is asked in per cent, so that a fraction is a slip of its own. */
  percent?: true;
  /** Names for parts of the formulas; one may use those before it. */
  let?: Readonly<Record<string, string | number>>;
  /** With choices: the number of the right one, from 1. */
  answer: AnswerFormula;
  /** The values that wrong ways lead to, by their key in mistakes.yaml or with words of their own. */
  mistakes?: Readonly<Record<string, AnswerFormula | OwnMistake>>;
  /** The answers to choose from, and what is said to whoever takes one. */
  choices?: readonly { text: Words; feedback: Words }[];
  /** The file that it stands in. */
  file: string;
}

/** The exercises that close a notebook. */
export interface NotebookExercises {
  /** "03" */
  notebook: string;
  /** What the student finds ready, as Markdown, and the code cell that makes it ready. */
  intro?: Words;
  prelude?: string;
  exercises: readonly Exercise[];
}
