import type { Claim, Finding, Findings } from "../claim.js";
import { cell, editions, findCell, published, type Evidence, type PublishedRow } from "../evidence.js";
import { explain, type Candidate } from "../explain.js";
import { finding, notAvailable, notPublished, signed } from "../finding.js";
import { valueOf, type Check } from "./check.js";

const MEASURES: Readonly<Record<string, string>> = {
  EGDI: "EGDI rank",
  EPI: "EPI rank by competition ranking",
  EPIdense: "EPI rank by dense ranking",
  OSI: "OSI rank",
  TII: "TII rank",
  HCI: "HCI rank",
};

const WEF_MEASURES: Readonly<Record<string, string>> = {
  rank: "overall rank",
  readiness: "rank in the readiness subindex",
  usage: "rank in the usage subindex",
  skills: "rank in the skills pillar",
  individualUsage: "rank in the individual usage pillar",
};

/** Kazakhstan's rank in a UN survey: row = edition, column = measure. The text's ranks also against Table 1. */
export const unRank: Check = {
  judge(claim, evidence) {
    const source = rankFinding(claim, evidence.ranks, claim.column, MEASURES, "states");
    const repeated =
      claim.exhibit === "Text" && findCell(evidence, "Table 1", claim.row, claim.column) !== undefined;
    return repeated ? { internal: sameAs(claim, evidence, "Table 1"), source } : { source };
  },
};

/** Kazakhstan's rank by the World Economic Forum: row = year, column = NRI, usage or readiness. */
export const wefRank: Check = {
  judge(claim, evidence) {
    const name = claim.column === "NRI" ? "rank" : claim.column;
    const source = rankFinding(claim, evidence.wef, name, WEF_MEASURES, "economies");
    const index = evidence.wef.find((row) => row["year"] === Number(claim.row))?.["indexName"];
    if (name !== "rank" || source.verdict !== "matches source" || index === "Networked Readiness Index")
      return { source };
    const reason = `${claim.printed} is the rank in another index of that year, the ${String(index)}; no Networked Readiness Index of ${claim.row} is among the published ones.`;
    return { source: finding("mislabelled", source.recomputed, reason) };
  },
};

/** The text's rank in the Global Competitiveness Report: row = year. */
export const competitivenessRank: Check = {
  needs: (claim) => [["Table 2", claim.row, "NRI"]],
  judge(claim, evidence): Findings {
    const row = evidence.wef.find((entry) => entry["year"] === Number(claim.row));
    const rank = published(evidence.wef, Number(claim.row), "rank");
    const isIndex = String(row?.["indexName"]).startsWith("Global Competitiveness Index");
    const inTable = cell(evidence, "Table 2", claim.row, "NRI");
    const internal =
      inTable.value === valueOf(claim)
        ? finding(
            "reproduced",
            inTable.value,
            `Table 2 prints ${inTable.printed} for ${claim.row}, there as the Networked Readiness Index.`,
          )
        : finding("not reproduced", inTable.value, `Table 2 prints ${inTable.printed} for ${claim.row}.`);
    if (rank === null || !isIndex) return { internal, source: notAvailable(`the report of ${claim.row}`) };
    const verdict = rank === valueOf(claim) ? "matches source" : "differs from source";
    return { internal, source: finding(verdict, rank, `The ${row!["edition"]} ranks Kazakhstan ${rank}.`) };
  },
};

/** That an earlier edition is within the first places of a measure: printed = how many, row = exhibit. */
export const alwaysWithin: Check = {
  judge(claim, evidence) {
    const years = editions(evidence, "Table 1");
    const printed = years.map((year) => [year, cell(evidence, "Table 1", String(year), claim.column).value]);
    const official = years.map((year) => [year, published(evidence.ranks, year, claim.column)]);
    return {
      internal: within(claim, printed as [number, number][], "reproduced", "not reproduced", "Table 1"),
      source: official.some(([, rank]) => rank === null)
        ? notAvailable(`${claim.column} ranks of every edition`)
        : within(
            claim,
            official as [number, number][],
            "matches source",
            "differs from source",
            "the published ranks",
          ),
    };
  },
};

function within(
  claim: Claim,
  ranks: [number, number][],
  yes: Finding["verdict"],
  no: Finding["verdict"],
  where: string,
): Finding {
  const outside = ranks.filter(([, rank]) => rank > valueOf(claim));
  const inside = `${ranks.length - outside.length} of ${ranks.length} editions`;
  const list = outside.map(([year, rank]) => `${year} (${rank})`).join(", ");
  const reason = `In ${where} ${inside} are within the first ${claim.printed}${list === "" ? "" : `; outside: ${list}`}.`;
  return finding(outside.length === 0 ? yes : no, inside, reason);
}

function sameAs(claim: Claim, evidence: Evidence, exhibit: string): Finding {
  const other = cell(evidence, exhibit, claim.row, claim.column);
  const same = other.value === valueOf(claim);
  return finding(same ? "reproduced" : "not reproduced", other.value, `${exhibit} prints ${other.printed}.`);
}

function rankFinding(
  claim: Claim,
  rows: readonly PublishedRow[],
  name: string,
  measures: Readonly<Record<string, string>>,
  population: string,
): Finding {
  const year = Number(claim.row);
  const rank = published(rows, year, name);
  if (rank === null) return notAvailable(`${measures[name]}, ${year}`);
  const value = valueOf(claim);
  const sentence = `The published ${measures[name]} of ${year} is ${rank}`;
  if (rank === value) return finding("matches source", rank, `${sentence}.`);
  const size = published(rows, year, population) ?? Number.NaN;
  const explanation = explain(
    rankCandidates(rows, year, name, measures),
    (other) => other === value,
    1 / size,
  );
  return notPublished(
    rank,
    `${sentence}, ${claim.printed} is printed (difference ${signed(value - rank, 0)})`,
    explanation,
  );
}

/** Every other published rank of the same file. */
function rankCandidates(
  rows: readonly PublishedRow[],
  year: number,
  name: string,
  measures: Readonly<Record<string, string>>,
): Candidate[] {
  return rows.flatMap((row) =>
    Object.keys(measures).flatMap((measure): Candidate[] => {
      const edition = row["year"] as number;
      const value = published(rows, edition, measure);
      if (value === null || (edition === year && measure === name)) return [];
      const distance = edition === year ? 0 : measure === name ? 1 : 2;
      return [{ what: `the ${measures[measure]} of ${edition}`, value, distance }];
    }),
  );
}
