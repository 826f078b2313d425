import { sampleCovariance } from "simple-statistics";
import { kendall } from "../../econometrics/kendall.js";
import { pearson } from "../../helper/statistics/correlation.js";
import { spearman } from "../../helper/statistics/spearman.js";
import { varianceInflation } from "../../econometrics/variance-inflation.js";
import { toRecords } from "../../helper/table/table.js";
import { loadPaper } from "../paper.js";
import type { Exercise, NotebookExercises } from "./exercise.js";
import { judgements04 } from "./judgements-04.js";
import { officialColumn } from "./official-column.js";
import { printedColumn } from "./paper-column.js";
import { TABLE3_INTRO, table3Prelude } from "./prelude.js";

type Name = "EGDI" | "OSI" | "TII" | "HCI";
type Column = (name: Name) => number[];
const official: Column = (name) => officialColumn(name, { from: 2005 });
const editions = 10;

const numeric: readonly Exercise[] = [
  {
    id: "4.1",
    question: [
      "What is the sample covariance of the printed EGDI and TII?",
      "Басылған EGDI мен TII-дің таңдамалық ковариациясы қандай?",
      "Какова выборочная ковариация напечатанных EGDI и TII?",
    ],
    hint: [
      "It is the numerator of $r$, divided by the degrees of freedom. Sum the products of the distances from the two means.",
      "Бұл – $r$ алымының еркіндік дәрежелерінің санына бөлінгені. Екі орташадан ауытқулардың көбейтінділерін қосыңыз.",
      "Это числитель $r$, делённый на число степеней свободы. Сложите произведения отклонений от двух средних.",
    ],
    solution: `const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const away = (name: string) => printedColumn(name).map((value) => value - meanOf(printedColumn(name)));
const together = away("EGDI").reduce((sum, value, at) => sum + value * away("TII")[at], 0);
check("4.1", together / (away("EGDI").length - 1));`,
    decimals: 5,
    answer: () => products(printedColumn, "EGDI", "TII") / (editions - 1),
    mistakes: {
      population: () => products(printedColumn, "EGDI", "TII") / editions,
      undivided: () => products(printedColumn, "EGDI", "TII"),
      correlation: () => r("EGDI", "TII"),
      variance: () => products(printedColumn, "EGDI", "EGDI") / (editions - 1),
      column: () => products(printedColumn, "EGDI", "OSI") / (editions - 1),
      official: () => products(official, "EGDI", "TII") / (editions - 1),
    },
  },
  {
    id: "4.2",
    question: [
      "And their correlation, without `pearson` or `correlationMatrix`?",
      "Ал олардың корреляциясы (`pearson` пен `correlationMatrix` қолданбай)?",
      "А их корреляция (без `pearson` и `correlationMatrix`)?",
    ],
    hint: [
      "Divide the sum of products by the roots of the two sums of squares. If you use standard deviations instead, take care that all divisors are of one kind.",
      "Көбейтінділер қосындысын квадраттардың екі қосындысының түбірлеріне бөліңіз. Стандартты ауытқуларды қолдансаңыз, бөлгіштердің бәрі бірдей болсын.",
      "Разделите сумму произведений на корни двух сумм квадратов. Если берёте стандартные отклонения, следите, чтобы делители были одинаковы.",
    ],
    solution: `const squaresOf = (name: string) => away(name).reduce((sum, value) => sum + value ** 2, 0);
check("4.2", together / Math.sqrt(squaresOf("EGDI") * squaresOf("TII")));`,
    decimals: 3,
    answer: () => r("EGDI", "TII"),
    mistakes: {
      "printed itself": () => printedR("TII", "EGDI"),
      squared: () => r("EGDI", "TII") ** 2,
      "mixed divisors": () => (r("EGDI", "TII") * (editions - 1)) / editions,
      covariance: () => products(printedColumn, "EGDI", "TII") / (editions - 1),
      spearman: () => spearman(printedColumn("EGDI"), printedColumn("TII")).rho,
      kendall: () => kendall(printedColumn("EGDI"), printedColumn("TII")).tau,
      official: () => pearson(official("EGDI"), official("TII")).r,
      component: () => r("EGDI", "OSI"),
    },
  },
  {
    id: "4.3",
    question: [
      "Take two *printed* correlations as given: EGDI with TII and EGDI with HCI. What is the smallest correlation of TII with HCI that is still possible? Compare it with the printed one.",
      "*Басылған* екі корреляцияны берілген деп алыңыз: EGDI мен TII және EGDI мен HCI. TII мен HCI арасында мүмкін болатын ең кіші корреляция қандай? Оны басылғанымен салыстырыңыз.",
      "Возьмите две *напечатанные* корреляции: EGDI с TII и EGDI с HCI. Какова наименьшая ещё возможная корреляция TII с HCI? Сравните её с напечатанной.",
    ],
    hint: [
      "The range is $ab \\pm \\sqrt{(1 - a^2)(1 - b^2)}$; $a$ and $b$ stand in the EGDI column of Table 4.",
      "Аралық: $ab \\pm \\sqrt{(1 - a^2)(1 - b^2)}$; $a$ мен $b$ 4-кестенің EGDI бағанында тұр.",
      "Диапазон: $ab \\pm \\sqrt{(1 - a^2)(1 - b^2)}$; $a$ и $b$ стоят в столбце EGDI таблицы 4.",
    ],
    solution: `const [, , a43, b43] = toRecords(loadPaper().table4).map((row) => Number(row.EGDI));
check("4.3", a43 * b43 - Math.sqrt((1 - a43 ** 2) * (1 - b43 ** 2)));`,
    decimals: 3,
    answer: () => bound(-1),
    mistakes: {
      "other end": () => bound(1),
      product: () => bound(0),
      "not squared": () => legs()[0] * legs()[1] - Math.sqrt((1 - legs()[0]) * (1 - legs()[1])),
      "printed itself": () => printedR("HCI", "TII"),
      component: () => bound(-1, [printedR("OSI", "EGDI"), printedR("HCI", "EGDI")]),
    },
  },
  {
    id: "4.4",
    question: [
      "What is the variance inflation factor of the TII among the three printed components, without `varianceInflation`? The function `ols(y, columns)` gives an `rSquared`.",
      "Басылған үш құрамдас бөліктің ішінде TII-дің дисперсияның ұлғаю коэффициенті қандай (`varianceInflation` қолданбай)? `ols(y, columns)` функциясы `rSquared` береді.",
      "Каков коэффициент инфляции дисперсии (VIF) у TII среди трёх напечатанных составляющих, без `varianceInflation`? Функция `ols(y, columns)` даёт `rSquared`.",
    ],
    hint: [
      "Which column is explained, and which ones explain it? The index itself has no part in this.",
      "Қай баған түсіндіріледі және оны қайсылары түсіндіреді? Индекстің өзі мұнда қатыспайды.",
      "Какой столбец объясняется и какие его объясняют? Сам индекс здесь не участвует.",
    ],
    solution: `const explained = ols(printedColumn("TII"), { OSI: printedColumn("OSI"), HCI: printedColumn("HCI") }).rSquared;
check("4.4", 1 / (1 - explained));`,
    decimals: 1,
    answer: () => inflation("OSI", "TII", "HCI").TII!,
    mistakes: {
      tolerance: () => 1 / inflation("OSI", "TII", "HCI").TII!,
      "R squared": () => 1 - 1 / inflation("OSI", "TII", "HCI").TII!,
      pair: () => 1 / (1 - r("TII", "HCI") ** 2),
      "with the index": () => inflation("EGDI", "OSI", "TII", "HCI").TII!,
      dependent: () => inflation("OSI", "TII", "HCI").OSI!,
      adjusted: () => (inflation("OSI", "TII", "HCI").TII! * (editions - 3)) / (editions - 1),
      official: () => inflationOf(official, "OSI", "TII", "HCI").TII!,
    },
  },
  {
    id: "4.5",
    question: [
      "How large is the correlation of the printed EGDI and HCI when the last two editions are left out?",
      "Соңғы екі шығарылымды алып тастағанда басылған EGDI мен HCI корреляциясы қандай?",
      "Какова корреляция напечатанных EGDI и HCI без двух последних выпусков?",
    ],
    hint: [
      "`values.slice(0, -2)` leaves out the last two. Both series must lose the same editions.",
      "`values.slice(0, -2)` соңғы екеуін алып тастайды. Екі қатар да бірдей шығарылымдарды жоғалтуы керек.",
      "`values.slice(0, -2)` убирает два последних. Оба ряда должны терять одни и те же выпуски.",
    ],
    solution: `check("4.5", pearson(printedColumn("EGDI").slice(0, -2), printedColumn("HCI").slice(0, -2)).r);`,
    decimals: 3,
    answer: () => r("EGDI", "HCI", 0, -2),
    mistakes: {
      "all editions": () => r("EGDI", "HCI"),
      "first left out": () => r("EGDI", "HCI", 2),
      "fewer editions": () => r("EGDI", "HCI", 0, -3),
      "one step": () => r("EGDI", "HCI", 0, -1),
      squared: () => r("EGDI", "HCI", 0, -2) ** 2,
      "printed itself": () => printedR("HCI", "EGDI"),
      spearman: () => spearman(printedColumn("EGDI").slice(0, -2), printedColumn("HCI").slice(0, -2)).rho,
      component: () => r("EGDI", "TII", 0, -2),
      official: () => pearson(official("EGDI").slice(0, -2), official("HCI").slice(0, -2)).r,
    },
  },
];

