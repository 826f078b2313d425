import { movingAverage, movingTotal } from "../../helper/statistics/moving-total.js";
import type { ExerciseAnswer, Exercise, NotebookExercises } from "./exercise.js";
import { judgements05 } from "./judgements-05.js";
import type { MistakeKey } from "./mistakes.js";
import { officialColumn } from "./official-column.js";
import { printedColumn } from "./paper-column.js";
import { TABLE3_INTRO, table3Prelude } from "./prelude.js";

type Values = readonly (number | null)[];

const numeric: readonly Exercise[] = [
  {
    id: "5.1",
    question: [
      "What is the centred moving *total* of the printed EGDI, of width 3, at the edition of 2012? Sum it by hand, without `movingTotal`.",
      "Басылған EGDI-дің ені 3 орталықтандырылған жылжымалы *қосындысы* 2012 жылғы шығарылымда қандай? Оны `movingTotal` қолданбай, өзіңіз қосыңыз.",
      "Какова центрированная скользящая *сумма* напечатанного EGDI шириной 3 в выпуске 2012 года? Сложите сами, без `movingTotal`.",
    ],
    hint: [
      '`printedColumn("year").indexOf(2012)` tells where the edition stands. A centred window has as many editions before as behind.',
      '`printedColumn("year").indexOf(2012)` шығарылымның орнын көрсетеді. Орталықтандырылған терезеде алдында да, артында да шығарылым саны бірдей.',
      '`printedColumn("year").indexOf(2012)` говорит, где стоит выпуск. В центрированном окне до и после него поровну выпусков.',
    ],
    solution: `const series5 = printedColumn("EGDI");
const at2012 = printedColumn("year").indexOf(2012);
check("5.1", series5[at2012 - 1] + series5[at2012] + series5[at2012 + 1]);`,
    decimals: 4,
    answer: () => total(2012, 3),
    mistakes: {
      mean: () => total(2012, 3) / 3,
      ...shifted(2012, 3, 1),
      width: () => total(2012, 5),
      official: () => total(2012, 3, 0, official()),
      "all editions": () => sum(printedColumn("EGDI").slice(0, 4)),
    },
  },
  {
    id: "5.2",
    question: [
      "What is the centred moving *average* of the printed EGDI, of width 5, at the edition of 2014?",
      "Басылған EGDI-дің ені 5 орталықтандырылған жылжымалы *орташасы* 2014 жылғы шығарылымда қандай?",
      "Какова центрированная скользящая *средняя* напечатанного EGDI шириной 5 в выпуске 2014 года?",
    ],
    hint: [
      "Two editions before, the edition itself, two behind. How many values is that, and what is left to do?",
      "Алдындағы екі шығарылым, өзі, кейінгі екеуі. Барлығы неше мән, әрі тағы не істеу керек?",
      "Два выпуска до, сам выпуск, два после. Сколько это значений и что осталось сделать?",
    ],
    solution: `const at2014 = printedColumn("year").indexOf(2014);
check("5.2", printedColumn("EGDI").slice(at2014 - 2, at2014 + 3).reduce((sum, value) => sum + value, 0) / 5);`,
    decimals: 4,
    answer: () => total(2014, 5) / 5,
    mistakes: {
      total: () => total(2014, 5),
      ...shifted(2014, 5, 5),
      width: () => total(2014, 3) / 3,
      divisor: () => total(2014, 5) / 3,
      official: () => total(2014, 5, 0, official()) / 5,
      "another edition": () => total(2016, 5) / 5,
    },
  },
  {
    id: "5.3",
    question: [
      "A student smooths the ten editions with windows of width 3 and smooths the result once more with windows of width 5. How many editions have a value at the end?",
      "Студент он шығарылымды ені 3 тереземен тегістеп, нәтижесін ені 5 тереземен тағы тегістеді. Соңында неше шығарылымда мән қалады?",
      "Студент сглаживает десять выпусков окнами шириной 3, а результат – ещё раз окнами шириной 5. У скольких выпусков в итоге есть значение?",
    ],
    hint: [
      "Each smoothing loses editions at both ends. Put the window at the very left and push it to the very right; count the places where it stands, not the pushes.",
      "Әр тегістеу екі шетінен шығарылым жоғалтады. Терезені ең солға қойып, ең оңға жылжытыңыз; жылжытуларды емес, тұрған орындарын санаңыз.",
      "Каждое сглаживание теряет выпуски с обоих концов. Поставьте окно в самое начало и сдвигайте до конца; считайте положения, а не сдвиги.",
    ],
    solution: `const once = printedColumn("EGDI").length - 3 + 1;
check("5.3", once - 5 + 1);`,
    answer: () => complete(complete(10, 3), 5),
    mistakes: {
      "fence posts": () => 10 - 3 - 5,
      "one step": () => complete(10, 3) - 5,
      width: () => complete(10, 3),
      "every edition": () => 10,
    },
  },
  {
    id: "5.4",
    question: [
      "Write the whole column $m=5$ of the printed EGDI as it should stand under a heading that says *mean*: one place per edition, `NaN` where no window is complete.",
      "Басылған EGDI үшін бүкіл $m=5$ бағанын *орташа* деген тақырып астында қалай тұруы керек болса, солай жазыңыз: әр шығарылымға бір орын, толық терезе жоқ жерде `NaN`.",
      "Запишите весь столбец $m=5$ напечатанного EGDI так, как он должен стоять под заголовком *средняя*: по месту на выпуск, `NaN` – где нет полного окна.",
    ],
    hint: [
      "`movingTotal` keeps the empty places; what becomes of `NaN` when it is divided by 5?",
      "`movingTotal` бос орындарды сақтайды; `NaN` 5-ке бөлінгенде не болады?",
      "`movingTotal` сохраняет пустые места; что станет с `NaN` при делении на 5?",
    ],
    solution: `const means5 = series5.map((_, at) =>
  at < 2 || at > 7 ? NaN : series5.slice(at - 2, at + 3).reduce((sum, value) => sum + value, 0) / 5);
check("5.4", means5);`,
    decimals: 4,
    answer: () => empty(movingAverage(printedColumn("EGDI"), 5)),
    mistakes: {
      total: () => empty(movingTotal(printedColumn("EGDI"), 5)),
      width: () => empty(movingAverage(printedColumn("EGDI"), 3)),
      trailing: () => [null, null, ...empty(movingAverage(printedColumn("EGDI"), 5)).slice(0, -2)],
      leading: () => [...empty(movingAverage(printedColumn("EGDI"), 5)).slice(2), null, null],
      "gaps dropped": () => empty(movingAverage(printedColumn("EGDI"), 5)).filter((value) => value !== null),
      official: () => empty(movingAverage(official(), 5)),
    },
  },
];

/** Table 5: windows, totals and averages. */
export const notebook05: NotebookExercises = {
  notebook: "05",
  intro: TABLE3_INTRO,
  prelude: table3Prelude(),
  exercises: [...numeric, ...judgements05],
};

function official(): number[] {
  return officialColumn("EGDI", { from: 2005 });
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** Places of a window that a series of so many values has. */
function complete(length: number, width: number): number {
  return length - width + 1;
}

/** Missing places as null, whichever form they have. */
function empty(values: Values): (number | null)[] {
  return values.map((value) => (value === null || Number.isNaN(value) ? null : value));
}

/** Centred total of the window around the edition of `year`. */
function total(year: number, width: number, shift = 0, values = printedColumn("EGDI")): number {
  return movingTotal(values, width)[printedColumn("year").indexOf(year) + shift]!;
}

/** The two windows that touch the edition with one end instead of holding it in the middle. */
function shifted(
  year: number,
  width: number,
  divisor: number,
): Partial<Record<MistakeKey, () => ExerciseAnswer>> {
  const reach = (width - 1) / 2;
  return {
    trailing: () => total(year, width, -reach) / divisor,
    leading: () => total(year, width, reach) / divisor,
  };
}
