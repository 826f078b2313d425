import { published, type Evidence } from "../evidence.js";
import { explain, type Candidate } from "../explain.js";
import { finding, notAvailable, notPublished, signed } from "../finding.js";
import type { Claim } from "../claim.js";
import { valueOf, type Check } from "./check.js";

/** How many places a rank improved: row = "2020 to 2024", column = measure. A lower rank is better. */
export const rankGain: Check = {
  judge(claim, evidence) {
    const [from, to] = claim.row.split(" to ").map(Number) as [number, number];
    const gain = gainOf(evidence, claim.column, from, to);
    if (gain === null) return { source: notAvailable(`${claim.column} ranks of ${from} and ${to}`) };
    const value = valueOf(claim);
    const sentence = `From ${from} to ${to} the ${claim.column} rank went from ${rank(evidence, claim, from)} to ${rank(evidence, claim, to)}, a gain of ${gain}`;
    if (gain === value) return { source: finding("matches source", gain, `${sentence}.`) };
    const states = published(evidence.ranks, to, "states")!;
    // A change of rank can be anything from -(states - 1) to states - 1.
    const explanation = explain(
      gains(evidence, claim.column, from, to),
      (other) => other === value,
      1 / (2 * states - 1),
    );
    return {
      source: notPublished(
        gain,
        `${sentence}, ${claim.printed} is printed (difference ${signed(value - gain, 0)})`,
        explanation,
      ),
    };
  },
};

/** The edition since which a rank gained so many places: row = "23 places to 2024", column = measure. */
export const rankGainSince: Check = {
  judge(claim, evidence) {
    const [gain, to] = claim.row.split(" places to ").map(Number) as [number, number];
    const since = evidence.ranks
      .map((row) => row["year"] as number)
      .filter((year) => year < to && gainOf(evidence, claim.column, year, to) === gain);
    const own = gainOf(evidence, claim.column, valueOf(claim), to);
    const ownText = own === null ? "no published rank" : `a gain of ${own}`;
    const sentence = `${claim.printed} to ${to}: ${ownText}`;
    if (since.includes(valueOf(claim)))
      return { source: finding("matches source", valueOf(claim), `${sentence}.`) };
    if (since.length === 0)
      return {
        source: finding("differs from source", null, `${sentence}; no earlier edition gives ${gain}.`),
      };
    const reason = `${sentence}; a gain of ${gain} is that since ${since.join(" and ")}.`;
    return { source: finding("mislabelled", since.length === 1 ? since[0]! : since.join(", "), reason) };
  },
};

function rank(evidence: Evidence, claim: Claim, year: number): number {
  return published(evidence.ranks, year, claim.column)!;
}

function gainOf(evidence: Evidence, measure: string, from: number, to: number): number | null {
  const [before, after] = [from, to].map((year) => published(evidence.ranks, year, measure));
  return before == null || after == null ? null : before - after;
}

/** The same measure's gain since other editions, then other measures' gains between the same two. */
function gains(evidence: Evidence, measure: string, from: number, to: number): Candidate[] {
  const years = evidence.ranks
    .map((row) => row["year"] as number)
    .filter((year) => year < to && year !== from);
  const candidate = (name: string, since: number, distance: 0 | 1): Candidate[] => {
    const value = gainOf(evidence, name, since, to);
    return value === null ? [] : [{ what: `the gain in ${name} from ${since} to ${to}`, value, distance }];
  };
  const others = ["EGDI", "EPI", "OSI", "TII", "HCI"].filter((name) => name !== measure);
  return [
    ...years.flatMap((year) => candidate(measure, year, 0)),
    ...others.flatMap((name) => candidate(name, from, 1)),
  ];
}
