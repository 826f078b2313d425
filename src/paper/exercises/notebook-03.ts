import type { Exercise, NotebookExercises } from "./exercise.js";
import { officialColumn } from "./official-column.js";
import { editionOf, growth, lastOf, mean, printedColumn } from "./paper-column.js";
import { TABLE3_INTRO, table3Prelude } from "./prelude.js";
import { judgements03 } from "./judgements-03.js";

type Column = (name: "year" | "EGDI" | "OSI" | "TII" | "HCI") => number[];
const printed: Column = printedColumn;
const official: Column = (name) => officialColumn(name, { from: 2005 });

const numeric: readonly Exercise[] = [
  {
    id: "3.1",
    question: [
      "What is the sample standard deviation of the OSI column? Compute it yourself from the formula, without `describeSeries`.",
      "OSI бағанының таңдамалық стандартты ауытқуы қандай? Оны `describeSeries` қолданбай, формула бойынша өзіңіз есептеңіз.",
      "Каково выборочное стандартное отклонение столбца OSI? Вычислите его сами по формуле, без `describeSeries`.",
    ],
    hint: [
      "Take the mean first. Then sum the squared distances from it, divide, and take the root. How many degrees of freedom are left once the mean is known?",
      "Алдымен орташасын табыңыз. Содан кейін одан ауытқулардың квадраттарын қосып, бөліп, түбір алыңыз. Орташа белгілі болған соң неше еркіндік дәрежесі қалады?",
      "Сначала найдите среднее. Затем сложите квадраты отклонений от него, разделите и извлеките корень. Сколько степеней свободы остаётся, когда среднее известно?",
    ],
    solution: `const osiColumn = printedColumn("OSI");
const osiMean = osiColumn.reduce((sum, value) => sum + value, 0) / osiColumn.length;
const osiSquares = osiColumn.reduce((sum, value) => sum + (value - osiMean) ** 2, 0);
check("3.1", Math.sqrt(osiSquares / (osiColumn.length - 1)));`,
    decimals: 4,
    answer: () => spread(printed("OSI")),
    mistakes: {
      population: () => spread(printed("OSI"), 0),
      variance: () => spread(printed("OSI")) ** 2,
      undivided: () => spread(printed("OSI")) ** 2 * (printed("OSI").length - 1),
      column: () => spread(printed("EGDI")),
      official: () => spread(official("OSI")),
      "absolute deviation": () => mean(printed("OSI").map((value) => Math.abs(value - mean(printed("OSI"))))),
    },
  },
  {
    id: "3.2",
    question: [
      "By how many per cent did the TII grow from the first edition to the last?",
      "Алғашқы шығарылымнан соңғысына дейін TII неше пайызға өсті?",
      "На сколько процентов вырос TII от первого выпуска до последнего?",
    ],
    hint: [
      "The rate of growth on the base. A growth factor tells what the value has become, a rate what was added. Per cent means times one hundred.",
      "Базистік өсім қарқыны. Өсу коэффициенті мән неге айналғанын, өсім қарқыны не қосылғанын көрсетеді. Пайызға айналдыру үшін жүзге көбейтіңіз.",
      "Базисный темп прироста. Коэффициент роста говорит, во сколько раз выросло значение, темп прироста – какая доля добавилась. Проценты – это умножение на сто.",
    ],
    solution: `const tiiColumn = printedColumn("TII");
check("3.2", 100 * (tiiColumn[tiiColumn.length - 1] / tiiColumn[0] - 1));`,
    decimals: 1,
    percent: true,
    answer: () => growth(printed("TII"), 1),
    mistakes: {
      factor: () => 100 + growth(printed("TII"), 1),
      log: () => 100 * Math.log(ratio(printed("TII"))),
      chain: () => growth(printed("TII").slice(-2), 1),
      "last as base": () => 100 * (1 - 1 / ratio(printed("TII"))),
      points: () => 100 * gain(printed("TII")),
      official: () => growth(official("TII"), 1),
      column: () => growth(printed("EGDI"), 1),
    },
  },
  {
    id: "3.3",
    question: [
      "By how many per cent did the EGDI grow per *year*, on average, from the first edition to the last?",
      "Алғашқы шығарылымнан соңғысына дейін EGDI орта есеппен *жылына* неше пайызға өсті?",
      "На сколько процентов *в год* в среднем рос EGDI от первого выпуска до последнего?",
    ],
    hint: [
      "Growth compounds: a factor that is applied once a year must give the whole growth after all years. How many years lie between the first edition and the last?",
      "Өсім үстемеленеді: жылына бір рет қолданылатын коэффициент барлық жылдан кейін толық өсімді беруі керек. Алғашқы шығарылым мен соңғысының арасында неше жыл бар?",
      "Рост накапливается: коэффициент, применяемый раз в год, должен за все годы дать весь рост. Сколько лет между первым выпуском и последним?",
    ],
    solution: `const [editionYears, index3] = [printedColumn("year"), printedColumn("EGDI")];
const yearsBetween = editionYears[editionYears.length - 1] - editionYears[0];
check("3.3", 100 * ((index3[index3.length - 1] / index3[0]) ** (1 / yearsBetween) - 1));`,
    decimals: 2,
    percent: true,
    answer: () => growth(printed("EGDI"), span()),
    mistakes: {
      "per edition": () => growth(printed("EGDI"), printed("year").length - 1),
      "number of editions": () => growth(printed("EGDI"), printed("year").length),
      "both ends": () => growth(printed("EGDI"), span() + 1),
      arithmetic: () => growth(printed("EGDI"), 1) / span(),
      log: () => (100 * Math.log(ratio(printed("EGDI")))) / span(),
      factor: () => 100 + growth(printed("EGDI"), span()),
      points: () => (100 * gain(printed("EGDI"))) / span(),
      official: () => growth(official("EGDI"), span()),
      column: () => growth(printed("OSI"), span()),
    },
  },
  {
    id: "3.4",
    question: [
      "In which edition is the printed EGDI farthest from the plain mean of its printed components? Let the program find the year.",
      "Қай шығарылымда басылған EGDI өзінің басылған құрамдас бөліктерінің жай орташасынан ең алыс? Жылды бағдарлама тапсын.",
      "В каком выпуске напечатанный EGDI дальше всего от простого среднего своих напечатанных составляющих? Пусть год найдёт программа.",
    ],
    hint: [
      "A gap may point up or down; take its absolute value before you look for the largest. `indexOf` tells where it stands.",
      "Айырма жоғары да, төмен де болуы мүмкін; ең үлкенін іздемес бұрын абсолюттік мәнін алыңыз. `indexOf` оның орнын көрсетеді.",
      "Разность может быть в обе стороны; возьмите модуль, прежде чем искать наибольшую. `indexOf` скажет, где она стоит.",
    ],
    solution: `const [o, t, h] = ["OSI", "TII", "HCI"].map(printedColumn);
const distances = printedColumn("EGDI").map((value, at) => Math.abs(value - (o[at] + t[at] + h[at]) / 3));
check("3.4", printedColumn("year")[distances.indexOf(Math.max(...distances))]);`,
    answer: () => editionOf(gaps(printed).map(Math.abs)),
    mistakes: {
      highest: () => editionOf(printed("EGDI")),
      signed: () => editionOf(gaps(printed).map((gap) => -gap)),
      "row index": () =>
        gaps(printed)
          .map(Math.abs)
          .indexOf(Math.max(...gaps(printed).map(Math.abs))),
      "row number": () =>
        1 +
        gaps(printed)
          .map(Math.abs)
          .indexOf(Math.max(...gaps(printed).map(Math.abs))),
      "wrong direction": () => editionOf(gaps(printed).map((gap) => -Math.abs(gap))),
      official: () => editionOf(gaps(official).map(Math.abs)),
    },
  },
  {
    id: "3.5",
    question: [
      "What share of the growth of the index, as its printed components give it, was carried by the TII? In per cent, without `growthContributions`.",
      "Басылған құрамдас бөліктер беретін индекс өсімінің қандай үлесін TII қосты? Пайызбен, `growthContributions` қолданбай.",
      "Какую долю прироста индекса, следующего из напечатанных составляющих, дал TII? В процентах, без `growthContributions`.",
    ],
    hint: [
      "Both the first and the last edition weigh each component by one third. The whole is the same sum over all three components, not the change of the printed index.",
      "Алғашқы шығарылымда да, соңғысында да әр құрамдас бөліктің салмағы – үштен бір. Бүтіні – басылған индекстің өзгерісі емес, үш құрамдас бөліктің дәл осындай қосындысы.",
      "И в первом, и в последнем выпуске вес каждой составляющей – одна треть. Целое – такая же сумма по всем трём составляющим, а не изменение напечатанного индекса.",
    ],
    solution: `const changes = ["OSI", "TII", "HCI"].map(printedColumn).map((values) => values[values.length - 1] - values[0]);
check("3.5", (100 * changes[1]) / (changes[0] + changes[1] + changes[2]));`,
    decimals: 1,
    percent: true,
    answer: () => (100 * gain(printed("TII"))) / implied(printed),
    mistakes: {
      weight: () => (300 * gain(printed("TII"))) / implied(printed),
      "own change": () => (100 * gain(printed("TII"))) / gain(printed("EGDI")),
      "printed growth": () => (100 * gain(printed("TII"))) / 3 / gain(printed("EGDI")),
      level: () => (100 * lastOf(printed("TII"))) / parts(printed).reduce((sum, one) => sum + lastOf(one), 0),
      component: () => (100 * gain(printed("OSI"))) / implied(printed),
      "relative growth": () => growth(printed("TII"), 1),
      official: () => (100 * gain(official("TII"))) / implied(official),
      points: () => (100 * gain(printed("TII"))) / 3,
    },
  },
];

/** Table 3: spread, growth, the index identity, from the values as printed. */
export const notebook03: NotebookExercises = {
  notebook: "03",
  intro: TABLE3_INTRO,
  prelude: table3Prelude(),
  exercises: [...numeric, ...judgements03],
};

function spread(values: readonly number[], spent = 1): number {
  const squares = values.map((value) => (value - mean(values)) ** 2);
  return Math.sqrt((mean(squares) * values.length) / (values.length - spent));
}

function ratio(values: readonly number[]): number {
  return lastOf(values) / values[0]!;
}

function gain(values: readonly number[]): number {
  return lastOf(values) - values[0]!;
}

/** Years between the first edition and the last. */
function span(): number {
  return gain(printed("year"));
}

function parts(column: Column): number[][] {
  return [column("OSI"), column("TII"), column("HCI")];
}

/** What the three components gained together: three times what they gave the index. */
function implied(column: Column): number {
  return parts(column).reduce((sum, one) => sum + gain(one), 0);
}

/** The index less the plain mean of its components, edition by edition. */
function gaps(column: Column): number[] {
  return column("EGDI").map((value, at) => value - mean(parts(column).map((one) => one[at]!)));
}
