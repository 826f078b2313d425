import type { Sheet, PrintedNumber } from "../ledger/paper-folder.js";

/** A test in a sentence, such as "t(185) = 0.87, p = .384": its degrees of freedom, and where its value and p are. */
export interface ReportedTest {
  name: string;
  df: number[];
  value: number;
  p: number;
}

const NUMBER = String.raw`\d*[.,·]?\d+`;
/** The text has lost superscripts such as that of χ² but has kept subscripts, after their letter. */
const TEST = new RegExp(
  String.raw`(?<![\p{L}\d])(t|F|r|z|Q[a-z]?|(?:χ|chi)[- ]?(?:2|²|squared?)?|x[2²])\s*(?:\(([\d.,;= n]+)\)|(\d[\d.,]*))?\s*` +
    String.raw`=\s*(?<value>[-−–]?${NUMBER})\s*[,;]\s*p\s*(?:=\s*|(?=[<>≤≥]))(?<p>[<>≤≥]?\s*${NUMBER})`,
  "dgiu",
);

/** Degrees of freedom: "38", "2, 56", "1, 1,024", "1, N = 90" (the number of cases does not count). */
function degrees(inside: string, wanted: number): number[] {
  const [first = "", second] = /^([\d.]+)\s*[,;]\s*([\d.,]+)$/.exec(inside)?.slice(1) ?? [];
  const parts = wanted === 2 ? [first, second ?? ""] : [inside.replace(/[,;]\s*n\s*=.*$/i, "")];
  return parts.slice(0, wanted).map((part) => Number(part.trim().replace(/,(?=\d{3}$)/, "") || Number.NaN));
}

/** All tests of a sentence in order, except those without the degrees of freedom that they need. */
export function testsIn(sentence: string): ReportedTest[] {
  return [...sentence.matchAll(TEST)].flatMap((match): ReportedTest[] => {
    const [, found = "", inside = match[3] ?? ""] = match;
    const name = /^[trz]$/i.test(found) ? found.toLowerCase() : /^f$/i.test(found) ? "F" : "χ²";
    const df = degrees(inside, { z: 0, F: 2 }[name] ?? 1);
    if (!df.every((one) => one > 0)) return [];
    const [value, p] = [match.indices!.groups!["value"]![0], match.indices!.groups!["p"]![0]];
    return [{ name, df, value, p }];
  });
}

/** Formulas for p, the usual one first: papers differ in tails and in the meaning of n. */
const P_OF: Record<string, readonly string[]> = {
  t: ["pOfT(TX.value, df1)", 'pOfT(TX.value, df1, "one-sided")'],
  z: ["pOfZ(TX.value)", 'pOfZ(TX.value, "one-sided")'],
  r: [
    "pOfT(tOfR(TX.value, df1 + 2), df1)",
    'pOfT(tOfR(TX.value, df1 + 2), df1, "one-sided")',
    // Some papers give the number of pairs.
    "pOfT(tOfR(TX.value, df1), df1 - 2)",
  ],
  F: ["pOfF(TX.value, df1, df2)"],
  "χ²": ["pOfChiSquared(TX.value, df1)"],
};

type TestedRule = Record<"cells" | "formula" | "law", string>;

export interface TestRule {
  rule: TestedRule;
  family: string;
  /** Probability that a p fits by chance: the mean width of the printed intervals. */
  each: number;
}

/**
 * Makes a rule for the p of each kind of test among the numbers in sentences. A p that follows with one tail but not with
 * two counts as one-sided.
 *
 * @param holds whether the ledger finds that a rule holds
 */
export function testRules(sheet: Sheet, holds: (rule: TestedRule) => boolean): TestRule[] {
  const found = new Map<string, { names: string[]; formula: string; tests: string[]; widths: number[] }>();
  for (const { test, value, p } of reportedIn(sheet)) {
    const names = ["p", "value", ...test.df.map((_, at) => `df${at + 1}`)];
    const given = `(${[p.row, value.row, ...test.df].join(", ")})`;
    const ways = P_OF[test.name]!.map((formula) => formula.replaceAll("TX", sheet.key));
    const cells = cellsOf(sheet, names, [given]);
    const isHeld = (formula: string): boolean => holds({ cells, formula, law: "" });
    const formula = ways.find(isHeld) ?? ways[0]!;
    const group = found.get(formula) ?? { names, formula, tests: [], widths: [] };
    group.tests.push(given);
    const [low, high] = p.range ?? [p.value, p.value + 10 ** -p.decimals];
    group.widths.push(Math.min(high, 1) - Math.max(low, 0));
    found.set(formula, group);
  }
  return [...found.values()].map(({ names, formula, tests, widths }) => ({
    rule: { cells: cellsOf(sheet, names, tests), formula, law: "" },
    family: "p of a reported test",
    each: widths.reduce((sum, width) => sum + width, 0) / widths.length,
  }));
}

const cellsOf = ({ key }: Sheet, names: readonly string[], tests: readonly string[]): string =>
  `${key}.p for (${names.join(", ")}) in ${tests.join(", ")}`;

/** The tests whose value and p are both printed numbers, which are in the order of their sentence. */
function reportedIn({ list }: Sheet): { test: ReportedTest; value: PrintedNumber; p: PrintedNumber }[] {
  const sentences = new Set(list.map(({ says }) => says?.en ?? ""));
  return [...sentences].flatMap((sentence) => {
    const cells = list.filter(({ says }) => says?.en === sentence);
    let next = 0;
    const take = (from: number): PrintedNumber | undefined => {
      const at = cells.findIndex(
        ({ printed }, place) => place >= next && sentence.slice(from).startsWith(printed),
      );
      if (at >= 0) next = at + 1;
      return cells[at];
    };
    return testsIn(sentence).flatMap((test) => {
      const [value, p] = [take(test.value), take(test.p)];
      return value === undefined || p === undefined ? [] : [{ test, value, p }];
    });
  });
}
