import { readFileSync } from "node:fs";
import { dataPath } from "../base/project.js";
import { AGREEMENT, type Claim } from "../ledger/claim.js";
import { judgeLedger } from "../ledger/judge.js";
import { exactly, printedInterval, type Interval } from "../ledger/interval.js";
import type { Ledger, Rule, Sheet, SheetCell } from "../ledger/paper-folder.js";
import { binomialTail, FEWEST, isLikely, isProposed, supportOf, type Support } from "./chance.js";
import { copiesOf, relationsOf, type NumberLine, type Lines, type Relation } from "./relations.js";

/** A line of `proposed.csv`: a rule that holds more often than chance would have it, and where it does not. */
export interface Proposal {
  cells: string;
  formula: string;
  law: string;
  /** What found it: a family of relations, or a table kind. */
  family: string;
  holds: number;
  of: number;
  /** How many such relations chance alone would show. */
  chance: number;
  /** Ids of the numbers for which it does not hold. */
  fails: string[];
}

export interface Proposals {
  list: Proposal[];
  /** How many relations were tried. */
  tried: number;
  /** The kind that each exhibit's columns suggest, where they do. */
  kinds: ReadonlyMap<string, string>;
}

type Way = "columns" | "rows";

interface Candidate extends Relation {
  sheet: Sheet;
  way: Way;
  lines: Lines;
}

const quoted = (name: string): string => JSON.stringify(name);
const isWord = (name: string): boolean =>
  /^[A-Za-z_]\w*$/.test(name) && !["row", "column", "printed"].includes(name);
const columnName = (key: string, column: string): string =>
  isWord(column) ? `${key}.${column}` : `${key}[${quoted(column)}]`;

function intervalOf(cell: SheetCell | undefined): Interval | null {
  if (cell === undefined) return null;
  if (cell.range !== undefined) return Number.isFinite(cell.range[0] + cell.range[1]) ? cell.range : null;
  return cell.exact ? exactly(cell.value) : printedInterval(cell);
}

