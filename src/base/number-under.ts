export type Mark = "." | ",";

const blanksAndQuotes = "[\\s\\u00a0\\u2007\\u2009\\u202f'’]";
/** Digits, grouped by threes, or by twos as in India; what stands between groups is the same throughout. */
const withPoint = new RegExp(
  `^(?:[1-9]\\d{0,2}(${blanksAndQuotes}|,)\\d{3}(?:\\1\\d{3})*|[1-9]\\d?(?:,\\d{2})+,\\d{3}|\\d+(?=[.e]|$)|(?=\\.\\d))(?:\\.\\d*)?(?:e[+-]?\\d+)?$`,
  "i",
);

/** The number that a text is under a decimal mark, null where it is none; a percent sign divides by 100. */
export function numberUnder(given: string, mark: Mark): number | null {
  const [, minus = "", digits = "", percent = ""] = /^([-−–+]?)\s?(.*?)\s?(%?)$/s.exec(given) ?? [];
  const english = mark === "." ? digits : digits.replace(/[.,]/g, (one) => (one === "." ? "," : "."));
  if (!withPoint.test(english)) return null;
  const plain = english.replace(/[^\d.e+-]/gi, "");
  // "4.9%" is 4.9e-2: divided by 100 it would have another last digit.
  const share = /e/i.test(plain) ? Number(plain) / 100 : Number(`${plain}e-2`);
  const value = percent === "" ? Number(plain) : share;
  return minus === "" || minus === "+" || value === 0 ? value : -value;
}
