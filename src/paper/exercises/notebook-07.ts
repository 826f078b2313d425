import { loadOfficialRanks } from "../../egov/official.js";
import { numbers } from "../../helper/table/table.js";
import { loadPaper } from "../paper.js";
import type { Exercise, NotebookExercises } from "./exercise.js";
import { judgements07 } from "./judgements-07.js";

const numeric: readonly Exercise[] = [
  {
    id: "7.1",
    question: [
      "From 2018 to 2024, in which of the three components did Kazakhstan gain most places by the published ranks? Answer with the number of places gained there.",
      "2018 жылдан 2024 жылға дейін Қазақстан жарияланған рейтингте үш құрамдас бөліктің қайсысында ең көп орынға көтерілді? Сол бөлікте көтерілген орындар санын жазыңыз.",
      "По какой из трёх составляющих Казахстан с 2018 по 2024 год поднялся сильнее всего по опубликованным местам? Ответ – на сколько мест.",
    ],
    hint: [
      'A lower rank is better, so the earlier rank comes first in the subtraction. The components are "OSI", "TII" and "HCI"; the EGDI is none.',
      'Орын саны аз болса, жақсы, сондықтан азайтуда бұрынғы орын бірінші тұрады. Құрамдас бөліктер – "OSI", "TII", "HCI"; EGDI олардың бірі емес.',
      'Меньшее место лучше, поэтому при вычитании прежнее место стоит первым. Составляющие – "OSI", "TII" и "HCI"; EGDI к ним не относится.',
    ],
    solution: `const rankIn = (name: string, year: number) => publishedRanks(name)[publishedRanks("year").indexOf(year)];
check("7.1", Math.max(...["OSI", "TII", "HCI"].map((name) => rankIn(name, 2018) - rankIn(name, 2024))));`,
    answer: () => Math.max(...gains(2018)),
    mistakes: {
      "another edition": () => Math.max(...gains(2020)),
      index: () => rank("EGDI", 2018) - rank("EGDI", 2024),
      "wrong direction": () => Math.min(...gains(2018)),
      component: () => rank("TII", 2018) - rank("TII", 2024),
      "a rank": () => rank(["OSI", "TII", "HCI"][gains(2018).indexOf(Math.max(...gains(2018)))]!, 2024),
    },
  },
  {
    id: "7.2",
    question: [
      "In how many editions of Table 1 is the printed e-participation rank *worse* than the printed EGDI rank?",
      "1-кестенің неше шығарылымында басылған электрондық қатысу орны басылған EGDI орнынан *нашар*?",
      "В скольких выпусках таблицы 1 напечатанное место по электронному участию *хуже* напечатанного места по EGDI?",
    ],
    hint: [
      "Worse is a larger number. Compare within each edition.",
      "Нашары – саны үлкені. Әр шығарылымның ішінде салыстырыңыз.",
      "Хуже – значит число больше. Сравнивайте внутри каждого выпуска.",
    ],
    solution: `check("7.2", printedRanks("EPI").filter((place, at) => place > printedRanks("EGDI")[at]).length);`,
    answer: () => worse(printed("EPI"), printed("EGDI")),
    mistakes: {
      outside: () => worse(printed("EGDI"), printed("EPI")),
      all: () => printed("EPI").length,
    },
  },
  {
    id: "7.3",
    question: [
      "Ten unrelated ranks are drawn, each from 1 to 193 with the same probability. How likely is it that at least one of them equals a given rank?",
      "Өзара байланыссыз он орын алынады, әрқайсысы 1-ден 193-ке дейін бірдей ықтималдықпен. Олардың кемінде біреуі берілген орынға тең болу ықтималдығы қандай?",
      "Берут десять не связанных между собой мест, каждое от 1 до 193 с равной вероятностью. Какова вероятность, что хотя бы одно равно заданному?",
    ],
    hint: [
      "It is easier to say how likely it is that none of them does.",
      "Ешқайсысы тең болмау ықтималдығын айту оңайырақ.",
      "Легче сказать, с какой вероятностью не совпадёт ни одно.",
    ],
    solution: `check("7.3", 1 - (1 - 1 / 193) ** 10);`,
    decimals: 4,
    answer: () => 1 - (1 - 1 / 193) ** 10,
    mistakes: {
      "added up": () => 10 / 193,
      single: () => 1 / 193,
      none: () => (1 - 1 / 193) ** 10,
      poisson: () => 1 - Math.exp(-10 / 193),
      "exactly one": () => (10 / 193) * (1 - 1 / 193) ** 9,
    },
  },
  {
    id: "7.4",
    question: [
      "Suppose a paper prints `0.9109` for the forecast of $T = 9$ on the scale of the index and `4.555` for the total it comes from. What is the largest total that prints like this *and* gives an index that prints like that when it is divided by five?",
      "Мақалада $T = 9$ үшін индекс шкаласындағы болжам `0,9109`, ал ол алынған қосынды `4,555` делік. Осылай басылатын *әрі* беске бөлгенде осындай болып басылатын индекс беретін ең үлкен қосынды қандай?",
      "Пусть для $T = 9$ напечатаны прогноз `0,9109` в шкале индекса и сумма `4,555`, из которой он получен. Какова наибольшая сумма, которая сама печатается как `4,555` *и* при делении на пять даёт индекс, который печатается как `0,9109`?",
    ],
    hint: [
      "Two intervals: the total's own, and five times the index's. The total has to lie in both.",
      "Екі аралық: қосындының өзінікі және индекстікінің бес еселенгені. Қосынды екеуінде де жатуы керек.",
      "Два интервала: самой суммы и пятикратный индекса. Сумма должна лежать в обоих.",
    ],
    solution: `check("7.4", Math.min(4.555 + 0.0005, 5 * (0.9109 + 0.00005)));`,
    decimals: 5,
    answer: () => Math.min(4.555 + 0.0005, 5 * (0.9109 + 0.00005)),
    mistakes: {
      "one interval": () => 4.555 + 0.0005,
      "whole unit": () => 4.555 + 0.001,
      "other end": () => Math.max(4.555 - 0.0005, 5 * (0.9109 - 0.00005)),
      "printed itself": () => 4.555,
    },
  },
];

