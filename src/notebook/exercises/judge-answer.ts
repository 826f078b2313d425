import type { Exercise } from "./exercise.js";
import { sameAnswer } from "./same-answer.js";
import { usualMistake, wrongForm } from "./usual-mistake.js";

/** What can be said of an answer without giving the right one away. */
export interface AnswerVerdict {
  right: boolean;
  /** Key of the exercise's own mistake that the answer matches. */
  mistake?: string;
  message: string;
}

/** Right, or which kind of mistake: the form first, then the exercise's own mistakes, then the slips that happen anywhere. */
export function judgeAnswer(exercise: Exercise, given: unknown): AnswerVerdict {
  const { id, decimals } = exercise;
  const expected = exercise.answer();
  const wrong = (says: string): AnswerVerdict => ({
    right: false,
    message: `✗ ${id}: not yet. This looks like ${says}.`,
  });
  const own = exercise.mistakes.find((mistake) => sameAnswer(given, mistake.answer(), decimals));
  if (sameAnswer(given, expected, decimals)) return { right: true, message: `✓ ${id}: right.` };
  if (own) return { ...wrong(own.says), mistake: own.key };
  const usual = wrongForm(given, expected) ?? usualMistake(given, expected, decimals);
  if (usual !== null) return wrong(usual);
  return {
    right: false,
    message: `✗ ${id}: not yet, and not one of the usual mistakes either. The hint may help.`,
  };
}
