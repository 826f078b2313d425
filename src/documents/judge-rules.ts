import { AGREEMENT, type Claim } from "../ledger/claim.js";
import { judgeLedger } from "../ledger/judge.js";
import { eachOfMany } from "../ledger/one-for-many.js";
import type { Ledger, Proposal, Rule } from "../ledger/paper-folder.js";
import { binomialTail, FEWEST, isProposed } from "./chance.js";

export interface RuleToJudge {
  rule: Pick<Rule, "cells" | "formula" | "law">;
  family: string;
  tried: number;
  /** Probability that this many rows hold by chance; or `each`, of one row, if the ledger counts those that hold. */
  tail?: number;
  each?: number;
  /** How many degrees of freedom were tried for it. */
  freedoms?: number;
  /** What rules of one form in several columns have in common. */
  together?: string;
  /** Share of rows that must hold if the paper or its editor states the relation, whatever chance would produce. */
  atLeast?: number;
}

/** More than half. */
export const MOST = 0.500001;

/** A rule as the ledger judged it, with its claims and the fewest that suffice. */
export type JudgedRule = Proposal & { claims: readonly Claim[]; fewest: number };

type Judged = ReturnType<typeof judgeLedger>;

export const isAgreed = ({ internal }: Judged[number]): boolean =>
  internal !== undefined && AGREEMENT[internal.verdict] === "agrees";

const EMPTY = { source: "", scale: "", instead: "", conventions: "", reading: "", says: null, note: "" };

/** Judges the printed numbers of one rule by it alone; returns none if the rule cannot be read. */
export function judgedBy(ledger: Ledger, rule: RuleToJudge["rule"]): Judged {
  const only = { ...EMPTY, ...rule, role: "result" as const, place: "proposed.csv line 2" };
  try {
    return judgeLedger({ ...ledger, sources: [], findings: [], rules: eachOfMany(only) });
  } catch {
    return [];
  }
}

/** Degrees of freedom to try if the table prints none: each of the first, then ever farther apart. */
const FREEDOM = Array.from({ length: 50 }, (_, at) => Math.round(at < 10 ? at + 2 : 12 * 1.13 ** (at - 10)));

/** A rule by the normal distribution, or by Student's t with degrees of freedom under which more rows hold. */
export function byStudent(ledger: Ledger, one: RuleToJudge): RuleToJudge {
  const { formula, law } = one.rule;
  const put = (text: string, df: number): string =>
    text.replace(/pOfZ\((.*?)\)(?=$|, 0\.)|((?:lower|upper)\(.*?, 0\.\d+)\)/, (_, statistic: string, limit: string) =>
      limit === undefined ? `pOfT(${statistic}, ${df})` : `${limit}, ${df})`,
    ); // prettier-ignore
  const ruleWith = (df: number) => ({ ...one.rule, formula: put(formula, df), law: put(law, df) });
  // Limits of a ratio, taken on the log scale, are by the normal distribution.
  if (/exp|log/.test(formula) || ruleWith(1).formula + ruleWith(1).law === formula + law) return one;
  const normal = judgedBy(ledger, one.rule);
  const least = normal.filter(isAgreed).length;
  if (least === normal.length) return one;
  const counts = new Map<number, number>();
  /** Above 0 if more of them are needed: p and upper limits fall with more of them, lower limits rise. */
  const lackAt = (df: number): number => {
    const cells = judgedBy(ledger, ruleWith(df));
    const off = cells.filter((cell) => !isAgreed(cell));
    counts.set(df, cells.length - off.length);
    return off.reduce((all, cell) => all + excess(cell), 0) * (formula.startsWith("lower") ? -1 : 1);
  };
  const lacks = FREEDOM.map(lackAt);
  // A p of 2.50e-10 needs them exactly.
  let low = FREEDOM[lacks.findLastIndex((lack) => lack > 0)] ?? 1;
  let high = FREEDOM[lacks.findIndex((lack) => lack < 0)] ?? 1e5;
  const isFound = (): boolean => [...counts.values()].includes(normal.length);
  while (high - low > 1 && !isFound()) {
    const df = Math.round(Math.sqrt(low * high));
    const lack = lackAt(df);
    if (lack >= 0) low = df;
    if (lack <= 0) high = df;
  }
  // A number that is wrong shifts the balance.
  for (const df of [low - 1, high + 1]) if (df > 0 && !isFound()) lackAt(df);
  const most = Math.max(...counts.values());
  const best = [...counts.keys()].filter((df) => counts.get(df) === most).sort((x, y) => x - y);
  return most > least
    ? { ...one, rule: ruleWith(best[Math.floor(best.length / 2)]!), freedoms: counts.size }
    : one;
}

/** 1 if a number is recomputed as more than is printed, −1 if as less. */
function excess({ value, internal }: Judged[number]): number {
  const found = internal?.recomputed;
  return Math.sign((Array.isArray(found) ? (found[0] + found[1]) / 2 : Number(found ?? value)) - value) || 0;
}

const triedFor = ({ tried, freedoms = 1 }: RuleToJudge): number => tried * freedoms;

/** How much of a rule holds, and how probable that is by chance. */
interface Score {
  holds: number;
  of: number;
  chance: number;
}

/** Of a rule that several columns share, such as that of stars: four cells of one column prove little. */
function jointly(scores: readonly (Score & { one: RuleToJudge })[], together: string): Score {
  const own = scores.filter(({ one }) => one.together === together);
  const [holds, of, hits] = own.reduce(
    ([holds, of, hits], score) => [holds + score.holds, of + score.of, hits + score.of * score.one.each!],
    [0, 0, 0],
  );
  const tried = Math.max(...own.map(({ one }) => triedFor(one)));
  return { holds, of, chance: binomialTail(holds, of, hits / of) * tried };
}

/** Judges each rule by itself and keeps those of which enough holds, in their own cells or in those of all columns alike. */
export function judgeRules(ledger: Ledger, rules: readonly RuleToJudge[]): JudgedRule[] {
  const scores = rules.map((one) => {
    const claims = judgedBy(ledger, one.rule);
    const fails = claims.filter((cell) => !isAgreed(cell)).map(({ id }) => id);
    const [of, holds] = [claims.length, claims.length - fails.length];
    const chance =
      (one.each === undefined ? (one.tail ?? 1) : binomialTail(holds, of, one.each)) * triedFor(one);
    return { one, claims, fails, holds, of, chance };
  });
  return scores.flatMap(({ one, claims, fails, ...own }): JudgedRule[] => {
    const { holds, of } = own;
    const { rule, family, atLeast, together } = one;
    const isSaid = atLeast !== undefined && of > 0 && holds >= atLeast * of;
    const all = together === undefined || holds <= of / 2 ? own : jointly(scores, together);
    const { chance } = all.chance < own.chance ? all : own;
    if (!isSaid && !isProposed(holds, of, own.chance) && !isProposed(all.holds, all.of, all.chance))
      return [];
    const isWhole = atLeast !== undefined || all !== own;
    return [{ ...rule, family, holds, of, chance, fails, claims, fewest: isWhole ? 1 : FEWEST }];
  });
}
