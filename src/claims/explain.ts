/** A published or recomputed value that a printed number may really be. */
export interface Candidate {
  /** Completes "it is ...", such as "the OSI of 2020". */
  what: string;
  value: number;
  /** 0: the same edition under another name; 1: the same name in another edition; 2: anything else. */
  distance: 0 | 1 | 2;
}

export interface Explanation {
  matches: Candidate[];
  /** How many candidates were looked at until one matched. */
  looked: number;
  /** The probability that one of so many would match by chance. */
  chance: number;
}

/** A match is taken for what the number really is when chance gives one less often than this. */
export const CHANCE_LIMIT = 0.05;

/**
 * Looks for what a printed number really is, the nearest candidates first: those at the smallest distance where any
 * matches. The chance of a match is 1 - (1 - p)^k for the k candidates up to that distance, p the probability that a
 * single unrelated value matches.
 *
 * @param matches whether a candidate agrees with the printed number at its precision
 * @param single p
 * @returns null when no candidate matches
 */
export function explain(
  candidates: readonly Candidate[],
  matches: (value: number) => boolean,
  single: number,
): Explanation | null {
  for (const distance of [0, 1, 2]) {
    const found = candidates.filter(
      (candidate) => candidate.distance === distance && matches(candidate.value),
    );
    if (found.length === 0) continue;
    const looked = candidates.filter((candidate) => candidate.distance <= distance).length;
    return { matches: found, looked, chance: 1 - (1 - single) ** looked };
  }
  return null;
}

/** The explanation as a sentence. */
export function explanationText({ matches, looked, chance }: Explanation): string {
  const what = matches.map((match) => match.what).join(" and ");
  return `it equals ${what}; a chance match among the ${looked} figures looked at has probability ${percent(chance)}.`;
}

function percent(share: number): string {
  return `${(100 * share).toPrecision(2)} %`;
}
