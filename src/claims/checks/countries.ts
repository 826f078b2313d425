import { published, type Evidence } from "../evidence.js";
import { finding, notAvailable } from "../finding.js";
import type { Claim } from "../claim.js";
import { valueOf, type Check } from "./check.js";

/** That Kazakhstan stands above countries: row = their names, column = "OSI 2024", printed = its rank. */
export const aheadOf: Check = {
  judge: (claim, evidence) => compare(claim, evidence, "above", (own, other) => own > other),
};

/** That Kazakhstan stands in one group with leading countries: each of them ranks before it. */
export const besideLeaders: Check = {
  judge: (claim, evidence) => compare(claim, evidence, "behind", (own, other) => own < other),
};

function compare(
  claim: Claim,
  evidence: Evidence,
  where: string,
  holds: (own: number, other: number) => boolean,
) {
  const [measure, year] = claim.column.split(" ") as [string, string];
  const own = published(evidence.indices, Number(year), measure);
  const rank = published(evidence.ranks, Number(year), measure);
  const names = claim.row.split(", ");
  const others = names.map((name) => published(evidence.countries[name] ?? [], Number(year), measure));
  if (own === null || rank === null || others.includes(null))
    return { source: notAvailable(`${measure} of ${year} for Kazakhstan, ${claim.row}`) };
  const fails = names.filter((_, at) => !holds(own, others[at]!));
  const list = names.map((name, at) => `${name} ${others[at]!.toFixed(5)}`).join(", ");
  const verdict = fails.length === 0 && rank === valueOf(claim) ? "matches source" : "differs from source";
  const reason = `Kazakhstan's ${measure} of ${year} is ${own.toFixed(5)}, rank ${rank}, ${where} ${names.length - fails.length} of the ${names.length} named: ${list}.`;
  return { source: finding(verdict, rank, reason) };
}
