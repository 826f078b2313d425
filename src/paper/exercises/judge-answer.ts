import { text } from "../../base/text.js";
import { computedValue } from "./answers.js";
import { isOwn, say, type Exercise, type ExerciseAnswer } from "./exercise.js";
import { sharedMistakes } from "./read-exercises.js";
import { sameAnswer } from "./same-answer.js";
import { SLIPS, slipOf, wrongForm, type SlipKey } from "./slips.js";

/** What can be said of an answer without revealing the right one. */
export interface AnswerVerdict {
  right: boolean;
  /** The mistake that the answer shows, or the choice taken: "factor", "decimal comma", "choice 2". */
  mistake?: string;
  message: string;
}

/** The right answer: computed from the paper's tables, or the number of a choice. */
export const answerOf = (exercise: Exercise): ExerciseAnswer =>
  computedValue(exercise, exercise.answer, "answer");

/** The values that an exercise's mistakes give. */
export function mistakesOf(exercise: Exercise): (readonly [key: string, answer: ExerciseAnswer])[] {
  return Object.entries(exercise.mistakes ?? {}).map(([key, wrong]) => {
    const formula = isOwn(wrong) ? wrong.answer : wrong;
    return [key, computedValue(exercise, formula, `mistakes, ${key}`)];
  });
}

/** A mistake in words, to follow "This looks like". */
export function mistakeInWords(exercise: Exercise, key: string): string {
  const choice = exercise.choices?.[Number(/^choice (\d+)$/.exec(key)?.[1]) - 1];
  if (choice) return `${text("exercise.choice", { number: key.slice(7) })}: ${plainText(say(choice.text))}`;
  if (SLIPS.includes(key as SlipKey)) return text(`exercise.slip.${key}`);
  const wrong = exercise.mistakes?.[key];
  return isOwn(wrong) ? say(wrong.says) : say(sharedMistakes()[key] ?? key);
}

/**
 * Judges an answer as right or as a kind of mistake: first its form, then the exercise's own mistakes, then general
 * slips.
 * @param more further arguments after the answer: a number with a decimal comma arrives as two
 */
export function judgeAnswer(exercise: Exercise, given: unknown, ...more: unknown[]): AnswerVerdict {
  const expected = answerOf(exercise);
  const answer = plain(given, typeof expected !== "string");
  if (more.length > 0) return wrong(exercise, "decimal comma");
  if (exercise.choices) return judgeChoice(exercise, answer);
  const form = wrongForm(answer, expected);
  if (form === null || form === "length") {
    if (sameAnswer(answer, expected, exercise.decimals)) return verdict(exercise, true, "");
    const found = mistakeIn(exercise, answer) ?? (form === null ? slipOf(answer, expected, exercise) : null);
    if (found) return wrong(exercise, found);
  }
  if (form) return wrong(exercise, form);
  return verdict(exercise, false, text("exercise.unknown"));
}

/** A danfo Series as its values, a typed array as an array, a quoted number as a number; anything else unchanged. */
function plain(given: unknown, isNumeric: boolean): unknown {
  if (typeof given === "string") return isNumeric ? numberIn(given) : given;
  if (Array.isArray(given)) return given.map((value) => plain(value, isNumeric));
  if (ArrayBuffer.isView(given)) return Array.from(given as unknown as ArrayLike<number>);
  const values = typeof given === "object" ? (given as { values?: unknown } | null)?.values : undefined;
  return Array.isArray(values) || ArrayBuffer.isView(values) ? plain(values, isNumeric) : given;
}

/** A handwritten number such as "0,0186" or "−1 234.5 %"; other text unchanged. */
function numberIn(given: string): number | string {
  const digits = given
    .replace(/[\s\u00a0\u202f]|%\s*$/g, "")
    .replace(/^[−–]/, "-")
    .replace(",", ".");
  return /^[-+]?\d+(\.\d+)?$/.test(digits) ? Number(digits) : given;
}

function judgeChoice(exercise: Exercise, given: unknown): AnswerVerdict {
  const choices = exercise.choices!;
  const choice = typeof given === "number" ? choices[given - 1] : undefined;
  if (!choice) return verdict(exercise, false, text("exercise.choose", { count: choices.length }), "empty");
  const right = given === answerOf(exercise);
  return verdict(exercise, right, say(choice.feedback), right ? undefined : `choice ${String(given)}`);
}

/**
 * The exercise's own mistake that an answer shows: at the decimal places asked for, as a percentage or a fraction, or
 * coarser.
 */
function mistakeIn(exercise: Exercise, given: unknown): string | undefined {
  const { decimals = 0, percent } = exercise;
  const values = mistakesOf(exercise);
  const match = (value: unknown, places: number): string | undefined =>
    values.find(([, wrongAnswer]) => sameAnswer(value, wrongAnswer, places))?.[0];
  const exact = match(given, decimals);
  if (exact || typeof given !== "number" || significant(given) < 3) return exact;
  const own = decimalsOf(given);
  const coarse = own < decimals ? match(given, own) : undefined;
  return coarse ?? (percent ? match(100 * given, Math.max(0, own - 2)) : undefined);
}

const decimalsOf = (value: number): number => String(value).split(".")[1]?.length ?? 0;

/** Number of significant digits. */
const significant = (value: number): number =>
  String(Math.abs(value)).replace(".", "").replace(/^0+/, "").length;

const wrong = (exercise: Exercise, key: string): AnswerVerdict =>
  verdict(exercise, false, text("exercise.looksLike", { says: mistakeInWords(exercise, key) }), key);

function verdict({ id }: Exercise, right: boolean, says: string, mistake?: string): AnswerVerdict {
  const head = right ? `✓ ${id}: ${text("exercise.right")}` : `✗ ${id}: ${text("exercise.wrong")}`;
  const message = [head, plainText(says)].filter((part) => part !== "").join(" ");
  return { right, ...(mistake !== undefined && { mistake }), message };
}

/** Removes Markdown's emphasis, for plain-text output. */
const plainText = (markdown: string): string => markdown.replace(/\*(\S(?:[^*]*\S)?)\*/g, "$1");
