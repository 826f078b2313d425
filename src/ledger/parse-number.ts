import { blanks, trimBlanks } from "../base/grid.js";
import { isMissing, words } from "../base/words.js";

/** A number printed in a paper's table. */
export interface Printed {
  value: number;
  /** Number of decimal places; a percent sign adds two, an exponent changes it. */
  decimals: number;
  /** Stars or daggers after the number. */
  stars: number;
  /** For a bound such as "<.001": the range that it allows. Below a positive number nothing is negative. */
  range?: readonly [low: number, high: number];
}

/** How to read a table if its print is ambiguous. */
export interface Reading {
  /** The decimal mark: with ".", "1,234" is more than a thousand. */
  decimalMark?: "." | ",";
  /** What brackets around a number mean: nothing (as around standard errors), or a minus sign, as in accounting. */
  brackets?: "negative";
}

/** No cell of numbers is longer; a document may have one of a million digits. */
const LONGEST = 500;
const dash = "-−–—";
const marks = /[*†‡+]+$/u;
/** "n.s." after a number, footnote letters, superscript digits. */
const notes =
  /(?<=[\d.,)%*])(?:\s*n\.?s\.?|\s*[a-h](?:,?[a-h]){0,2}|\s*[ᵃᵇᶜᵈᵉᶠᵍʰ]+|\s*(?<!(?:^|\D)10)[⁰¹²³⁴-⁹]+|[#§¶]+)$/iu;
const brackets = /^(?:\((.*)\)|\[(.*)\])$/su;
const leadingMinus = new RegExp(`^(?:[${dash}]|(\\+))[${blanks}]*`, "u");
const currency = new RegExp(`^([${dash}]?)\\s*[A-Z]{0,3}\\p{Sc}\\s*|\\s*\\p{Sc}$`, "u");
const relation = /^(?:\p{L}{1,2}\s*)?(<=|>=|[<>≤≥=])\s*/u;
const power = new RegExp(
  `(?:^|(?<=\\d)\\s*[×xX·*]\\s*)10(?:\\^([${dash}+]?\\d+)|([${dash}]\\d+)|([⁺⁻]?[⁰¹²³⁴-⁹]+))$`,
  "u",
);

/** Signs that look like others, and those. */
const [ALIKE, SIGNS] = ["‐‑‒∗⁎⋅∙•∼〜٫٪", "---**···~~.%"];

/** A digit of any script as an ASCII one, each sign in its common form, and no invisible marks of direction. */
const common = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text)
    ? text
    : text
        .replace(/\p{Cf}/gu, "")
        .replace(/[！-～﹐-﹫]/gu, (letter) => letter.normalize("NFKC"))
        .replace(/\p{Nd}/gu, (digit) => String(placeInRun(digit.codePointAt(0)!) % 10))
        .replace(/./gu, (sign) => SIGNS[ALIKE.indexOf(sign)] ?? sign);

/** How many digits directly precede one: the digits of a script are ten in a row. */
function placeInRun(code: number): number {
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return code - first;
}

/** Digits in groups of three, not starting with zero, and what follows them. */
const groups = (mark: string): RegExp => new RegExp(`^[1-9]\\d{0,2}(?:${mark}\\d{3})+(?![\\d${mark}])`, "u");
// India groups by two before the last three: 1,23,456.
const commaGroups = new RegExp(`${groups(",").source}|^[1-9]\\d?(?:,\\d{2})+,\\d{3}(?![\\d,])`, "u");
const dotGroups = groups("\\.");
const spacedGroups = new RegExp(`^[1-9]\\d{0,2}(?:[${blanks}'’٬]\\d{3})+(?=$|[.,])`, "u");
const plain = /^-?\d+(?:\.(\d+))?$/;

/**
 * Reads a number as a table prints it: any decimal mark (comma, dot, raised dot), any minus sign, grouped digits,
 * surrounding brackets, a currency, a percent sign, a power of ten, and trailing stars or a footnote letter. Brackets
 * do not change the sign: papers print standard errors in them. A percent sign divides by 100, as in a spreadsheet.
 *
 * A comma or dot between groups of three digits is a decimal mark unless the text can only be read otherwise
 * ("1,234.5", "1,234,567", "$1,234") or `decimalMark` names the other one.
 *
 * @returns null if the text is not a number, or more than one
 * @example readPrinted("(−0,045)**") // { value: -0.045, decimals: 3, stars: 2 }
 */
export function readPrinted(given: string, decimalMark?: "." | ",", how?: "negative"): Printed | null {
  if (given.length > LONGEST) return null;
  const text = common(given);
  if (decimalMark !== "," && plain.test(text) && !/^-?0*(?:\.0*)?$/.test(text))
    return { value: Number(text), decimals: /\.(.*)/.exec(text)?.[1]!.length ?? 0, stars: 0 };
  const [outer, outerStars] = withoutMarks(
    trimBlanks(text).replace(/^(\p{Sc})\s*\((.*)\)|^\((.*)\)\s*%/u, (all, money, amount, share) =>
      share === undefined ? `(${money}${amount})` : `(${share}%)`,
    ),
  );
  const inside = brackets.exec(outer);
  const [inner, innerStars] = withoutMarks(trimBlanks(inside?.[1] ?? inside?.[2] ?? outer));
  const related = relation.exec(inner);
  const amount = trimBlanks(inner.slice(related?.[0].length ?? 0));
  const unpriced = amount.replace(currency, "$1");
  const bare = trimBlanks(unpriced.replace(/^%|%$/, ""));
  const sign = leadingMinus.exec(bare);
  const [mantissa, tens] = withoutPower(bare.slice(sign?.[0].length ?? 0));
  const mark =
    decimalMark ?? (unpriced === amount ? undefined : /[.,]\d{1,2}$/.test(mantissa) ? undefined : ".");
  const digits = withoutGroups(mantissa.replace("·", "."), mark);
  const [, whole, fraction = "", exponent = "0"] =
    /^(\d+|(?=[.,]\d))(?:[.,](\d*))?(?:e([+\-−–]?\d{1,3}))?$/iu.exec(digits) ?? [];
  if (whole === undefined) return null;
  const shift = Number(exponent.replace(/[−–]/u, "-")) + tens - (unpriced.includes("%") ? 2 : 0);
  const size = Number(`${whole || "0"}.${fraction}e${shift}`);
  if (!Number.isFinite(size)) return null;
  const isMinus = sign !== null ? sign[1] === undefined : how === "negative" && inside?.[1] !== undefined;
  const value = isMinus && size !== 0 ? -size : size;
  const bound = related?.[1] === "=" ? undefined : related?.[1];
  return {
    value,
    decimals: fraction.length - shift,
    stars: outerStars + innerStars,
    ...(bound !== undefined && { range: rangeOf(bound, value, /^[pP]/u.test(inner)) }),
  };
}

function rangeOf(bound: string, value: number, isProbability: boolean): [number, number] {
  if (/[<≤]/u.test(bound)) return [value > 0 ? 0 : -Infinity, value];
  return [value, isProbability ? 1 : Infinity];
}

function withoutMarks(text: string): [rest: string, stars: number] {
  const unnoted = text.replace(notes, "");
  const found = marks.exec(unnoted)?.[0] ?? "";
  const rest = trimBlanks(unnoted.slice(0, unnoted.length - found.length));
  if (rest === text) return [text, 0];
  const [more, stars] = withoutMarks(rest);
  return [more, stars + found.length];
}

/** Splits "4.2 × 10⁻³" into 4.2 and −3. */
function withoutPower(text: string): [mantissa: string, tens: number] {
  const found = power.exec(text);
  const tens = found?.[1] ?? found?.[2] ?? found?.[3];
  // "10²" alone may equally be 10 with a footnote; "10-12" is two numbers.
  const isOpen = found?.index === 0 && (/^[⁰¹²³⁴-⁹]/u.test(tens!) || /^10[-–]/.test(text));
  if (found === null || tens === undefined || isOpen) return [text, 0];
  const digits = tens.normalize("NFKC").replace(/[−–—]/u, "-");
  return [text.slice(0, found.index) || "1", Number(digits)];
}

function withoutGroups(digits: string, decimalMark?: "." | ","): string {
  const bare = digits.replace(spacedGroups, (run) => run.replace(/\D/gu, ""));
  for (const [mark, other, pattern] of [
    [",", ".", commaGroups],
    [".", ",", dotGroups],
  ] as const) {
    const run = pattern.exec(bare)?.[0];
    if (run === undefined) continue;
    const behind = bare.slice(run.length);
    const certain = run.split(mark).length > 2 || behind.startsWith(other) || decimalMark === other;
    if (certain) return run.replaceAll(mark, "") + behind;
  }
  return bare;
}

const nothing = /^(?:[―‒‐]|n\.a\.?|n\.?s\.?|n\.d\.?|ref\.?|reference)$/iu;

/** Whether a cell's text means that there is no number: a dash, "NA", "n.s." */
export function isNothing(text: string): boolean {
  const bare = trimBlanks(text).replace(brackets, "$1$2");
  return nothing.test(bare) || isMissing(bare);
}

/** A pattern with words of data/words.json, which is read late. */
function onceBuilt(of: (cells: ReturnType<typeof words>["cells"]) => string[]): () => RegExp {
  let built: RegExp | undefined;
  return () => (built ??= new RegExp(of(words().cells).join("|"), "giu"));
}

/** One of a cell's numbers, with its own text. */
export interface PrintedPart extends Printed {
  printed: string;
}

/** Between numbers in a cell: brackets, "±", "/", "|", a dash, or a word such as "to"; a comma or semicolon before a blank or between decimals. */
const between = onceBuilt(({ to }) => {
  const next = `(?=[${dash}+]?\\s*[.,·]?\\d`;
  return [
    "\\s*[()[\\]|]\\s*",
    "\\s*(?:±|\\+\\/[-−])\\s*",
    `\\s+(?:${to.join("|")})\\s+`,
    "[,;]\\s+",
    `(?<=\\.\\d+),(?=[${dash}+]?\\s*\\d*\\.\\d)`,
    `(?<=[.,]\\d+);(?=[${dash}+]?\\s*\\d*[.,]\\d)`,
    "(?<=\\d)\\s*\\/\\s*(?=\\d)",
    `(?<=[\\d.%*])(?:\\s*[–—−÷~]\\s*|\\s+-\\s+)${next})`,
    `(?<=(?:^|[([])-?[^-()[\\]]*[\\d.%*])-${next}[^-()[\\]]*(?:$|[)\\]]))`,
  ];
});
/** What a number is said to be: an interval with its level before or after it, a deviation, an error, the first of two. */
const names = onceBuilt(({ names, from }) => {
  const level = "\\d+(?:[.,]\\d+)?\\s*%";
  return [
    `(?:${level}[\\s-]*)?(?<!\\p{L})(?:${names.join("|")})(?!\\p{L})(?:\\s*${level})?\\s*[:,=]?\\s*`,
    `(?<!\\p{L})(?:${from.join("|")})\\s+(?=[${dash}]?\\d)`,
  ];
});

/**
 * Reads all numbers in a cell: "12 (24.5)", "3.5 ± 1.2", "1.5 (0.3–2.4)", a coefficient with its standard error below
 * it. An empty line of the cell gives null. Stars at the end belong to the first number.
 *
 * @returns an empty list if the cell says so ("–", "NA", "n.s."), null if it says something else
 * @example readCell("0.12 (0.03)**").map(({ value }) => value) // [0.12, 0.03]
 */
export function readCell(
  given: string,
  { decimalMark, brackets: how }: Reading = {},
): (PrintedPart | null)[] | null {
  const text = common(given);
  if (text.includes("\n")) {
    const lines = text.split("\n").map((line) => readCell(line, { decimalMark, brackets: how }));
    return lines.includes(null) ? null : lines.flatMap((line) => (line!.length === 0 ? [null] : line!));
  }
  if (text.length > LONGEST) return null;
  const single = readPrinted(text, decimalMark, how);
  if (single !== null) return [{ printed: given, ...single }];
  if (isNothing(text)) return [];
  if (!/\d/.test(text) || !isBalanced(text)) return null;
  const pieces = text
    .replace(names(), "")
    .split(between())
    .map(trimBlanks)
    .filter((piece) => piece !== "");
  const parts: (PrintedPart | null)[] = [];
  let stars = 0;
  for (const piece of pieces) {
    if (marks.exec(piece)?.[0] === piece) stars += piece.length;
    else {
      const read = readPrinted(piece, decimalMark);
      if (read === null && !isNothing(piece)) return null;
      parts.push(read && { printed: piece, ...read });
    }
  }
  if (parts[0] != null) parts[0].stars += stars;
  return parts.length > 1 ? parts : null;
}

function isBalanced(text: string): boolean {
  const count = (letter: string): number => text.split(letter).length;
  return count("(") === count(")") && count("[") === count("]");
}
