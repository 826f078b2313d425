import { loadPaper } from "../../paper.js";
import { pearson } from "../../stats/correlation.js";
import { sumOfProducts } from "../../stats/sums.js";
import { varianceInflation } from "../../stats/variance-inflation.js";
import type { Exercise } from "./exercise.js";
import { printedColumn } from "./paper-column.js";

type Name = "EGDI" | "OSI" | "TII" | "HCI";

/** Exercises on Table 4: covariance, correlation, what a matrix allows, collinearity. */
export const exercises04: readonly Exercise[] = [
  {
    id: "4.1",
    decimals: 5,
    answer: () => products("EGDI", "TII") / (editions() - 1),
    mistakes: [
      {
        key: "population",
        says: "the population formula, which divides by n; a sample's covariance divides by one less",
        answer: () => products("EGDI", "TII") / editions(),
      },
      {
        key: "total",
        says: "the sum of the products, before it is divided",
        answer: () => products("EGDI", "TII"),
      },
      {
        key: "correlation",
        says: "the correlation: the covariance still has the units of both series",
        answer: () => r("EGDI", "TII"),
      },
    ],
  },
  {
    id: "4.2",
    decimals: 3,
    answer: () => r("EGDI", "TII"),
    mistakes: [
      {
        key: "squared",
        says: "the square, the share of variance explained; the correlation is its root",
        answer: () => r("EGDI", "TII") ** 2,
      },
      {
        key: "mixed divisors",
        says: "a covariance with one divisor over standard deviations with the other: n and n − 1 must not be mixed",
        answer: () => (r("EGDI", "TII") * (editions() - 1)) / editions(),
      },
      { key: "column", says: "the correlation with another component", answer: () => r("EGDI", "OSI") },
      {
        key: "printed",
        says: "the printed value; compute it from the series",
        answer: () => printedR("TII", "EGDI"),
      },
    ],
  },
  {
    id: "4.3",
    decimals: 3,
    answer: () => bound(-1),
    mistakes: [
      {
        key: "other end",
        says: "the largest value that is still possible, not the smallest",
        answer: () => bound(1),
      },
      {
        key: "product",
        says: "the product alone: the root tells how far one may go to either side of it",
        answer: () => bound(0),
      },
      {
        key: "not squared",
        says: "the root with correlations that were not squared",
        answer: () => {
          const [a, b] = legs();
          return a * b - Math.sqrt((1 - a) * (1 - b));
        },
      },
    ],
  },
  {
    id: "4.4",
    decimals: 1,
    answer: () => inflation("OSI", "TII", "HCI")["TII"]!,
    mistakes: [
      {
        key: "tolerance",
        says: "the tolerance, the share that the other components leave unexplained; inflation is one over it",
        answer: () => 1 / inflation("OSI", "TII", "HCI")["TII"]!,
      },
      {
        key: "R squared",
        says: "the R² of the regression on the other components, before it is turned into an inflation",
        answer: () => 1 - 1 / inflation("OSI", "TII", "HCI")["TII"]!,
      },
      {
        key: "pair",
        says: "the inflation from one of the other components only",
        answer: () => 1 / (1 - r("TII", "HCI") ** 2),
      },
      {
        key: "with the index",
        says: "the inflation with the index itself among the explaining columns; it is what is to be explained",
        answer: () => inflation("EGDI", "OSI", "TII", "HCI")["TII"]!,
      },
    ],
  },
  {
    id: "4.5",
    decimals: 3,
    answer: () => r("EGDI", "HCI", 0, -2),
    mistakes: [
      { key: "all editions", says: "the correlation over all editions", answer: () => r("EGDI", "HCI") },
      {
        key: "first two",
        says: "the series without its first two editions",
        answer: () => r("EGDI", "HCI", 2),
      },
      {
        key: "one edition",
        says: "the series without its last edition only",
        answer: () => r("EGDI", "HCI", 0, -1),
      },
      { key: "squared", says: "the square of the correlation", answer: () => r("EGDI", "HCI", 0, -2) ** 2 },
    ],
  },
];

function editions(): number {
  return printedColumn("year").length;
}

function products(x: Name, y: Name): number {
  return sumOfProducts(printedColumn(x), printedColumn(y));
}

/** Correlation of two printed columns, over the editions from `start` up to `end` as `slice` counts them. */
function r(x: Name, y: Name, start = 0, end = editions()): number {
  return pearson(printedColumn(x).slice(start, end), printedColumn(y).slice(start, end)).r;
}

function printedR(row: Name, column: Name): number {
  const { table4 } = loadPaper();
  return (table4.values as unknown[][]).find(([name]) => name === row)![
    table4.columns.indexOf(column)
  ] as number;
}

/** The index's printed correlations with infrastructure and with human capital. */
function legs(): [number, number] {
  return [printedR("TII", "EGDI"), printedR("HCI", "EGDI")];
}

/** End of the range that the third correlation of a triangle can lie in, given two: -1 the lower, 1 the upper, 0 its middle. */
function bound(end: -1 | 0 | 1): number {
  const [a, b] = legs();
  return a * b + end * Math.sqrt((1 - a * a) * (1 - b * b));
}

function inflation(...names: Name[]): Record<string, number> {
  return varianceInflation(Object.fromEntries(names.map((name) => [name, printedColumn(name)])));
}
