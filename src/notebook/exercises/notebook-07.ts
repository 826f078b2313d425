import { loadOfficialRanks } from "../../official.js";
import { loadPaper } from "../../paper.js";
import { numbers } from "../../table.js";
import type { Exercise } from "./exercise.js";

/** Exercises on the claims in the text: gains in rank, counting editions, chance matches, rounding intervals. */
export const exercises07: readonly Exercise[] = [
  {
    id: "7.1",
    decimals: 0,
    answer: () => rank("TII", 2018) - rank("TII", 2024),
    mistakes: [
      {
        key: "another edition",
        says: "the gain from another edition",
        answer: () => rank("TII", 2020) - rank("TII", 2024),
      },
      {
        key: "another index",
        says: "the gain in another index",
        answer: () => rank("EGDI", 2018) - rank("EGDI", 2024),
      },
      {
        key: "the rank",
        says: "a rank, where the difference of two is asked",
        answer: () => rank("TII", 2018),
      },
    ],
  },
  {
    id: "7.2",
    decimals: 0,
    answer: () => printedEpi().filter((place) => place <= 30).length,
    mistakes: [
      {
        key: "outside",
        says: "the editions outside the limit",
        answer: () => printedEpi().filter((place) => place > 30).length,
      },
      { key: "all", says: "all editions of the table", answer: () => printedEpi().length },
    ],
  },
  {
    id: "7.3",
    decimals: 4,
    answer: () => 1 - (1 - 1 / 193) ** 10,
    mistakes: [
      {
        key: "sum",
        says: "ten probabilities added up, as if two matches could not happen together",
        answer: () => 10 / 193,
      },
      { key: "single", says: "the probability for a single rank", answer: () => 1 / 193 },
      { key: "none", says: "the probability that none of them matches", answer: () => (1 - 1 / 193) ** 10 },
    ],
  },
  {
    id: "7.4",
    decimals: 4,
    answer: () => 4.555 - 0.5e-3,
    mistakes: [
      {
        key: "whole unit",
        says: "a whole unit of the last digit taken off, where half a unit is enough",
        answer: () => 4.555 - 1e-3,
      },
      { key: "upper end", says: "the other end of the interval", answer: () => 4.555 + 0.5e-3 },
      {
        key: "printed",
        says: "the printed value itself: smaller ones are printed so, too",
        answer: () => 4.555,
      },
    ],
  },
];

function rank(measure: string, year: number): number {
  const ranks = loadOfficialRanks();
  return numbers(ranks, measure)[numbers(ranks, "year").indexOf(year)]!;
}

function printedEpi(): number[] {
  return numbers(loadPaper().table1, "EPI");
}
