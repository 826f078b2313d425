import { mean, sampleStandardDeviation } from "simple-statistics";
import { tCritical } from "../helper/statistics/distributions.js";
import { coefficient } from "../helper/statistics/centred.js";
import { text } from "../base/text.js";
import { dependentCorrelations } from "../econometrics/dependent-correlations.js";
import { firstDifferences } from "../egov/first-differences.js";
import { growthContributions } from "../egov/index-identity.js";
import { varianceInflation } from "../econometrics/collinearity.js";
import { linearTrend, type LinearTrend } from "../helper/statistics/linear-trend.js";
import { movingTotal } from "../helper/statistics/moving-total.js";
import { marked } from "../ledger/reasons.js";
import type { Ledger } from "../ledger/paper-folder.js";
import { loadLedger } from "./judge.js";

/** "not supported": nothing in the paper tests it; "undecided": readings, periods or rounding allow both answers. */
export type Answer = "holds" | "does not hold" | "not supported" | "undecided";

/** The answer from one set of figures, and what decides it. */
export interface Survival {
  answer: Answer;
  /** The answer with its sign, in the current language; an answer judged by a person rather than computed says so. */
  said: string;
  evidence: string;
}

/**
 * One of the paper's conclusions or this project's questions, checked on the paper's own inputs and on the published
 * figures.
 */
export interface Conclusion {
  place: string;
  statement: string;
  limits: string;
  id: string;
  /** Whether the paper concludes it or this project asks it. */
  by: "paper" | "project";
  recomputed: Survival;
  official: Survival;
}

/** What a check finds. */
type Found = Omit<Survival, "said"> & { read?: true };

const COMPONENTS = ["OSI", "TII", "HCI"] as const;
type Component = (typeof COMPONENTS)[number];

/** All figures used for the conclusions, in time order; `lately` is participation since 2020. */
type Figures = Record<Component | "years" | "EGDI" | "ranks" | "participation" | "lately", number[]>;
type Check = (figures: Figures) => Found;

const SIGNS: Record<Answer, [sign: string, key: string]> = {
  holds: ["✓", "holds"],
  "does not hold": ["✗", "doesNotHold"],
  "not supported": ["–", "notSupported"],
  undecided: ["?", "undecided"],
};

/**
 * Checks the conclusions of the paper's Kazakh text, then this project's own questions, on Tables 1 and 3 as printed
 * and on the published figures of the same editions. Whatever data can decide is computed; the rest was judged by a
 * person.
 *
 * @throws RangeError when a published figure of one of those editions is missing
 * @example checkConclusions().filter(({ by, recomputed }) => by === "paper" && recomputed.answer !== "holds")
 */
export function checkConclusions(ledger: Ledger = loadLedger()): Conclusion[] {
  const [paper, official] = [figuresFrom(ledger, "T3", "T1"), figuresFrom(ledger, "un", "ranks")];
  const forecasts = valuesOf(ledger, "T5", ["2022", "2024"], "m5");
  const untested = (): Found => read("not supported");
  const ofPaper: Record<string, Check> = {
    rise: untested,
    scale: ({ EGDI }) => scale(forecasts, EGDI),
    largest,
    drives: (figures) => read("not supported", changes(figures)),
    efficiency: untested,
    factors: untested,
    collinearity: (figures) => read("not supported", inflation(figures)),
    levels,
    rank,
    participation,
    conditions: untested,
    usage: untested,
    dialogue: untested,
    literacy: (figures) => read(figures === paper ? "not supported" : "undecided"),
    yearly: (figures) => read(figures === paper ? "not supported" : "does not hold"),
  };
  return Object.entries({ ...ofPaper, next, capital, growth }).map(([id, check]) => ({
    ...{ id, by: id in ofPaper ? "paper" : "project" },
    place: text(`conclusion.${id}.place`),
    statement: text(`conclusion.${id}.statement`),
    limits: text(`conclusion.${id}.limits`),
    recomputed: told(check(paper)),
    official: told(check(official)),
  }));
}

