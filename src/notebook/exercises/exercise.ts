/** What a student may hand in: a number, a word, yes or no, or a column with null where nothing can stand. */
export type Answer = number | string | boolean | readonly (number | null)[];

/** A wrong way to the answer that students often take. */
export interface Mistake {
  /** Short name, unique within its exercise: "population". */
  key: string;
  /** What was computed instead, to follow "This looks like": it names the method, never a number. */
  says: string;
  /** The value that the wrong way leads to. */
  answer: () => Answer;
}

/** A question of a notebook. Answers are computed from the data when they are needed; none is typed. */
export interface Exercise {
  /** Number of the notebook, dot, number of the exercise: "4.2". */
  id: string;
  /** Decimals that the question asks for; more are welcome. */
  decimals: number;
  answer: () => Answer;
  mistakes: readonly Mistake[];
}
