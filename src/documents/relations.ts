import { normalPValue } from "../helper/statistics/tail-areas.js";
import { normalCritical } from "../helper/statistics/distributions.js";
import type { Interval } from "../ledger/interval.js";
import { supportOf, type Support } from "./chance.js";

/** Numbers side by side, all columns or all rows of a table: what each prints, by position. */
export interface NumberLine {
  /** How a formula names the number at the present position: `T1.x[row]`, `T1[column]["total"]`. */
  here: string;
  /** How a formula names the whole line. */
  whole: string;
  name: string;
  values: readonly (Interval | null)[];
}

export interface Lines {
  lines: readonly NumberLine[];
  /** Names of the positions, in the order of the table. */
  positions: readonly string[];
}

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

type Tried = Omit<Relation, "family" | "tried">;
/** Tries relations and keeps what can be looked at; returns how many were tried. */
type Family = (lines: Lines, keep: (relation: Tried) => void) => number;

/** Above this many lines those families are left out that look at any three of them. */
const MOST_LINES = 40;
/** Odd widths: the ledger's moving totals stand at the middle of what they add. */
const SPANS = [3, 5, 7];

/** A function's values over intervals, where it rises or falls in each argument: at the corners. */
function corners(f: (...values: number[]) => number, parts: readonly Interval[]): Interval {
  let [low, high] = [Infinity, -Infinity];
  for (let corner = 0; corner < 1 << parts.length; corner++) {
    const value = f(...parts.map((part, at) => part[(corner >> at) & 1]!));
    if (!Number.isFinite(value)) return [Number.NaN, Number.NaN];
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

const isPoint = (value: Interval | null | undefined, point: number): boolean =>
  value != null &&
  value[0] <= point &&
  value[1] >= point &&
  Math.abs(value[0] + value[1] - 2 * point) < 1e-12;
const sum = (parts: readonly Interval[]): Interval => [
  parts.reduce((all, [low]) => all + low, 0),
  parts.reduce((all, [, high]) => all + high, 0),
];
const same = (a: Interval, b: Interval): boolean => a[0] + a[1] === b[0] + b[1];

/** The relation of a target with lines at the same position. */
/** How far apart numbers lie: what a mean of them can be. */
function spreadOf(parts: readonly Interval[]): number {
  const middles = parts.map(([low, high]) => low / 2 + high / 2);
  return Math.max(...middles) - Math.min(...middles);
}

function atPosition(
  target: NumberLine,
  from: readonly NumberLine[],
  f: (parts: readonly Interval[]) => Interval,
  isMean = false,
): Support | null {
  const parts = (at: number): Interval[] | null => {
    const found = from.map(({ values }) => values[at]);
    return found.every((value) => value != null) ? (found as Interval[]) : null;
  };
  return supportOf(
    target.values,
    (at) => {
      const given = parts(at);
      return given === null ? null : f(given);
    },
    (at) => {
      // Nothing is said by 0 = 0 + 0, by 3 = 3 + 0, or by the mean of equal numbers.
      const given = parts(at);
      return (
        given === null ||
        given.some((value) => isPoint(value, 0)) ||
        given.every((value) => same(value, target.values[at]!))
      );
    },
    (at) => (isMean ? spreadOf(parts(at) ?? []) : Number.POSITIVE_INFINITY),
  );
}

/** Families that give one line from two others at the same position: a row of a table each. */
const PAIRS: readonly {
  name: string;
  f: (a: number, b: number) => number;
  formula: (a: string, b: string) => string;
  /** The order of the two does not matter. */
  either?: true;
  /** Where the line stands that is given: totals stand first or last, what is derived behind what it is derived from. */
  place?: "end" | "last";
}[] = [
  { name: "sum", f: (a, b) => a + b, formula: (a, b) => `${a} + ${b}`, either: true, place: "end" },
  { name: "difference", f: (a, b) => a - b, formula: (a, b) => `${a} - ${b}`, place: "last" },
  { name: "middle", f: (a, b) => (a + b) / 2, formula: (a, b) => `(${a} + ${b}) / 2`, either: true },
  { name: "product", f: (a, b) => a * b, formula: (a, b) => `${a} * ${b}`, either: true, place: "last" },
  { name: "geometric mean", f: (a, b) => Math.sqrt(a * b), formula: (a, b) => `sqrt(${a} * ${b})`, either: true },
  { name: "ratio", f: (a, b) => a / b, formula: (a, b) => `${a} / ${b}` },
  { name: "per cent", f: (a, b) => (100 * a) / b, formula: (a, b) => `100 * ${a} / ${b}` },
  { name: "per cent change", f: (a, b) => 100 * (a / b - 1), formula: (a, b) => `100 * (${a} / ${b} - 1)` },
  { name: "p of estimate and error", f: (a, b) => normalPValue(Math.abs(a / b)), formula: (a, b) => `pOfZ(${a} / ${b})` },
  ...["0.9", "0.95", "0.99"].flatMap((level) => [
    { name: "limit of an interval", f: (a: number, b: number) => a - normalCritical(Number(level)) * b, formula: (a: string, b: string) => `lower(${a}, ${b}, ${level})` },
    { name: "limit of an interval", f: (a: number, b: number) => a + normalCritical(Number(level)) * b, formula: (a: string, b: string) => `upper(${a}, ${b}, ${level})` },
  ]),
]; // prettier-ignore

const pairs =
  ({ name, f, formula, either, place }: (typeof PAIRS)[number]): Family =>
  ({ lines }, keep) => {
    let tried = 0;
    if (lines.length > MOST_LINES) return 0;
    lines.forEach((a, first) =>
      lines.forEach((b, second) => {
        if (first === second || (either && second < first)) return;
        lines.forEach((target, at) => {
          if (at === first || at === second) return;
          const [low, high] = [Math.min(first, second), Math.max(first, second)];
          if ((place === "last" && at < high) || (place === "end" && at > low && at < high)) return;
          tried++;
          const support = atPosition(
            target,
            [a, b],
            (parts) => corners(f as (...values: number[]) => number, parts),
            name === "middle" || name === "geometric mean",
          );
          if (support !== null)
            keep({ target: at, from: [first, second], formula: formula(a.here, b.here), support });
        });
      }),
    );
    return tried;
  };

/** Families that give one line from one other at the same position. */
const SINGLES: readonly { name: string; f: (a: number) => number; formula: (a: string) => string }[] = [
  { name: "copy", f: (a) => a, formula: (a) => a },
  { name: "per cent of a share", f: (a) => 100 * a, formula: (a) => `100 * ${a}` },
  { name: "the rest of 100", f: (a) => 100 - a, formula: (a) => `100 - ${a}` },
  { name: "the rest of 1", f: (a) => 1 - a, formula: (a) => `1 - ${a}` },
  { name: "square", f: (a) => a * a, formula: (a) => `${a} ** 2` },
  { name: "root", f: (a) => Math.sqrt(a), formula: (a) => `sqrt(${a})` },
  { name: "exponential", f: (a) => Math.exp(a), formula: (a) => `exp(${a})` },
  { name: "p of z", f: (a) => normalPValue(Math.abs(a)), formula: (a) => `pOfZ(${a})` },
];

const singles =
  ({ name, f, formula }: (typeof SINGLES)[number]): Family =>
  ({ lines }, keep) => {
    let tried = 0;
    lines.forEach((a, first) =>
      lines.forEach((target, at) => {
        if (first === at || (name.includes("rest") && at < first)) return;
        tried++;
        const isCopy = name === "copy";
        const support = supportOf(
          target.values,
          (place) => (a.values[place] == null ? null : corners((value) => f(value!), [a.values[place]])),
          (place) =>
            isPoint(target.values[place], 0) ||
            (!isCopy && a.values[place] != null && same(a.values[place], target.values[place]!)),
        );
        if (support !== null && (!isCopy || at > first))
          keep({ target: at, from: [first], formula: formula(a.here), support });
      }),
    );
    return tried;
  };

/** Families that give a line from another's whole run of positions: shares, growth, moving totals. */
type Whole = readonly (Interval | null)[];
const windows = SPANS.flatMap((width) =>
  (
    [
      ["total", (all: Interval) => all, (line: string) => `total(${line}, ${width})`],
      [
        "average",
        ([low, high]: Interval): Interval => [low / width, high / width],
        (line: string) => `average(${line}, ${width})`,
      ],
    ] as const
  ).map(([kind, scaled, formula]) => ({
    name: `moving ${kind}`,
    f: (values: Whole, at: number): Interval | null => {
      const side = (width - 1) / 2;
      const part = values.slice(Math.max(0, at - side), at + side + 1);
      return part.length < width || part.some((value) => value == null)
        ? null
        : scaled(sum(part as Interval[]));
    },
    formula: (line: string) => `${formula(line)}[row]`,
  })),
);
const before =
  (f: (now: number, last: number) => number) =>
  (values: Whole, at: number): Interval | null =>
    at === 0 || values[at] == null || values[at - 1] == null
      ? null
      : corners((now, last) => f(now!, last!), [values[at], values[at - 1]!]);
const first =
  (f: (now: number, base: number) => number) =>
  (values: Whole, at: number): Interval | null =>
    at === 0 || values[at] == null || values[0] == null
      ? null
      : corners((now, base) => f(now!, base!), [values[at], values[0]]);
const ofAll =
  (scale: number) =>
  (values: Whole, at: number): Interval | null => {
    if (values.some((value) => value == null) || values[at] == null) return null;
    const total = sum(values as Interval[]);
    return corners((own, all) => (scale * own!) / all!, [values[at], total]);
  };

const WHOLES: readonly { name: string; f: (values: Whole, at: number) => Interval | null; formula: (line: string) => string }[] = [
  ...windows,
  { name: "running sum", f: (values, at) => (at === 0 || values.slice(0, at + 1).some((value) => value == null) ? null : sum(values.slice(0, at + 1) as Interval[])), formula: () => "" },
  { name: "growth", f: before((now, last) => now / last), formula: (line) => `growth(${line}, "factor", "chain")[row]` },
  { name: "growth", f: before((now, last) => now / last - 1), formula: (line) => `growth(${line}, "rate", "chain")[row]` },
  { name: "growth", f: before((now, last) => 100 * (now / last - 1)), formula: (line) => `100 * growth(${line}, "rate", "chain")[row]` },
  { name: "growth", f: before((now, last) => now - last), formula: (line) => `differences(${line})[row]` },
  { name: "growth on the first", f: first((now, base) => now / base), formula: (line) => `growth(${line}, "factor", "base")[row]` },
  { name: "growth on the first", f: first((now, base) => now / base - 1), formula: (line) => `growth(${line}, "rate", "base")[row]` },
  { name: "growth on the first", f: first((now, base) => (100 * now) / base), formula: (line) => `100 * growth(${line}, "factor", "base")[row]` },
  { name: "share of the column", f: ofAll(1), formula: (line) => `share(${line})[row]` },
  { name: "share of the column", f: ofAll(100), formula: (line) => `100 * share(${line})[row]` },
]; // prettier-ignore

const wholes =
  ({ f, formula }: (typeof WHOLES)[number]): Family =>
  ({ lines }, keep) => {
    let tried = 0;
    lines.forEach((line, from) =>
      lines.forEach((target, at) => {
        if (from === at) return;
        tried++;
        const support = supportOf(
          target.values,
          (place) => f(line.values, place),
          (place) =>
            isPoint(target.values[place], 0) ||
            (line.values[place] != null && same(line.values[place], target.values[place]!)),
        );
        if (support !== null) keep({ target: at, from: [from], formula: formula(line.whole), support });
      }),
    );
    return tried;
  };

/** A line that is the sum or mean of lines side by side. */
const runs =
  (kind: "sum" | "mean"): Family =>
  ({ lines }, keep) => {
    let tried = 0;
    if (lines.length > MOST_LINES) return 0;
    for (let start = 0; start < lines.length; start++)
      for (let end = start + 2; end < lines.length; end++) {
        const from = Array.from({ length: end - start + 1 }, (_, at) => start + at);
        for (const target of [start - 1, end + 1, lines.length - 1, 0]) {
          if (target < 0 || target >= lines.length || (target >= start && target <= end)) continue;
          tried++;
          const scale = kind === "sum" ? 1 : 1 / from.length;
          const support = atLeastTwo(
            lines[target]!,
            from.map((at) => lines[at]!),
            scale,
          );
          if (support !== null)
            keep({
              target,
              from,
              formula: `${kind}(${from.map((at) => lines[at]!.here).join(", ")})`,
              support,
            });
        }
      }
    return tried;
  };

/** As `atPosition`, where some of many parts may be 0 or missing: a sum of two and more that are not. */
function atLeastTwo(target: NumberLine, from: readonly NumberLine[], scale: number): Support | null {
  const parts = (at: number): Interval[] =>
    from.flatMap(({ values }) => (values[at] == null ? [] : [values[at]]));
  return supportOf(
    target.values,
    (at) => {
      if (scale !== 1 && parts(at).length < from.length) return null;
      const [low, high] = sum(parts(at));
      return [scale * low, scale * high];
    },
    (at) =>
      parts(at).filter((value) => !isPoint(value, 0)).length < 2 ||
      parts(at).every((value) => same(value, target.values[at]!)),
    (at) => (scale === 1 ? Number.POSITIVE_INFINITY : spreadOf(parts(at))),
  );
}

const BIGGEST_SUBSET = 5;
const MOST_FOR_SUBSETS = 18;

/** A total of lines that do not stand side by side: two to five of those above it. */
const subsets: Family = ({ lines }, keep) => {
  let tried = 0;
  lines.forEach((target, at) => {
    if (at < 3 || at > MOST_FOR_SUBSETS) return;
    const chosen: number[] = [];
    const choose = (next: number): void => {
      if (chosen.length > 1 && chosen.at(-1)! - chosen[0]! >= chosen.length) {
        tried++;
        const support = atLeastTwo(
          target,
          chosen.map((one) => lines[one]!),
          1,
        );
        if (support !== null)
          keep({
            target: at,
            from: [...chosen],
            formula: `sum(${chosen.map((one) => lines[one]!.here).join(", ")})`,
            support,
          });
      }
      if (chosen.length === BIGGEST_SUBSET) return;
      for (let one = next; one < at; one++) {
        chosen.push(one);
        choose(one + 1);
        chosen.pop();
      }
    };
    choose(0);
  });
  return tried;
};

/** A line that is another's share of one of its cells, mostly a total's. */
const shares =
  (scale: 1 | 100): Family =>
  ({ lines, positions }, keep) => {
    let tried = 0;
    lines.forEach((line, from) =>
      lines.forEach((target, at) => {
        if (from === at) return;
        for (const base of new Set([0, positions.length - 1])) {
          const whole = line.values[base];
          if (whole == null) continue;
          tried++;
          const support = supportOf(
            target.values,
            (place) =>
              line.values[place] == null || place === base
                ? null
                : corners((own, all) => (scale * own!) / all!, [line.values[place], whole]),
            (place) => isPoint(target.values[place], 0),
          );
          const formula = `${scale === 1 ? "" : "100 * "}${line.here} / ${line.whole}[${JSON.stringify(positions[base])}]`;
          if (support !== null) keep({ target: at, from: [from], formula, support });
        }
      }),
    );
    return tried;
  };

/** The last or first line as the mean of the others, each weighted by a number of its own: n. */
const weighted =
  (across: Lines): Family =>
  ({ lines }, keep) => {
    let tried = 0;
    for (const target of new Set([0, lines.length - 1])) {
      const from = lines.flatMap((_, at) => (at === target ? [] : at));
      across.lines.forEach((weights) => {
        if (from.length < 2 || from.some((at) => weights.values[at] == null || weights.values[at][0] < 0))
          return;
        tried++;
        const total = from.reduce(
          (all, at) => all + (weights.values[at]![0] + weights.values[at]![1]) / 2,
          0,
        );
        const support = supportOf(
          lines[target]!.values,
          (place) => {
            if (from.some((at) => lines[at]!.values[place] == null)) return null;
            const end = (side: 0 | 1): number =>
              from.reduce(
                (all, at) =>
                  all +
                  ((weights.values[at]![0] + weights.values[at]![1]) / 2) * lines[at]!.values[place]![side],
                0,
              ) / total;
            return [end(0), end(1)];
          },
          (place) =>
            from.every(
              (at) =>
                lines[at]!.values[place] != null &&
                same(lines[at]!.values[place], lines[target]!.values[place]!),
            ),
        );
        const weight = (at: number): string => `${weights.whole}[${JSON.stringify(across.positions[at])}]`;
        const formula = `(${from.map((at) => `${weight(at)} * ${lines[at]!.here}`).join(" + ")}) / (${from.map(weight).join(" + ")})`;
        if (support !== null) keep({ target, from, formula, support });
      });
    }
    return tried;
  };

/** All relations of one table, in one direction, that can be looked at. `across` has the table the other way round. */
export function relationsOf(lines: Lines, across: Lines): { relations: Relation[]; tried: number } {
  const families: [name: string, family: Family][] = [
    ...PAIRS.map((one): [string, Family] => [one.name, pairs(one)]),
    ...SINGLES.map((one): [string, Family] => [one.name, singles(one)]),
    ...WHOLES.filter(({ name }) => name !== "running sum").map((one): [string, Family] => [
      one.name,
      wholes(one),
    ]),
    ["sum of neighbours", runs("sum")],
    ["mean of neighbours", runs("mean")],
    ["sum of some", subsets],
    ["share of a cell", shares(1)],
    ["per cent of a cell", shares(100)],
    ["weighted mean", weighted(across)],
  ];
  const counts = new Map<string, number>();
  const found: Omit<Relation, "tried">[] = [];
  for (const [family, search] of families) {
    const tried = search(lines, (relation) => found.push({ family, ...relation }));
    counts.set(family, (counts.get(family) ?? 0) + tried);
  }
  const tried = [...counts.values()].reduce((all, count) => all + count, 0);
  return {
    relations: found.map((relation) => ({ ...relation, tried: counts.get(relation.family)! })),
    tried,
  };
}

/** Whether lines of two tables, matched by their positions' names, are the same: what a table took over from another. */
export function copiesOf(lines: Lines, other: Lines): Relation[] {
  const places = new Map(other.positions.map((name, at) => [name, at]));
  const found: Relation[] = [];
  let tried = 0;
  lines.lines.forEach((target, at) =>
    other.lines.forEach((line, from) => {
      tried++;
      const support = supportOf(
        target.values,
        (place) => line.values[places.get(lines.positions[place]!) ?? -1] ?? null,
        (place) => isPoint(target.values[place], 0),
      );
      if (support !== null)
        found.push({ family: "copy", target: at, from: [from], formula: line.here, support, tried: 0 });
    }),
  );
  return found.map((relation) => ({ ...relation, tried }));
}
