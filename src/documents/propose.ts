import { readFileSync } from "node:fs";
import { dataPath } from "../base/project.js";
import { AGREEMENT, type Claim } from "../ledger/claim.js";
import { variablesOf } from "../ledger/functions/correlation-law.js";
import { eachOfMany } from "../ledger/one-for-many.js";
import { judgeLedger } from "../ledger/judge.js";
import { exactly, printedInterval, type Interval } from "../ledger/interval.js";
import type { Ledger, Proposal, Rule, Sheet, PrintedNumber } from "../ledger/paper-folder.js";
import { binomialTail, FEWEST, isLikely, isMeant, isProposed, supportOf, type Support } from "./chance.js";
import { testRules } from "./reported-tests.js";
import {
  copiesOf,
  partSuffix,
  relationsOf,
  type NumberLine,
  type Lines,
  type Relation,
} from "./relations.js";

export interface Proposals {
  list: Proposal[];
  /** Number of relations tried. */
  tried: number;
  /** The kind that each exhibit's columns suggest, where they do. */
  kinds: ReadonlyMap<string, string>;
}

type Way = "columns" | "rows";

interface Candidate extends Relation {
  sheet: Sheet;
  way: Way;
  /** Which numbers of its cells a row has, where they have several. */
  part: string | undefined;
  lines: Lines;
  /** As for the rule that it becomes. */
  atLeast?: number;
}

const quoted = (name: string): string => JSON.stringify(name);
const isWord = (name: string): boolean =>
  /^[A-Za-z_]\w*$/.test(name) && !["row", "column", "printed"].includes(name);
const columnName = (key: string, column: string): string =>
  isWord(column) ? `${key}.${column}` : `${key}[${quoted(column)}]`;

function intervalOf(cell: PrintedNumber | undefined): Interval | null {
  if (cell === undefined) return null;
  if (cell.range !== undefined) return Number.isFinite(cell.range[0] + cell.range[1]) ? cell.range : null;
  return cell.exact ? exactly(cell.value) : printedInterval(cell);
}

/** A table's columns as lines, or its rows; of these the first numbers of cells, or the second, where `part` says so. */
export function linesOf({ key, rows, columns: all, cells }: Sheet, way: Way, part?: string): Lines {
  const columns = part === undefined ? all : all.filter((name) => partSuffix(name) === part);
  const at = (row: string, column: string): Interval | null => intervalOf(cells.get(row)?.get(column));
  const lines =
    way === "columns"
      ? columns.map((column): NumberLine => ({
          name: column,
          here: `${columnName(key, column)}[row]`,
          whole: columnName(key, column),
          values: rows.map((row) => at(row, column)),
        }))
      : rows.map((row): NumberLine => ({
          name: row,
          here: `${key}[column][${quoted(row)}]`,
          whole: `${key}[${quoted(row)}]`,
          values: columns.map((column) => at(row, column)),
        }));
  return {
    lines: lines.filter(({ values }) => values.filter((value) => value !== null).length > 1),
    positions: way === "columns" ? rows : columns,
  };
}

/** Told of every table that has been searched. */
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
  const list: Judged[] = [];
  const taken = new Set(ruled);
  let tried = 0;
  tables.forEach((sheet, at) => {
    const byKind = kindRules(sheet, ledger);
    if (byKind.kind !== null) kinds.set(sheet.key, byKind.kind);
    tried += byKind.tried;
    const found = candidatesOf(sheet, tables.slice(0, at));
    tried += found.tried;
    const others = strongest(found.candidates).map((one) => byStudent(ledger, ruleOf(one)));
    list.push(...judged(ledger, [...byKind.rules, ...others]));
    told(sheet.name, at + 1, tables.length);
  });
  for (const sheet of ledger.exhibits.filter((one) => !tables.includes(one))) {
    const free = { ...sheet, list: sheet.list.filter(({ id }) => !taken.has(id)) };
    const rules = testRules(free, (rule) => judgedBy(ledger, rule).map(isAgreed).join() === "true");
    tried += rules.length;
    // The notation itself says what p is.
    list.push(...judged(ledger, rules.map((one) => ({ ...one, tried: 1, atLeast: 0 })))); // prettier-ignore
  }
  return { list: eachOnce(list, taken), tried, kinds };
}

type Judged = Proposal & { claims: readonly Claim[]; fewest: number };

/** A number has one rule: the one that chance would show least. A proposal for others beside it names these alone. */
function eachOnce(list: readonly Judged[], taken: Set<string>): Proposal[] {
  return [...list]
    .sort((a, b) => a.chance - b.chance)
    .flatMap(({ claims, fewest, ...proposal }): Proposal[] => {
      const free = claims.filter(({ id }) => !taken.has(id));
      if (free.length < fewest) return [];
      free.forEach(({ id }) => taken.add(id));
      if (free.length === claims.length) return [proposal];
      const fails = proposal.fails.filter((id) => free.some((one) => one.id === id));
      const names = free.map(
        ({ id, row, column }) => `${columnName(id.split(".")[0]!, column)}[${quoted(row)}]`,
      );
      return [
        { ...proposal, cells: names.join(", "), fails, holds: free.length - fails.length, of: free.length },
      ];
    });
}

