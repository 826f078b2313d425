import { normalCritical, normalPValue } from "../helper/statistics/distributions.js";
import { middle, type Interval } from "../ledger/interval.js";
import { supportOf, type Support } from "./chance.js";
import { partSuffix, type Lines, type NumberLine } from "./lines.js";

type Values = NumberLine["values"];

export interface Relation {
  family: string;
  /** The line that the relation gives, and the others that it takes. */
  target: number;
  from: readonly number[];
  formula: string;
  support: Support;
  /** How many relations of the family were tried. */
  tried: number;
}

/** One relation to look at: what it gives at each position, and where that says nothing. */
interface Trial {
  family: string;
  target: number;
  from: readonly number[];
  formula: () => string;
  expected: (at: number) => Interval | null;
  isTrivial?: (at: number) => boolean;
  /** As for `supportOf`: a mean of numbers that are nearly equal is nothing. */
  spread?: (at: number) => number;
}

/** Above this many lines those families are left out that look at any three of them, or at runs. */
const MOST_LINES = 40;
/** Totals of lines that do not stand side by side are looked for among so many, of at most so many parts. */
const MOST_FOR_SUBSETS = 18;
const BIGGEST_SUBSET = 5;
/** Odd widths: the ledger's moving totals stand at the middle of what they add. */
const SPANS = [3, 5, 7];

