import { getLanguage, type Language } from "../../base/language.js";

/** A text by language; a teacher who needs only one language writes a plain string. */
export type Words = string | Partial<Record<Language, string>>;

/** The text in the current language, or in one that it has. */
export function say(words: Words): string {
  if (typeof words === "string") return words;
  return words[getLanguage()] ?? words.en ?? Object.values(words)[0] ?? "";
}

/** What a student may hand in: a number, a word, or a column with null for empty places. */
export type ExerciseAnswer = number | string | readonly (number | null)[];

/** A number, a ledger formula, or a column of both, with null for empty places. */
export type AnswerFormula = number | string | readonly (number | string | null)[];

/** An exercise's own mistake, with the feedback for it. */
export interface OwnMistake {
  answer: AnswerFormula;
  says: Words;
}

export const isOwn = (wrong: AnswerFormula | OwnMistake | undefined): wrong is OwnMistake =>
  typeof wrong === "object" && "says" in wrong;

/** A notebook's exercise, as in data/exercises. Texts are Markdown. */
export interface Exercise {
  /** Notebook number, dot, exercise number: "4.2". */
  id: string;
  question: Words;
  hint: Words;
  /** Code for the teacher's copy, ending with the call of `check`. Without it the answer itself is handed in. */
  solution?: string;
  /** Decimal places that the question asks for; more are accepted. */
  decimals?: number;
  /** The answer is a percentage, so that a fraction is a slip of its own. */
  percent?: true;
  /** Names for parts of the formulas; each may use those before it. */
  let?: Readonly<Record<string, string | number>>;
  /** For multiple choice: the number of the right choice, from 1. */
  answer: AnswerFormula;
  /** The values that typical mistakes give, by key in mistakes.yaml or with their own feedback. */
  mistakes?: Readonly<Record<string, AnswerFormula | OwnMistake>>;
  /** The choices, each with its feedback. */
  choices?: readonly { text: Words; feedback: Words }[];
  /** The exercise's file. */
  file: string;
}

/** The exercises at the end of a notebook. */
export interface NotebookExercises {
  /** "03" */
  notebook: string;
  /** The prepared material for the student, as Markdown, and the code cell that sets it up. */
  intro?: Words;
  prelude?: string;
  exercises: readonly Exercise[];
}