function candidatesOf(sheet: Sheet, earlier: readonly Sheet[]): { candidates: Candidate[]; tried: number } {
  const candidates: Candidate[] = [];
  let tried = 0;
  const parts = new Set(sheet.columns.map(partSuffix));
  const ways: [Way, string?][] = [["columns"], ...(parts.size > 1 ? [...parts] : [undefined]).map((part): [Way, string?] => ["rows", part])]; // prettier-ignore
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
    // What holds for the percentage of men is searched for among few relations for that of women.
    const few = lines.lines.length;
    const like = all
      .filter((one) => !likely.includes(one) && isMeant(one.support, few))
      .filter((one) => likely.some((other) => isSameFor(one, other)))
      .map((one) => ({ ...one, tried: few, atLeast: MOST }));
    for (const relation of [...likely, ...like]) candidates.push({ ...relation, sheet, way, part, lines });
  }
  return { candidates, tried };
}

/** Whether two relations are the same for two lines: each of the others stands as far from the line, or is the same one. */
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
    if (
      other === undefined ||
      rank(one) < rank(other) ||
      (rank(one) === rank(other) && chance(one) < chance(other))
    )
      turned.set(setOf(one), one);
  }
  const taken = new Set<string>();
  return [...turned.values()]
    .sort((a, b) => chance(a) - chance(b) || a.from.length - b.from.length)
    .filter(({ sheet, way, part, target }) => {
      const name = `${sheet.key} ${way} ${part} ${target}`;
      return !taken.has(name) && taken.add(name);
    });
}

interface RuleToJudge {
  rule: Pick<Rule, "cells" | "formula" | "law">;
  family: string;
  tried: number;
  /** How probable it is by chance that so many hold; or of one, where the ledger says which do. */
  tail?: number;
  each?: number;
  /** What the editor or the paper itself says needs no chance to speak for it: above this share of rows it is proposed. */
  atLeast?: number;
}

function ruleOf({
  sheet,
  way,
  lines,
  target,
  formula,
  support,
  family,
  tried,
  atLeast,
}: Candidate): RuleToJudge {
  const line = lines.lines[target]!;
  const names = support.all.map((at) => lines.positions[at]!);
  const filled = line.values.filter((value) => value !== null).length;
  const cells =
    way === "columns"
      ? names.length === filled
        ? `${line.whole}[*]`
        : names.map((row) => `${line.whole}[${quoted(row)}]`).join(", ")
      : names.map((column) => `${columnName(sheet.key, column)}[${quoted(line.name)}]`).join(", ");
  return {
    rule: { cells, formula: way === "columns" ? formula : formula.replace(/\[row\]$/, "[column]"), law: "" },
    family,
    tried,
    tail: support.tail,
    ...(atLeast !== undefined && { atLeast }),
  };
}

const isAgreed = ({ internal }: ReturnType<typeof judgeLedger>[number]): boolean =>
  internal !== undefined && AGREEMENT[internal.verdict] === "agrees";

/** More than half. */
const MOST = 0.500001;
const EMPTY = { source: "", scale: "", instead: "", conventions: "", reading: "", says: null, note: "" };

