import { requireNumbers, requireThat } from "../check.js";

export interface Components {
  OSI: number;
  TII: number;
  HCI: number;
}

/** Weights of OSI, TII and HCI in the EGDI of an edition: .34, .33, .33 in 2008 and 2010, one third each otherwise. */
export function egdiWeights(year: number): Components {
  requireThat(Number.isInteger(year), "egdiWeights", "a whole year", year);
  return year === 2008 || year === 2010
    ? { OSI: 0.34, TII: 0.33, HCI: 0.33 }
    : { OSI: 1 / 3, TII: 1 / 3, HCI: 1 / 3 };
}

/**
 * The EGDI that the three components give in an edition.
 * @throws RangeError or TypeError on a component outside 0..1
 * @see UN DESA, E-Government Survey, annex on methodology
 * @example egdiOf(2024, { OSI: 0.3, TII: 0.6, HCI: 0.9 }) // 0.6
 */
export function egdiOf(year: number, components: Components): number {
  const weights = egdiWeights(year);
  let sum = 0;
  for (const name of ["OSI", "TII", "HCI"] as const) {
    requireNumbers("egdiOf", name, [components[name]]);
    requireThat(
      components[name] >= 0 && components[name] <= 1,
      "egdiOf",
      `${name} between 0 and 1`,
      components[name],
    );
    sum += weights[name] * components[name];
  }
  return sum;
}

/**
 * How each component contributed to the change of the EGDI between two editions. With the same weights at both ends a
 * contribution is weight * change; where the weights changed, the mean of the two weights multiplies the change of the
 * component, and the mean of the two values the change of its weight. The three add up to the change exactly.
 * @returns contributions in units of the index and their shares of the total
 * @throws RangeError or TypeError on a component outside 0..1, or when the index did not change
 * @example growthContributions(2012, { OSI: 0, TII: 0, HCI: 0 }, 2014, { OSI: 0.3, TII: 0, HCI: 0 }).total // 0.1
 */
export function growthContributions(fromYear: number, from: Components, toYear: number, to: Components) {
  const before = egdiWeights(fromYear);
  const after = egdiWeights(toYear);
  const total = egdiOf(toYear, to) - egdiOf(fromYear, from);
  requireThat(total !== 0, "growthContributions", "two editions with a different index", "no change");
  const of = (name: keyof Components) =>
    ((before[name] + after[name]) / 2) * (to[name] - from[name]) +
    ((from[name] + to[name]) / 2) * (after[name] - before[name]);
  const contributions: Components = { OSI: of("OSI"), TII: of("TII"), HCI: of("HCI") };
  const shares: Components = {
    OSI: contributions.OSI / total,
    TII: contributions.TII / total,
    HCI: contributions.HCI / total,
  };
  return { total, contributions, shares };
}
