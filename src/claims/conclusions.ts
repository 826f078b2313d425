import { coefficient } from "../stats/correlation.js";
import { dependentCorrelations } from "../stats/dependent-correlations.js";
import { growthContributions, type Components } from "../stats/index-identity.js";
import { linearTrend } from "../stats/linear-trend.js";
import { cell, column, editions, loadEvidence, publishedSeries, type Evidence } from "./evidence.js";

/** Whether a conclusion holds on one set of figures, and the figures that decide it. */
export interface Survival {
  holds: boolean;
  evidence: string;
}

/** One of the paper's conclusions, in our words, checked on the paper's own inputs and on the published figures. */
export interface Conclusion {
  id: string;
  statement: string;
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
}

const COMPONENTS = ["OSI", "TII", "HCI"] as const;
type Component = (typeof COMPONENTS)[number];

/** The test's level, by convention. */
const LEVEL = 0.05;

/**
 * The paper's conclusions, each as a check that is computed twice: on Tables 1 and 3 as printed, and on the published
 * figures of the same editions.
 *
 * @throws RangeError when a published figure of one of those editions is missing
 * @example checkConclusions().filter(({ recomputed }) => !recomputed.holds)
 */
export function checkConclusions(evidence: Evidence = loadEvidence()): Conclusion[] {
  const [paper, official] = [printedFigures(evidence), publishedFigures(evidence)];
  const forecasts = ["2022", "2024"].map((year) => cell(evidence, "Table 5", year, "m5"));
  const check = (id: string, statement: string, survives: (figures: Figures) => Survival): Conclusion => ({
    id,
    statement,
    recomputed: survives(paper),
    official: survives(official),
  });
  return [
    check("largest", "Infrastructure (TII) has the largest correlation with the index", largest),
    check("capital", "The index is higher where human capital (HCI) is higher", capital),
    check("distinct", "That lead is more than chance among so few editions", distinct),
    check("growth", "Infrastructure contributed most to the growth of the index", growth),
    check("trend", "A straight line describes the index itself (R² at least 0.50)", trend),
    check("rise", "The index will be higher in the next two editions than in the last", rise),
    check("scale", "The two forecasts can be values of the index, which ends at 1", ({ EGDI }) =>
      scale(
        forecasts.map(({ value }) => value),
        EGDI,
      ),
    ),
    check("rank", "Kazakhstan stands higher in the index than at the start", ({ years, ranks }) => ({
      holds: ranks.at(-1)! < ranks[0]!,
      evidence: `rank ${ranks[0]} in ${years[0]}, ${ranks.at(-1)} in ${years.at(-1)}`,
    })),
    check(
      "participation",
      "In e-participation Kazakhstan is steadily among the first 30",
      ({ participation }) => {
        const inside = participation.filter((rank) => rank <= 30).length;
        return {
          holds: inside === participation.length,
          evidence: `${inside} of ${participation.length} editions`,
        };
      },
    ),
  ];
}

function byCorrelation(figures: Figures): { name: Component; r: number }[] {
  return COMPONENTS.map((name) => ({ name, r: coefficient(figures[name], figures.EGDI) })).sort(
    (a, b) => b.r - a.r,
  );
}

function largest(figures: Figures): Survival {
  const order = byCorrelation(figures);
  return {
    holds: order[0]!.name === "TII",
    evidence: order.map(({ name, r }) => `${name} ${shown(r)}`).join(", "),
  };
}

function capital(figures: Figures): Survival {
  const r = coefficient(figures.HCI, figures.EGDI);
  return { holds: r > 0, evidence: `correlation ${shown(r)}` };
}

