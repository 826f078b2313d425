import { normalCritical } from "../../helper/statistics/distributions.js";
import { linearTrend, type LinearTrend } from "../../helper/statistics/linear-trend.js";
import type { Exercise, NotebookExercises } from "./exercise.js";
import { judgements06 } from "./judgements-06.js";
import { officialColumn } from "./official-column.js";
import { lastOf, mean, printedColumn } from "./paper-column.js";
import { table3Prelude } from "./prelude.js";

const numeric: readonly Exercise[] = [
  {
    id: "6.1",
    question: [
      "Fit the line through the totals of five without `linearTrend`. What is its intercept on the scale of $T$?",
      "Бес шығарылымдық қосындылар арқылы сызықты `linearTrend` қолданбай жүргізіңіз. Оның $T$ шкаласындағы бос мүшесі қандай?",
      "Проведите прямую по суммам пяти выпусков без `linearTrend`. Каков её свободный член, если $x$ – это $T$?",
    ],
    hint: [
      "The slope comes first. The intercept is the mean of $y$ minus the slope times the mean of $x$, and $x$ is `totalT`.",
      "Алдымен көлбеу коэффициенті. Бос мүшені табу үшін $y$ орташасынан көлбеу коэффициенті мен $x$ орташасының көбейтіндісін шегеріңіз; мұнда $x$ – `totalT`.",
      "Сначала угловой коэффициент. Свободный член – среднее $y$ минус угловой коэффициент на среднее $x$; здесь $x$ – это `totalT`.",
    ],
    solution: `const mean6 = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const sxy6 = totalT.reduce((sum, t, at) => sum + (t - mean6(totalT)) * (totals5[at] - mean6(totals5)), 0);
const sxx6 = totalT.reduce((sum, t) => sum + (t - mean6(totalT)) ** 2, 0);
check("6.1", mean6(totals5) - (sxy6 / sxx6) * mean6(totalT));`,
    decimals: 4,
    answer: () => trend(5).intercept,
    mistakes: {
      positions: () => trend(5, 0).intercept,
      slope: () => trend(5).slope,
      average: () => trend(5).intercept / 5,
      width: () => trend(3).intercept,
      "calendar years": () => byYear(5).intercept,
      "axes exchanged": () => linearTrend(totalsOf(5).totals, totalsOf(5).t).intercept,
      official: () => trend(5, 2, official()).intercept,
    },
  },
  {
    id: "6.2",
    question: [
      "What does the line through the totals of five forecast for $T = 9$ on the scale of the index, with full coefficients?",
      "Бес шығарылымдық қосындылар арқылы өткен сызық толық коэффициенттермен $T = 9$ үшін индекс шкаласында нені болжайды?",
      "Какой прогноз для $T = 9$ в шкале индекса даёт прямая по суммам пяти выпусков с полными коэффициентами?",
    ],
    hint: [
      "`linearTrend(totalT, totals5).predict(9).fit` is a total. Of how many editions?",
      "`linearTrend(totalT, totals5).predict(9).fit` – қосынды. Неше шығарылымдікі?",
      "`linearTrend(totalT, totals5).predict(9).fit` – это сумма. Скольких выпусков?",
    ],
    solution: `const line6 = linearTrend(totalT, totals5);
check("6.2", line6.predict(9).fit / 5);`,
    decimals: 4,
    answer: () => trend(5).predict(9).fit / 5,
    mistakes: {
      total: () => trend(5).predict(9).fit,
      divisor: () => trend(5).predict(9).fit / 3,
      positions: () => trend(5, 0).predict(9).fit / 5,
      step: () => trend(5).predict(10).fit / 5,
      "printed itself": () => 4.555,
      width: () => trend(3).predict(9).fit / 3,
      "fewer editions": () => trend(1).predict(9).fit,
      official: () => trend(5, 2, official()).predict(9).fit / 5,
      slope: () => trend(5).slope / 5,
    },
  },
  {
    id: "6.3",
    question: [
      "Suppose nobody had smoothed. What is the R² of a straight line through the printed index itself, on $T$, without `linearTrend`?",
      "Ешкім тегістемеді делік. Басылған индекстің өзі арқылы $T$ бойынша өткен түзудің R² мәні қандай (`linearTrend` қолданбай)?",
      "Предположим, что ряд не сглаживали. Каков R² прямой по самому напечатанному индексу при тех же $T$, без `linearTrend`?",
    ],
    hint: [
      "For a straight line, R² is the square of a correlation. `pearson` may help.",
      "Түзу сызық үшін R² – корреляцияның квадраты. `pearson` көмектеседі.",
      "Для прямой R² – квадрат корреляции. Поможет `pearson`.",
    ],
    solution: `const series6 = printedColumn("EGDI");
check("6.3", pearson(series6.map((_, at) => at + 1), series6).r ** 2);`,
    decimals: 4,
    answer: () => trend(1).rSquared,
    mistakes: {
      smoothed: () => trend(5).rSquared,
      width: () => trend(3).rSquared,
      root: () => Math.sqrt(trend(1).rSquared),
      unexplained: () => 1 - trend(1).rSquared,
      adjusted: () => 1 - ((1 - trend(1).rSquared) * 9) / 8,
      "calendar years": () => byYear(1).rSquared,
      official: () => trend(1, 0, official()).rSquared,
      column: () => trend(1, 0, printedColumn("TII")).rSquared,
    },
  },
  {
    id: "6.4",
    question: [
      "How far does the 95 % prediction interval of the *total* at $T = 9$ reach to either side of the forecast?",
      "$T = 9$ нүктесіндегі *қосындының* 95 % болжам аралығы болжамнан әр жаққа қаншаға созылады?",
      "На сколько 95-процентный интервал прогноза *суммы* при $T = 9$ отходит от прогноза в каждую сторону?",
    ],
    hint: [
      "`predict(9).interval` has two ends. To either side, not from end to end.",
      "`predict(9).interval` екі шетті береді. Шеттен шетке емес, әр жаққа.",
      "`predict(9).interval` даёт два конца. В каждую сторону, а не от конца до конца.",
    ],
    solution: `const at9 = linearTrend(totalT, totals5).predict(9);
check("6.4", at9.interval[1] - at9.fit);`,
    decimals: 4,
    answer: () => halfWidth(),
    mistakes: {
      "whole width": () => 2 * halfWidth(),
      normal: () => normalCritical(0.95) * standardError(1),
      "line only": () => (halfWidth() * standardError(0)) / standardError(1),
      "residual only": () => (halfWidth() * trend(5).residualStandardError) / standardError(1),
      "standard error": () => standardError(1),
      average: () => halfWidth() / 5,
      "upper end": () => trend(5).predict(9).interval[1],
      positions: () => halfWidth(trend(5, 0)),
    },
  },
  {
    id: "6.5",
    question: [
      "Suppose editions keep coming every second year after the last one in the table. In which year does the trend through the printed totals first forecast an index above 1? Give the year of the edition in the middle of the window.",
      "Шығарылымдар кестедегі соңғысынан кейін де екі жылда бір шыға берсін. Басылған индекстен есептелген қосындылар тренді алғаш рет қай жылға 1-ден жоғары индексті болжайды? Терезе ортасындағы шығарылымның жылын жазыңыз.",
      "Пусть выпуски после последнего в таблице и дальше выходят раз в два года. В каком году тренд сумм впервые прогнозирует индекс выше 1? Назовите год выпуска в середине окна.",
    ],
    hint: [
      "Divide by five to come to the scale of the index. Find the first whole $T$ whose forecast is above 1, then turn $T$ into a year: $T = 10$ is the last edition of the table.",
      "Индекс шкаласына келу үшін беске бөліңіз. Болжамы 1-ден жоғары алғашқы бүтін $T$-ні тауып, оны жылға айналдырыңыз: $T = 10$ – кестедегі соңғы шығарылым.",
      "Делите на пять, чтобы перейти к шкале индекса. Найдите первое целое $T$ с прогнозом выше 1 и переведите в год: $T = 10$ – последний выпуск таблицы.",
    ],
    solution: `let t65 = 10;
while (linearTrend(totalT, totals5).predict(t65).fit / 5 <= 1) t65++;
check("6.5", printedColumn("year")[9] + 2 * (t65 - 10));`,
    answer: () => yearOf(above1(), 2),
    mistakes: {
      yearly: () => yearOf(above1(), 1),
      "one step": () => yearOf(above1() - 1, 2),
      "row index": () => above1(),
      "fewer editions": () => yearOf(above1(trend(1), 1), 2),
    },
  },
];