/** A function's values over intervals, where it rises or falls in each argument: at the corners. */
function corners(f: (...values: number[]) => number, parts: Values): Interval | null {
  let [low, high] = [Infinity, -Infinity];
  if (parts.some((part) => part == null)) return null;
  for (let corner = 0; corner < 1 << parts.length; corner++) {
    const value = f(...parts.map((part, at) => part![(corner >> at) & 1]!));
    if (!Number.isFinite(value)) return null;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

const isZero = (value: Interval | null | undefined): boolean =>
  value != null && value[0] <= 0 && value[1] >= 0 && Math.abs(value[0] + value[1]) < 1e-12;
const same = (a: Interval | null | undefined, b: Interval | null | undefined): boolean =>
  a != null && b != null && a[0] + a[1] === b[0] + b[1];
const known = (values: Values): Interval[] => values.filter((value) => value != null);
const sum = (parts: Values): Interval | null =>
  parts.some((part) => part == null)
    ? null
    : [parts.reduce((all, part) => all + part![0], 0), parts.reduce((all, part) => all + part![1], 0)];
const scaled = (interval: Interval | null, by: number): Interval | null =>
  interval && [interval[0] * by, interval[1] * by];

/** How far apart numbers lie: what a mean of them can be. */
function spreadOf(parts: Values): number {
  const middles = known(parts).map(middle);
  return Math.max(...middles) - Math.min(...middles);
}

/** A line from two others at the same position. `place`: totals stand first or last, what is derived behind its parts. */
const PAIRS: readonly { name: string; f: (a: number, b: number) => number; formula: (a: string, b: string) => string; either?: true; isMean?: true; place?: "end" | "last" }[] = [
  { name: "sum", f: (a, b) => a + b, formula: (a, b) => `${a} + ${b}`, either: true, place: "end" },
  { name: "difference", f: (a, b) => a - b, formula: (a, b) => `${a} - ${b}`, place: "last" },
  { name: "middle", f: (a, b) => (a + b) / 2, formula: (a, b) => `(${a} + ${b}) / 2`, either: true, isMean: true },
  { name: "harmonic mean", f: (a, b) => (2 * a * b) / (a + b), formula: (a, b) => `2 * ${a} * ${b} / (${a} + ${b})`, either: true, isMean: true },
  { name: "product", f: (a, b) => a * b, formula: (a, b) => `${a} * ${b}`, either: true, place: "last" },
  { name: "geometric mean", f: (a, b) => Math.sqrt(a * b), formula: (a, b) => `sqrt(${a} * ${b})`, either: true, isMean: true },
  { name: "ratio", f: (a, b) => a / b, formula: (a, b) => `${a} / ${b}` },
  { name: "per cent", f: (a, b) => (100 * a) / b, formula: (a, b) => `100 * ${a} / ${b}` },
  { name: "per cent change", f: (a, b) => 100 * (a / b - 1), formula: (a, b) => `100 * (${a} / ${b} - 1)` },
  { name: "p of estimate and error", f: (a, b) => normalPValue(Math.abs(a / b)), formula: (a, b) => `pOfZ(${a} / ${b})` },
  ...[0.9, 0.95, 0.99].flatMap((level) => [
    { name: "limit of an interval", f: (a: number, b: number) => a - normalCritical(level) * b, formula: (a: string, b: string) => `lower(${a}, ${b}, ${level})` },
    { name: "limit of an interval", f: (a: number, b: number) => a + normalCritical(level) * b, formula: (a: string, b: string) => `upper(${a}, ${b}, ${level})` },
  ]),
]; // prettier-ignore

type One = { name: string; f: (values: Values, at: number) => Interval | null; formula: (line: NumberLine) => string; after?: true }; // prettier-ignore
const here = (name: string, f: (a: number) => number, formula: (a: string) => string, after?: true): One => ({ name, f: (values, at) => corners(f, [values[at] ?? null]), formula: (line) => formula(line.here), ...(after && { after }) }); // prettier-ignore
/** Against the position before, or the first one. */
const growth = (kind: "before" | "first", f: (now: number, then: number) => number, formula: (a: string) => string): One => ({ name: kind === "before" ? "growth" : "growth on the first", f: (values, at) => (at === 0 ? null : corners(f, [values[at] ?? null, values[kind === "first" ? 0 : at - 1] ?? null])), formula: ({ whole }) => formula(whole) }); // prettier-ignore
const ofAll = (scale: number): One => ({ name: "share of the column", f: (values, at) => { const all = sum(values); return all && corners((own, total) => (scale * own!) / total!, [values[at]!, all]); }, formula: ({ whole }) => `${scale === 1 ? "" : "100 * "}share(${whole})[row]` }); // prettier-ignore
const moving = (width: number, by: number, name: string): One => ({ name: `moving ${name}`, f: (values, at) => (at < (width - 1) / 2 || at + (width - 1) / 2 >= values.length ? null : scaled(sum(values.slice(at - (width - 1) / 2, at + (width + 1) / 2)), by)), formula: ({ whole }) => `${name}(${whole}, ${width})[row]` }); // prettier-ignore

/** A line from one other: from the number at the same position, or from the whole line. */
const ONES: readonly One[] = [
  here("copy", (a) => a, (a) => a, true),
  here("per cent of a share", (a) => 100 * a, (a) => `100 * ${a}`),
  here("the rest of 100", (a) => 100 - a, (a) => `100 - ${a}`, true),
  here("the rest of 1", (a) => 1 - a, (a) => `1 - ${a}`, true),
  here("square", (a) => a * a, (a) => `${a} ** 2`),
  here("root", Math.sqrt, (a) => `sqrt(${a})`),
  here("exponential", Math.exp, (a) => `exp(${a})`),
  here("p of z", (a) => normalPValue(Math.abs(a)), (a) => `pOfZ(${a})`),
  ...SPANS.flatMap((width) => [moving(width, 1, "total"), moving(width, 1 / width, "average")]),
  growth("before", (now, then) => now / then, (a) => `growth(${a}, "factor", "chain")[row]`),
  growth("before", (now, then) => now / then - 1, (a) => `growth(${a}, "rate", "chain")[row]`),
  growth("before", (now, then) => 100 * (now / then - 1), (a) => `100 * growth(${a}, "rate", "chain")[row]`),
  growth("before", (now, then) => now - then, (a) => `differences(${a})[row]`),
  growth("first", (now, then) => now / then, (a) => `growth(${a}, "factor", "base")[row]`),
  growth("first", (now, then) => now / then - 1, (a) => `growth(${a}, "rate", "base")[row]`),
  growth("first", (now, then) => (100 * now) / then, (a) => `100 * growth(${a}, "factor", "base")[row]`),
  ofAll(1),
  ofAll(100),
]; // prettier-ignore

function* fromOne({ lines, positions }: Lines): Generator<Trial> {
  const ends = [...new Set([0, positions.length - 1])];
  /** The line's share of its first or last cell, mostly a total. */
  const shares = [1, 100].flatMap((scale) => ends.map((base): One => ({ name: scale === 1 ? "share of a cell" : "per cent of a cell", f: (values, at) => (at === base ? null : corners((own, all) => (scale * own!) / all!, [values[at] ?? null, values[base] ?? null])), formula: (line) => `${scale === 1 ? "" : "100 * "}${line.here} / ${line.whole}[${JSON.stringify(positions[base])}]` }))); // prettier-ignore
  for (const { name, f, formula, after } of [...ONES, ...shares])
    for (const [from, line] of lines.entries())
      for (const [target, { values }] of lines.entries())
        if (from !== target && (after === undefined || target > from))
          yield {
            ...{ family: name, target, from: [from], formula: () => formula(line) },
            expected: (at) => f(line.values, at),
            isTrivial: (at) => name !== "copy" && same(line.values[at], values[at]),
          };
}

function* fromTwo({ lines }: Lines): Generator<Trial> {
  if (lines.length > MOST_LINES) return;
  for (const { name, f, formula, either, isMean, place } of PAIRS)
    for (const [first, a] of lines.entries())
      for (const [second, b] of lines.entries()) {
        if (first === second || (either && second < first)) continue;
        const parts = (at: number): Values => [a.values[at] ?? null, b.values[at] ?? null];
        const [low, high] = [Math.min(first, second), Math.max(first, second)];
        for (const [target, { values }] of lines.entries())
          if (
            target !== first &&
            target !== second &&
            !(place === "last" && target < high) &&
            !(place === "end" && target > low && target < high)
          )
            yield {
              ...{ family: name, target, from: [first, second], formula: () => formula(a.here, b.here) },
              expected: (at) => corners(f as (...all: number[]) => number, parts(at)),
              // Nothing is said by 3 = 3 + 0, or by the mean of equal numbers.
              isTrivial: (at) => parts(at).some(isZero) || parts(at).every((part) => same(part, values[at])),
              ...(isMean && { spread: (at) => spreadOf(parts(at)) }),
            };
      }
}

const MANY: readonly { name: string; f: (parts: Values) => Interval | null; formula: (list: string) => string; isMean?: true }[] = [
  { name: "sum", f: (parts) => sum(known(parts)), formula: (list) => `sum(${list})` },
  { name: "mean", f: (parts) => scaled(sum(parts), 1 / parts.length), formula: (list) => `mean(${list})`, isMean: true },
  ...[100, 1].map((all) => ({ name: `the rest of ${all}`, f: (parts: Values) => corners((part) => all - part!, [sum(known(parts))]), formula: (list: string) => `${all} - sum(${list})` })),
]; // prettier-ignore

/** A line from several others, of which some may be 0 or missing: two and more that are not. */
function fromMany(
  { lines }: Lines,
  { name, f, formula, isMean }: (typeof MANY)[number],
  target: number,
  from: readonly number[],
): Trial {
  const parts = (at: number): Values => from.map((one) => lines[one]!.values[at] ?? null);
  return {
    ...{ family: `${name} of several`, target, from },
    formula: () => formula(from.map((one) => lines[one]!.here).join(", ")),
    expected: (at) => f(parts(at)),
    isTrivial: (at) =>
      known(parts(at)).filter((part) => !isZero(part)).length < 2 ||
      parts(at).every((part) => same(part, lines[target]!.values[at])),
    ...(isMean && { spread: (at) => spreadOf(parts(at)) }),
  };
}

/** Lines side by side, and the one before, behind, first or last. */
function* fromNeighbours(all: Lines): Generator<Trial> {
  const { length } = all.lines;
  if (length > MOST_LINES) return;
  for (const kind of MANY)
    for (let start = 0; start < length; start++)
      for (let end = start + 1; end < length; end++) {
        const isRest = kind.name.startsWith("the rest");
        const part = (at: number): string | undefined => all.lines[at] && partSuffix(all.lines[at].name);
        // Of cells with two numbers the first make a sum, or the second.
        const from = Array.from({ length: end - start + 1 }, (_, at) => start + at).filter((at) => part(at) === part(start)); // prettier-ignore
        if (from.at(-1) !== end || from.length < (isRest ? 2 : 3)) continue;
        const others = Array.from({ length }, (_, at) => at).filter((at) => part(at) === part(start) && (at < start || at > end)); // prettier-ignore
        const next = others.find((at) => at > end);
        const before = others.findLast((at) => at < start);
        for (const target of new Set(isRest ? [next] : [before, next, others.at(-1), others[0]]))
          if (target !== undefined) yield fromMany(all, kind, target, from);
      }
}

/** A total of lines that do not stand side by side: two to five of those above it. */
function* fromSome(all: Lines): Generator<Trial> {
  const chosen = function* (below: number, next: number, so: readonly number[]): Generator<number[]> {
    if (so.length > 1 && so.at(-1)! - so[0]! >= so.length) yield [...so];
    if (so.length < BIGGEST_SUBSET)
      for (let one = next; one < below; one++) yield* chosen(below, one + 1, [...so, one]);
  };
  for (let target = 3; target < Math.min(all.lines.length, MOST_FOR_SUBSETS + 1); target++)
    for (const from of chosen(target, 0, []))
      yield { ...fromMany(all, MANY[0]!, target, from), family: "sum of some" };
}

/** The last or first line as the mean of the others, each weighted by a number of its own: n. */
function* weighted({ lines }: Lines, across: Lines): Generator<Trial> {
  for (const target of new Set([0, lines.length - 1])) {
    const from = lines.flatMap((_, at) => (at === target ? [] : at));
    for (const { values, whole } of across.lines) {
      const weights = from.map((at) =>
        values[at] == null ? Number.NaN : (values[at][0] + values[at][1]) / 2,
      );
      if (from.length < 2 || !weights.every((weight) => weight >= 0)) continue;
      const total = weights.reduce((all, weight) => all + weight, 0);
      const weight = (at: number): string => `${whole}[${JSON.stringify(across.positions[at])}]`;
      yield {
        ...{ family: "weighted mean", target, from },
        formula: () =>
          `(${from.map((at) => `${weight(at)} * ${lines[at]!.here}`).join(" + ")}) / (${from.map(weight).join(" + ")})`,
        expected: (place) =>
          sum(from.map((at, nth) => scaled(lines[at]!.values[place] ?? null, weights[nth]! / total))),
        isTrivial: (place) =>
          from.every((at) => same(lines[at]!.values[place], lines[target]!.values[place])),
        spread: (place) => spreadOf(from.map((at) => lines[at]!.values[place] ?? null)),
      };
    }
  }
}

/** All relations of one table, in one direction, that can be looked at. `across` has the table the other way round. */
export function relationsOf(all: Lines, across: Lines): { relations: Relation[]; tried: number } {
  return looked(all, [fromTwo(all), fromOne(all), fromNeighbours(all), fromSome(all), weighted(all, across)]);
}

/** Whether lines of two tables, matched by their positions' names, are the same: what a table took over from another. */
export function copiesOf(all: Lines, other: Lines): Relation[] {
  const places = new Map(other.positions.map((name, at) => [name, at]));
  const trials = all.lines.flatMap((_, target) =>
    other.lines.map((line, from): Trial => ({
      ...{ family: "copy", target, from: [from], formula: () => line.here },
      expected: (at) => line.values[places.get(all.positions[at]!) ?? -1] ?? null,
    })),
  );
  return looked(all, [trials]).relations;
}

function looked(
  { lines }: Lines,
  families: readonly Iterable<Trial>[],
): { relations: Relation[]; tried: number } {
  const counts = new Map<string, number>();
  const found: Omit<Relation, "tried">[] = [];
  let tried = 0;
  for (const trials of families)
    for (const { family, target, from, formula, expected, isTrivial, spread } of trials) {
      counts.set(family, (counts.get(family) ?? 0) + 1);
      tried++;
      const { values } = lines[target]!;
      const support = supportOf(
        values,
        expected,
        (at) => isZero(values[at]) || isTrivial?.(at) === true,
        spread,
      );
      if (support !== null) found.push({ family, target, from, formula: formula(), support });
    }
  return { relations: found.map((one) => ({ ...one, tried: counts.get(one.family)! })), tried };
}
