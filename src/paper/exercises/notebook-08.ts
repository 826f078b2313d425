import type { NotebookExercises } from "./exercise.js";
import { judgements08 } from "./judgements-08.js";
import { officialColumn } from "./official-column.js";
import { mean, printedColumn } from "./paper-column.js";
import { TABLE3_INTRO, table3Prelude } from "./prelude.js";

const names = ["EGDI", "OSI", "TII", "HCI"] as const;

/** Verdicts by hand, on Table 3 alone, so that they stand however many claims the ledger has. */
export const notebook08: NotebookExercises = {
  notebook: "08",
  intro: [
    `${TABLE3_INTRO[0]} \`publishedColumn("EGDI")\` is the same column as published, in the same ten editions.`,
    `${TABLE3_INTRO[1]} \`publishedColumn("EGDI")\` – сол он шығарылымның жарияланған бағаны.`,
    `${TABLE3_INTRO[2]} \`publishedColumn("EGDI")\` – тот же столбец, как он опубликован, за те же десять выпусков.`,
  ],
  prelude: `${table3Prelude("loadOfficial")}
const publishedColumn = (name: string) =>
  toRecords(loadOfficial()).filter((row) => Number(row.year) >= 2005).map((row) => Number(row[name]));`,
  exercises: [
    {
      id: "8.1",
      question: [
        "How many of the ten printed EGDI are *reproduced* by the plain mean of their printed components? Every printed number stands for all values that round to it, four decimals each.",
        "Басылған он EGDI-дің нешеуі өзінің басылған құрамдас бөліктерінің жай орташасынан *қайта шығарылады*? Әр басылған сан оған дөңгелектелетін барлық мәнді білдіреді, әрқайсысында төрт таңба.",
        "Сколько из десяти напечатанных EGDI *воспроизводятся* простым средним своих напечатанных составляющих? Каждое напечатанное число обозначает все значения, которые округляются до него с четырьмя знаками.",
      ],
      hint: [
        "The mean of three rounded numbers is off by half a unit at most, and so is the printed index. How far may the two be apart?",
        "Дөңгелектелген үш санның орташасы ең көбі жарты бірлікке қателеседі, басылған индекс те солай. Екеуінің арасы қаншаға дейін алшақ бола алады?",
        "Среднее трёх округлённых чисел отклоняется не более чем на половину единицы, как и напечатанный индекс. Насколько они могут расходиться?",
      ],
      solution: `const [o8, t8, h8] = ["OSI", "TII", "HCI"].map(printedColumn);
const off = printedColumn("EGDI").map((value, at) => Math.abs(value - (o8[at] + t8[at] + h8[at]) / 3));
check("8.1", off.filter((gap) => gap <= 1e-4 + 1e-12).length);`,
      answer: () => within(gaps(), 1e-4),
      mistakes: {
        "no interval": () => within(gaps(), 1e-12),
        outside: () => 10 - within(gaps(), 1e-4),
        all: () => 10,
      },
    },
    {
      id: "8.2",
      question: [
        "What share of the forty printed values of Table 3 *matches its source*, the published value rounded to four decimals?",
        "3-кестедегі басылған қырық мәннің қандай үлесі *дереккөзге сәйкес*, яғни төрт таңбаға дөңгелектелген жарияланған мәнге тең?",
        "Какая доля сорока напечатанных значений таблицы 3 *совпадает с источником*, то есть с опубликованным значением, округлённым до четырёх знаков?",
      ],
      hint: [
        "Compare at the printed precision: half a unit of the fourth decimal. Count over all four columns, then divide.",
        "Басылған дәлдікпен салыстырыңыз: төртінші таңбаның жарты бірлігі. Төрт бағанның бәрінде санап, содан кейін бөліңіз.",
        "Сравнивайте с напечатанной точностью: половина единицы четвёртого знака. Считайте по всем четырём столбцам, затем делите.",
      ],
      solution: `const agreeing = ["EGDI", "OSI", "TII", "HCI"].flatMap((name) =>
  printedColumn(name).filter((value, at) => Math.abs(value - publishedColumn(name)[at]) <= 0.5e-4 + 1e-12));
check("8.2", (100 * agreeing.length) / 40);`,
      decimals: 1,
      percent: true,
      answer: () => 100 * (matching() / 40),
      mistakes: {
        count: matching,
        outside: () => 100 - 100 * (matching() / 40),
        "one column": () => 10 * within(differences("EGDI"), 0.5e-4),
        "no interval": () =>
          (100 * names.flatMap((name) => differences(name)).filter((gap) => gap === 0).length) / 40,
      },
    },
    {
      id: "8.3",
      question: [
        "By how much do the printed and the published EGDI of Table 3 differ at most, whichever is larger?",
        "3-кестедегі басылған және жарияланған EGDI арасындағы ең үлкен айырма қандай (қайсысы үлкен болса да)?",
        "Каково наибольшее расхождение между напечатанным и опубликованным EGDI таблицы 3, какой бы из них ни был больше?",
      ],
      hint: [
        "A difference may go either way: take its absolute value before you look for the largest.",
        "Айырма екі жаққа да болуы мүмкін: ең үлкенін іздемес бұрын абсолюттік мәнін алыңыз.",
        "Разность может быть в обе стороны: возьмите модуль, прежде чем искать наибольшую.",
      ],
      solution: `const apart8 = printedColumn("EGDI").map((value, at) => Math.abs(value - publishedColumn("EGDI")[at]));
check("8.3", Math.max(...apart8));`,
      decimals: 4,
      answer: () => Math.max(...differences("EGDI").map(Math.abs)),
      mistakes: {
        signed: () => -Math.min(...differences("EGDI")),
        mean: () => mean(differences("EGDI").map(Math.abs)),
        column: () => Math.max(...differences("HCI").map(Math.abs)),
        relative: () =>
          Math.max(...printedColumn("EGDI").map((value, at) => Math.abs(differences("EGDI")[at]!) / value)),
        squares: () => Math.sqrt(mean(differences("EGDI").map((gap) => gap ** 2))),
        "row index": () =>
          differences("EGDI")
            .map(Math.abs)
            .indexOf(Math.max(...differences("EGDI").map(Math.abs))),
      },
    },
    ...judgements08,
  ],
};

/** The index less the plain mean of its components, edition by edition. */
function gaps(): number[] {
  return printedColumn("EGDI").map(
    (value, at) => value - mean(names.slice(1).map((name) => printedColumn(name)[at]!)),
  );
}

/** How many differences are within a limit, with room for the last bits of float64. */
function within(values: readonly number[], limit: number): number {
  return values.filter((value) => Math.abs(value) <= limit + 1e-12).length;
}

/** Printed less published, edition by edition. */
function differences(name: (typeof names)[number]): number[] {
  const official = officialColumn(name, { from: 2005 });
  return printedColumn(name).map((value, at) => value - official[at]!);
}

function matching(): number {
  return within(names.flatMap(differences), 0.5e-4);
}
