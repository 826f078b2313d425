import type { Claim, Finding } from "../claim.js";
import { column, editions, intervals, publishedSeries, stored, type Evidence } from "../evidence.js";
import { finding, intervalText, notAvailable, signed } from "../finding.js";
import { around, linearForm, middle, overlaps, scale, type Interval } from "../interval.js";
import { compared, intervalOf, PUBLISHED, valueOf, type Check } from "./check.js";

/** The width of a column of Table 5: "m3" is 3. */
export function widthOf(name: string): number {
  return Number(name.slice(1));
}

/** Values of the centred window about an edition, or null where it is not complete. */
function windowAbout(values: readonly Interval[], years: readonly number[], year: number, width: number) {
  const first = years.indexOf(year) - (width - 1) / 2;
  return first < 0 || first + width > years.length ? null : values.slice(first, first + width);
}

const total = (window: readonly Interval[]): Interval =>
  linearForm(
    window.map(() => 1),
    window,
  );

/** A moving figure that the table calls an arithmetic mean: row = edition, column = m3 or m5. */
export const movingMean: Check = {
  needs: (claim) => [["Table 5", claim.row, "EGDI"]],
  judge(claim, evidence) {
    const years = editions(evidence, "Table 5");
    const width = widthOf(claim.column);
    const window = windowAbout(intervals(evidence, "Table 5", "EGDI"), years, Number(claim.row), width);
    if (window === null)
      return {
        internal: finding(
          "not reproduced",
          null,
          `The window of ${width} editions about ${claim.row} is not complete.`,
        ),
      };
    return {
      internal: meanOrTotal(claim, window, width),
      source: fromPublished(claim, evidence, years, width),
    };
  },
};

function meanOrTotal(claim: Claim, window: readonly Interval[], width: number): Finding {
  const sum = total(window);
  const mean = scale(1 / width, sum);
  const printed = intervalOf(claim);
  const shown = `The mean of the ${width} editions about ${claim.row} is ${intervalText(mean, claim.decimals)}`;
  if (overlaps(mean, printed)) return finding("reproduced", [...mean], `${shown}.`);
  const sums = `their total ${intervalText(sum, claim.decimals)}`;
  if (overlaps(sum, printed))
    return finding("mislabelled", [...sum], `${shown}, ${sums}: what is printed as a mean is the total.`);
  const off = signed(valueOf(claim) - middle(sum), claim.decimals);
  return finding(
    "not reproduced",
    [...sum],
    `${shown}, ${sums}; ${claim.printed} is printed (difference to the total ${off}).`,
  );
}

/** The same total of the published index: what the column holds, on the figures it is about. */
function fromPublished(claim: Claim, evidence: Evidence, years: readonly number[], width: number): Finding {
  const series = publishedSeries(evidence.indices, years, "EGDI");
  if (series === null) return notAvailable("the editions of Table 5");
  const sum = total(windowAbout(series.map(stored), years, Number(claim.row), width)!);
  return compared(claim, sum, PUBLISHED, `The total of the ${width} published values about ${claim.row} is`);
}

/** The width of a window as the text names it: printed = the width, column = the column of Table 5 that it made. */
export const windowWidth: Check = {
  judge(claim, evidence) {
    const years = editions(evidence, "Table 5");
    const values = intervals(evidence, "Table 5", "EGDI");
    const cells = column(evidence, "Table 5", claim.column);
    const fits = (width: number): number =>
      cells.filter((cell) => {
        const window = windowAbout(values, years, Number(cell.row), width);
        return window !== null && overlaps(total(window), around(cell.value, 0.5 * 10 ** -cell.decimals));
      }).length;
    const widths = years.map((_, at) => at + 1).filter((width) => width % 2 === 1);
    const best = widths.reduce((a, b) => (fits(b) > fits(a) ? b : a));
    const reason = `A centred window of ${best} editions gives ${fits(best)} of the column's ${cells.length} values as totals; no other odd width gives more.`;
    return { internal: finding(best === valueOf(claim) ? "reproduced" : "not reproduced", best, reason) };
  },
};