/** The printed numbers that one rule names, judged by it alone; none where the rule cannot be read. */
function judgedBy(ledger: Ledger, rule: RuleToJudge["rule"]): ReturnType<typeof judgeLedger> {
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
function byStudent(ledger: Ledger, one: RuleToJudge): RuleToJudge {
  const { formula, law } = one.rule;
  const put = (text: string, df: number): string =>
    text.replace(/pOfZ\((.*?)\)(?=$|, 0\.)|((?:lower|upper)\(.*?, 0\.\d+)\)/, (_, statistic: string, limit: string) =>
      limit === undefined ? `pOfT(${statistic}, ${df})` : `${limit}, ${df})`,
    ); // prettier-ignore
  const ruleWith = (df: number) => ({ ...one.rule, formula: put(formula, df), law: put(law, df) });
  // Limits of a ratio, taken on the log scale, are by the normal distribution.
  if (/exp|log/.test(formula) || ruleWith(1).formula + ruleWith(1).law === formula + law) return one;
  const holds = (rule: RuleToJudge["rule"]): number => judgedBy(ledger, rule).filter(isAgreed).length;
  const normal = judgedBy(ledger, one.rule);
  const least = normal.filter(isAgreed).length;
  if (least === normal.length) return one;
  const counts = FREEDOM.map((df) => holds(ruleWith(df)));
  const most = Math.max(...counts);
  const best = FREEDOM.filter((_, at) => counts[at] === most);
  return most > least ? { ...one, rule: ruleWith(best[Math.floor(best.length / 2)]!) } : one;
}

/** What the ledger finds of each rule by itself; a rule that it cannot read is none. */
function judged(ledger: Ledger, rules: readonly RuleToJudge[]): Judged[] {
  return rules.flatMap(({ rule, family, tried, tail = 1, each, atLeast }): Judged[] => {
    const cells = judgedBy(ledger, rule);
    const fails = cells.filter((cell) => !isAgreed(cell));
    const holds = cells.length - fails.length;
    const chance = (each === undefined ? tail : binomialTail(holds, cells.length, each)) * tried;
    const isSaid = atLeast !== undefined && cells.length > 0 && holds >= atLeast * cells.length;
    if (!isSaid && !isProposed(holds, cells.length, chance)) return [];
    const ids = fails.map(({ id }) => id);
    return [{ ...rule, family, holds, of: cells.length, chance, fails: ids, claims: cells, fewest: atLeast === undefined ? FEWEST : 1 }]; // prettier-ignore
  });
}

interface Kind {
  kind: string;
  /** What most of the rows are called, where the kind has such names. */
  rows?: string;
  /** What columns are called, by what they are. */
  columns: Record<string, string>;
  /** "{b}" is a column's number, "{b*}" the column, "{b1}" the first of several, "{table}" the table. */
  rules: { of: string; formula?: string; law?: string; chance?: "grim" | "stars"; confirmed?: true }[];
}
let known: Kind[] | undefined;

/** Table kinds are data: names of columns, and what such columns are to one another. */
export const tableKinds = (): Kind[] =>
  (known ??= (JSON.parse(readFileSync(dataPath("table-kinds.json"), "utf8")) as { kinds: Kind[] }).kinds);

/** A table's columns by what they are, for each group of them such as "Men, M" and "Men, SD". */
type Roles = Map<string, Pick<NumberLine, "here" | "whole"> & Partial<NumberLine>>;

/**
 * A role that several columns have is numbered: mean1, mean2. "M (SD)" has the mean first and "SD.2" second; "(n = 43)" in
 * a head is the group's n.
 */
function rolesOf({ lines }: Lines, { columns }: Kind): Roles[] {
  const groups = new Map<string, Roles>();
  const all: Roles = new Map();
  for (const [role, form] of Object.entries(columns)) {
    const pattern = new RegExp(`^(?:(.*)(?:, | |\\.))?(?:${form})$`, "i");
    const found = lines.flatMap((line) => {
      const name = line.name.replace(/\s*[([]n\s*=[^)\]]*[)\]]/i, "").replace(/^(.*?)\s*\(([^()]*)\)(\.\d)?$/, (_, before: string, inside: string, part?: string) => part === undefined ? before : `${before}, ${inside}${part}`); // prettier-ignore
      const match = pattern.exec(name);
      return match === null ? [] : [{ line, group: match[1] ?? "" }];
    });
    found.forEach(({ line, group }, at) => {
      const own = groups.get(group) ?? new Map<string, NumberLine>();
      groups.set(group, own.set(role, line));
      all.set(`${role}${at + 1}`, line);
      const [, n] = /\bn\s*=\s*(\d[\d,]*)/i.exec(line.name) ?? [];
      const size = n?.replaceAll(",", "");
      if (size !== undefined && !("n" in columns && own.has("n")))
        for (const [roles, key] of [[own, "n"], [all, `n${at + 1}`]] as const) roles.set(key, { here: size, whole: size }); // prettier-ignore
    });
    if (found.length === 1) all.set(role, found[0]!.line);
  }
  return [...groups.values()].map((own) => new Map([...all, ...own]));
}

