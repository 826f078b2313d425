import { driftForecast, naiveForecast } from "../../econometrics/random-walk-forecast.js";
import { trendForecast } from "../../econometrics/trend-forecast.js";
import type { Exercise, NotebookExercises } from "./exercise.js";
import { judgements12 } from "./judgements-12.js";
import { officialColumn } from "./official-column.js";
import { mean, printedColumn } from "./paper-column.js";
import { PUBLISHED_INTRO, publishedPrelude } from "./prelude.js";

const numeric: readonly Exercise[] = [
  {
    id: "12.1",
    question: [
      "What does the random walk with drift forecast for the EGDI of 2026 from all published editions, without `driftForecast`?",
      "Барлық жарияланған шығарылым бойынша дрейфі бар кездейсоқ кезу 2026 жылғы EGDI үшін нені болжайды (`driftForecast` қолданбай)?",
      "Какой прогноз EGDI на 2026 год даёт случайное блуждание с дрейфом по всем опубликованным выпускам, без `driftForecast`?",
    ],
    hint: [
      "The drift is the mean change *a year*: from the first edition to the last, over the years between. How many years is it from the last edition to 2026?",
      "Дрейф – *жылдық* орташа өзгеріс: алғашқы шығарылымнан соңғысына дейінгі өзгеріс арадағы жылдарға бөлінеді. Соңғы шығарылымнан 2026 жылға дейін неше жыл?",
      "Дрейф – среднее изменение *за год*: от первого выпуска до последнего, делённое на число лет между ними. Сколько лет от последнего выпуска до 2026 года?",
    ],
    solution: `const [walkYears, walk] = [publishedColumn("year"), publishedColumn("EGDI")];
const end = walk.length - 1;
const drift = (walk[end] - walk[0]) / (walkYears[end] - walkYears[0]);
check("12.1", walk[end] + drift * (2026 - walkYears[end]));`,
    decimals: 4,
    answer: () => forecast(driftForecast, 2026),
    mistakes: {
      naive: () => forecast(naiveForecast, 2026),
      "per edition": () => {
        const index = officialColumn("EGDI");
        return index.at(-1)! + (index.at(-1)! - index[0]!) / (index.length - 1);
      },
      "one year": () => forecast(driftForecast, 2025),
      trend: () => forecast(trendForecast, 2026),
      "ten editions": () => driftForecast(ten("year"), ten("EGDI"), [2026])[0]!.fit,
      "last change": () => ten("EGDI").at(-1)! + steps(officialColumn("EGDI")).at(-1)!,
      printed: () => driftForecast(printedColumn("year"), printedColumn("EGDI"), [2026])[0]!.fit,
      "later edition": () => forecast(driftForecast, 2028),
    },
  },
  {
    id: "12.2",
    question: [
      "What is the mean absolute error of the naive forecast of the EGDI over the last six published editions, each forecast by the one before?",
      "Соңғы алты жарияланған шығарылымда EGDI үшін аңғал (naive) болжамның (әрқайсысын алдыңғысы болжайды) орташа абсолюттік қатесі қандай?",
      "Какова средняя абсолютная ошибка наивного прогноза EGDI для последних шести опубликованных выпусков, если каждый прогнозируется по предыдущему?",
    ],
    hint: [
      "Six errors need seven editions. Take away the sign before you take the mean.",
      "Алты қатеге жеті шығарылым керек. Орташасын алмас бұрын таңбасын алып тастаңыз.",
      "Для шести ошибок нужно семь выпусков. Уберите знак до усреднения.",
    ],
    solution: `const lastSeven = publishedColumn("EGDI").slice(-7);
const misses = lastSeven.slice(1).map((value, at) => Math.abs(value - lastSeven[at]));
check("12.2", misses.reduce((sum, miss) => sum + miss, 0) / misses.length);`,
    decimals: 4,
    answer: () => mean(lastErrors().map(Math.abs)),
    mistakes: {
      signed: () => mean(lastErrors()),
      squares: () => Math.sqrt(mean(lastErrors().map((error) => error ** 2))),
      undivided: () => 6 * mean(lastErrors().map(Math.abs)),
      "all editions": () => mean(steps(officialColumn("EGDI")).map(Math.abs)),
      "fewer editions": () => mean(lastErrors().slice(1).map(Math.abs)),
      median: () => {
        const sorted = lastErrors()
          .map(Math.abs)
          .sort((a, b) => a - b);
        return (sorted[2]! + sorted[3]!) / 2;
      },
      printed: () => mean(steps(printedColumn("EGDI")).slice(-6).map(Math.abs)),
    },
  },
];

/** Chance and forecasts: drift, the error of a forecast. */
export const notebook12: NotebookExercises = {
  notebook: "12",
  intro: PUBLISHED_INTRO,
  prelude: publishedPrelude(),
  exercises: [...numeric, ...judgements12],
};

/** A column in the paper's ten editions. */
function ten(name: "year" | "EGDI"): number[] {
  return officialColumn(name, { from: 2005 });
}

function forecast(method: typeof driftForecast, year: number): number {
  return method(officialColumn("year"), officialColumn("EGDI"), [year])[0]!.fit;
}

/** Changes from value to value. */
function steps(values: readonly number[]): number[] {
  return values.slice(1).map((value, at) => value - values[at]!);
}

/** The naive forecast's last six errors: each edition less the one before it. */
function lastErrors(): number[] {
  return steps(officialColumn("EGDI")).slice(-6);
}
