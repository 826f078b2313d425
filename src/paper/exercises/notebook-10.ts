import { dataPath } from "../../base/project.js";
import { naiveForecast } from "../../econometrics/random-walk-forecast.js";
import { logitForecast, trendForecast } from "../../econometrics/trend-forecast.js";
import { egovkbCountries } from "../../egov/read-egovkb.js";
import { pearson } from "../../helper/statistics/correlation.js";
import { linearTrend } from "../../helper/statistics/linear-trend.js";
import { spearman } from "../../helper/statistics/spearman.js";
import type { Exercise, NotebookExercises } from "./exercise.js";
import { judgements10 } from "./judgements-10.js";
import { officialColumn } from "./official-column.js";
import { growth, lastOf } from "./paper-column.js";
import { PUBLISHED_INTRO, publishedPrelude } from "./prelude.js";

type Name = "year" | "EGDI" | "OSI" | "HCI";

const numeric: readonly Exercise[] = [
  {
    id: "10.1",
    question: [
      "By how many per cent a year did the EGDI of Estonia grow on average, from the first published edition to the last?",
      "Алғашқы жарияланған шығарылымнан соңғысына дейін Эстонияның EGDI-і орта есеппен жылына неше пайызға өсті?",
      "На сколько процентов в год в среднем рос EGDI Эстонии от первого опубликованного выпуска до последнего?",
    ],
    hint: [
      "Growth compounds: a root, and the years between the two editions under it. `seriesDynamics` can do it; try it without.",
      "Өсім үстемеленеді: дәрежесі екі шығарылым арасындағы жылдар санына тең түбір керек. Мұны `seriesDynamics` жасай алады; онсыз көріңіз.",
      "Рост накапливается: нужен корень, степень которого – число лет между двумя выпусками. Это умеет `seriesDynamics`; попробуйте без неё.",
    ],
    solution: `const [eeYears, eeIndex] = ["year", "EGDI"].map((name) => publishedColumn(name, 2003, "Estonia"));
const eeSpan = eeYears[eeYears.length - 1] - eeYears[0];
check("10.1", 100 * ((eeIndex[eeIndex.length - 1] / eeIndex[0]) ** (1 / eeSpan) - 1));`,
    decimals: 2,
    percent: true,
    answer: () => growth(estonia("EGDI"), span()),
    mistakes: {
      "per edition": () => growth(estonia("EGDI"), estonia("year").length - 1),
      "number of editions": () => growth(estonia("EGDI"), estonia("year").length),
      "both ends": () => growth(estonia("EGDI"), span() + 1),
      arithmetic: () => growth(estonia("EGDI"), 1) / span(),
      log: () => (100 * Math.log(lastOf(estonia("EGDI")) / estonia("EGDI")[0]!)) / span(),
      factor: () => 100 + growth(estonia("EGDI"), span()),
      points: () => (100 * (lastOf(estonia("EGDI")) - estonia("EGDI")[0]!)) / span(),
      country: () => growth(officialColumn("EGDI"), span()),
      "ten editions": () => growth(estonia("EGDI", 2005), span() - 2),
    },
  },
  {
    id: "10.2",
    question: [
      "Which of the twelve countries of the published file gained most in the index from 2005 to 2024? Its name, in any of the three languages.",
      "Жарияланған файлдағы он екі елдің қайсысы 2005 жылдан 2024 жылға дейін индексін ең көп өсірді? Атауын үш тілдің кез келгенінде жазыңыз.",
      "У какой из двенадцати стран опубликованного файла индекс с 2005 по 2024 год вырос сильнее всего? Название на любом из трёх языков.",
    ],
    hint: [
      "`twelve` holds the countries' names. The gain is a difference, the last value less the one of 2005.",
      "`twelve` – елдердің атаулары. Өсім – айырма: соңғы мәннен 2005 жылғысын азайту.",
      "`twelve` – названия стран. Прирост – это разность: последнее значение минус значение 2005 года.",
    ],
    solution: `const gains = twelve.map((name) => {
  const own = publishedColumn("EGDI", 2005, name);
  return own[own.length - 1] - own[0];
});
check("10.2", twelve[gains.indexOf(Math.max(...gains))]);`,
    answer: () => first((start, end) => end - start),
    mistakes: {
      relative: () => first((start, end) => end / start),
      "level today": () => first((_, end) => end),
      start: () => first((start) => -start),
    },
  },
  {
    id: "10.3",
    question: [
      "What is the correlation of EGDI and HCI for Estonia over all its published editions?",
      "Эстонияның барлық жарияланған шығарылымы бойынша EGDI мен HCI корреляциясы қандай?",
      "Какова корреляция EGDI и HCI Эстонии по всем её опубликованным выпускам?",
    ],
    hint: [
      "All editions of the file, not only those of the paper.",
      "Тек мақаладағы емес, файлдағы барлық шығарылым.",
      "Все выпуски файла, а не только те, что в статье.",
    ],
    solution: `check("10.3", pearson(eeIndex, publishedColumn("HCI", 2003, "Estonia")).r);`,
    decimals: 3,
    answer: () => pearson(estonia("EGDI"), estonia("HCI")).r,
    mistakes: {
      squared: () => pearson(estonia("EGDI"), estonia("HCI")).r ** 2,
      "ten editions": () => pearson(estonia("EGDI", 2005), estonia("HCI", 2005)).r,
      component: () => pearson(estonia("EGDI"), estonia("OSI")).r,
      country: () => pearson(officialColumn("EGDI"), officialColumn("HCI")).r,
      spearman: () => spearman(estonia("EGDI"), estonia("HCI")).rho,
    },
  },
  {
    id: "10.4",
    question: [
      "What does a straight line through $\\ln\\frac{y}{1-y}$ on the calendar year forecast for the EGDI of Estonia in 2026, without `logitForecast`?",
      "Күнтізбелік жыл бойынша $\\ln\\frac{y}{1-y}$ арқылы өткен түзу Эстонияның 2026 жылғы EGDI-і үшін нені болжайды (`logitForecast` қолданбай)?",
      "Какой прогноз EGDI Эстонии на 2026 год даёт прямая, проведённая по $\\ln\\frac{y}{1-y}$ и календарному году, без `logitForecast`?",
    ],
    hint: [
      "Fit the line with `linearTrend` to the logarithms, predict 2026, and turn the result back: $y = 1/(1 + e^{-z})$.",
      "`linearTrend` арқылы логарифмдерге сызық жүргізіп, 2026 жылды болжаңыз да, нәтижені кері түрлендіріңіз: $y = 1/(1 + e^{-z})$.",
      "Проведите прямую по логарифмам с помощью `linearTrend`, найдите прогноз на 2026 год и преобразуйте обратно: $y = 1/(1 + e^{-z})$.",
    ],
    solution: `const odds = linearTrend(eeYears, eeIndex.map((value) => Math.log(value / (1 - value))));
check("10.4", 1 / (1 + Math.exp(-odds.predict(2026).fit)));`,
    decimals: 4,
    answer: () => forecast(logitForecast, 2026),
    mistakes: {
      trend: () => forecast(trendForecast, 2026),
      naive: () => forecast(naiveForecast, 2026),
      "not turned back": () => logit(estonia("year"), 2026),
      "exponential only": () => Math.exp(logit(estonia("year"), 2026)),
      "log only": () =>
        Math.exp(linearTrend(estonia("year"), estonia("EGDI").map(Math.log)).predict(2026).fit),
      "edition numbers": () =>
        inverse(
          logit(
            estonia("year").map((_, at) => at + 1),
            estonia("year").length + 1,
          ),
        ),
      "later edition": () => forecast(logitForecast, 2028),
      "ten editions": () => logitForecast(estonia("year", 2005), estonia("EGDI", 2005), [2026])[0]!.fit,
      country: () => logitForecast(officialColumn("year"), officialColumn("EGDI"), [2026])[0]!.fit,
    },
  },
];

/** Another country's figures: growth, a comparison, a correlation, a forecast that stays below 1. */
export const notebook10: NotebookExercises = {
  notebook: "10",
  intro: PUBLISHED_INTRO,
  prelude: `${publishedPrelude("linearTrend", "pearson")}
const twelve = ["Australia", "China", "Denmark", "Estonia", "Germany", "India", "Kazakhstan", "Republic of Korea",
  "Russian Federation", "Singapore", "United Kingdom of Great Britain and Northern Ireland", "Uzbekistan"];`,
  exercises: [...numeric, ...judgements10],
};

function estonia(name: Name, from = 2003): number[] {
  return officialColumn(name, { country: "Estonia", from });
}

function span(): number {
  return lastOf(estonia("year")) - estonia("year")[0]!;
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

/** The line through the logarithms of the odds, at a place of its axis. */
function logit(axis: number[], at: number): number {
  return linearTrend(
    axis,
    estonia("EGDI").map((value) => Math.log(value / (1 - value))),
  ).predict(at).fit;
}

function inverse(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
