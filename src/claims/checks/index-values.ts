import { egdiWeights } from "../../stats/index-identity.js";
import type { Claim, Finding } from "../claim.js";
import { cell, published, STORED_HALF, stored, type Evidence } from "../evidence.js";
import { explain, type Candidate } from "../explain.js";
import { finding, intervalText, notAvailable, notPublished, signed, text } from "../finding.js";
import { linearForm, overlaps, printedInterval, type Interval } from "../interval.js";
import { intervalOf, valueOf, type Check } from "./check.js";

const INDICES = ["EGDI", "OSI", "TII", "HCI"] as const;
const COMPONENTS = ["OSI", "TII", "HCI"] as const;

/** A component of the index: row = edition, column = OSI, TII or HCI. */
export const componentValue: Check = {
  judge: (claim, evidence) => ({ source: againstPublished(claim, evidence) }),
};

/** The EGDI of Table 3: against its components in the same row, and against the published value. */
export const indexValue: Check = {
  needs: (claim) => COMPONENTS.map((name) => ["Table 3", claim.row, name]),
  judge: (claim, evidence) => ({
    internal: againstComponents(claim, evidence),
    source: againstPublished(claim, evidence),
  }),
};

/** The EGDI of Table 5: the same as in Table 3, and against the published value. */
export const repeatedIndex: Check = {
  needs: (claim) => [["Table 3", claim.row, claim.column]],
  judge(claim, evidence) {
    const other = cell(evidence, "Table 3", claim.row, claim.column);
    const same = other.value === valueOf(claim);
    const reason = `Table 3 prints ${other.printed}${same ? "" : ` (difference ${signed(valueOf(claim) - other.value, claim.decimals)})`}.`;
    return {
      internal: finding(same ? "reproduced" : "not reproduced", other.value, reason),
      source: againstPublished(claim, evidence),
    };
  },
};

/**
 * The index is a weighted mean of its components. When no values that print like the components give one that prints
 * like the index, no data whatever can give the row.
 */
function againstComponents(claim: Claim, evidence: Evidence): Finding {
  const weights = egdiWeights(Number(claim.row));
  const components = COMPONENTS.map((name) => printedInterval(cell(evidence, "Table 3", claim.row, name)));
  const mean = linearForm(
    COMPONENTS.map((name) => weights[name]),
    components,
  );
  const shown = intervalText(mean, claim.decimals);
  const recomputed: [number, number] = [...mean];
  const how = weights.OSI === weights.TII ? "The mean" : "The weighted mean (0.34, 0.33, 0.33)";
  if (overlaps(mean, intervalOf(claim)))
    return finding("reproduced", recomputed, `${how} of the row's components is ${shown}.`);
  const off = signed(valueOf(claim) - (mean[0] + mean[1]) / 2, claim.decimals);
  const reason = `${how} of the row's components is ${shown}, ${claim.printed} is printed (difference ${off}); the index is that mean by definition, so no data can give this row.`;
  return finding("impossible", recomputed, reason);
}

/** Against the published value of the edition; where it differs, the search for what it is. */
export function againstPublished(claim: Claim, evidence: Evidence): Finding {
  const value = published(evidence.indices, Number(claim.row), claim.column);
  const named = `${claim.column} of ${claim.row}`;
  if (value === null) return notAvailable(named);
  const printed = intervalOf(claim);
  const sentence = `The published ${named} is ${text(value, 5)}`;
  if (overlaps(stored(value), printed)) return finding("matches source", value, `${sentence}.`);
  const explanation = explain(
    candidates(claim, evidence),
    (other) => overlaps(stored(other), printed),
    chanceOfOne(printed),
  );
  const off = signed(valueOf(claim) - value, 5);
  return notPublished(value, `${sentence}, ${claim.printed} is printed (difference ${off})`, explanation);
}

/** The share of 0..1 that would match: the printed interval and what the stored value's own rounding adds. */
function chanceOfOne([low, high]: Interval): number {
  return high - low + 2 * STORED_HALF;
}

/** Every other published value of Kazakhstan. */
function candidates(claim: Claim, evidence: Evidence): Candidate[] {
  return evidence.indices.flatMap((row) =>
    [...INDICES, "EPI"].flatMap((name): Candidate[] => {
      const year = row["year"] as number;
      const value = published(evidence.indices, year, name);
      const own = year === Number(claim.row);
      if (value === null || (own && name === claim.column)) return [];
      return [{ what: `the ${name} of ${year}`, value, distance: own ? 0 : name === claim.column ? 1 : 2 }];
    }),
  );
}