/** Table 4: covariance, correlation, what a matrix allows, collinearity, leaving out. */
export const notebook04: NotebookExercises = {
  notebook: "04",
  intro: TABLE3_INTRO,
  prelude: `import { ols } from "egov-kz/econometrics";
${table3Prelude("pearson")}`,
  exercises: [...numeric, ...judgements04],
};

function products(column: Column, x: Name, y: Name): number {
  return sampleCovariance(column(x), column(y)) * (editions - 1);
}

/** Correlation of two printed columns, over the editions from `start` up to `end` as `slice` counts them. */
function r(x: Name, y: Name, start = 0, end = editions): number {
  return pearson(printedColumn(x).slice(start, end), printedColumn(y).slice(start, end)).r;
}

function printedR(row: Name, column: Name): number {
  return toRecords(loadPaper().table4)[["EGDI", "OSI", "TII", "HCI"].indexOf(row)]![column] as number;
}

/** The index's printed correlations with infrastructure and with human capital. */
function legs(): [number, number] {
  return [printedR("TII", "EGDI"), printedR("HCI", "EGDI")];
}

/** End of the range that the third correlation of a triangle can lie in, given two: -1 the lower, 1 the upper, 0 its middle. */
function bound(end: -1 | 0 | 1, [a, b] = legs()): number {
  return a * b + end * Math.sqrt((1 - a * a) * (1 - b * b));
}

function inflation(...names: Name[]): Record<string, number> {
  return inflationOf(printedColumn, ...names);
}

function inflationOf(column: Column, ...names: Name[]): Record<string, number> {
  return varianceInflation(Object.fromEntries(names.map((name) => [name, column(name)])));
}