/** Figure 1: a trend through moving totals, its forecast and how sure it is. */
export const notebook06: NotebookExercises = {
  notebook: "06",
  intro: [
    '`printedColumn("EGDI")` is a column of Table 3 in the order of time; `totals5` holds its moving totals of five editions, and `totalT` the numbers $T$ of the editions in the middle of their windows.',
    '`printedColumn("EGDI")` – 3-кестенің бағаны, уақыт ретімен; `totals5` – оның бес шығарылымдық жылжымалы қосындылары, `totalT` – терезе ортасындағы шығарылымдардың $T$ нөмірлері.',
    '`printedColumn("EGDI")` – столбец таблицы 3 в порядке времени; `totals5` – его скользящие суммы по пяти выпускам, `totalT` – номера $T$ выпусков в середине окон.',
  ],
  prelude: `${table3Prelude("linearTrend", "pearson")}
const totalT = [3, 4, 5, 6, 7, 8];
const totals5 = totalT.map((t) => printedColumn("EGDI").slice(t - 3, t + 2).reduce((sum, value) => sum + value, 0));`,
  exercises: [...numeric, ...judgements06],
};

function official(): number[] {
  return officialColumn("EGDI", { from: 2005 });
}

/** Moving totals and the T of their middles. */
function totalsOf(width: number, values = printedColumn("EGDI")): { t: number[]; totals: number[] } {
  const starts = Array.from({ length: values.length - width + 1 }, (_, at) => at);
  return {
    t: starts.map((at) => at + (width + 1) / 2),
    totals: starts.map((at) => values.slice(at, at + width).reduce((sum, value) => sum + value, 0)),
  };
}