function distinct(figures: Figures): Survival {
  const [first, second] = byCorrelation(figures) as [
    { name: Component; r: number },
    { name: Component; r: number },
  ];
  const between = coefficient(figures[first.name], figures[second.name]);
  const n = figures.EGDI.length;
  const { statistic, df, pValue } = dependentCorrelations(first.r, second.r, between, n);
  return {
    holds: first.name === "TII" && pValue < LEVEL,
    evidence: `${first.name} against ${second.name}, n = ${n}: Williams's t = ${shown(statistic)} with ${df} degrees of freedom, p = ${shown(pValue)}`,
  };
}

function growth(figures: Figures): Survival {
  const last = figures.years.length - 1;
  const at = (index: number): Components => ({
    OSI: figures.OSI[index]!,
    TII: figures.TII[index]!,
    HCI: figures.HCI[index]!,
  });
  const { shares } = growthContributions(figures.years[0]!, at(0), figures.years[last]!, at(last));
  const order = [...COMPONENTS].sort((a, b) => shares[b] - shares[a]);
  return {
    holds: order[0] === "TII",
    evidence: `share of the growth ${figures.years[0]} to ${figures.years[last]}: ${order.map((name) => `${name} ${(100 * shares[name]).toFixed(1)} %`).join(", ")}`,
  };
}

function trend({ EGDI }: Figures): Survival {
  const { rSquared } = linearTrend(numbersFrom1(EGDI.length), EGDI);
  return { holds: rSquared >= 0.5, evidence: `R² = ${shown(rSquared)} of the index, without moving totals` };
}

function rise({ years, EGDI }: Figures): Survival {
  const line = linearTrend(numbersFrom1(EGDI.length), EGDI);
  const ahead = [1, 2].map((step) => ({
    year: years.at(-1)! + 2 * step,
    ...line.predict(EGDI.length + step),
  }));
  const list = ahead
    .map(({ year, fit, interval }) => `${year}: ${shown(fit)} (95 %: ${interval.map(shown).join(" to ")})`)
    .join("; ");
  return {
    holds: ahead.every(({ fit }) => fit > EGDI.at(-1)!),
    evidence: `${list}; ${years.at(-1)}: ${shown(EGDI.at(-1)!)}`,
  };
}

function scale(forecasts: readonly number[], EGDI: readonly number[]): Survival {
  const line = linearTrend(numbersFrom1(EGDI.length), EGDI);
  const own = [1, 2].map((step) => shown(line.predict(EGDI.length + step).fit)).join(" and ");
  return {
    holds: forecasts.every((value) => value <= 1),
    evidence: `${forecasts.join(" and ")} are totals of five values; the line through the index itself gives ${own} for the next two editions`,
  };
}

function printedFigures(evidence: Evidence): Figures {
  const values = (exhibit: string, name: string) => column(evidence, exhibit, name).map(({ value }) => value);
  const [EGDI, OSI, TII, HCI] = ["EGDI", ...COMPONENTS].map((name) => values("Table 3", name));
  return {
    years: editions(evidence, "Table 3"),
    EGDI: EGDI!,
    OSI: OSI!,
    TII: TII!,
    HCI: HCI!,
    ranks: values("Table 1", "EGDI"),
    participation: values("Table 1", "EPI"),
  };
}

function publishedFigures(evidence: Evidence): Figures {
  const years = editions(evidence, "Table 3");
  const series = (rows: Evidence["indices"], over: readonly number[], name: string): number[] => {
    const found = publishedSeries(rows, over, name);
    if (found === null) throw new RangeError(`checkConclusions found no published ${name} of every edition`);
    return found;
  };
  const index = (name: string) => series(evidence.indices, years, name);
  const rank = (name: string) => series(evidence.ranks, editions(evidence, "Table 1"), name);
  return {
    years,
    EGDI: index("EGDI"),
    OSI: index("OSI"),
    TII: index("TII"),
    HCI: index("HCI"),
    ranks: rank("EGDI"),
    participation: rank("EPI"),
  };
}

function numbersFrom1(n: number): number[] {
  return Array.from({ length: n }, (_, at) => at + 1);
}

function shown(value: number): string {
  return value.toPrecision(4);
}
