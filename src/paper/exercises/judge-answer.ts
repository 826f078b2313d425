import { translated } from "../../base/language.js";
import { type ExerciseAnswer, type Exercise } from "./exercise.js";
import { say } from "./words.js";
import { MISTAKES, type MistakeKey } from "./mistakes.js";
import { sameAnswer } from "./same-answer.js";
import { SLIPS, slipOf, wrongForm, type SlipKey } from "./slips.js";

/** What can be said of an answer without giving the right one away. */
export interface AnswerVerdict {
  right: boolean;
  /** The mistake that the answer shows, or the choice that was taken: "factor", "decimal comma", "choice 2". */
  mistake?: string;
  message: string;
}

const text = translated({
  en: {
    right: "right.",
    wrong: "not yet.",
    looksLike: (says: string) => `This looks like ${says}.`,
    unknown: "It is not one of the usual mistakes either. The hint may help.",
    choose: (count: number) => `The answer is the number of your choice, from 1 to ${count}.`,
  },
  kk: {
    right: "дұрыс.",
    wrong: "әзірге дұрыс емес.",
    looksLike: (says: string) => `Бұл мынаған ұқсайды: ${says}.`,
    unknown: "Бұл әдеттегі қателердің ешқайсысына ұқсамайды. Кеңес көмектесуі мүмкін.",
    choose: (count: number) => `Жауап – таңдаған нұсқаңыздың нөмірі, 1-ден ${count}-ке дейін.`,
  },
  ru: {
    right: "верно.",
    wrong: "пока неверно.",
    looksLike: (says: string) => `Похоже, это ${says}.`,
    unknown: "На обычные ошибки тоже не похоже. Может помочь подсказка.",
    choose: (count: number) => `Ответ – номер выбранного варианта, от 1 до ${count}.`,
  },
});

/**
 * Right, or which kind of mistake: the form first, then the exercise's own mistakes, then slips that happen anywhere.
 * @param more what was handed over behind the answer: a number with a decimal comma comes as two
 */
export function judgeAnswer(exercise: Exercise, given: unknown, ...more: unknown[]): AnswerVerdict {
  const answer = plain(given);
  const expected = exercise.answer();
  if (exercise.choices) return judgeChoice(exercise, answer);
  if (more.length > 0 || isCommaNumber(answer)) return wrong(exercise, "decimal comma");
  const form = wrongForm(answer, expected);
  if (form === null || form === "length") {
    if (sameAnswer(answer, expected, exercise.decimals)) return verdict(exercise, true, "");
    const found = mistakeIn(exercise, answer) ?? (form === null ? slipOf(answer, expected, exercise) : null);
    if (found) return wrong(exercise, found);
  }
  if (form) return wrong(exercise, form);
  return verdict(exercise, false, text().unknown);
}

/** A danfo Series as its values, a typed array as an array; everything else as it is. */
function plain(given: unknown): unknown {
  if (ArrayBuffer.isView(given)) return Array.from(given as unknown as ArrayLike<number>);
  const values = typeof given === "object" ? (given as { values?: unknown } | null)?.values : undefined;
  return Array.isArray(values) || ArrayBuffer.isView(values) ? plain(values) : given;
}

function isCommaNumber(given: unknown): boolean {
  return typeof given === "string" && /^\s*-?\d+,\d+\s*%?\s*$/.test(given);
}

function judgeChoice(exercise: Exercise, given: unknown): AnswerVerdict {
  const choices = exercise.choices!;
  const chosen = typeof given === "string" ? Number(given) : given;
  const choice = choices[(chosen as number) - 1];
  if (!choice) return verdict(exercise, false, text().choose(choices.length), "empty");
  const right = chosen === exercise.answer();
  return verdict(exercise, right, say(choice.feedback), right ? undefined : `choice ${String(chosen)}`);
}

/** The exercise's own mistake that an answer shows: at the decimals asked for, in per cent or as a fraction, or coarser. */
function mistakeIn(exercise: Exercise, given: unknown): MistakeKey | undefined {
  const { decimals = 0, percent } = exercise;
  const values = wrongAnswersOf(exercise);
  const match = (value: unknown, places: number): MistakeKey | undefined =>
    values.find(([, wrongAnswer]) => sameAnswer(value, wrongAnswer, places))?.[0];
  const exact = match(given, decimals);
  if (exact || typeof given !== "number") return exact;
  const own = decimalsOf(given);
  const coarse = own < decimals && significant(given) >= 3 ? match(given, own) : undefined;
  return (
    coarse ?? (percent && significant(given) >= 3 ? match(100 * given, Math.max(0, own - 2)) : undefined)
  );
}

const computed = new WeakMap<Exercise, (readonly [MistakeKey, ExerciseAnswer])[]>();

/** The values that an exercise's wrong ways lead to, computed once. */
function wrongAnswersOf(exercise: Exercise): (readonly [MistakeKey, ExerciseAnswer])[] {
  const entries = Object.entries(exercise.mistakes ?? {}) as [MistakeKey, () => ExerciseAnswer][];
  const values = computed.get(exercise) ?? entries.map(([key, answer]) => [key, answer()] as const);
  computed.set(exercise, values);
  return values;
}

function decimalsOf(value: number): number {
  return String(value).split(".")[1]?.length ?? 0;
}

/** Digits that say something of a number. */
function significant(value: number): number {
  return String(Math.abs(value)).replace(".", "").replace(/^0+/, "").length;
}

function wrong(exercise: Exercise, key: MistakeKey | SlipKey): AnswerVerdict {
  const words = key in MISTAKES ? MISTAKES[key as MistakeKey] : SLIPS[key as SlipKey];
  return verdict(exercise, false, text().looksLike(say(words)), key);
}

function verdict({ id }: Exercise, right: boolean, says: string, mistake?: string): AnswerVerdict {
  const head = right ? `✓ ${id}: ${text().right}` : `✗ ${id}: ${text().wrong}`;
  return { right, ...(mistake !== undefined && { mistake }), message: `${head} ${says}`.trim() };
}