/** The line through totals of a width; with `lead` 0 the points are numbered from one. */
function trend(width: number, lead = (width - 1) / 2, values = printedColumn("EGDI")): LinearTrend {
  const { totals } = totalsOf(width, values);
  return linearTrend(
    totals.map((_, at) => at + 1 + lead),
    totals,
  );
}

function byYear(width: number): LinearTrend {
  const { t, totals } = totalsOf(width);
  return linearTrend(
    t.map((place) => printedColumn("year")[place - 1]!),
    totals,
  );
}

function halfWidth(line = trend(5)): number {
  const { interval } = line.predict(9);
  return (interval[1] - interval[0]) / 2;
}

/** Standard error at T = 9: of the line (own = 0) or of a new observation (own = 1). */
function standardError(own: 0 | 1): number {
  const { t } = totalsOf(5);
  const spread = t.reduce((sum, value) => sum + (value - mean(t)) ** 2, 0);
  return trend(5).residualStandardError * Math.sqrt(own + 1 / t.length + (9 - mean(t)) ** 2 / spread);
}

/** The first T whose forecast, on the scale of the index, is above 1. */
function above1(line = trend(5), divisor = 5): number {
  let t = 10;
  while (line.predict(t).fit / divisor <= 1) t++;
  return t;
}

/** The year of place T when the editions after the last one come every `step` years. */
function yearOf(t: number, step: number): number {
  const years = printedColumn("year");
  return lastOf(years) + step * (t - years.length);
}
