import { coefficient } from "../helper/statistics/correlation.js";
import { worded } from "../base/language.js";
import { text } from "../base/text.js";
import { dependentCorrelations } from "../econometrics/dependent-correlations.js";
import { growthContributions } from "../egov/index-identity.js";
import { varianceInflation } from "../econometrics/variance-inflation.js";
import { linearTrend } from "../helper/statistics/linear-trend.js";
import { movingTotal } from "../helper/statistics/moving-total.js";
import { marked } from "../ledger/reasons.js";
import type { Ledger } from "../ledger/paper-folder.js";
import { loadLedger } from "./judge.js";

/** Whether a conclusion holds on one set of figures, and the figures that decide it; null: they do not decide it. */
export interface Survival {
  holds: boolean | null;
  evidence: string;
}

/** A conclusion of the paper or a question of this project, on the paper's own inputs and on the published figures. */
export interface Conclusion {
  place: string;
  statement: string;
  limits: string;
  id: string;
  /** Whose it is: the paper concludes it, or this project asks it. */
  by: "paper" | "project";
  recomputed: Survival;
  official: Survival;
}

/** Everything that the conclusions are drawn from, in time order. */
interface Figures {
  years: number[];
  EGDI: number[];
  OSI: number[];
  TII: number[];
  HCI: number[];
  ranks: number[];
  participation: number[];
  /** Since 2020. */
  lately: number[];
}

const COMPONENTS = ["OSI", "TII", "HCI"] as const;
type Component = (typeof COMPONENTS)[number];

/** The test's level, by convention. */
const LEVEL = 0.05;

/**
 * What the paper concludes, by its Kazakh text, and then this project's own questions: each computed twice, on Tables 1
 * and 3 as printed and on the published figures of the same editions. What no figure can decide is undecided (null).
 *
 * @throws RangeError when a published figure of one of those editions is missing
 * @example checkConclusions().filter(({ by, recomputed }) => by === "paper" && recomputed.holds !== true)
 */
export function checkConclusions(ledger: Ledger = loadLedger()): Conclusion[] {
  const [paper, official] = [printedFigures(ledger), publishedFigures(ledger)];
  const forecasts = valuesOf(ledger, "T5", ["2022", "2024"], "m5");
  const check = (by: Conclusion["by"], id: string, survives: (figures: Figures) => Survival): Conclusion => ({
    ...{ id, by },
    place: text(`conclusion.${id}.place`),
    statement: text(`conclusion.${id}.statement`),
    limits: text(`conclusion.${id}.limits`),
    recomputed: told(survives(paper)),
    official: told(survives(official)),
  });
  return [
    check("paper", "rise", rise),
    check("paper", "scale", ({ EGDI }) => scale(forecasts, EGDI)),
    check("paper", "largest", largest),
    check("paper", "drives", changes),
    check("paper", "efficiency", () => beyond("EGDI, EPI, OSI, TII, HCI, NRI, GCI")),
    check("paper", "factors", () => beyond("EGDI, EPI, OSI, TII, HCI, NRI, GCI")),
    check("paper", "collinearity", inflation),
    check("paper", "levels", levels),
    check("paper", "rank", ({ years, ranks }) => ({
      holds: ranks.at(-1)! < ranks[0]!,
      evidence: `${years[0]}: ${ranks[0]}; ${years.at(-1)}: ${ranks.at(-1)}`,
    })),
    check("paper", "participation", participation),
    check("paper", "conditions", (figures) => ({ ...capital(figures), holds: null })),
    check("project", "capital", capital),
    check("project", "growth", growth),
    check("project", "trend", ({ EGDI }) => {
      const rSquared = rSquaredOf(EGDI);
      return { holds: rSquared >= LIMIT, evidence: `R² = ${shown(rSquared)}` };
    }),
  ];
}

/** The limit that the paper sets R². */
const LIMIT = 0.5;

const told = ({ holds, evidence }: Survival): Survival => ({ holds, evidence: marked(evidence) });

/** What none of the quantities that the paper has figures of can decide. */
const beyond = (quantities: string): Survival => ({ holds: null, evidence: quantities });

function byCorrelation(figures: Figures): { name: Component; r: number }[] {
  return COMPONENTS.map((name) => ({ name, r: coefficient(figures[name], figures.EGDI) })).sort(
    (a, b) => b.r - a.r,
  );
}

/** The largest correlation with the index; undecided where its lead over the second can be chance. */
function largest(figures: Figures): Survival {
  const order = byCorrelation(figures);
  const [first, second] = [order[0]!, order[1]!];
  const between = coefficient(figures[first.name], figures[second.name]);
  const n = figures.EGDI.length;
  const { statistic, df, pValue } = dependentCorrelations(first.r, second.r, between, n);
  const list = order.map(({ name, r }) => `r(${name}) = ${shown(r)}`).join(", ");
  return {
    holds: first.name === "TII" && (pValue < LEVEL || null),
    evidence: `${list}; ${first.name}–${second.name}: t(${df}) = ${shown(statistic)}, p = ${shown(pValue)}, n = ${n}`,
  };
}

/** From edition to edition: a component's changes with the index's. That they go together decides no cause. */
function changes(figures: Figures): Survival {
  const moves = (values: readonly number[]): number[] =>
    values.slice(1).map((value, at) => value - values[at]!);
  const list = COMPONENTS.map((name) => ({ name, r: coefficient(moves(figures[name]), moves(figures.EGDI)) }))
    .sort((a, b) => b.r - a.r)
    .map(({ name, r }) => `r(Δ${name}, ΔEGDI) = ${shown(r)}`);
  return { holds: null, evidence: list.join(", ") };
}

