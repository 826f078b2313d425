import { egovkbCountries } from "../../data/read-egovkb.js";
import { dataPath } from "../../project.js";
import { pearson } from "../../stats/correlation.js";
import { naiveForecast } from "../../stats/random-walk-forecast.js";
import { seriesDynamics } from "../../stats/series-dynamics.js";
import { logitForecast, trendForecast } from "../../stats/trend-forecast.js";
import type { Exercise } from "./exercise.js";
import { officialColumn } from "./official-column.js";
import { lastOf } from "./paper-column.js";

/** Exercises with another country's figures: growth, a comparison, a correlation, a forecast that stays below 1. */
export const exercises10: readonly Exercise[] = [
  {
    id: "10.1",
    decimals: 2,
    answer: () => meanIncrease(elapsed()),
    mistakes: [
      {
        key: "per edition",
        says: "the mean per edition: the editions lie one to three years apart, and a year is asked",
        answer: () => meanIncrease(estonia("year").length - 1),
      },
      {
        key: "arithmetic",
        says: "the arithmetic mean of the whole increase; growth compounds, so the mean is geometric",
        answer: () => (100 * (lastOf(estonia("EGDI")) / estonia("EGDI")[0]! - 1)) / elapsed(),
      },
      {
        key: "growth rate",
        says: "the growth rate, which counts the starting value too",
        answer: () => 100 + meanIncrease(elapsed()),
      },
      {
        key: "points",
        says: "hundredths of the index a year, not per cent",
        answer: () => (100 * (lastOf(estonia("EGDI")) - estonia("EGDI")[0]!)) / elapsed(),
      },
      {
        key: "country",
        says: "the mean of Kazakhstan",
        answer: () => 100 * dynamics("Kazakhstan").meanAnnualRateOfIncrease,
      },
    ],
  },
  {
    id: "10.2",
    decimals: 0,
    answer: () => first((start, end) => end - start),
    mistakes: [
      {
        key: "relative",
        says: "the country with the largest growth rate; the gain is a difference",
        answer: () => first((start, end) => end / start),
      },
      {
        key: "level",
        says: "the country with the highest index today",
        answer: () => first((_, end) => end),
      },
      { key: "start", says: "the country that began lowest", answer: () => first((start) => -start) },
    ],
  },
  {
    id: "10.3",
    decimals: 3,
    answer: () => pearson(estonia("EGDI"), estonia("HCI")).r,
    mistakes: [
      {
        key: "squared",
        says: "the square of the correlation",
        answer: () => pearson(estonia("EGDI"), estonia("HCI")).r ** 2,
      },
      {
        key: "ten editions",
        says: "the paper's ten editions, where all are asked",
        answer: () => pearson(estonia("EGDI", 2005), estonia("HCI", 2005)).r,
      },
      {
        key: "column",
        says: "the correlation with online services",
        answer: () => pearson(estonia("EGDI"), estonia("OSI")).r,
      },
      {
        key: "country",
        says: "the correlation for Kazakhstan",
        answer: () => pearson(officialColumn("EGDI"), officialColumn("HCI")).r,
      },
    ],
  },
  {
    id: "10.4",
    decimals: 4,
    answer: () => forecast(logitForecast, 2026),
    mistakes: [
      {
        key: "straight",
        says: "the straight line, which may pass 1",
        answer: () => forecast(trendForecast, 2026),
      },
      { key: "naive", says: "the last value", answer: () => forecast(naiveForecast, 2026) },
      {
        key: "not turned back",
        says: "the line's value on the scale of the logarithm: turn it back",
        answer: () => {
          const index = forecast(logitForecast, 2026);
          return Math.log(index / (1 - index));
        },
      },
      {
        key: "later edition",
        says: "the edition after the one that is asked",
        answer: () => forecast(logitForecast, 2028),
      },
    ],
  },
];

function estonia(name: "year" | "EGDI" | "OSI" | "HCI", from = 2003): number[] {
  return officialColumn(name, { country: "Estonia", from });
}

function dynamics(country: string): ReturnType<typeof seriesDynamics> {
  return seriesDynamics(officialColumn("year", { country }), officialColumn("EGDI", { country }));
}

function elapsed(): number {
  return lastOf(estonia("year")) - estonia("year")[0]!;
}

function meanIncrease(periods: number): number {
  return 100 * (lastOf(dynamics("Estonia").rows).growthRateBase ** (1 / periods) - 1);
}

/** The country for which a measure of the index of 2005 and of the last edition is largest. */
function first(measure: (start: number, end: number) => number): string {
  const countries = egovkbCountries([dataPath("official", "egovkb-12-countries.csv")]);
  const measured = countries.map((country) => {
    const index = officialColumn("EGDI", { country, from: 2005 });
    return { country, value: measure(index[0]!, lastOf(index)) };
  });
  return measured.reduce((best, one) => (one.value > best.value ? one : best)).country;
}

function forecast(method: typeof logitForecast, year: number): number {
  return method(estonia("year"), estonia("EGDI"), [year])[0]!.fit;
}