/** A table's columns as lines, or its rows. */
export function linesOf({ key, rows, columns, cells }: Sheet, way: Way): Lines {
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

/**
 * Searches a folder's tables for relations that hold at the printed precision and that chance would not show; each is judged
 * by the ledger as a rule before it is proposed.
 *
 * @param told of every table that has been searched
 * @param ruled ids of numbers that have a rule already
 */
export function propose(
  ledger: Ledger,
  told: (name: string, at: number, of: number) => void = () => {},
  ruled: Iterable<string> = [],
): Proposals {
  const tables = ledger.exhibits.filter(({ rowName }) => rowName !== "key");
  const kinds = new Map<string, string>();
  const list: Judged[] = [];
  let tried = 0;
  tables.forEach((sheet, at) => {
    const byKind = kindRules(sheet, ledger);
    if (byKind.kind !== null) kinds.set(sheet.key, byKind.kind);
    tried += byKind.tried;
    const found = candidatesOf(sheet, tables.slice(0, at));
    tried += found.tried;
    list.push(...judged(ledger, [...byKind.rules, ...strongest(found.candidates).map(ruleOf)]));
    told(sheet.name, at + 1, tables.length);
  });
  return { list: eachOnce(list, new Set(ruled)), tried, kinds };
}

type Judged = Proposal & { claims: readonly Claim[] };

/** A number has one rule: the one that chance would show least. A proposal for others beside it names these alone. */
function eachOnce(list: readonly Judged[], taken: Set<string>): Proposal[] {
  return [...list]
    .sort((a, b) => a.chance - b.chance)
    .flatMap(({ claims, ...proposal }): Proposal[] => {
      const free = claims.filter(({ id }) => !taken.has(id));
      if (free.length < FEWEST) return [];
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
  for (const way of ["columns", "rows"] as const) {
    const lines = linesOf(sheet, way);
    if (lines.lines.length === 0) continue;
    const across = linesOf(sheet, way === "columns" ? "rows" : "columns");
    const found = relationsOf(lines, across);
    tried += found.tried;
    const copies =
      way === "columns" ? earlier.flatMap((other) => copiesOf(lines, linesOf(other, "columns"))) : [];
    for (const relation of [...found.relations, ...copies])
      if (isLikely(relation.support, relation.tried)) candidates.push({ ...relation, sheet, way, lines });
  }
  return { candidates, tried };
}

/**
 * One relation for each line: the one that chance would show least, and none that only turns another round (what is a + b = c
 * is c − a = b as well).
 */
function strongest(all: readonly Candidate[]): Candidate[] {
  const chance = ({ support, tried }: Candidate): number => support.tail * tried;
  const setOf = ({ sheet, way, from, target }: Candidate): string =>
    `${sheet.key} ${way} ${[...from, target].sort((a, b) => a - b).join(" ")}`;
  // Of one relation turned round, the last line is given by those before it.
  const isLast = ({ from, target }: Candidate): number => (from.every((one) => one < target) ? 1 : 0);
  const turned = new Map<string, Candidate>();
  for (const one of all) {
    const other = turned.get(setOf(one));
    if (
      other === undefined ||
      isLast(one) > isLast(other) ||
      (isLast(one) === isLast(other) && chance(one) < chance(other))
    )
      turned.set(setOf(one), one);
  }
  const taken = new Set<string>();
  return [...turned.values()]
    .sort((a, b) => chance(a) - chance(b) || a.from.length - b.from.length)
    .filter(({ sheet, way, target }) => {
      const name = `${sheet.key} ${way} ${target}`;
      return !taken.has(name) && taken.add(name);
    });
}

interface RuleToJudge {
  rule: Pick<Rule, "cells" | "formula" | "law">;
  family: string;
  tried: number;
  /** The chance of one cell's fit where the ledger gives no interval to compute it from. */
  tail?: number;
  ids?: ReadonlySet<string>;
}

function ruleOf({ sheet, way, lines, target, formula, support, family, tried }: Candidate): RuleToJudge {
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
  };
}

const EMPTY = { source: "", scale: "", instead: "", conventions: "", reading: "", says: null, note: "" };

/** The printed numbers that one rule names, judged by it alone. */
function judgedBy(
  ledger: Ledger,
  rule: Pick<Rule, "cells" | "formula" | "law">,
): ReturnType<typeof judgeLedger> {
  const only = { ...EMPTY, ...rule, role: "result" as const, place: "proposed.csv line 2" };
  return judgeLedger({ ...ledger, sources: [], findings: [], rules: [only] });
}

/** What the ledger finds of each rule by itself; a rule that it cannot read is none. */
function judged(ledger: Ledger, rules: readonly RuleToJudge[]): Judged[] {
  return rules.flatMap(({ rule, family, tried, tail }): Judged[] => {
    try {
      const cells = judgedBy(ledger, rule);
      const fails = cells.filter(
        ({ internal }) => internal === undefined || AGREEMENT[internal.verdict] !== "agrees",
      );
      const chance = (tail ?? 1) * tried;
      const holds = cells.length - fails.length;
      if (!isProposed(holds, cells.length, chance)) return [];
      return [
        { ...rule, family, holds, of: cells.length, chance, fails: fails.map(({ id }) => id), claims: cells },
      ];
    } catch {
      return [];
    }
  });
}

interface Kind {
  kind: string;
  columns: Record<string, string>;
  rules: { of: string; formula?: string; law?: string; grim?: string }[];
}
let known: Kind[] | undefined;

/** Table kinds are data: names of columns, and what such columns are to one another. */
export const tableKinds = (): Kind[] =>
  (known ??= (JSON.parse(readFileSync(dataPath("table-kinds.json"), "utf8")) as { kinds: Kind[] }).kinds);

/** The rules of the table's kind, or of all whose columns it has, as far as chance would not show them. */
function kindRules(
  sheet: Sheet,
  ledger: Ledger,
): { rules: RuleToJudge[]; kind: string | null; tried: number } {
  const said = ledger.paper.exhibits.find(({ key }) => key === sheet.key)?.kind;
  const lines = linesOf(sheet, "columns");
  const rules: RuleToJudge[] = [];
  let best: { kind: string; count: number } | null = null;
  let tried = 0;
  for (const { kind, columns, rules: own } of tableKinds()) {
    if (said !== undefined && said !== kind) continue;
    const named = new Map(
      Object.entries(columns).flatMap(([role, form]) => {
        const fits = lines.lines.filter(({ name }) =>
          new RegExp(`(?:^|, |\\.)(?:${form})(?: ?\\(.*\\))?$`, "i").test(name),
        );
        return fits.length === 1 ? [[role, fits[0]!] as const] : [];
      }),
    );
    const usable = own.filter(({ of, formula = "", law = "" }) =>
      [of, ...[...(formula + law).matchAll(/\{(\w+)\}/g)].map(([, role]) => role!)].every((role) =>
        named.has(role),
      ),
    );
    if (usable.length > 0 && usable.length > (best?.count ?? 0)) best = { kind, count: usable.length };
    for (const { of, formula = "", law = "", grim } of usable) {
      const put = (text: string): string =>
        text.replace(/\{(\w+)\}/g, (_, role: string) => named.get(role)!.here);
      tried += usable.length;
      const target = named.get(of)!;
      const rule = { cells: `${target.whole}[*]`, formula: put(formula), law: put(law) };
      const support =
        grim === undefined ? supportByLedger(ledger, rule, target) : grimSupport(target, named.get(grim)!);
      if (support !== null && isLikely(support, usable.length))
        rules.push({ rule, family: kind, tried: usable.length, tail: support.tail });
    }
  }
  return { rules, kind: best?.kind ?? null, tried };
}

/** What the ledger computes for each cell, held against what is printed. */
function supportByLedger(
  ledger: Ledger,
  rule: Pick<Rule, "cells" | "formula" | "law">,
  target: NumberLine,
): Support | null {
  try {
    const cells = judgedBy(ledger, rule);
    const found = new Map(cells.map(({ row, internal }) => [row, internal?.recomputed ?? null]));
    const rows = ledger.exhibits.find(
      ({ key }) => rule.cells.startsWith(`${key}.`) || rule.cells.startsWith(`${key}[`),
    )!.rows;
    return supportOf(
      target.values,
      (at) => {
        const value = found.get(rows[at]!);
        return typeof value === "number" ? [value, value] : Array.isArray(value) ? value : null;
      },
      () => false,
    );
  } catch {
    return null;
  }
}

/** GRIM: of n whole answers a mean of so many decimals can be had with probability n / 10^decimals, where that is below 1. */
function grimSupport(mean: NumberLine, n: NumberLine): Support | null {
  const all: number[] = [];
  const fails: number[] = [];
  let sum = 0;
  mean.values.forEach((value, at) => {
    const count = n.values[at];
    if (value === null || count == null) return;
    const [size, width] = [Math.round((count[0] + count[1]) / 2), value[1] - value[0]];
    if (!(size > 0) || size * width >= 1) return;
    all.push(at);
    sum += size * width;
    if (Math.floor(value[1] * size) < Math.ceil(value[0] * size)) fails.push(at);
  });
  if (all.length - fails.length < 3) return null;
  return { all, fails, tail: binomialTail(all.length - fails.length, all.length, sum / all.length) };
}
