import { partialCorrelation } from "../../econometrics/partial-correlation.js";
import { pearson } from "../../helper/statistics/correlation.js";
import { spearman } from "../../helper/statistics/spearman.js";
import type { Exercise, NotebookExercises } from "./exercise.js";
import { judgements09 } from "./judgements-09.js";
import { officialColumn } from "./official-column.js";
import { printedColumn } from "./paper-column.js";
import { PUBLISHED_INTRO, publishedPrelude } from "./prelude.js";

type Name = "year" | "EGDI" | "OSI" | "TII" | "HCI";

const numeric: readonly Exercise[] = [
  {
    id: "9.1",
    question: [
      "What is the correlation of EGDI and HCI on the published figures of the paper's editions when the edition of 2024 is left out?",
      "Мақала шығарылымдарының жарияланған деректері бойынша 2024 жылғы шығарылымды алып тастағанда EGDI мен HCI корреляциясы қандай?",
      "Какова корреляция EGDI и HCI по опубликованным данным выпусков статьи, если исключить выпуск 2024 года?",
    ],
    hint: [
      "`slice(0, -1)` leaves out the last value. Ten editions, from 2005 on, are the starting point.",
      "`slice(0, -1)` соңғы мәнді алып тастайды. Бастапқысы – 2005 жылдан басталатын он шығарылым.",
      "`slice(0, -1)` убирает последнее значение. Исходно – десять выпусков, с 2005 года.",
    ],
    solution: `const nine = (name: string) => publishedColumn(name, 2005).slice(0, -1);
check("9.1", pearson(nine("EGDI"), nine("HCI")).r);`,
    decimals: 3,
    answer: () => pearson(ten("EGDI").slice(0, -1), ten("HCI").slice(0, -1)).r,
    mistakes: {
      "all editions": () => pearson(ten("EGDI"), ten("HCI")).r,
      printed: () => pearson(printedColumn("EGDI").slice(0, -1), printedColumn("HCI").slice(0, -1)).r,
      "first left out": () => pearson(ten("EGDI").slice(1), ten("HCI").slice(1)).r,
      spearman: () => spearman(ten("EGDI").slice(0, -1), ten("HCI").slice(0, -1)).rho,
      squared: () => pearson(ten("EGDI").slice(0, -1), ten("HCI").slice(0, -1)).r ** 2,
      component: () => pearson(ten("EGDI").slice(0, -1), ten("TII").slice(0, -1)).r,
    },
  },
  {
    id: "9.2",
    question: [
      "How many hundredths of the index did infrastructure (TII) add between the editions of 2022 and 2024, by the published figures?",
      "Жарияланған деректер бойынша 2022 және 2024 жылғы шығарылымдар арасында инфрақұрылым (TII) индекске неше жүздік үлес қосты?",
      "Сколько сотых долей индекса добавила инфраструктура (TII) между выпусками 2022 и 2024 годов по опубликованным данным?",
    ],
    hint: [
      "Its weight in both editions is one third. A hundredth is one unit of the second decimal.",
      "Екі шығарылымда да оның салмағы – үштен бір. Жүздік үлес – екінші таңбаның бір бірлігі.",
      "Её вес в обоих выпусках – одна треть. Сотая – единица второго знака.",
    ],
    solution: `const [tii2022, tii2024] = publishedColumn("TII").slice(-2);
check("9.2", (100 * (tii2024 - tii2022)) / 3);`,
    decimals: 2,
    percent: true,
    answer: () => (100 * lastStep("TII")) / 3,
    mistakes: {
      "own change": () => 100 * lastStep("TII"),
      index: () => 100 * lastStep("EGDI"),
      share: () => (100 * lastStep("TII")) / 3 / lastStep("EGDI"),
      component: () => (100 * lastStep("OSI")) / 3,
      "relative growth": () => (100 * lastStep("TII")) / ten("TII").at(-2)!,
      printed: () => (100 * (printedColumn("TII").at(-1)! - printedColumn("TII").at(-2)!)) / 3,
    },
  },
  {
    id: "9.3",
    question: [
      "What is the correlation of OSI and HCI on the published figures of the paper's ten editions once the calendar year is held constant, without `partialCorrelation`?",
      "Мақаланың он шығарылымының жарияланған деректері бойынша күнтізбелік жыл тұрақты деп алынғанда OSI мен HCI корреляциясы қандай (`partialCorrelation` қолданбай)?",
      "Какова корреляция OSI и HCI по опубликованным данным десяти выпусков статьи при фиксированном календарном годе, без `partialCorrelation`?",
    ],
    hint: [
      "$\\frac{r_{xy} - r_{xt} r_{yt}}{\\sqrt{(1 - r_{xt}^2)(1 - r_{yt}^2)}}$: three plain correlations go into it.",
      "$\\frac{r_{xy} - r_{xt} r_{yt}}{\\sqrt{(1 - r_{xt}^2)(1 - r_{yt}^2)}}$: оған үш жай корреляция кіреді.",
      "$\\frac{r_{xy} - r_{xt} r_{yt}}{\\sqrt{(1 - r_{xt}^2)(1 - r_{yt}^2)}}$: в неё входят три обычные корреляции.",
    ],
    solution: `const plain = (a: string, b: string) => pearson(publishedColumn(a, 2005), publishedColumn(b, 2005)).r;
const [rxy, rxt, ryt] = [plain("OSI", "HCI"), plain("OSI", "year"), plain("HCI", "year")];
check("9.3", (rxy - rxt * ryt) / Math.sqrt((1 - rxt ** 2) * (1 - ryt ** 2)));`,
    decimals: 3,
    answer: () => partialCorrelation(ten("OSI"), ten("HCI"), { year: ten("year") }).r,
    mistakes: {
      "year not held": () => triangle()[0],
      numerator: () => triangle()[0] - triangle()[1] * triangle()[2],
      "not squared": () => {
        const [xy, xt, yt] = triangle();
        return (xy - xt * yt) / Math.sqrt((1 - xt) * (1 - yt));
      },
      "no root": () => {
        const [xy, xt, yt] = triangle();
        return (xy - xt * yt) / ((1 - xt ** 2) * (1 - yt ** 2));
      },
      "all editions": () =>
        partialCorrelation(officialColumn("OSI"), officialColumn("HCI"), { year: officialColumn("year") }).r,
      "edition numbers": () =>
        partialCorrelation(ten("OSI"), ten("HCI"), { edition: ten("year").map((_, at) => at) }).r,
      differences: () => pearson(steps(ten("OSI")), steps(ten("HCI"))).r,
      printed: () =>
        partialCorrelation(printedColumn("OSI"), printedColumn("HCI"), { year: printedColumn("year") }).r,
    },
  },
];

/** The published values: leaving out, contributions, a constant year. */
export const notebook09: NotebookExercises = {
  notebook: "09",
  intro: PUBLISHED_INTRO,
  prelude: publishedPrelude("pearson"),
  exercises: [...numeric, ...judgements09],
};

/** A column in the paper's ten editions. */
function ten(name: Name): number[] {
  return officialColumn(name, { from: 2005 });
}

/** Change from the last edition but one to the last. */
function lastStep(name: Name): number {
  return steps(officialColumn(name)).at(-1)!;
}

/** Correlations of OSI with HCI, of OSI with the year, of HCI with the year. */
function triangle(): [number, number, number] {
  const [osi, hci, year] = [ten("OSI"), ten("HCI"), ten("year")];
  return [pearson(osi, hci).r, pearson(osi, year).r, pearson(hci, year).r];
}

/** Changes from value to value. */
function steps(values: readonly number[]): number[] {
  return values.slice(1).map((value, at) => value - values[at]!);
}
