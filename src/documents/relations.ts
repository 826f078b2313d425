import { normalCritical, normalPValue } from "../helper/statistics/distributions.js";
import type { Interval } from "../ledger/interval.js";
import { supportOf, type Support } from "./chance.js";
import { corners, isZero, known, same, scaled, spreadOf, sum } from "./line-arithmetic.js";
import { partSuffix, quoted, type Lines, type NumberLine } from "./lines.js";

type Values = NumberLine["values"];

export interface Relation {
  family: string;
  /** The line that the relation gives, and those that it uses. */
  target: number;
  from: readonly number[];
  formula: string;
  support: Support;
  /** How many relations of the family were tried. */
  tried: number;
}

/** One relation to test: what it gives at each position, and where that says nothing. */
interface Trial {
  family: string;
  target: number;
  from: readonly number[];
  formula: () => string;
  expected: (at: number) => Interval | null;
  isTrivial?: (at: number) => boolean;
  /** As in `supportOf`. */
  spread?: (at: number) => number;
}

/** Above this many lines, families that combine any three lines or runs of lines are left out. */
const MOST_LINES = 40;
/** Totals of lines that are not adjacent are tried among this many, with at most this many parts. */
const MOST_FOR_SUBSETS = 18;
const BIGGEST_SUBSET = 5;
/** Odd widths, since the ledger's moving totals are centered. */
const SPANS = [3, 5, 7];

/** A line from two others at the same position. `place`: totals come first or last, derived lines after their parts. */
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

type One = {
  name: string;
  f: (values: Values, at: number) => Interval | null;
  formula: (line: NumberLine) => string;
  after?: true;
};
const here = (name: string, f: (a: number) => number, formula: (a: string) => string, after?: true): One => ({
  name,
  f: (values, at) => corners(f, [values[at] ?? null]),
  formula: (line) => formula(line.here),
  ...(after && { after }),
});
/** Relative to the position before, or to the first. */
const growth = (
  kind: "before" | "first",
  f: (now: number, then: number) => number,
  formula: (a: string) => string,
): One => ({
  name: kind === "before" ? "growth" : "growth on the first",
  f: (values, at) =>
    at === 0 ? null : corners(f, [values[at] ?? null, values[kind === "first" ? 0 : at - 1] ?? null]),
  formula: ({ whole }) => formula(whole),
});
const ofAll = (scale: number): One => ({
  name: "share of the column",
  f: (values, at) => {
    const all = sum(values);
    return all && corners((own, total) => (scale * own!) / total!, [values[at]!, all]);
  },
  formula: ({ whole }) => `${scale === 1 ? "" : "100 * "}share(${whole})[row]`,
});
const moving = (width: number, by: number, name: string): One => ({
  name: `moving ${name}`,
  f: (values, at) =>
    at < (width - 1) / 2 || at + (width - 1) / 2 >= values.length
      ? null
      : scaled(sum(values.slice(at - (width - 1) / 2, at + (width + 1) / 2)), by),
  formula: ({ whole }) => `${name}(${whole}, ${width})[row]`,
});

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
  const shares = [1, 100].flatMap((scale) =>
    ends.map((base): One => ({
      name: scale === 1 ? "share of a cell" : "per cent of a cell",
      f: (values, at) =>
        at === base
          ? null
          : corners((own, all) => (scale * own!) / all!, [values[at] ?? null, values[base] ?? null]),
      formula: (line) =>
        `${scale === 1 ? "" : "100 * "}${line.here} / ${line.whole}[${quoted(positions[base]!)}]`,
    })),
  );
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

/** How a line can follow from others at the same position. */
interface Kind {
  name: string;
  f: (parts: Values) => Interval | null;
  formula: (here: readonly string[]) => string;
  /** A mean; it says little among nearly equal numbers. */
  isMean?: true;
  saysNothing?: (parts: Values) => boolean;
}

/** A line from others at the same position; parts that all equal it say nothing. */
function trialOf(
  { lines }: Lines,
  { name, f, formula, isMean, saysNothing }: Kind,
  target: number,
  from: readonly number[],
): Trial {
  const parts = (at: number): Values => from.map((one) => lines[one]!.values[at] ?? null);
  const { values } = lines[target]!;
  return {
    ...{ family: name, target, from, formula: () => formula(from.map((one) => lines[one]!.here)) },
    expected: (at) => f(parts(at)),
    isTrivial: (at) => saysNothing?.(parts(at)) || parts(at).every((part) => same(part, values[at])),
    ...(isMean && { spread: (at) => spreadOf(parts(at)) }),
  };
}

function* fromTwo(all: Lines): Generator<Trial> {
  const { length } = all.lines;
  if (length > MOST_LINES) return;
  for (const { f, formula, either, place, ...pair } of PAIRS) {
    // 3 = 3 + 0 says nothing.
    const kind: Kind = {
      ...pair,
      f: (parts) => corners(f as (...all: number[]) => number, parts),
      formula: ([a, b]) => formula(a!, b!),
      saysNothing: (parts) => parts.some(isZero),
    };
    for (let first = 0; first < length; first++)
      for (let second = either ? first + 1 : 0; second < length; second++) {
        const [low, high] = [Math.min(first, second), Math.max(first, second)];
        const isPlace = (target: number): boolean =>
          place === "last" ? target > high : place === "end" ? target < low || target > high : true;
        for (let target = 0; target < length && first !== second; target++)
          if (target !== first && target !== second && isPlace(target)) yield trialOf(all, kind, target, [first, second]); // prettier-ignore
      }
  }
}