function rank({ years, ranks }: Figures): Found {
  return {
    answer: ranks.at(-1)! < ranks[0]! ? "holds" : "does not hold",
    evidence: `${years[0]}: ${ranks[0]}; ${years.at(-1)}: ${ranks.at(-1)}`,
  };
}

/** The paper's own limit for R². */
const LIMIT = 0.5;

function told({ answer, evidence, read }: Found): Survival {
  const [sign, key] = SIGNS[answer];
  const by = read === true ? ` (${text("answer.read")})` : "";
  return { answer, said: `${sign} ${text(`answer.${key}`)}${by}`, evidence: marked(evidence) };
}

/** A person's judgment, with the evidence available. */
const read = (answer: Answer, evidence = text("answer.figures")): Found => ({
  ...{ answer, evidence },
  read: true,
});

const byStrength = (of: (name: Component) => number): { name: Component; r: number }[] =>
  COMPONENTS.map((name) => ({ name, r: of(name) })).sort((a, b) => b.r - a.r);

/** The largest correlation with the index, and whether its lead can be due to chance. */
function largest(figures: Figures): Found {
  const order = byStrength((name) => coefficient(figures[name], figures.EGDI));
  const [first, second] = [order[0]!, order[1]!];
  const between = coefficient(figures[first.name], figures[second.name]);
  const n = figures.EGDI.length;
  const { statistic, df, pValue } = dependentCorrelations(first.r, second.r, between, n);
  const list = order.map(({ name, r }) => `r(${name}) = ${shown(r)}`).join(", ");
  return {
    answer: first.name === "TII" ? "holds" : "does not hold",
    evidence: `${list}; ${first.name}–${second.name}: t(${df}) = ${shown(statistic)}, p = ${shown(pValue)}, n = ${n}`,
  };
}

/** Correlation of a component's annual changes with the index's. */
const ofChanges = (figures: Figures, name: Component): number =>
  coefficient(firstDifferences(figures.years, figures[name]), firstDifferences(figures.years, figures.EGDI));

const changes = (figures: Figures): string =>
  byStrength((name) => ofChanges(figures, name))
    .map(({ name, r }) => `r(Δ${name}, ΔEGDI) = ${shown(r)}`)
    .join(", ");

function inflation({ OSI, TII, HCI }: Figures): string {
  const factors = varianceInflation({ OSI, TII, HCI });
  return Object.entries(factors)
    .map(([name, factor]) => `VIF(${name}) = ${shown(factor)}`)
    .join(", ");
}

/** Whether joined levels reach the limit and had to be joined for it. */
function levels({ EGDI }: Figures): Found {
  const totals = movingTotal(EGDI, 5).filter((total) => !Number.isNaN(total)) as number[];
  const [one, five] = [EGDI, totals].map((values) => lineOf(values).rSquared);
  return {
    answer: five! >= LIMIT && one! < LIMIT ? "holds" : "does not hold",
    evidence: `m = 1: R² = ${shown(one!)}; m = 5: R² = ${shown(five!)}`,
  };
}

/** Every edition, or those since 2020: the sentence can mean either. */
function participation({ participation: ranks, lately }: Figures): Found {
  const inside = (of: readonly number[]): number => of.filter((rank) => rank <= 30).length;
  const [always, now] = [inside(ranks) === ranks.length, inside(lately) === lately.length];
  return {
    answer: always ? "holds" : now ? "undecided" : "does not hold",
    evidence: `${inside(ranks)}/${ranks.length}; 2020–2024: ${inside(lately)}/${lately.length}`,
  };
}

/** In levels, in levels since the 2014 redefinition, and in changes: one sign, or no answer. */
function capital(figures: Figures): Found {
  const { years, HCI, EGDI } = figures;
  const since = years.indexOf(2014);
  const all = [
    coefficient(HCI, EGDI),
    coefficient(HCI.slice(since), EGDI.slice(since)),
    ofChanges(figures, "HCI"),
  ];
  return {
    answer: all.every((r) => r > 0) ? "holds" : all.every((r) => r < 0) ? "does not hold" : "undecided",
    evidence: `r(HCI) = ${shown(all[0]!)}; 2014–2024: ${shown(all[1]!)}; r(ΔHCI, ΔEGDI) = ${shown(all[2]!)}`,
  };
}

