import { movingAverage, movingTotal } from "../../stats/moving-total.js";
import type { Exercise } from "./exercise.js";
import { printedColumn } from "./paper-column.js";

/** Exercises on Table 5: windows, totals and averages. */
export const exercises05: readonly Exercise[] = [
  {
    id: "5.1",
    decimals: 4,
    answer: () => total(2012, 3),
    mistakes: [
      {
        key: "mean",
        says: "the mean of the window, where its total is asked",
        answer: () => total(2012, 3) / 3,
      },
      ...shifted(2012, 3, 1),
      { key: "width", says: "a window of another width", answer: () => total(2012, 5) },
    ],
  },
  {
    id: "5.2",
    decimals: 4,
    answer: () => total(2014, 5) / 5,
    mistakes: [
      {
        key: "total",
        says: "the total of the window: a mean is still to be made of it",
        answer: () => total(2014, 5),
      },
      ...shifted(2014, 5, 5),
      { key: "width", says: "a window of another width", answer: () => total(2014, 3) / 3 },
      {
        key: "divisor",
        says: "a total divided by another number than its window has editions",
        answer: () => total(2014, 5) / 3,
      },
    ],
  },
  {
    id: "5.3",
    decimals: 0,
    answer: () => movingTotal(egdi(), 7).filter((value) => value !== null).length,
    mistakes: [
      {
        key: "fence posts",
        says: "the number of steps that the window can make; it stands somewhere before its first step too",
        answer: () => egdi().length - 7,
      },
      { key: "blocks", says: "windows that do not overlap", answer: () => Math.floor(egdi().length / 7) },
      {
        key: "every edition",
        says: "one window per edition, the incomplete ones at the ends too",
        answer: () => egdi().length,
      },
      { key: "lost", says: "the number of editions without a complete window", answer: () => 7 - 1 },
    ],
  },
  {
    id: "5.4",
    decimals: 4,
    answer: () => movingAverage(egdi(), 5),
    mistakes: [
      {
        key: "totals",
        says: "the column of totals, where means are asked",
        answer: () => movingTotal(egdi(), 5),
      },
      {
        key: "width",
        says: "a column with windows of another width",
        answer: () => movingAverage(egdi(), 3),
      },
      {
        key: "trailing",
        says: "means written at the end of their windows; a centred one stands in the middle",
        answer: () => [null, null, ...movingAverage(egdi(), 5).slice(0, -2)],
      },
      {
        key: "gaps dropped",
        says: "the means alone: without the empty places they no longer stand beside their editions",
        answer: () => movingAverage(egdi(), 5).filter((value) => value !== null),
      },
    ],
  },
];

function egdi(): number[] {
  return printedColumn("EGDI");
}

/** Centred total of the window around the edition of `year`. */
function total(year: number, width: number, shift = 0): number {
  return movingTotal(egdi(), width)[printedColumn("year").indexOf(year) + shift]!;
}

/** The two windows that touch the edition with one end instead of holding it in the middle. */
function shifted(year: number, width: number, divisor: number): Exercise["mistakes"] {
  const reach = (width - 1) / 2;
  return [
    {
      key: "trailing",
      says: "a window that ends at the edition; a centred one reaches as far to both sides",
      answer: () => total(year, width, -reach) / divisor,
    },
    {
      key: "leading",
      says: "a window that begins at the edition; a centred one reaches as far to both sides",
      answer: () => total(year, width, reach) / divisor,
    },
  ];
}
