import { coefficient } from "../../stats/correlation.js";
import type { Claim, Finding } from "../claim.js";
import { correlationEnclosure } from "../enclosures.js";
import { editions, intervals, publishedSeries, stored, type Evidence } from "../evidence.js";
import { explain, explanationText, type Candidate } from "../explain.js";
import { finding, intervalText, notAvailable, signed, text } from "../finding.js";
import { middle, overlaps, type Interval } from "../interval.js";
import { impossibleEntry } from "./printed-matrix.js";
import { compared, intervalOf, PUBLISHED, valueOf, type CellKey, type Check } from "./check.js";

const VARIABLES = ["EGDI", "OSI", "TII", "HCI"] as const;

/** The correlation of a variable with itself. */
export const selfCorrelation: Check = {
  judge: (claim) => ({
    internal: finding(
      overlaps(intervalOf(claim), [1, 1]) && valueOf(claim) === 1 ? "reproduced" : "impossible",
      1,
      "Every variable's correlation with itself is 1.",
    ),
  }),
};

/** An entry of Table 4 off the diagonal: row and column = variables of Table 3. */
export const correlation: Check = {
  needs: () => matrixCells(),
  judge: (claim, evidence) => ({
    internal: fromTable3(claim, evidence),
    source: fromPublished(claim, evidence),
  }),
};

/** Which variable has the largest correlation with the index: printed = its number, 1 to 3. */
export const largestCorrelation: Check = {
  judge(claim, evidence) {
    const own = VARIABLES.slice(1).map((name) => printedCorrelation(evidence, "EGDI", name));
    const official = VARIABLES.slice(1).map((name) => publishedCorrelation(evidence, "EGDI", name));
    return {
      internal: largest(claim, own, "reproduced", "not reproduced"),
      source: official.includes(null)
        ? notAvailable("the editions of Table 3")
        : largest(claim, official as Interval[], "matches source", "differs from source"),
    };
  },
};

function largest(claim: Claim, all: Interval[], yes: Finding["verdict"], no: Finding["verdict"]): Finding {
  const order = all.map((_, at) => at).sort((a, b) => middle(all[b]!) - middle(all[a]!));
  const [first, second] = order as [number, number];
  const list = all.map((r, at) => `X${at + 1} ${VARIABLES[at + 1]} ${text(middle(r), 4)}`).join(", ");
  const apart = all[first]![0] > all[second]![1];
  const holds = apart && first + 1 === valueOf(claim);
  const reason = `The correlations with the index are ${list}${apart ? "" : "; rounding alone can change which is the largest"}.`;
  return finding(holds ? yes : no, `X${first + 1}`, reason);
}

function fromTable3(claim: Claim, evidence: Evidence): Finding {
  const enclosure = printedCorrelation(evidence, claim.row, claim.column);
  const recomputed: [number, number] = [...enclosure];
  const sentence = `From Table 3 the correlation is ${intervalText(enclosure, claim.decimals)}`;
  const law = impossibleEntry(claim, evidence);
  if (law !== null) return finding("impossible", recomputed, `${law} ${sentence}.`);
  if (overlaps(enclosure, intervalOf(claim))) return finding("reproduced", recomputed, `${sentence}.`);
  const explanation = search(claim, evidence);
  const difference = `difference ${signed(valueOf(claim) - middle(enclosure), claim.decimals)}`;
  const found =
    explanation === null
      ? "no other pair, subset or source searched gives it."
      : explanationText(explanation);
  return finding(
    "not reproduced",
    recomputed,
    `${sentence}, ${claim.printed} is printed (${difference}); ${found}`,
  );
}

function fromPublished(claim: Claim, evidence: Evidence): Finding {
  const enclosure = publishedCorrelation(evidence, claim.row, claim.column);
  if (enclosure === null) return notAvailable("the editions of Table 3");
  return compared(
    claim,
    enclosure,
    PUBLISHED,
    "From the published values of the same editions the correlation is",
  );
}

function printedCorrelation(evidence: Evidence, a: string, b: string): Interval {
  return correlationEnclosure(intervals(evidence, "Table 3", a), intervals(evidence, "Table 3", b));
}

function publishedCorrelation(evidence: Evidence, a: string, b: string): Interval | null {
  const years = editions(evidence, "Table 3");
  const [x, y] = [a, b].map((name) => publishedSeries(evidence.indices, years, name));
  if (x == null || y == null) return null;
  return correlationEnclosure(x.map(stored), y.map(stored));
}

/**
 * Other correlations that the printed one may be: other pairs of Table 3, the same pair without one edition, and
 * published values. The chance of one match is the printed interval's share of the span of all candidates.
 */
function search(claim: Claim, evidence: Evidence) {
  const all = [...otherPairs(claim, evidence), ...withoutOneEdition(claim, evidence)];
  const values = all.map((candidate) => candidate.value);
  const [low, high] = intervalOf(claim);
  const single = Math.min(1, (high - low) / (Math.max(...values) - Math.min(...values)));
  return explain(all, (value) => value >= low && value <= high, single);
}

function otherPairs(claim: Claim, evidence: Evidence): Candidate[] {
  return VARIABLES.flatMap((a, i) =>
    VARIABLES.slice(0, i).flatMap((b): Candidate[] => {
      const own = a === claim.row && b === claim.column;
      const source = publishedCorrelation(evidence, a, b);
      const published: Candidate[] =
        source === null
          ? []
          : [{ what: `the published ${a} with ${b}`, value: middle(source), distance: own ? 1 : 2 }];
      const printed: Candidate = {
        what: `${a} with ${b}`,
        value: middle(printedCorrelation(evidence, a, b)),
        distance: 0,
      };
      return own ? published : [printed, ...published];
    }),
  );
}

function withoutOneEdition(claim: Claim, evidence: Evidence): Candidate[] {
  const [x, y] = [claim.row, claim.column].map((name) => intervals(evidence, "Table 3", name).map(middle));
  return editions(evidence, "Table 3").map((year, left) => ({
    what: `the same pair without ${year}`,
    value: coefficient(
      x!.filter((_, at) => at !== left),
      y!.filter((_, at) => at !== left),
    ),
    distance: 1,
  }));
}

function matrixCells(): CellKey[] {
  return VARIABLES.flatMap((a, i) => VARIABLES.slice(0, i).map((b): CellKey => ["Table 4", a, b]));
}
