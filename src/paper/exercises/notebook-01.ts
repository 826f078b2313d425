import { loadOfficialRanks } from "../../egov/official.js";
import { numbers } from "../../helper/table/table.js";
import { loadPaper } from "../paper.js";
import type { NotebookExercises } from "./exercise.js";

/** Ranks: a change per year, two ways of counting, and what a rank does not say. */
export const notebook01: NotebookExercises = {
  notebook: "01",
  intro: [
    '`printedRanks("EPI")` is a column of Table 1, `publishedRanks("EPI")` one of the published table; both also have "year" and "EGDI", the published one "EPIdense" as well.',
    '`printedRanks("EPI")` – 1-кестенің бағаны, `publishedRanks("EPI")` – жарияланған кестенікі; екеуінде де "year" мен "EGDI" бар, жарияланғанында "EPIdense" те бар.',
    '`printedRanks("EPI")` – столбец таблицы 1, `publishedRanks("EPI")` – столбец опубликованной таблицы; в обеих есть также "year" и "EGDI", в опубликованной ещё и "EPIdense".',
  ],
  prelude: `import { check, loadOfficialRanks, loadPaper, toRecords } from "egov-kz";

const printedRanks = (name: string) => toRecords(loadPaper().table1).map((row) => Number(row[name]));
const publishedRanks = (name: string) => toRecords(loadOfficialRanks()).map((row) => Number(row[name]));`,
  exercises: [
    {
      id: "1.1",
      question: [
        "The editions are not equally far apart. How many places *a year* did Kazakhstan climb by the EGDI rank in its fastest step between two neighbouring editions of Table 1?",
        "Шығарылымдардың арасы бірдей емес. 1-кестедегі көршілес екі шығарылым арасындағы ең жылдам қадамда Қазақстан EGDI бойынша *жылына* неше орынға көтерілді?",
        "Выпуски отстоят друг от друга неодинаково. На сколько мест *в год* поднялся Казахстан по EGDI за самый быстрый шаг между соседними выпусками таблицы 1?",
      ],
      hint: [
        "Less is better: a climb is the earlier rank less the later one. Divide each step by its own years.",
        "Азы жақсы: көтерілуді табу үшін бұрынғы орыннан кейінгісін шегеріңіз. Әр қадамды өз жылдарына бөліңіз.",
        "Меньше – лучше: подъём – это прежнее место минус новое. Делите каждый шаг на число лет, которое он занял.",
      ],
      solution: `const [atYear, egdiRank] = [printedRanks("year"), printedRanks("EGDI")];
const climbs = egdiRank.slice(1).map((rank, at) => (egdiRank[at] - rank) / (atYear[at + 1] - atYear[at]));
check("1.1", Math.max(...climbs));`,
      decimals: 1,
      answer: () => Math.max(...climbs("EGDI")),
      mistakes: {
        "per step": () => Math.max(...climbs("EGDI", false)),
        column: () => Math.max(...climbs("EPI")),
        "wrong direction": () => -Math.min(...climbs("EGDI")),
        average: () => Math.max(...climbs("EGDI")) / 5,
        arithmetic: () =>
          (printed("EGDI")[0]! - printed("EGDI").at(-1)!) / (printed("year").at(-1)! - printed("year")[0]!),
      },
    },
    {
      id: "1.2",
      question: [
        "In how many editions of Table 1 is the printed EPI rank that of a *competition* ranking of the published values?",
        "1-кестенің неше шығарылымында басылған EPI орны жарияланған мәндерді *жарыстық* ранжирлеудегі орынға тең?",
        "В скольких выпусках таблицы 1 напечатанное место по EPI равно месту по *стандартному* ранжированию опубликованных значений?",
      ],
      hint: [
        'The published table has more editions: match by year. "EPI" is competition ranking, "EPIdense" dense ranking.',
        'Жарияланған кестеде шығарылым көбірек: жылы бойынша сәйкестендіріңіз. "EPI" – жарыстық, "EPIdense" – тығыз ранжирлеу.',
        'В опубликованной таблице выпусков больше: сопоставляйте по году. "EPI" – стандартное ранжирование, "EPIdense" – плотное.',
      ],
      solution: `const matches = printedRanks("year").filter((year, at) =>
  publishedRanks("EPI")[publishedRanks("year").indexOf(year)] === printedRanks("EPI")[at]);
check("1.2", matches.length);`,
      answer: () => agreeing("EPI"),
      mistakes: {
        "dense ranks": () => agreeing("EPIdense"),
        all: () => printed("EPI").length,
        unmatched: () => printed("EPI").filter((rank, at) => published("EPI")[at] === rank).length,
      },
    },
    {
      id: "1.3",
      question: [
        "A printed EPI rank is not the competition rank, but it is the dense rank of the same edition. Which verdict would you give?",
        "Басылған EPI орны жарыстық орынға тең емес, бірақ сол шығарылымның тығыз ранжирлеуіндегі орынға тең. Қандай баға берер едіңіз?",
        "Напечатанное место по EPI не равно стандартному рангу, но равно плотному рангу того же выпуска. Какой вердикт вы бы вынесли?",
      ],
      hint: [
        "Is the number false, or is it counted by a rule that the table does not name?",
        "Сан жалған ба, әлде кестеде аталмаған ереже бойынша саналған ба?",
        "Число неверно или сосчитано по правилу, которое в таблице не названо?",
      ],
      solution: `check("1.3", 3);`,
      answer: () => 3,
      choices: [
        {
          text: ["*Not reproduced*.", "*Қайта шығарылмады*.", "*Не воспроизведено*."],
          feedback: [
            "It can be reproduced: there is a rule of counting that gives it.",
            "Оны қайта шығаруға болады: осы санды беретін санау ережесі бар.",
            "Его можно воспроизвести: есть правило счёта, которое его даёт.",
          ],
        },
        {
          text: ["*Mislabelled*.", "*Қате белгіленген*.", "*Неверно обозначено*."],
          feedback: [
            "That is for a number that belongs to another quantity, year or index. Quantity, year and index are right here.",
            "Бұл баға – басқа шамаға, жылға не индекске тиесілі санға. Мұнда шама да, жыл да, индекс те дұрыс.",
            "Это для числа, которое относится к другой величине, году или индексу. Здесь они верны.",
          ],
        },
        {
          text: ["*Other convention*.", "*Басқа есептеу тәртібі*.", "*Другое правило счёта*."],
          feedback: [
            "Right under a rule that should have been named; beside ranks counted otherwise it makes movements that no country made.",
            "Аталуы тиіс болған ереже бойынша дұрыс; басқаша саналған орындармен қатар тұрғанда ешбір ел жасамаған қозғалыс пайда болады.",
            "Верно по правилу, которое следовало назвать; рядом с иначе сосчитанными местами оно создаёт движения, которых не было.",
          ],
        },
        {
          text: ["*Impossible*.", "*Мүмкін емес*.", "*Невозможно*."],
          feedback: [
            "No law is broken: dense ranks exist.",
            "Ешбір заң бұзылған жоқ: тығыз ранжирлеу бар.",
            "Ни один закон не нарушен: плотные ранги существуют.",
          ],
        },
      ],
    },
    {
      id: "1.4",
      question: [
        "From one edition to the next a country's index rises, and its rank gets worse. What do you say?",
        "Бір шығарылымнан келесісіне дейін елдің индексі өсті, ал орны нашарлады. Не айтасыз?",
        "От выпуска к выпуску индекс страны вырос, а её место ухудшилось. Что вы скажете?",
      ],
      hint: [
        "Whom else does a rank depend on?",
        "Орын тағы кімдерге байланысты?",
        "От кого ещё зависит место?",
      ],
      solution: `check("1.4", 2);`,
      answer: () => 2,
      choices: [
        {
          text: [
            "One of the two must be misprinted.",
            "Екеуінің бірі қате басылған болуы керек.",
            "Одно из двух – опечатка.",
          ],
          feedback: [
            "Both can be right: a rank also depends on all the others.",
            "Екеуі де дұрыс болуы мүмкін: орын қалған елдердің бәріне де байланысты.",
            "Могут быть верны оба: место зависит и от всех остальных.",
          ],
        },
        {
          text: [
            "Others rose more. The index says how far the country is, the rank how many are ahead.",
            "Басқалары көбірек өсті. Индекс елдің қаншалықты алға барғанын, орын алда қанша ел барын көрсетеді.",
            "Другие выросли сильнее. Индекс говорит, как далеко продвинулась страна, а место – сколько стран впереди.",
          ],
          feedback: [
            "So a claim of progress needs the value; a claim of position needs the rank.",
            "Сондықтан ілгерілеу туралы тұжырымға мән керек, орын туралы тұжырымға – рейтинг.",
            "Поэтому утверждению о прогрессе нужно значение, а утверждению о положении – место.",
          ],
        },
        {
          text: [
            "The country's e-government got worse.",
            "Елдің электрондық үкіметі нашарлады.",
            "Электронное правительство страны стало хуже.",
          ],
          feedback: [
            "Its index rose; only its position among others worsened.",
            "Индексі өсті; тек басқалар арасындағы орны нашарлады.",
            "Индекс вырос; ухудшилось лишь положение среди других.",
          ],
        },
      ],
    },
  ],
};

function printed(name: "year" | "EGDI" | "EPI"): number[] {
  return numbers(loadPaper().table1, name);
}

function published(name: string): number[] {
  return numbers(loadOfficialRanks(), name);
}

/** Places gained from edition to edition, a year or a step. */
function climbs(name: "EGDI" | "EPI", aYear = true): number[] {
  const [ranks, years] = [printed(name), printed("year")];
  return ranks.slice(1).map((rank, at) => (ranks[at]! - rank) / (aYear ? years[at + 1]! - years[at]! : 1));
}

/** Editions in which the printed rank is the published one, matched by year. */
function agreeing(name: string): number {
  const years = published("year");
  return printed("year").filter((year, at) => published(name)[years.indexOf(year)] === printed("EPI")[at])
    .length;
}
