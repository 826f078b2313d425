import { describeSeries } from "../../stats/describe.js";
import { growthContributions, type Components } from "../../stats/index-identity.js";
import { seriesDynamics, type SeriesDynamics } from "../../stats/series-dynamics.js";
import type { Exercise } from "./exercise.js";
import { lastOf, printedColumn } from "./paper-column.js";

const components = ["OSI", "TII", "HCI"] as const;

/** Exercises on Table 3: spread, growth and the index identity, from the values as printed. */
export const exercises03: readonly Exercise[] = [
  {
    id: "3.1",
    decimals: 4,
    answer: () => spread("OSI"),
    mistakes: [
      {
        key: "population",
        says: "the population formula, which divides by n; these editions are a sample, so one degree of freedom is spent on the mean",
        answer: () => spread("OSI") * Math.sqrt(1 - 1 / printedColumn("OSI").length),
      },
      {
        key: "variance",
        says: "the variance: a root is still to be taken",
        answer: () => spread("OSI") ** 2,
      },
      { key: "column", says: "another column's standard deviation", answer: () => spread("EGDI") },
    ],
  },
  {
    id: "3.2",
    decimals: 1,
    answer: () => 100 * lastOf(dynamics("TII").rows).rateOfIncreaseBase,
    mistakes: [
      {
        key: "growth rate",
        says: "the growth rate, which counts the starting value too; the rate of increase is what was added to it",
        answer: () => 100 * lastOf(dynamics("TII").rows).growthRateBase,
      },
      {
        key: "chain",
        says: "the increase on the edition before (chain), where the first edition is the base",
        answer: () => 100 * lastOf(dynamics("TII").rows).rateOfIncreaseChain!,
      },
      {
        key: "last as base",
        says: "the change divided by the last value: the base is the first edition",
        answer: () => 100 * (1 - 1 / lastOf(dynamics("TII").rows).growthRateBase),
      },
      {
        key: "points",
        says: "the absolute growth in hundredths of the index, not in per cent of the base",
        answer: () => 100 * lastOf(dynamics("TII").rows).absoluteGrowthBase,
      },
    ],
  },
  {
    id: "3.3",
    decimals: 2,
    answer: () => 100 * dynamics("EGDI").meanAnnualRateOfIncrease,
    mistakes: [
      {
        key: "per edition",
        says: "the mean per edition: the editions lie two or three years apart, and a year is asked",
        answer: () => meanIncrease(printedColumn("EGDI").length - 1),
      },
      {
        key: "number of editions",
        says: "a root of as many as there are editions: count the years between the first and the last",
        answer: () => meanIncrease(printedColumn("EGDI").length),
      },
      {
        key: "years counted twice",
        says: "one year too many in the root: both ends were counted",
        answer: () => meanIncrease(elapsed() + 1),
      },
      {
        key: "arithmetic",
        says: "the arithmetic mean of the whole increase; growth compounds, so the mean is geometric",
        answer: () => (100 * lastOf(dynamics("EGDI").rows).rateOfIncreaseBase) / elapsed(),
      },
    ],
  },
  {
    id: "3.4",
    decimals: 0,
    answer: () => editionOf(gaps().map(Math.abs), Math.max),
    mistakes: [
      {
        key: "highest",
        says: "the edition with the highest index, not with the widest gap",
        answer: () => editionOf(printedColumn("EGDI"), Math.max),
      },
      {
        key: "signed",
        says: "the largest gap of one sign only: a gap upwards and a gap downwards count alike",
        answer: () => editionOf(gaps(), Math.min),
      },
    ],
  },
  {
    id: "3.5",
    decimals: 1,
    answer: () => 100 * contributions().shares.TII,
    mistakes: [
      {
        key: "weight",
        says: "the component's own change set against the index's change: its weight in the index is missing",
        answer: () => (100 * growth("TII")) / contributions().total,
      },
      {
        key: "printed growth",
        says: "a share of the growth that is printed, which the components do not add up to",
        answer: () => (100 * contributions().contributions.TII) / growth("EGDI"),
      },
      {
        key: "level",
        says: "the component's share of the last edition's level, not of the growth",
        answer: () => (100 * at("TII", -1)) / components.reduce((sum, name) => sum + at(name, -1), 0),
      },
      {
        key: "other component",
        says: "the share of the online services",
        answer: () => 100 * contributions().shares.OSI,
      },
    ],
  },
];

function spread(name: "EGDI" | "OSI"): number {
  return describeSeries(printedColumn(name)).standardDeviation;
}

function dynamics(name: "EGDI" | "TII"): SeriesDynamics {
  return seriesDynamics(printedColumn("year"), printedColumn(name));
}

function elapsed(): number {
  const years = printedColumn("year");
  return lastOf(years) - years[0]!;
}

function meanIncrease(periods: number): number {
  return 100 * (lastOf(dynamics("EGDI").rows).growthRateBase ** (1 / periods) - 1);
}

/** Printed index minus the plain mean of the printed components, edition by edition. */
function gaps(): number[] {
  const [osi, tii, hci] = components.map((name) => printedColumn(name));
  return printedColumn("EGDI").map((value, row) => value - (osi![row]! + tii![row]! + hci![row]!) / 3);
}

function editionOf(values: readonly number[], pick: (...values: number[]) => number): number {
  return printedColumn("year")[values.indexOf(pick(...values))]!;
}

function at(name: "EGDI" | keyof Components, row: 0 | -1): number {
  return printedColumn(name).at(row)!;
}

function growth(name: "EGDI" | keyof Components): number {
  return at(name, -1) - at(name, 0);
}

function contributions(): ReturnType<typeof growthContributions> {
  const years = printedColumn("year");
  const of = (row: 0 | -1): Components => ({ OSI: at("OSI", row), TII: at("TII", row), HCI: at("HCI", row) });
  return growthContributions(years[0]!, of(0), lastOf(years), of(-1));
}
