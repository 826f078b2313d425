import type { Claim, Finding, Findings } from "../claim.js";
import { cell, findCell, type Evidence } from "../evidence.js";
import type { LineEnclosure } from "../enclosures.js";
import { finding, intervalText, notAvailable, signed, text } from "../finding.js";
import { middle, overlaps, type Interval } from "../interval.js";
import { compared, intervalOf, OWN_INPUTS, PUBLISHED, valueOf, type CellKey, type Check } from "./check.js";
import { fittedPoints, plottedPoints, printedLine, publishedLine } from "./trend-line.js";

const EQUATION: CellKey[] = [
  ["Figure 1", "slope", "1"],
  ["Figure 1", "intercept", "1"],
];

type Quantity = (line: LineEnclosure) => Interval;

/** Slope, intercept and R² of Figure 1's line. */
export const trendSlope = lineCheck("slope", (line) => line.slope);
export const trendIntercept = lineCheck("intercept", (line) => line.intercept);
export const trendRSquared = lineCheck("R²", (line) => line.rSquared);

/** A value of the extrapolated line: row = the edition of Table 5 on whose row it stands. */
export const trendForecast: Check = {
  needs: (claim) => [["Table 5", claim.row, "T"], ...EQUATION],
  judge(claim, evidence) {
    const T = cell(evidence, "Table 5", claim.row, "T").value;
    const source = publishedLine(evidence);
    return {
      internal: forecast(claim, evidence, T),
      source: againstSource(claim, source && source.at(T), `value at T = ${T}`),
    };
  },
};

/** The year that the text gives a forecast for: row = the edition of Table 5 on whose row the forecast stands. */
export const forecastYear: Check = {
  needs: (claim) => [["Table 5", claim.row, "T"]],
  judge(claim, evidence) {
    const { value: T } = cell(evidence, "Table 5", claim.row, "T");
    const year = Number(claim.row);
    const reason = `The forecast stands at T = ${T}, which in Table 5 is the edition of ${year}; the text's year is ${valueOf(claim) - year} years from it.`;
    return { internal: finding(year === valueOf(claim) ? "reproduced" : "mislabelled", year, reason) };
  },
};

/** How many values are forecast: the figures of m=5 past the last complete window. */
export const forecastCount: Check = {
  judge(claim, evidence) {
    const ahead = plottedPoints(evidence).slice(fittedPoints(evidence).length);
    const years = ahead.map((point) => point.year).join(" and ");
    const verdict = ahead.length === valueOf(claim) ? "reproduced" : "not reproduced";
    const reason = `${ahead.length} values of m=5 stand past the last complete window, on the rows ${years}: steps of one edition, not of one year.`;
    return { internal: finding(verdict, ahead.length, reason) };
  },
};

/** That the forecast is higher than the one before: row = its edition in Table 5. */
export const forecastRises: Check = {
  needs: (claim) => [["Table 5", claim.row, "T"]],
  judge(claim, evidence) {
    const points = plottedPoints(evidence);
    const at = points.findIndex((point) => String(point.year) === claim.row);
    const before = points[at - 1]!.total;
    const rises = (slope: Interval): boolean => valueOf(claim) > before.value && slope[0] > 0;
    const say = (slope: Interval) =>
      `${claim.printed} follows ${before.printed}, and the line's slope is ${intervalText(slope, 4)}.`;
    const own = printedLine(evidence).slope;
    const internal = finding(rises(own) ? "reproduced" : "not reproduced", [...own], say(own));
    const source = publishedLine(evidence)?.slope;
    if (source === undefined) return { internal, source: notAvailable("the editions of Table 5") };
    return {
      internal,
      source: finding(
        rises(source) ? "matches source" : "differs from source",
        [...source],
        `On the published values ${say(source)}`,
      ),
    };
  },
};

/** That R² reaches a limit: printed = the limit. */
export const rSquaredLimit: Check = {
  judge(claim, evidence): Findings {
    const { rSquared } = printedLine(evidence);
    const holds = rSquared[0] >= valueOf(claim);
    const reason = `R² of the line is ${intervalText(rSquared, 4)}, ${holds ? "not below" : "below"} ${claim.printed}. Why this limit is asked for, no source says.`;
    return { internal: finding(holds ? "reproduced" : "not reproduced", [...rSquared], reason) };
  },
};

function lineCheck(name: string, quantity: Quantity): Check {
  return {
    judge(claim, evidence) {
      const source = publishedLine(evidence);
      const sentence = `The line through the totals of Table 5 at x = T has the ${name}`;
      return {
        internal: compared(claim, quantity(printedLine(evidence)), OWN_INPUTS, sentence),
        source: againstSource(claim, source && quantity(source), name),
      };
    },
  };
}

function forecast(claim: Claim, evidence: Evidence, T: number): Finding {
  const own = printedLine(evidence).at(T);
  const [slope, intercept] = EQUATION.map(([exhibit, row, column]) =>
    findCell(evidence, exhibit, row, column)!,
  );
  const rounded = slope!.value * T + intercept!.value;
  const equation = `the printed equation, ${slope!.printed} · ${T} + ${intercept!.printed}, gives ${text(rounded, claim.decimals + 2)}`;
  const shown = `The line at T = ${T} is ${intervalText(own, claim.decimals)}; ${equation}`;
  const printed = intervalOf(claim);
  if (overlaps(own, printed)) return finding("reproduced", [...own], `${shown}.`);
  if (overlaps([rounded, rounded], printed))
    return finding(
      "rounded early",
      rounded,
      `${shown}: only the rounded coefficients reach ${claim.printed}.`,
    );
  const off = signed(valueOf(claim) - middle(own), claim.decimals);
  return finding("not reproduced", [...own], `${shown}; ${claim.printed} is printed (difference ${off}).`);
}

function againstSource(claim: Claim, value: Interval | null, name: string): Finding {
  if (value === null) return notAvailable("the editions of Table 5");
  return compared(claim, value, PUBLISHED, `On the published values the ${name} is`);
}