/** From several others, at least two of which are neither 0 nor missing. */
const many = (name: string, formula: (list: string) => string, f: Kind["f"]): Kind => ({
  name: `${name} of several`,
  f,
  formula: (here) => formula(here.join(", ")),
  saysNothing: (parts) => known(parts).filter((part) => !isZero(part)).length < 2,
});
const SUM = many("sum", (list) => `sum(${list})`, (parts) => sum(known(parts))); // prettier-ignore
const MEAN: Kind = { ...many("mean", (list) => `mean(${list})`, (parts) => scaled(sum(parts), 1 / parts.length)), isMean: true }; // prettier-ignore
const RESTS = [100, 1].map((all) =>
  many(
    `the rest of ${all}`,
    (list) => `${all} - sum(${list})`,
    (parts) => corners((part) => all - part!, [sum(known(parts))]),
  ),
);

/** A line from adjacent ones: the line before or after them, the first, or the last. */
function* fromNeighbours(all: Lines): Generator<Trial> {
  const { length } = all.lines;
  if (length > MOST_LINES) return;
  for (const kind of [SUM, MEAN, ...RESTS])
    for (let start = 0; start < length; start++)
      for (let end = start + 1; end < length; end++) {
        const isRest = RESTS.includes(kind);
        const part = (at: number): string | undefined => all.lines[at] && partSuffix(all.lines[at].name);
        // If cells have two numbers, only the first or only the second ones are summed.
        const from = Array.from({ length: end - start + 1 }, (_, at) => start + at).filter((at) => part(at) === part(start)); // prettier-ignore
        if (from.at(-1) !== end || from.length < (isRest ? 2 : 3)) continue;
        const others = Array.from({ length }, (_, at) => at).filter((at) => part(at) === part(start) && (at < start || at > end)); // prettier-ignore
        const next = others.find((at) => at > end);
        const before = others.findLast((at) => at < start);
        for (const target of new Set(isRest ? [next] : [before, next, others.at(-1), others[0]]))
          if (target !== undefined) yield trialOf(all, kind, target, from);
      }
}

/** A total of two to five earlier lines that are not adjacent. */
function* fromSome(all: Lines): Generator<Trial> {
  const chosen = function* (below: number, next: number, so: readonly number[]): Generator<number[]> {
    if (so.length > 1 && so.at(-1)! - so[0]! >= so.length) yield [...so];
    if (so.length < BIGGEST_SUBSET)
      for (let one = next; one < below; one++) yield* chosen(below, one + 1, [...so, one]);
  };
  for (let target = 3; target < Math.min(all.lines.length, MOST_FOR_SUBSETS + 1); target++)
    for (const from of chosen(target, 0, []))
      yield trialOf(all, { ...SUM, name: "sum of some" }, target, from);
}

/** The last or first line as the mean of the others, weighted by numbers such as n. */
function* weighted(all: Lines, across: Lines): Generator<Trial> {
  for (const target of new Set([0, all.lines.length - 1])) {
    const from = all.lines.flatMap((_, at) => (at === target ? [] : at));
    for (const { values, whole } of across.lines) {
      const weights = from.map((at) => (values[at] == null ? NaN : (values[at][0] + values[at][1]) / 2));
      if (from.length < 2 || !weights.every((weight) => weight >= 0)) continue;
      const total = weights.reduce((sumSoFar, weight) => sumSoFar + weight, 0);
      const names = from.map((at) => `${whole}[${quoted(across.positions[at]!)}]`);
      const kind: Kind = {
        name: "weighted mean",
        f: (parts) => sum(parts.map((part, nth) => scaled(part, weights[nth]! / total))),
        formula: (here) => `(${here.map((one, nth) => `${names[nth]} * ${one}`).join(" + ")}) / (${names.join(" + ")})`, // prettier-ignore
        isMean: true,
      };
      yield trialOf(all, kind, target, from);
    }
  }
}

/** All relations of a table in one direction that hold often enough; `across` is the transposed table. */
export function relationsOf(all: Lines, across: Lines): { relations: Relation[]; tried: number } {
  return looked(all, [fromTwo(all), fromOne(all), fromNeighbours(all), fromSome(all), weighted(all, across)]);
}

/** Lines that a table repeats from another, matched by the names of their positions. */
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
  for (const trials of families)
    for (const { family, target, from, formula, expected, isTrivial, spread } of trials) {
      counts.set(family, (counts.get(family) ?? 0) + 1);
      const { values } = lines[target]!;
      const saysNothing = (at: number): boolean => isZero(values[at]) || isTrivial?.(at) === true;
      const support = supportOf(values, expected, saysNothing, spread);
      if (support !== null) found.push({ family, target, from, formula: formula(), support });
    }
  const relations = found.map((one) => ({ ...one, tried: counts.get(one.family)! }));
  return { relations, tried: [...counts.values()].reduce((all, count) => all + count, 0) };
}
