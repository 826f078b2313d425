/** Blanks that spreadsheets put around or inside a number: space, no-break, thin, narrow no-break, figure space, BOM. */
const blanks = "\\s\\u00a0\\u2007\\u2009\\u202f\\ufeff";
const aroundText = new RegExp(`^[${blanks}]+|[${blanks}]+$`, "g");
const plainNumber = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i;
const groupedNumber = new RegExp(`^[+-]?\\d{1,3}([${blanks}]\\d{3})+([.,]\\d+)?$`);
const insideNumber = new RegExp(`[${blanks}]`, "g");

/** Text without the blanks around it, a byte order mark and the typographic blanks included. */
export function trimBlanks(text: string): string {
  return text.replace(aroundText, "");
}

/**
 * The number that a cell's text stands for, or null where it is none.
 *
 * A comma and a dot are both the decimal mark, never a thousands mark ("1,234" is 1.234): the files that this
 * reads hold indices, ranks and years. Blanks may group the digits by threes; a typographic minus is a minus.
 *
 * @example parseNumber("0,4876") // 0.4876
 */
export function parseNumber(text: string): number | null {
  const trimmed = trimBlanks(text).replace("\u2212", "-");
  const digits = groupedNumber.test(trimmed) ? trimmed.replace(insideNumber, "") : trimmed;
  if (!plainNumber.test(digits)) return null;
  const value = Number(digits.replace(",", "."));
  return Number.isFinite(value) ? value : null;
}

/**
 * How many digits a printed number shows behind its decimal comma or dot.
 *
 * @example printedDecimals("0.7520") // 4
 */
export function printedDecimals(printed: string): number {
  return /[.,](\d*)$/.exec(trimBlanks(printed))?.[1]?.length ?? 0;
}

/** What a cell of a paper's table says. */
export interface Printed {
  value: number;
  /** Digits behind the decimal mark; two more under a percent sign, fewer or more by an exponent. */
  decimals: number;
  /** Stars or daggers behind the number. */
  stars: number;
}

const marks = /[*∗⁎＊†‡]+$/u;
const brackets = /^(?:\((.*)\)|\[(.*)\])$/u;
const leadingMinus = new RegExp(`^(?:[-−–‐‑﹣－]|(\\+))[${blanks}]*`, "u");
/** Digits in groups of three, and what stands behind them. */
const groups = (mark: string): RegExp => new RegExp(`^\\d{1,3}(?:${mark}\\d{3})+(?![\\d${mark}])`, "u");

/**
 * Reads a number as a table prints it: any decimal mark (comma, dot, raised dot), any minus sign, digits in groups,
 * brackets around it, a percent sign and stars behind it. Brackets do not change the sign: papers print standard errors
 * in them. A percent sign divides by 100, as in a spreadsheet.
 *
 * A comma or dot between groups of three digits is a decimal mark unless the text can only be read otherwise
 * ("1,234.5", "1,234,567") or `decimalMark` names the other one.
 *
 * @returns null where the text is no number
 * @example readPrinted("(−0,045)**") // { value: -0.045, decimals: 3, stars: 2 }
 */
export function readPrinted(text: string, decimalMark?: "." | ","): Printed | null {
  const [outer, outerStars] = withoutMarks(trimBlanks(text));
  const inside = brackets.exec(outer);
  const [inner, innerStars] = withoutMarks(trimBlanks(inside?.[1] ?? inside?.[2] ?? outer));
  const percent = inner.endsWith("%");
  const bare = trimBlanks(percent ? inner.slice(0, -1) : inner);
  const sign = leadingMinus.exec(bare);
  const digits = withoutGroups(bare.slice(sign?.[0].length ?? 0).replace(/[·⋅∙•٫]/u, "."), decimalMark);
  const [, whole, fraction = "", exponent = "0"] =
    /^(\d+|(?=[.,]\d))(?:[.,](\d*))?(?:e([+-]?\d{1,3}))?$/iu.exec(digits) ?? [];
  if (whole === undefined) return null;
  const power = Number(exponent) - (percent ? 2 : 0);
  const value = Number(`${whole || "0"}.${fraction}e${power}`);
  if (!Number.isFinite(value)) return null;
  const negative = sign !== null && sign[1] === undefined && value !== 0;
  return {
    value: negative ? -value : value,
    decimals: fraction.length - power,
    stars: outerStars + innerStars,
  };
}

function withoutMarks(text: string): [rest: string, stars: number] {
  const found = marks.exec(text)?.[0] ?? "";
  return [trimBlanks(text.slice(0, text.length - found.length)), found.length];
}

function withoutGroups(digits: string, decimalMark?: "." | ","): string {
  const spaced = new RegExp(`^\\d{1,3}(?:[${blanks}'’]\\d{3})+(?=$|[.,])`, "u");
  const bare = digits.replace(spaced, (run) => run.replace(/\D/gu, ""));
  for (const [mark, other] of [
    [",", "."],
    [".", ","],
  ] as const) {
    const run = groups(mark === "." ? "\\." : mark).exec(bare)?.[0];
    if (run === undefined) continue;
    const behind = bare.slice(run.length);
    const certain = run.split(mark).length > 2 || behind.startsWith(other) || decimalMark === other;
    if (certain) return run.replaceAll(mark, "") + behind;
  }
  return bare;
}
