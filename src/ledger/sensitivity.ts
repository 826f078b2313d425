import type { Judged } from "./claim.js";
import { CHANCE_LIMIT } from "./explain.js";

/** How many verdicts another limit of chance would change. */
export interface Sensitivity {
  limit: number;
  /** Claims that would get the other verdict, with the probability of their match. */
  changed: { id: string; chance: number }[];
}

/**
 * How many verdicts stand on the limit of chance: those that turn from `mislabelled` or `other convention` to `differs
 * from source`, or back, under another one.
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
