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
