import type { Ledger, Proposal, Sheet } from "../ledger/paper-folder.js";
import { isLikely, isMeant } from "./chance.js";
import {
  byStudent,
  isAgreed,
  judgedBy,
  judgeRules,
  MOST,
  type JudgedRule,
  type RuleToJudge,
} from "./judge-rules.js";
import { kindRules } from "./kind-rules.js";
import { cellName, cellsAt, linesOf, partSuffix, type Lines, type Way } from "./lines.js";
import { copiesOf, relationsOf, type Relation } from "./relations.js";
import { testRules } from "./reported-tests.js";

export interface Proposals {
  list: Proposal[];
  /** Number of relations tried. */
  tried: number;
  /** The kind that each exhibit's columns suggest, where they do. */
  kinds: ReadonlyMap<string, string>;
}

interface Candidate extends Relation {
  sheet: Sheet;
  way: Way;
  /** Which of the numbers in its cells a row consists of, if they have several. */
  part: string | undefined;
  lines: Lines;
  /** As in `RuleToJudge`. */
  atLeast?: number;
}

/** Called after each table. */
export type Told = (name: string, at: number, of: number) => void;

/**
 * Searches a folder's tables for relations that hold at the printed precision and are unlikely by chance; the ledger
 * judges each as a rule before it is proposed.
 *
 * @param ruled ids of numbers that already have a rule
 */
export function propose(
  ledger: Ledger,
  told: Told = () => undefined,
  ruled: Iterable<string> = [],
): Proposals {
  const tables = ledger.exhibits.filter(({ rowName }) => rowName !== "key");
  const kinds = new Map<string, string>();
  const list: JudgedRule[] = [];
  const taken = new Set(ruled);
  let tried = 0;
  tables.forEach((sheet, at) => {
    const byKind = kindRules(sheet, ledger);
    if (byKind.kind !== null) kinds.set(sheet.key, byKind.kind);
    tried += byKind.tried;
    const found = candidatesOf(sheet, tables.slice(0, at));
    tried += found.tried;
    const others = strongest(found.candidates).map((one) => byStudent(ledger, ruleOf(one)));
    list.push(...judgeRules(ledger, [...byKind.rules, ...others]));
    told(sheet.name, at + 1, tables.length);
  });
  for (const sheet of ledger.exhibits.filter((one) => !tables.includes(one))) {
    const free = { ...sheet, list: sheet.list.filter(({ id }) => !taken.has(id)) };
    const rules = testRules(free, (rule) => judgedBy(ledger, rule).map(isAgreed).join() === "true");
    tried += rules.length;
    // The notation itself states the relation.
    list.push(...judgeRules(ledger, rules.map((one) => ({ ...one, tried: 1, atLeast: 0 })))); // prettier-ignore
  }
  return { list: eachOnce(list, taken), tried, kinds };
}

/** Gives each number one rule, the least likely by chance; a proposal keeps only the numbers that it has left. */
function eachOnce(list: readonly JudgedRule[], taken: Set<string>): Proposal[] {
  return [...list]
    .sort((a, b) => a.chance - b.chance)
    .flatMap(({ claims, fewest, ...proposal }): Proposal[] => {
      const free = claims.filter(({ id }) => !taken.has(id));
      if (free.length < fewest) return [];
      free.forEach(({ id }) => taken.add(id));
      if (free.length === claims.length) return [proposal];
      const fails = proposal.fails.filter((id) => free.some((one) => one.id === id));
      const cells = free.map(({ id, row, column }) => cellName(id.split(".")[0]!, column, row)).join(", ");
      return [{ ...proposal, cells, fails, holds: free.length - fails.length, of: free.length }];
    });
}

