import type { Judged } from "./claim.js";
import { CHANCE_LIMIT } from "./explain.js";

/** How many verdicts another chance limit would change. */
export interface Sensitivity {
  limit: number;
  /** Claims whose verdict would change, with the probability of their match. */
  changed: { id: string; chance: number }[];
}

/**
 * Counts the verdicts that depend on the chance limit: those that change between `mislabelled` or `other convention`
 * and `differs from source` under another limit.
 *
 * @example sensitivity(judge(ledger), [0.01, 0.1])
 */
export function sensitivity(
  judged: readonly Judged[],
  limits: readonly number[] = [0.01, 0.1],
): Sensitivity[] {
  const matches = judged.flatMap(({ id, source }) =>
    source?.chance === undefined ? [] : [{ id, chance: source.chance }],
  );
  return limits.map((limit) => ({
    limit,
    changed: matches.filter(({ chance }) => chance < limit !== chance < CHANCE_LIMIT),
  }));
}