/** Over the whole period and over its two parts, before and after 2012. */
function growth(figures: Figures): Found {
  const { years, OSI, TII, HCI } = figures;
  const spans = [years[0]!, years[0]!, 2012].map((from, at) => {
    const to = at === 1 ? 2012 : years.at(-1)!;
    const { shares } = growthContributions({ year: years, OSI, TII, HCI }, from, to);
    return { from, to, shares, order: [...COMPONENTS].sort((a, b) => shares[b] - shares[a]) };
  });
  const first = spans.map(({ order }) => order[0] === "TII");
  return {
    answer: first.every(Boolean) ? "holds" : first[0]! ? "undecided" : "does not hold",
    evidence: spans
      .map(({ from, to, shares, order }) => {
        const list = order.map((name) => `${name} ${(100 * shares[name]).toFixed(1)} %`).join(", ");
        return `${from}–${to}: ${list}`;
      })
      .join("; "),
  };
}

/**
 * Whether the next edition is above the last, judged by the steps so far: their mean, and the prediction interval for
 * one more.
 */
function next({ EGDI }: Figures): Found {
  const steps = EGDI.slice(1).map((value, at) => value - EGDI[at]!);
  const n = steps.length;
  const reach = tCritical(0.95, n - 1) * sampleStandardDeviation(steps) * Math.sqrt(1 + 1 / n);
  const [low, high] = [mean(steps) - reach, mean(steps) + reach];
  return {
    answer: low > 0 ? "holds" : high < 0 ? "does not hold" : "undecided",
    evidence: `ΔEGDI = ${mean(steps).toFixed(3)} (95 %: ${low.toFixed(3)} … ${high.toFixed(3)}), n = ${n}`,
  };
}

/** The line over the edition numbers, from 1. */
function lineOf(values: readonly number[]): LinearTrend {
  const editions = values.map((_, at) => at + 1);
  return linearTrend(editions, values);
}

function scale(forecasts: readonly number[], EGDI: readonly number[]): Found {
  const line = lineOf(EGDI);
  const own = [1, 2].map((step) => shown(line.predict(EGDI.length + step).fit));
  return {
    answer: forecasts.every((value) => value <= 1) ? "holds" : "does not hold",
    evidence: `${forecasts.join(", ")} > 1; m = 1: ${own.join(", ")}`,
  };
}

/** The figures for the editions in Tables 1 and 3, from the given exhibits or sources. */
function figuresFrom(ledger: Ledger, indices: string, ranks: string): Figures {
  const editions = (key: string): string[] =>
    [...ledger.exhibits.find((sheet) => sheet.key === key)!.rows].sort((a, b) => Number(a) - Number(b));
  const [years, ranked] = [editions("T3"), editions("T1")];
  const taken = ranks === "T1" ? ranked : years;
  const lately = taken.filter((year) => Number(year) >= 2020);
  const [EGDI, OSI, TII, HCI] = ["EGDI", ...COMPONENTS].map((name) => valuesOf(ledger, indices, years, name));
  return {
    ...{ years: years.map(Number), EGDI: EGDI!, OSI: OSI!, TII: TII!, HCI: HCI! },
    ranks: valuesOf(ledger, ranks, ranked, "EGDI"),
    // Also published for 2022, which Table 1 leaves out.
    participation: valuesOf(ledger, ranks, taken, "EPI"),
    lately: valuesOf(ledger, ranks, lately, "EPI"),
  };
}

function valuesOf(
  { exhibits, sources }: Ledger,
  key: string,
  rows: readonly string[],
  column: string,
): number[] {
  const sheet = [...exhibits, ...sources].find((one) => one.key === key)!;
  return rows.map((row) => {
    const value = sheet.cells.get(row)?.get(column)?.value;
    if (value === undefined)
      throw new RangeError(text("error.checkConclusionsFoundNoPublishedEvery", { column }));
    return value;
  });
}

const shown = (value: number): string => value.toPrecision(4);
