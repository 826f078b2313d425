import type { Judged } from "../../claims/claim.js";
import { judgeClaims } from "../../claims/judge.js";
import type { Exercise } from "./exercise.js";
import { officialColumn } from "./official-column.js";
import { printedColumn } from "./paper-column.js";

/** Exercises on the ledger as a whole: sides, shares, differences. */
export const exercises08: readonly Exercise[] = [
  {
    id: "8.1",
    decimals: 0,
    answer: () => count(({ internal, source }) => internal !== undefined && source !== undefined),
    mistakes: [
      { key: "either", says: "the claims with a verdict on either side", answer: () => judgeClaims().length },
      {
        key: "internal",
        says: "the claims with an internal verdict",
        answer: () => count(({ internal }) => internal !== undefined),
      },
      {
        key: "source",
        says: "the claims with a source verdict",
        answer: () => count(({ source }) => source !== undefined),
      },
    ],
  },
  {
    id: "8.2",
    decimals: 1,
    answer: () => (100 * reproduced()) / count(({ internal }) => internal !== undefined),
    mistakes: [
      {
        key: "of all",
        says: "a share of all claims, those without an internal verdict too",
        answer: () => (100 * reproduced()) / judgeClaims().length,
      },
      { key: "count", says: "a count, where a share is asked", answer: reproduced },
    ],
  },
  {
    id: "8.3",
    decimals: 4,
    answer: () => Math.max(...differences().map(Math.abs)),
    mistakes: [
      {
        key: "most negative",
        says: "the largest difference in one direction only",
        answer: () => -Math.min(...differences()),
      },
      {
        key: "mean",
        says: "the mean of the differences' sizes",
        answer: () =>
          differences()
            .map(Math.abs)
            .reduce((sum, size) => sum + size) / differences().length,
      },
    ],
  },
];

function count(test: (claim: Judged) => boolean): number {
  return judgeClaims().filter(test).length;
}

function reproduced(): number {
  return count(({ internal }) => internal?.verdict === "reproduced");
}

/** Printed less published EGDI, edition by edition. */
function differences(): number[] {
  const official = officialColumn("EGDI", { from: 2005 });
  return printedColumn("EGDI").map((value, at) => value - official[at]!);
}
