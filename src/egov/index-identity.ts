import { requireNumbers, requireThat } from "../base/check.js";
import { withTable } from "../base/display.js";
import { namedColumns, numbersOf, type NumberColumns } from "../helper/table/numbers.js";
import { text } from "../base/text.js";

export interface Components {
  OSI: number;
  TII: number;
  HCI: number;
}

/** Weights of OSI, TII and HCI in an edition's EGDI: .34, .33, .33 in 2008 and 2010, one third each otherwise. */
export function egdiWeights(year: number): Components {
  requireThat(Number.isInteger(year), "egdiWeights", "need.wholeYear", year);
  return year === 2008 || year === 2010
    ? { OSI: 0.34, TII: 0.33, HCI: 0.33 }
    : { OSI: 1 / 3, TII: 1 / 3, HCI: 1 / 3 };
}

/**
 * Computes an edition's EGDI from its three components.
 * @throws RangeError or TypeError on a component outside 0..1
 * @see UN DESA, E-Government Survey, annex on methodology
 * @example egdiOf(2024, { OSI: 0.3, TII: 0.6, HCI: 0.9 }) // 0.6
 */
export function egdiOf(year: number, components: Components): number {
  const weights = egdiWeights(year);
  let sum = 0;
  for (const name of ["OSI", "TII", "HCI"] as const) {
    requireNumbers("egdiOf", name, [components[name]]);
    const value = components[name];
    requireThat(value >= 0 && value <= 1, "egdiOf", "need.between0And1", value, { name });
    sum += weights[name] * value;
  }
  return sum;
}

export interface GrowthContributions {
  /** Change of the index computed from the components. */
  total: number;
  /** In units of the index; they sum to the total. */
  contributions: Components;
  /** Shares of the total. */
  shares: Components;
}

/**
 * Splits the change of the EGDI between two editions into the contributions of its components. With equal weights in
 * both editions a contribution is weight * change; where the weights changed, the mean of the two weights multiplies
 * the change of the component, and the mean of the two values the change of its weight. The three add up to the change
 * exactly.
 * @param series a DataFrame or a record with the columns year, OSI, TII and HCI
 * @throws RangeError or TypeError on a missing edition, a component outside 0..1, or an unchanged index
 * @example growthContributions(table3, 2005, 2024).shares.TII
 */
export function growthContributions(
  series: NumberColumns,
  fromYear: number,
  toYear: number,
): GrowthContributions {
  const caller = "growthContributions";
  const [from, to] = [componentsOf(caller, series, fromYear), componentsOf(caller, series, toYear)];
  const [before, after] = [egdiWeights(fromYear), egdiWeights(toYear)];
  const total = egdiOf(toYear, to) - egdiOf(fromYear, from);
  requireThat(total !== 0, caller, "need.twoEditionsWithDifferentIndex", text("error.gotNoChange"));
  const of = (name: keyof Components) =>
    ((before[name] + after[name]) / 2) * (to[name] - from[name]) +
    ((from[name] + to[name]) / 2) * (after[name] - before[name]);
  const contributions = ofEach(of);
  const shares = ofEach((name) => contributions[name] / total);
  return withTable({ total, contributions, shares }, () => ({
    columns: {
      component: [...Object.keys(contributions), "total"],
      contribution: [...Object.values(contributions), total],
      share: [...Object.values(shares), 1],
    },
  }));
}

function ofEach(of: (name: keyof Components) => number): Components {
  return { OSI: of("OSI"), TII: of("TII"), HCI: of("HCI") };
}

function componentsOf(caller: string, series: NumberColumns, edition: number): Components {
  const named = namedColumns(caller, series, ["year", "OSI", "TII", "HCI"]);
  const [year, OSI, TII, HCI] = named.map(([name, values]) =>
    numbersOf(caller, text("error.columnNamed", { name }), values),
  );
  const at = year!.indexOf(edition);
  requireThat(at >= 0, caller, "need.oneYears", edition, { year: year!.join(", ") });
  return { OSI: OSI![at]!, TII: TII![at]!, HCI: HCI![at]! };
}