function candidatesOf(sheet: Sheet, earlier: readonly Sheet[]): { candidates: Candidate[]; tried: number } {
  const candidates: Candidate[] = [];
  let tried = 0;
  const parts = new Set(sheet.columns.map(partSuffix));
  const ways: [Way, string?][] = [
    ["columns"],
    ...(parts.size > 1 ? [...parts] : [undefined]).map((part): [Way, string?] => ["rows", part]),
  ];
  for (const [way, part] of ways) {
    const lines = linesOf(sheet, way, part);
    if (lines.lines.length === 0) continue;
    const across = linesOf(sheet, way === "columns" ? "rows" : "columns", part);
    const found = relationsOf(lines, across);
    tried += found.tried;
    const copies =
      way === "columns" ? earlier.flatMap((other) => copiesOf(lines, linesOf(other, "columns"))) : [];
    const all = [...found.relations, ...copies];
    // Two models of a table share rows without being copies of each other.
    const isCopied = (one: Relation): boolean =>
      one.family !== "copy" ||
      one.support.fails.length <= (copies.includes(one) ? 0.2 * one.support.all.length : 0);
    const likely = all.filter((one) => isLikely(one.support, one.tried) && isCopied(one));
    // A relation found for the percentage of men is tried for that of women, and counts as one of few.
    const few = lines.lines.length;
    const like = all
      .filter((one) => !likely.includes(one) && isMeant(one.support, few))
      .filter((one) => likely.some((other) => isSameFor(one, other)))
      .map((one) => ({ ...one, tried: few, atLeast: MOST }));
    for (const relation of [...likely, ...like]) candidates.push({ ...relation, sheet, way, part, lines });
  }
  return { candidates, tried };
}

/** Whether two relations are the same for two target lines: their sources are the same lines, or equally far away. */
const isSameFor = (one: Relation, other: Relation): boolean =>
  one.family === other.family &&
  one.target !== other.target &&
  one.from.length === other.from.length &&
  one.from.every((line, at) => [other.from[at]!, other.from[at]! - other.target + one.target].includes(line));

/**
 * Keeps one relation per line: the one least likely by chance, and none that merely rearranges another (a + b = c is
 * also c − a = b).
 */
function strongest(all: readonly Candidate[]): Candidate[] {
  const chance = ({ support, tried }: Candidate): number => support.tail * tried;
  const setOf = ({ sheet, way, part, from, target }: Candidate): string =>
    `${sheet.key} ${way} ${part} ${[...from, target].sort((a, b) => a - b).join(" ")}`;
  // If a relation can be rearranged, its result is the line with the most decimal places or, on a tie, the last
  // one.
  const step = ({ lines }: Candidate, line: number): number =>
    Math.min(...lines.lines[line]!.values.map((value) => (value && value[1] - value[0]) || 1));
  const rank = (one: Candidate): number =>
    (one.from.some((line) => step(one, line) < step(one, one.target) * 0.99) ? 2 : 0) +
    (one.from.every((line) => line < one.target) ? 0 : 1);
  const turned = new Map<string, Candidate>();
  for (const one of all) {
    const other = turned.get(setOf(one));
    const worse = other && (rank(other) - rank(one) || chance(other) - chance(one));
    if (worse === undefined || worse > 0) turned.set(setOf(one), one);
  }
  const taken = new Set<string>();
  return [...turned.values()]
    .sort((a, b) => chance(a) - chance(b) || a.from.length - b.from.length)
    .filter(({ sheet, way, part, target }) => {
      const name = `${sheet.key} ${way} ${part} ${target}`;
      return !taken.has(name) && taken.add(name);
    });
}

function ruleOf({ sheet, way, lines, formula, family, tried, atLeast, ...one }: Candidate): RuleToJudge {
  const line = lines.lines[one.target]!;
  const { all, tail } = one.support;
  const cells = all.map((at) => cellName(sheet.key, lines.positions[at]!, line.name)).join(", ");
  const rule =
    way === "columns"
      ? { cells: cellsAt(line, lines.positions, all), formula, law: "" }
      : { cells, formula: formula.replace(/\[row\]$/, "[column]"), law: "" };
  return { rule, family, tried, tail, ...(atLeast !== undefined && { atLeast }) };
}