/** The sentences: gains in rank, comparisons, chance matches, rounding intervals. */
export const notebook07: NotebookExercises = {
  notebook: "07",
  intro: [
    '`printedRanks("EPI")` is a column of Table 1, `publishedRanks("TII")` one of the published table; both have "year".',
    '`printedRanks("EPI")` – 1-кестенің бағаны, `publishedRanks("TII")` – жарияланған кестенікі; екеуінде де "year" бар.',
    '`printedRanks("EPI")` – столбец таблицы 1, `publishedRanks("TII")` – столбец опубликованной таблицы; в обеих есть "year".',
  ],
  prelude: `import { check, loadOfficialRanks, loadPaper, toRecords } from "egov-kz";

const printedRanks = (name: string) => toRecords(loadPaper().table1).map((row) => Number(row[name]));
const publishedRanks = (name: string) => toRecords(loadOfficialRanks()).map((row) => Number(row[name]));`,
  exercises: [...numeric, ...judgements07],
};

function rank(measure: string, year: number): number {
  const ranks = loadOfficialRanks();
  return numbers(ranks, measure)[numbers(ranks, "year").indexOf(year)]!;
}

/** Places gained until 2024 in OSI, TII and HCI. */
function gains(since: number): number[] {
  return ["OSI", "TII", "HCI"].map((name) => rank(name, since) - rank(name, 2024));
}

function printed(name: "EGDI" | "EPI" | "year"): number[] {
  return numbers(loadPaper().table1, name);
}

function worse(places: readonly number[], others: readonly number[]): number {
  return places.filter((place, at) => place > others[at]!).length;
}
