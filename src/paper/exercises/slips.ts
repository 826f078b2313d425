import { type ExerciseAnswer, type Exercise } from "./exercise.js";
import { type Words } from "./words.js";
import { isEmpty, sameAnswer } from "./same-answer.js";

/** Slips of form and of writing that can happen in any exercise, each read after "This looks like". */
export const SLIPS = {
  empty: [
    "an empty value, where an answer is asked",
    "бос мән, ал жауап керек",
    "пустое значение, а нужен ответ",
  ],
  "decimal comma": [
    "a number with a decimal comma: in code the decimal mark is a dot, and a comma begins the next argument",
    "ондық үтірмен жазылған сан: кодта ондық белгі – нүкте, ал үтір келесі аргументті бастайды",
    "число с десятичной запятой: в коде десятичный разделитель – точка, а запятая начинает следующий аргумент",
  ],
  text: [
    "text, where a number is asked: leave out the quotation marks, and write a decimal dot",
    "мәтін, ал сан керек: тырнақшасыз және ондық нүктемен жазыңыз",
    "текст, а нужно число: уберите кавычки и пишите десятичную точку",
  ],
  number: ["a number, where a name is asked", "сан, ал атау керек", "число, а нужно название"],
  "single value": [
    "a single value, where a whole column is asked",
    "бір мән, ал бүкіл баған керек",
    "одно значение, а нужен целый столбец",
  ],
  "whole column": [
    "a whole column, where a single value is asked",
    "бүкіл баған, ал бір мән керек",
    "целый столбец, а нужно одно значение",
  ],
  length: [
    "a column of another length: each edition needs its place, empty ones too",
    "ұзындығы басқа баған: әр шығарылымға орын керек, бос болса да",
    "столбец другой длины: у каждого выпуска должно быть место, даже пустое",
  ],
  kind: [
    "another kind of thing than the answer: hand in the value itself, not the object that holds it",
    "жауаптан басқа нәрсе: оны қамтитын нысанды емес, мәннің өзін беріңіз",
    "не то, что спрашивают: передайте само значение, а не объект с ним",
  ],
  sign: [
    "the right size with the wrong sign",
    "шамасы дұрыс, таңбасы қате",
    "верная величина с неверным знаком",
  ],
  "per cent": [
    "a fraction where per cent is asked, or the other way round",
    "пайыз орнына үлес немесе керісінше",
    "доля вместо процентов или наоборот",
  ],
  "decimal slip": [
    "a decimal slip: the digits are right, the point is not",
    "ондық белгі жылжыған: цифрлары дұрыс, нүктенің орны қате",
    "сдвиг десятичной точки: цифры верны, точка не на месте",
  ],
  "cut off": [
    "digits that were cut off: round instead",
    "кесілген цифрлар: дөңгелектеу керек",
    "отброшенные цифры: нужно округлить",
  ],
  "fewer decimals": [
    "the right value with fewer decimals than the question asks for",
    "дұрыс мән, бірақ сұралғаннан аз таңбамен",
    "верное значение, но с меньшим числом знаков, чем требуется",
  ],
  reversed: [
    "the right values in reversed order",
    "дұрыс мәндер, бірақ кері ретпен",
    "верные значения в обратном порядке",
  ],
  places: [
    "a column that is empty in other places than it should be: ask for which editions the window is complete",
    "бос орындары дұрыс емес баған: терезе қай шығарылымдарда толық екенін сұраңыз",
    "столбец, пустой не там, где нужно: спросите, для каких выпусков окно полное",
  ],
} as const satisfies Record<string, Words>;

export type SlipKey = keyof typeof SLIPS;

/** What is wrong with the form of an answer, before its value is looked at. */
export function wrongForm(given: unknown, expected: ExerciseAnswer): SlipKey | null {
  if (isEmpty(given) || given === "") return "empty";
  if (Array.isArray(expected)) {
    if (!Array.isArray(given)) return "single value";
    return given.length === expected.length ? null : "length";
  }
  if (Array.isArray(given)) return "whole column";
  if (typeof given === typeof expected) return null;
  if (typeof given === "string") return "text";
  return typeof given === "number" ? "number" : "kind";
}

/** A slip in writing down a value that was found by the right method. */
export function slipOf(
  given: unknown,
  expected: ExerciseAnswer,
  { decimals = 0, percent }: Exercise,
): SlipKey | null {
  if (Array.isArray(expected)) return columnSlip(given as unknown[], expected, decimals);
  if (typeof expected !== "number" || typeof given !== "number") return null;
  if (sameAnswer(-given, expected, decimals)) return "sign";
  for (const power of [1, 2, 3]) {
    const slip = power === 2 && (percent ?? expected < 1) ? "per cent" : "decimal slip";
    if (isTimes(given, expected, 10 ** power, decimals) || isTimes(given, expected, 10 ** -power, decimals))
      return slip;
  }
  if (decimals > 0 && isCut(given, expected, decimals)) return "cut off";
  for (let fewer = decimals - 1; fewer >= 0; fewer--)
    if (given !== 0 && (isAt(given, expected, fewer) || (fewer > 1 && isCut(given, expected, fewer))))
      return "fewer decimals";
  return null;
}

/** The expected answer rounded, or cut off, after so many places. */
function isAt(given: number, expected: number, places: number): boolean {
  return given === Number(expected.toFixed(places));
}

function isCut(given: number, expected: number, places: number): boolean {
  return sameAnswer(given, Math.trunc(expected * 10 ** places) / 10 ** places, places + 6);
}

/** Whether an answer is the expected one times a power of ten, at the decimals that are then left. */
function isTimes(given: number, expected: number, factor: number, decimals: number): boolean {
  const half = 0.5 * 10 ** -decimals * Math.max(factor, 1e-9);
  const coarse = 0.5 * 10 ** -decimals;
  const near = (reach: number): boolean => Math.abs(given - expected * factor) <= reach;
  // What is left of a small number after rounding says too little: three digits are needed.
  return near(half) || (Math.abs(given) >= 100 * coarse && near(coarse));
}

function columnSlip(
  given: readonly unknown[],
  expected: readonly (number | null)[],
  decimals: number,
): SlipKey | null {
  if (sameAnswer([...given].reverse(), expected, decimals)) return "reversed";
  return given.some((value, at) => isEmpty(value) !== (expected[at] === null)) ? "places" : null;
}
