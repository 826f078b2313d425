import { expect } from "chai";
import { judgeLedger } from "../../src/ledger/judge.js";
import { readLedger } from "../../src/ledger/load-ledger.js";
import { folderOf } from "./folder.js";

/** Columns, the row x of Table 1, a rule, and the verdict on the last of its numbers (or what the error says). */
type Line = [columns: string, printed: string, rule: string, verdict: string, exact?: string];

const header = "cells;role;formula;law;scale;instead;conventions";

function outcome([columns, printed, rule, , exact]: Line): string {
  const at = (list: string): string[] => list.split(/\s+/);
  const grid = (file: string, lines: string[][]) => ({
    file,
    header: lines[0]!,
    rows: lines.slice(1).map((cells, index) => ({ line: index + 2, cells })),
  });
  const folder = folderOf(
    {},
    { exhibits: [{ key: "T1", name: "Table 1", exact: exact === undefined ? [] : at(exact) }] },
  );
  const cells = rule.split(";").map((cell) => cell.trim());
  const claims = [header.split(";"), header.split(";").map((_, place) => cells[place] ?? "")];
  folder.tables = {
    T1: grid("T1.csv", [
      ["r", ...at(columns)],
      ["x", ...at(printed)],
    ]),
    claims: grid("claims.csv", claims),
  };
  try {
    const { internal } = judgeLedger(readLedger(folder)).at(-1)!;
    return internal === undefined ? "none" : `${internal.verdict}: ${internal.reason} [${internal.working}]`;
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

const of = (rule: string): string => `T1.v[*]; result; ${rule}`;
const law = (rule: string): string => `T1.v[*]; result;; ${rule}`;

const tables: Record<string, Line[]> = {
  "printed is all values that round to it": [
    ["n v", "150 3.33", law("whole(printed, T1.n[row])"), "reproduced", "n"],
    ["n v", "150 3.33", of("whole(printed, T1.n[row])"), "reproduced", "n"],
    ["n v", "28 5.19", of("whole(printed, T1.n[row])"), "not reproduced", "n"],
    ["a b v", "1 3 0.33", of("printed == T1.a[row] / T1.b[row]"), "reproduced", "a b"],
    ["a b v", "1 3 0.34", of("printed == T1.a[row] / T1.b[row]"), "not reproduced", "a b"],
    ["a b v", "1 3 0.33", law("printed == T1.a[row] / T1.b[row]"), "reproduced", "a b"],
    ["v", "1.00", of("printed <= 1"), "undecided"],
    ["v", "1", of("printed <= 1"), "reproduced", "v"],
    ["v", "1.00", law("printed <= 1"), "reproduced"],
    ["v", "0.5", of("printed * 3 == 1.6"), "reproduced"],
    ["v", "0.5", of("oneOf(printed, 0.54, 7)"), "reproduced"],
    ["v", "0.5", of("within(printed, 0.4, 0.6)"), "reproduced"],
  ],
  "degrees of freedom may be fractions": [
    // scipy.stats.f.sf over 3.115..3.125, 1.475..1.485, 35.15..35.25: 0.06997 to 0.07080
    ["f a b v", "3.12 1.48 35.2 0.0700", of("pOfF(T1.f[row], T1.a[row], T1.b[row])"), "reproduced"],
    ["f a b v", "3.12 1.48 35.2 0.0708", of("pOfF(T1.f[row], T1.a[row], T1.b[row])"), "reproduced"],
    ["f a b v", "3.12 1.48 35.2 0.0690", of("pOfF(T1.f[row], T1.a[row], T1.b[row])"), "not reproduced"],
    ["f a b v", "3.12 1.48 35.2 0.0715", of("pOfF(T1.f[row], T1.a[row], T1.b[row])"), "not reproduced"],
    // scipy.stats.chi2.sf(12.355, 5.395) is 0.03864, of (12.345, 5.405) 0.03902
    ["c a v", "12.35 5.40 0.0386", of("pOfChiSquared(T1.c[row], T1.a[row])"), "reproduced"],
    ["c a v", "12.35 5.40 0.0390", of("pOfChiSquared(T1.c[row], T1.a[row])"), "reproduced"],
    ["c a v", "12.35 5.40 0.0391", of("pOfChiSquared(T1.c[row], T1.a[row])"), "not reproduced"],
    ["c v", "12.35 0.0388", of("pOfChiSquared(T1.c[row], 5.4)"), "reproduced"],
    ["c v", "12.35 0.0391", of("pOfChiSquared(T1.c[row], 5.4)"), "not reproduced"],
  ],
  "a power of ten is read in tables and laws alike": [
    // The squares are beyond floating point, their quotient is not.
    ["a b v", "1e300 2.0e300 0.25", of("T1.a[row] ** 2 / T1.b[row] ** 2"), "undecided"],
    ["v", "5", of("1e309"), "1e309: is not allowed in a formula"],
    // 4.2e3 is 4150 to 4250, 2.1e2 is 205 to 215: 19.3 to 20.8
    ["a b v", "4.2e3 2.1e2 20", of("T1.a[row] / T1.b[row]"), "reproduced"],
    ["a b v", "4.2e3 2.1e2 22", of("T1.a[row] / T1.b[row]"), "it is 19.30 to 20.73; 22 is printed"],
    ["a v", "4.2×10⁻³ 0.0042", of("T1.a[row]"), "reproduced"],
    ["v", "4.2×10⁻³", law("printed < 5e-3"), "reproduced"],
    ["v", "4.2e3", law("printed < 4e3"), "impossible"],
    ["v", "4.24e3", of("4.2e3 + 4e1"), "reproduced"],
  ],
  "no reason has an infinite difference": [
    ["a v", "0.0 3", of("1 / (T1.a[row] * T1.a[row])"), "it is ≥ 400.00; 3 is printed (difference −397)."],
    ["a v", "0.5 3", of("1 - 1 / max(0, T1.a[row] - 0.5)"), "≤ −19.00; 3 is printed (difference 22)."],
    ["v", "5", of("exp(1000)"), "it is ≥ 1.79769e+308; 5 is printed. [exp(1000)"],
  ],
  "a formula without a value agrees with nothing": [
    [
      "v",
      "5",
      of("1 / 0"),
      'TypeError: claims.csv line 2, column "formula": 1 / 0: has no value: its divisor is 0',
    ],
    ["v", "5", of("0 / 0"), 'TypeError: claims.csv line 2, column "formula": 0 / 0: has no value'],
    ["v", "5", of("sqrt(-4) + 3"), "takes the square root of a negative number"],
    ["v", "5", of("log(-1)"), "takes the logarithm of a number that is not positive"],
    ["v", "5", of("(0 - 8) ** (1 / 3)"), "takes the logarithm"],
    ["v", "5", of("oddsRatio(10, 0, 5, 40)"), "has no value: its divisor is 0"],
    ["v", "5", of("adjustedRSquared(0.5, 3, 2)"), "has no value: its divisor is 0"],
    ["v", "5", of("fOfRSquared(1, 30, 2)"), "has no value: its divisor is 0"],
    ["v", "5", of("tOfR(1, 20)"), "has no value: its divisor is 0"],
    ["v", "5", of("meanGrowth(4, 5, 0)"), "has no value: its divisor is 0"],
    ["v", "5", of("whole(printed, 0)"), "whole requires n to be from 1"],
    ["v", "5", of("nth(T1.v, 0)"), "nth requires its place to be from 1 to 1, got 0"],
    ["v", "5", of("total(T1.v, -1)[x]"), "total requires its width to be from 1 to 1, got -1"],
    ["v", "5", of("pOfT(2.1, -5)"), "pOfT requires degrees of freedom above 0, got -5"],
    ["v", "5", of("pOfChiSquared(2.1, 0)"), "pOfChiSquared requires degrees of freedom above 0, got 0"],
    [
      "v",
      "5",
      of("1 / 0 > 2"),
      'FormulaError: claims.csv line 2, column "formula": 1 / 0 > 2: has no value: its divisor is 0',
    ],
    [
      "a v",
      "0 5",
      of("1 / T1.a[row]"),
      "undecided: The rule for this number gives no value: its divisor is 0. [1 / T1.a[x]]",
      "a",
    ],
    ["a v", "0 5", of("T1.a[row] / T1.a[row]"), "undecided", "a"],
    ["a v", "0 5", of("3 > 1 / T1.a[row]"), "undecided", "a"],
    ["a v", "0 5", law("3 > 1 / T1.a[row]"), "undecided", "a"],
    ["a v", "-4 5", of("sqrt(T1.a[row])"), "undecided"],
    [
      "a b c d v",
      "10 0 5 40 3.1",
      of("oddsRatio(T1.a[row], T1.b[row], T1.c[row], T1.d[row])"),
      "undecided",
      "a b c d",
    ],
    ["r2 n v", "0.50 3 0.4", of("adjustedRSquared(T1.r2[row], T1.n[row], 2)"), "undecided", "n"],
    ["df v", "0 0.05", of("pOfT(2.1, T1.df[row])"), "undecided", "df"],
    ["n v", "0 3.33", law("whole(printed, T1.n[row])"), "undecided", "n"],
    ["k v", "4 5", of("total(T1.v, T1.k[row])[x]"), "undecided", "k"],
    ["v", "5", of("printed"), "circular rules: T1.x.v is judged by itself"],
    ["v", "5", of("printed * 1 + 0"), "circular rules: T1.x.v is judged by itself"],
    ["v", "5", of("mean(T1.v)"), "circular rules: T1.x.v is judged by itself"],
  ],
  "a divisor on both sides of 0 leaves two outer parts": [
    [
      "b v",
      "0.0 10",
      of("2 / T1.b[row]"),
      "it is ≤ −40.00 or ≥ 40.00; 10 is printed (difference −30). [2 / T1.b[x]",
    ],
    ["b v", "0.0 41", of("2 / T1.b[row]"), "reproduced"],
    ["b v", "0.0 -41", of("2 / T1.b[row]"), "reproduced"],
    ["b v", "0.0 10", of("printed == 2 / T1.b[row]"), "not reproduced"],
    ["b v", "0.0 10", law("printed == 2 / T1.b[row]"), "inconsistent"],
    ["b v", "0.0 3", of("abs(2 / T1.b[row])"), "not reproduced"],
    ["b v", "0.0 0.30", of("pOfZ(2 / T1.b[row])"), "not reproduced"],
    ["a b v", "2.0 0.0 10", of("T1.a[row] / T1.b[row]"), "not reproduced"],
    ["a b v", "2.0 0.0 10", of("(T1.a[row] + T1.a[row]) / (T1.b[row] + T1.b[row])"), "not reproduced"],
    ["b c v", "0.0 0.0 100", of("2 / T1.b[row] / T1.c[row]"), "not reproduced"],
    ["b c v", "0.0 0.0 801", of("2 / T1.b[row] / T1.c[row]"), "reproduced"],
  ],
  "a scale is always judged, and what is never tried is an error": [
    ["v", "5", "T1.v[*]; input;;; 0..1", "impossible: The named quantity can only be 0 to 1"],
    ["v", "-0479", "T1.v[*]; input;;; -1..1", "impossible"],
    ["v", "0.479", "T1.v[*]; input;;; 0..1", "none"],
    ["v", "1.0", "T1.v[*]; input;;; 0..1", "none"],
    ["a v", "2 5", "T1.v[*]; input;; T1.a[row] < printed; 0..1", "impossible", "a v"],
    ["v", "5", "T1.v[*]; input; 4; ; 0..1", "not reproduced: "],
    [
      "v",
      "5",
      "T1.v[*]; input;;;; 2 + 3",
      'RangeError: claims.csv line 2 requires a formula if it has "instead"',
    ],
    [
      "v",
      "5",
      "T1.v[*]; input;;;;; 2 + 3",
      'RangeError: claims.csv line 2 requires a formula if it has "conventions"',
    ],
    ["v", "5", "T1.v[*]; input;; printed > 1;;; 2 + 3", 'requires a formula if it has "conventions"'],
  ],
  "a broken law is a verdict": [
    ["n mean v", "20 3.47 1", law("whole(T1.mean[row], T1.n[row])"), "inconsistent", "n v"],
    ["n v", "20 3.47", law("whole(printed, T1.n[row])"), "inconsistent", "n"],
    ["n v", "20 3.47", law("whole(printed, T1.n[row])"), "inconsistent"],
    ["t df v", "2.10 18 0.001", law("pOfT(T1.t[row], T1.df[row]) < T1.v[row]"), "inconsistent", "df"],
    [
      "t df v",
      "2.10 18 0.001",
      law('pOfT(T1.t[row], T1.df[row], "greater") < T1.v[row]'),
      "inconsistent",
      "df",
    ],
    [
      "b se df v",
      "1.00 0.20 18 0.90",
      law("lower(T1.b[row], T1.se[row], 0.95, T1.df[row]) == printed"),
      "inconsistent",
      "df",
    ],
    [
      "b se l v",
      "1.00 0.20 95% 0.90",
      law("upper(T1.b[row], T1.se[row], T1.l[row]) == printed"),
      "inconsistent",
      "l",
    ],
    [
      "f a b v",
      "4.20 2 30 0.30",
      law("pOfF(T1.f[row], T1.a[row], T1.b[row]) == printed"),
      "inconsistent",
      "a b",
    ],
    ["c a v", "3.84 1 0.50", law("pOfChiSquared(T1.c[row], T1.a[row]) == printed"), "inconsistent", "a"],
    ["c n v", "0.50 20 9.9", law("tOfR(T1.c[row], T1.n[row]) == printed"), "inconsistent", "n"],
    ["a k v", "3 1 9", law("nth(T1.a, T1.k[row]) == printed"), "inconsistent", "a k v"],
    ["a w v", "3 1 9", law("total(T1.a, T1.w[row])[x] == printed"), "inconsistent", "a w v"],
    ["a d v", "3.456 2 9", law("round(T1.a[row], T1.d[row]) == printed"), "inconsistent", "d v"],
    ["m s n v", "3.45 1.19 20 1", law("grimmer(T1.m[row], T1.s[row], T1.n[row])"), "reproduced", "n v"],
    ["m s n v", "3.45 1.20 20 1", law("grimmer(T1.m[row], T1.s[row], T1.n[row])"), "inconsistent", "n v"],
    ["p v", "0.02 1", law("starsOf(T1.p[row], 0.1, 0.05, 0.01) == T1.v[row]"), "inconsistent", "v"],
    ["a v", "4 9", law("sqrt(T1.a[row]) == printed"), "inconsistent", "a v"],
  ],
  "a t and its stars are two printed things": [
    ["v", "2.61*", law("starsOf(pOfT(printed, 20), 0.05, 0.01) == stars(printed)"), "reproduced"],
    ["v", "2.61", law("starsOf(pOfT(printed, 20), 0.05, 0.01) == stars(printed)"), "inconsistent"],
    ["v", "2.61***", law("starsOf(pOfT(T1.v[row], 20), 0.05, 0.01) == stars(T1.v[row])"), "inconsistent"],
  ],
  // 1/3 is 0.3333; 27 answers give no 5.20 (140.27 to 140.53), 54 do (281 / 54 = 5.2037)
  "conventions and other quantities are tried for statements, too, and never by the number itself": [
    [
      "a b v",
      "1 3 0.33",
      of("printed == T1.a[row] / 4;;; printed == T1.a[row] / T1.b[row]"),
      "mislabelled: The rule for this number does not hold, however the figures in it were rounded. The rule of",
      "a b",
    ],
    [
      "n v",
      "27 5.20",
      of("whole(printed, T1.n[row]);;;; whole(printed, T1.n[row], 2)"),
      "other convention: ",
      "n",
    ],
    [
      "n v",
      "28 5.19",
      of("whole(printed, T1.n[row]);;;; whole(printed, T1.n[row], 2)"),
      "not reproduced",
      "n",
    ],
    ["a b v", "1 3 3", of("T1.a[row];;;; T1.b[row]"), "other convention", "a b v"],
    ["a v", "1 3.33", of("T1.a[row];;;; printed"), "circular rules: T1.x.v is judged by itself"],
    ["a v", "1 3.33", of("T1.a[row];;; T1.v[row] * 1"), "circular rules: T1.x.v is judged by itself"],
    ["a v", "1 3.33", of("T1.a[row];;;; 1 / 0"), "1 / 0: has no value: its divisor is 0"],
    ["a v", "1 1", of("T1.a[row];;;; T1.q[row]"), 'Table 1 has no column "q"'],
    ["a v", "1 1", of("T1.a[row];;; 1 / 0"), "1 / 0: has no value: its divisor is 0"],
  ],
  "a row may have a name that is a word of the formulas' grammar": [
    ["a v", "1 3", of("T1.v[case] + T1.a[x]"), 'Table 1 has no row "case"; it has x', "a v"],
    ["a v", "1 3", of('T1.a["[new]"]'), 'Table 1 has no row "[new]"; it has x', "a v"],
    ["a v", "1 3", of("T1.v[ new ] + T1.a[x]"), 'Table 1 has no row "new"; it has x', "a v"],
  ],
  "numbers may differ unless they are exact": [
    ["a b v", "1 3 0.33", law("printed != T1.a[row] / T1.b[row]"), "reproduced", "a b"],
    ["a v", "0.33 0.33", law("printed != T1.a[row]"), "reproduced"],
    ["a b v", "6 3 2", law("printed != T1.a[row] / T1.b[row]"), "inconsistent", "a b v"],
    ["a v", "0.5 0.5", law("printed != T1.a[row]"), "inconsistent", "a v"],
  ],
  "a bound leaves out its limit": [
    ["p v", "<.001 0.5***", law("starsOf(T1.p[row], 0.05, 0.01, 0.001) == stars(printed)"), "reproduced"],
    ["p v", "<.001 0.5**", law("starsOf(T1.p[row], 0.05, 0.01, 0.001) == stars(printed)"), "inconsistent"],
    ["p v", "≤.001 0.5**", law("starsOf(T1.p[row], 0.05, 0.01, 0.001) == stars(printed)"), "reproduced"],
    ["p v", ">.05 0.5", law("starsOf(T1.p[row], 0.05, 0.01) == stars(printed)"), "reproduced"],
    ["v", "<.05", of("printed < 0.05"), "reproduced"],
    ["v", "≤.05", of("printed < 0.05"), "undecided"],
  ],
  "repairs stay on the cell's side of 0": [
    ["v", "5.0", law("printed < 2"), "with a value of 0.00 to 2.00."],
    ["v", "-5.0", law("printed > 2"), "with a value of 2.00 to 45.00."],
  ],
  "rounded early goes through results that are right": [["v", "4.90", of("2 / 3 * 7"), "not reproduced"]],
  "one rule for many": [
    [
      "b se t b2 se2 v",
      "2.0 1.0 2.0 3.0 1.0 9.0",
      "T1.t[*] for (t, b, se) in (t, b, se), (v, b2, se2); result; T1.b[row] / T1.se[row]",
      "(difference 6.0). [T1.b2[x] / T1.se2[x]",
    ],
    ["a b v", "1 2 3", "T1.c[*] for c in a, b, v; result; sum(1, 2)", "reproduced", "a b v"],
    [
      "a v",
      "1 3",
      "T1.sum[*] for (sum) in (v); result; 3",
      'claims.csv line 2 requires distinct names of letters and digits before "in"',
    ],
    [
      "a v",
      "1 3",
      "T1.c[*] for (c, d) in (v, a), (a); result; T1.d[row]",
      "requires, in each pair of brackets, values for c, d separated by commas, got (a)",
    ],
  ],
};

for (const [what, lines] of Object.entries(tables))
  describe(what, () => {
    for (const line of lines)
      it(`${line[1]} under ${line[2]}${line[4] ? `, exact ${line[4]}` : ""}: ${line[3]}`, () =>
        expect(outcome(line)).to.include(line[3]));
  });
