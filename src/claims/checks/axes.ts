import { cell, type Evidence } from "../evidence.js";
import { finding, intervalText, text } from "../finding.js";
import { overlaps, printedInterval } from "../interval.js";
import { valueOf, type Check } from "./check.js";
import { fittedPoints, plottedPoints, printedLine } from "./trend-line.js";

/**
 * A mark of the horizontal axis: column = its place, from 1. The equation beside it uses some numbering of the points;
 * which one, the printed intercept tells.
 */
export const horizontalMark: Check = {
  needs: () => [["Figure 1", "intercept", "1"]],
  judge(claim, evidence) {
    const place = Number(claim.column);
    const point = plottedPoints(evidence)[place - 1];
    if (point === undefined)
      return {
        internal: finding("not reproduced", null, `Table 5 has no value ${place} in the column m=5.`),
      };
    const value = valueOf(claim);
    const at = `Point ${place} is ${point.total.printed}, the edition of ${point.year}, T = ${point.T}`;
    const printed = cell(evidence, "Figure 1", "intercept", "1");
    const marks = fittedPoints(evidence).map((_, index) => index + 1);
    const intercepts = { T: printedLine(evidence).intercept, mark: printedLine(evidence, marks).intercept };
    const wanted = printedInterval(printed);
    const said = `the printed intercept ${printed.printed} goes with x = T (${intervalText(intercepts.T, 4)}), x = 1, 2, 3 ... would give ${text(intercepts.mark[0], 4)}`;
    if (value === place && overlaps(intercepts.mark, wanted))
      return { internal: finding("reproduced", place, `${at}; the equation's x is the mark.`) };
    if (value === point.T && overlaps(intercepts.T, wanted))
      return { internal: finding("reproduced", point.T, `${at}; the equation's x is T.`) };
    const isPlace = value === place && overlaps(intercepts.T, wanted);
    return { internal: finding(isPlace ? "mislabelled" : "not reproduced", point.T, `${at}; ${said}.`) };
  },
};

/** A mark of the vertical axis: column = its place. Whole steps, in order, from 0 to the first above all points. */
export const verticalMark: Check = {
  judge(claim, evidence) {
    const marks = verticalMarks(evidence);
    const place = Number(claim.column);
    const top = Math.ceil(Math.max(...plottedPoints(evidence).map((point) => point.total.value)));
    const low = marks[place - 2] ?? -1;
    const high = marks[place] ?? top + 1;
    const value = valueOf(claim);
    const ends = (place !== 1 || value === 0) && (place !== marks.length || value === top);
    const fits = value > low && value < high && ends;
    const reason = `In whole steps from 0 to ${top}, the first above every point, mark ${place} of ${marks.length} lies after ${low < 0 ? "none" : low} and before ${high > top ? "none" : high}.`;
    return {
      internal: finding(
        fits ? "reproduced" : "not reproduced",
        low + 2 === high ? low + 1 : `${low + 1} to ${high - 1}`,
        reason,
      ),
    };
  },
};

function verticalMarks(evidence: Evidence): number[] {
  return evidence.cells
    .filter((entry) => entry.exhibit === "Figure 1" && entry.row === "yAxis")
    .sort((a, b) => Number(a.column) - Number(b.column))
    .map((entry) => entry.value);
}
