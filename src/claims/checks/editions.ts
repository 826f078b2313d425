import { editions, published } from "../evidence.js";
import { finding, notAvailable } from "../finding.js";
import { valueOf, type Check } from "./check.js";

/** A year that heads a row or column of UN figures, or dates the report: an edition of that year has to exist. */
export const unEdition: Check = {
  judge(claim, evidence) {
    const rank = published(evidence.ranks, valueOf(claim), "EGDI");
    if (rank !== null)
      return {
        source: finding(
          "matches source",
          valueOf(claim),
          `The survey of ${claim.printed} ranks Kazakhstan ${rank}.`,
        ),
      };
    const years = evidence.ranks.map((row) => row["year"]).join(", ");
    return {
      source: finding(
        "differs from source",
        null,
        `There is no edition of ${claim.printed}; those published are ${years}.`,
      ),
    };
  },
};

/** A year that heads a column of ranks by the World Economic Forum. */
export const wefEdition: Check = {
  judge(claim, evidence) {
    const row = evidence.wef.find((entry) => entry["year"] === valueOf(claim));
    if (row === undefined) return { source: notAvailable(`a report of ${claim.printed}`) };
    const reason = `${row["edition"]}: ${row["indexName"]}, ${row["economies"]} economies.`;
    return { source: finding("matches source", valueOf(claim), reason) };
  },
};

/** The number T of an edition in Table 5: its place in time order. */
export const editionNumber: Check = {
  judge(claim, evidence) {
    const years = editions(evidence, "Table 5");
    const place = years.indexOf(Number(claim.row)) + 1;
    const reason = `The edition of ${claim.row} is number ${place} of ${years.length}; T counts editions, which are ${distances(years).join(", ")} years apart, not years.`;
    return { internal: finding(place === valueOf(claim) ? "reproduced" : "not reproduced", place, reason) };
  },
};

/** The first or last year of a period: row = exhibit, column = "first" or "last". */
export const periodEnd: Check = {
  judge(claim, evidence) {
    const years = editions(evidence, claim.row);
    const end = claim.column === "first" ? years[0]! : years[years.length - 1]!;
    const verdict = end === valueOf(claim) ? "reproduced" : "not reproduced";
    return { internal: finding(verdict, end, `The ${claim.column} edition in ${claim.row} is ${end}.`) };
  },
};

/** That the index appears every so many years: printed = the years between editions. */
export const editionInterval: Check = {
  judge(claim, evidence) {
    const internal = gaps(editions(evidence, "Table 3"), valueOf(claim));
    const source = gaps(
      evidence.ranks.map((row) => row["year"] as number),
      valueOf(claim),
    );
    return {
      internal: finding(
        internal.holds ? "reproduced" : "not reproduced",
        internal.shown,
        `Table 3: ${internal.reason}`,
      ),
      source: finding(
        source.holds ? "matches source" : "differs from source",
        source.shown,
        `All editions: ${source.reason}`,
      ),
    };
  },
};

function distances(years: readonly number[]): number[] {
  return years.slice(1).map((year, at) => year - years[at]!);
}

function gaps(years: readonly number[], claimed: number): { holds: boolean; shown: string; reason: string } {
  const apart = distances(years);
  const other = apart.flatMap((gap, at) => (gap === claimed ? [] : [`${years[at]} to ${years[at + 1]}`]));
  const shown = apart.join(", ");
  const reason = `${apart.length - other.length} of ${apart.length} intervals are ${claimed} years${other.length === 0 ? "" : `; not: ${other.join(", ")}`}.`;
  return { holds: other.length === 0, shown, reason };
}