function inflation({ OSI, TII, HCI }: Figures): Survival {
  const factors = varianceInflation({ OSI, TII, HCI });
  const list = Object.entries(factors).map(([name, factor]) => `VIF(${name}) = ${shown(factor)}`);
  return { holds: null, evidence: list.join(", ") };
}

/** Whether joined levels reach the limit; undecided while they need not have been joined: the sentence can mean either. */
function levels({ EGDI }: Figures): Survival {
  const [one, five] = [EGDI, movingTotal(EGDI, 5).filter((total) => !Number.isNaN(total))].map((values) =>
    rSquaredOf(values as number[]),
  );
  const holds = five! >= LIMIT && (one! < LIMIT || null);
  return { holds, evidence: `m = 1: R² = ${shown(one!)}; m = 5: R² = ${shown(five!)}` };
}

/** Every edition, or those since 2020: the sentence can mean either. */
function participation({ participation: ranks, lately }: Figures): Survival {
  const inside = (of: readonly number[]): number => of.filter((rank) => rank <= 30).length;
  const holds = inside(ranks) === ranks.length ? true : inside(lately) === lately.length ? null : false;
  return {
    holds,
    evidence: `${inside(ranks)}/${ranks.length}; 2020–2024: ${inside(lately)}/${lately.length}`,
  };
}

function capital(figures: Figures): Survival {
  const r = coefficient(figures.HCI, figures.EGDI);
  return { holds: r > 0, evidence: `r(HCI) = ${shown(r)}` };
}

function growth(figures: Figures): Survival {
  const last = figures.years.length - 1;
  const { years, OSI, TII, HCI } = figures;
  const { shares } = growthContributions({ year: years, OSI, TII, HCI }, years[0]!, years[last]!);
  const order = [...COMPONENTS].sort((a, b) => shares[b] - shares[a]);
  return {
    holds: order[0] === "TII",
    evidence: `${figures.years[0]}–${figures.years[last]}: ${order.map((name) => `${name} ${(100 * shares[name]).toFixed(1)} %`).join(", ")}`,
  };
}

function rSquaredOf(values: readonly number[]): number {
  return linearTrend(numbersFrom1(values.length), values).rSquared;
}

/** Whether the next two editions are above the last: undecided while the line's interval holds the last value too. */
function rise({ years, EGDI }: Figures): Survival {
  const line = linearTrend(numbersFrom1(EGDI.length), EGDI);
  const last = EGDI.at(-1)!;
  const ahead = [1, 2].map((step) => ({
    year: years.at(-1)! + 2 * step,
    ...line.predict(EGDI.length + step),
  }));
  const list = ahead.map(
    ({ year, fit, interval }) => `${year}: ${shown(fit)} (95 %: ${interval.map(shown).join("–")})`,
  );
  const sure = (test: (end: number) => boolean): boolean =>
    ahead.every(({ interval }) => interval.every(test));
  return {
    holds: sure((end) => end > last) ? true : sure((end) => end < last) ? false : null,
    evidence: `${list.join("; ")}; ${years.at(-1)}: ${shown(last)}`,
  };
}

function scale(forecasts: readonly number[], EGDI: readonly number[]): Survival {
  const line = linearTrend(numbersFrom1(EGDI.length), EGDI);
  const own = [1, 2].map((step) => shown(line.predict(EGDI.length + step).fit));
  return {
    holds: forecasts.every((value) => value <= 1),
    evidence: `${forecasts.join(", ")} > 1; m = 1: ${own.join(", ")}`,
  };
}

function printedFigures(ledger: Ledger): Figures {
  return figuresFrom(ledger, "T3", "T1");
}

function publishedFigures(ledger: Ledger): Figures {
  return figuresFrom(ledger, "un", "ranks");
}

/** The figures of the editions in Tables 1 and 3, from these exhibits or sources. */
function figuresFrom(ledger: Ledger, indices: string, ranks: string): Figures {
  const editions = (key: string): string[] => rowsOf(ledger, key).sort((a, b) => Number(a) - Number(b));
  const [years, ranked] = [editions("T3"), editions("T1")];
  const taken = ranks === "T1" ? ranked : years;
  const index = (name: string): number[] => valuesOf(ledger, indices, years, name);
  return {
    years: years.map(Number),
    EGDI: index("EGDI"),
    OSI: index("OSI"),
    TII: index("TII"),
    HCI: index("HCI"),
    ranks: valuesOf(ledger, ranks, ranked, "EGDI"),
    // Published for 2022 too, which Table 1 leaves out.
    participation: valuesOf(ledger, ranks, taken, "EPI"),
    lately: valuesOf(
      ledger,
      ranks,
      taken.filter((year) => Number(year) >= 2020),
      "EPI",
    ),
  };
}

function rowsOf({ exhibits }: Ledger, key: string): string[] {
  return [...exhibits.find((sheet) => sheet.key === key)!.rows];
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
      throw new RangeError(worded`checkConclusions found no published ${column} of every edition`);
    return value;
  });
}

function numbersFrom1(n: number): number[] {
  return Array.from({ length: n }, (_, at) => at + 1);
}

function shown(value: number): string {
  return value.toPrecision(4);
}