/** The rules of the table's kind, or of all whose columns it has, as far as chance would not show them. */
function kindRules(
  sheet: Sheet,
  ledger: Ledger,
): { rules: RuleToJudge[]; kind: string | null; tried: number } {
  const said = ledger.paper.exhibits.find(({ key }) => key === sheet.key)?.kind;
  const lines = linesOf(sheet, "columns");
  const table = { here: sheet.key, whole: sheet.key };
  // A number with stars and its error are the two numbers of a cell.
  const pairs = lines.lines.flatMap((line): Roles[] => {
    const second = lines.lines.find(({ name }) => name === `${line.name}.2`);
    return second === undefined || !hasStars(sheet, line) ? [] : [new Map([["cell", line], ["second", second]])]; // prettier-ignore
  });
  const rules: RuleToJudge[] = [];
  let best: { kind: string; count: number } | null = null;
  let tried = 0;
  for (const one of tableKinds()) {
    if (said !== undefined && said !== one.kind) continue;
    const isNamed =
      sheet.rows.filter((row) => new RegExp(one.rows ?? "", "i").test(row)).length >= 0.8 * sheet.rows.length;
    if (!isNamed && said === undefined) continue;
    const found = new Map<string, RuleToJudge>();
    for (const roles of [...rolesOf(lines, one), ...pairs, new Map() as Roles])
      for (const { of, formula = "", law = "", chance, confirmed } of one.rules) {
        const isWhole = of === "table";
        const own = new Map([...roles, ["table", table]]) as Roles;
        const wanted = [...(formula + law).matchAll(/\{(\w+)\*?\}/g)].map(([, role]) => role!);
        if (![of, ...wanted].every((role) => own.has(role)) || (isWhole && !isSquare(sheet))) continue;
        if (confirmed && said === undefined) continue;
        const put = (text: string): string =>
          text.replace(
            /\{(\w+)(\*?)\}/g,
            (_, role: string, star: string) => own.get(role)![star === "" ? "here" : "whole"],
          );
        const target = own.get(of) as NumberLine;
        // A reference class has no interval, a number of observations no error: nothing is said of them.
        const used = [of, ...wanted].map((role) => own.get(role)?.values);
        const places = sheet.rows.flatMap((_, at) =>
          used.every((values) => values?.[at] !== null) ? at : [],
        );
        const isAll = places.length >= (target.values?.filter((value) => value !== null).length ?? 0);
        const cells = isAll ? `${target.whole}[*]` : places.map((at) => `${target.whole}[${quoted(sheet.rows[at]!)}]`).join(", "); // prettier-ignore
        const rule = { cells, formula: put(formula), law: put(law) };
        const each = chance === "grim" ? ofGrim(own.get("mean")?.values, own.get("n")) : chance === "stars" ? ofStars(sheet, target) : undefined; // prettier-ignore
        found.set(rule.cells + rule.formula + rule.law, { rule, family: one.kind, tried: 0, ...(each !== undefined && { each }), ...(said !== undefined && { atLeast: MOST }) }); // prettier-ignore
      }
    if (found.size > (best?.count ?? 0)) best = { kind: one.kind, count: found.size };
    tried += found.size;
    for (const rule of [...found.values()].map((own) => byStudent(ledger, own))) {
      const support = rule.rule.law === "" ? supportByLedger(ledger, rule.rule, sheet) : null;
      rules.push({ ...rule, tried: found.size, ...(support !== null && { tail: support.tail }) });
    }
  }
  return { rules, kind: said ?? best?.kind ?? null, tried };
}

const hasStars = ({ list }: Sheet, { name }: NumberLine): boolean =>
  list.some(({ column, stars }) => column === name && stars > 0);

/** Whether most rows are variables of a correlation table. */
const isSquare = (sheet: Sheet): boolean =>
  sheet.rows.length > 1 && variablesOf(sheet).length >= 0.6 * sheet.rows.length;

/** What the ledger computes for each cell, held against what is printed. */
function supportByLedger(ledger: Ledger, rule: RuleToJudge["rule"], sheet: Sheet): Support | null {
  const cells = judgedBy(ledger, rule);
  const found = new Map(cells.map(({ row, internal }) => [row, internal?.recomputed ?? null]));
  const [first] = cells;
  if (first === undefined) return null;
  const printed = sheet.rows.map((row) => intervalOf(sheet.cells.get(row)?.get(first.column)));
  return supportOf(
    printed,
    (at) => {
      const value = found.get(sheet.rows[at]!);
      return typeof value === "number" ? [value, value] : Array.isArray(value) ? value : null;
    },
    () => false,
  );
}

/** GRIM: of n whole answers a mean of so many decimals can be had with probability n / 10^decimals, where that is below 1. */
function ofGrim(
  means: NumberLine["values"] = [],
  n?: Pick<NumberLine, "here"> & Partial<NumberLine>,
): number {
  const each = means.flatMap((mean, at) => {
    const [low, high] =
      n?.values === undefined
        ? [Number(n?.here), Number(n?.here)]
        : (n.values[at] ?? [Number.NaN, Number.NaN]);
    return mean === null || !(low > 0) ? [] : Math.min(1, Math.round((low + high) / 2) * (mean[1] - mean[0]));
  });
  return each.length === 0 ? 1 : each.reduce((all, one) => all + one, 0) / each.length;
}

/** How often two cells of the column have as many stars: by chance they would agree so often. */
function ofStars({ list }: Sheet, { name }: NumberLine): number {
  const stars = list
    .filter(({ column, heading }) => column === name && !heading)
    .map(({ stars: own }) => own);
  return (
    stars.reduce((all, own) => all + stars.filter((other) => other === own).length, 0) / stars.length ** 2
  );
}
