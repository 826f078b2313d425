export type Mark = "." | ",";

const blanksAndQuotes = "[\\s\\u00a0\\u2007\\u2009\\u202f'’]";
/** Digits grouped by threes, or by twos as in India, with the same separator throughout. */
const withPoint = new RegExp(
  `^(?:[1-9]\\d{0,2}(${blanksAndQuotes}|,)\\d{3}(?:\\1\\d{3})*|[1-9]\\d?(?:,\\d{2})+,\\d{3}|\\d+(?=[.e]|$)|(?=\\.\\d))(?:\\.\\d*)?(?:e[+-]?\\d+)?$`,
  "i",
);

/** Reads a text as a number with the given decimal mark, or returns null; a percent sign divides by 100. */
export function numberUnder(given: string, mark: Mark): number | null {
  const [, minus = "", digits = "", percent = ""] = /^([-−–+]?)\s?(.*?)\s?(%?)$/s.exec(given) ?? [];
  const english = mark === "." ? digits : digits.replace(/[.,]/g, (one) => (one === "." ? "," : "."));
  if (!withPoint.test(english)) return null;
  const plain = english.replace(/[^\d.e+-]/gi, "");
  // "4.9%" is 4.9e-2: dividing by 100 would change the last digit.
  const share = /e/i.test(plain) ? Number(plain) / 100 : Number(`${plain}e-2`);
  const value = percent === "" ? Number(plain) : share;
  return minus === "" || minus === "+" || value === 0 ? value : -value;
}
