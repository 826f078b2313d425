import { loadWef } from "../../egov/official.js";
import { numbers } from "../../helper/table/table.js";
import { loadPaper } from "../paper.js";
import type { NotebookExercises } from "./exercise.js";

/** Ranks among different numbers of economies, the chance of a match, headings. */
export const notebook02: NotebookExercises = {
  notebook: "02",
  intro: [
    '`printedRow("NRI")` is a row of Table 2 in the order of time (also "year", "usage", "readiness"); `economies` says how many economies the Forum ranked in the same editions.',
    '`printedRow("NRI")` – 2-кестенің жолы, уақыт ретімен (сондай-ақ "year", "usage", "readiness"); `economies` – Форум сол шығарылымдарда неше елді ранжирлегені.',
    '`printedRow("NRI")` – строка таблицы 2 в порядке времени (есть и "year", "usage", "readiness"); `economies` – сколько стран Форум ранжировал в тех же выпусках.',
  ],
  prelude: `import { check, loadPaper, loadWef, toRecords } from "egov-kz";

const printedRow = (name: string) => toRecords(loadPaper().table2).map((row) => Number(row[name]));
const economies = toRecords(loadWef()).map((row) => Number(row.economies));`,
  exercises: [
    {
      id: "2.1",
      question: [
        "A rank means little without the number of economies. Write each NRI rank as a share of the economies ranked: by how many percentage points did this share fall from the edition of 2010 to that of 2016?",
        "Елдер саны белгісіз болса, орын көп нәрсе айтпайды. NRI бойынша әр орынды ранжирленген елдердің үлесі ретінде жазыңыз: бұл үлес 2010 жылғы шығарылымнан 2016 жылғысына дейін неше пайыздық тармаққа азайды?",
        "Место мало что значит без числа стран. Запишите каждое место по NRI как долю числа стран: на сколько процентных пунктов эта доля снизилась от выпуска 2010 года к выпуску 2016 года?",
      ],
      hint: [
        "Each edition has its own number of economies. Divide first, subtract then.",
        "Әр шығарылымда елдер саны әртүрлі. Алдымен бөліңіз, содан кейін азайтыңыз.",
        "У каждого выпуска своё число стран. Сначала делите, потом вычитайте.",
      ],
      solution: `const shareIn = (year: number) => {
  const at = printedRow("year").indexOf(year);
  return (100 * printedRow("NRI")[at]) / economies[at];
};
check("2.1", shareIn(2010) - shareIn(2016));`,
      decimals: 1,
      percent: true,
      answer: () => share("NRI", 2010) - share("NRI", 2016),
      mistakes: {
        "not over N": () => rank("NRI", 2010) - rank("NRI", 2016),
        "one field size": () => (100 * (rank("NRI", 2010) - rank("NRI", 2016))) / size(2016),
        "index mixed": () => share("NRI", 2010) - share("NRI", 2019),
        "another edition": () => share("NRI", 2011) - share("NRI", 2016),
        relative: () => 100 * (1 - share("NRI", 2016) / share("NRI", 2010)),
        column: () => share("usage", 2010) - share("usage", 2016),
        "rows exchanged": () => share("readiness", 2010) - share("readiness", 2016),
        level: () => share("NRI", 2016),
      },
    },
    {
      id: "2.2",
      question: [
        "The Forum publishes five different ranks of a country in an edition of 144 economies. Two ranks are drawn blindly, each from 1 to 144. How likely is it that *at least one* of them equals one of the five?",
        "144 ел қамтылған шығарылымда Форум бір ел үшін бес түрлі орын жариялады. Екі орын кездейсоқ алынады, әрқайсысы 1-ден 144-ке дейін. Олардың *кемінде біреуі* осы бесеудің біріне тең болу ықтималдығы қандай?",
        "В выпуске со 144 странами Форум публикует пять разных мест страны. Наугад берутся два места, каждое от 1 до 144. Какова вероятность, что *хотя бы одно* из них совпадёт с одним из пяти?",
      ],
      hint: [
        "How likely is it that neither of them does?",
        "Екеуі де тең келмеу ықтималдығы қандай?",
        "А какова вероятность, что не совпадёт ни одно?",
      ],
      solution: `check("2.2", 1 - (1 - 5 / 144) ** 2);`,
      decimals: 4,
      answer: () => 1 - (1 - hit) ** 2,
      mistakes: {
        "added up": () => 2 * hit,
        "every one": () => hit ** 2,
        single: () => hit,
        none: () => (1 - hit) ** 2,
        "exactly one": () => 2 * hit * (1 - hit),
        poisson: () => 1 - Math.exp(-2 * hit),
      },
    },
    {
      id: "2.3",
      question: [
        "Of the numbers in the row headed *usage* that can be checked, all but one are the published ranks in *readiness*. Which verdict do these numbers get against the source, and why?",
        "*Пайдалану* деп аталған жолдағы тексеруге болатын сандардың біреуінен басқасы – *дайындық* бойынша жарияланған орындар. Дереккөзбен салыстырғанда бұл сандар қандай баға алады және неге?",
        "Из чисел строки с заголовком *использование*, которые можно проверить, все, кроме одного, – опубликованные места по *готовности*. Какой вердикт они получают в сопоставлении с источником и почему?",
      ],
      hint: [
        "Is it the numbers that differ, or what they are called?",
        "Сандар өзгеше ме, әлде олардың атауы ма?",
        "Различаются числа или то, как они названы?",
      ],
      solution: `check("2.3", 1);`,
      answer: () => 1,
      choices: [
        {
          text: [
            "*Mislabelled*: right for another quantity than the one named, and the match is too regular to be chance.",
            "*Қате белгіленген*: аталған шама үшін емес, басқасы үшін дұрыс, ал сәйкестік кездейсоқ болу үшін тым жүйелі.",
            "*Неверно обозначено*: верно для другой величины, а не для названной, и совпадение слишком регулярно для случайности.",
          ],
          feedback: [
            "And the verdict names the other quantity, so that a reader can use the numbers.",
            "Әрі баға сол басқа шаманы атайды, сондықтан оқырман сандарды пайдалана алады.",
            "И вердикт называет эту другую величину, так что числами можно пользоваться.",
          ],
        },
        {
          text: [
            "*Differs from source*: each number differs from the published usage rank.",
            "*Дереккөзден өзгеше*: әр сан пайдалану бойынша жарияланған орыннан өзгеше.",
            "*Расходится с источником*: каждое число отличается от опубликованного места по использованию.",
          ],
          feedback: [
            "True as far as it goes, but it hides what a search finds: whose ranks these are.",
            "Бұл рас, бірақ іздеу табатын нәрсені жасырады: бұл орындар ненікі екенін.",
            "Верно, но скрывает то, что находит поиск: чьи это места.",
          ],
        },
        {
          text: [
            "*Matches source*: each number is a published rank.",
            "*Дереккөзге сәйкес*: әр сан – жарияланған орын.",
            "*Совпадает с источником*: каждое число – опубликованное место.",
          ],
          feedback: [
            "A reader who trusts the heading would be told the opposite of what is published.",
            "Тақырыпқа сенген оқырман жарияланғанға кері нәрсені оқиды.",
            "Читатель, поверивший заголовку, узнает обратное опубликованному.",
          ],
        },
      ],
    },
    {
      id: "2.4",
      question: [
        "The first row of Table 2 ends with a rank in the Global Competitiveness Index; its other numbers are ranks in the NRI. A text says “Kazakhstan fell by 16 places”. What is wrong?",
        "2-кестенің бірінші жолы Жаһандық бәсекеге қабілеттілік индексіндегі орынмен аяқталады, жолдың қалған сандары – NRI бойынша. Мәтінде «Қазақстан 16 орынға төмендеді» делінген. Мұнда не дұрыс емес?",
        "В конце первой строки таблицы 2 стоит место в индексе глобальной конкурентоспособности, остальные её числа – места в NRI. В тексте сказано: «Казахстан опустился на 16 мест». Что здесь неверно?",
      ],
      hint: [
        "What does a difference of two numbers need in order to mean something?",
        "Екі санның айырмасының мағынасы болуы үшін не керек?",
        "Что нужно, чтобы разность двух чисел имела смысл?",
      ],
      solution: `check("2.4", 2);`,
      answer: () => 2,
      choices: [
        {
          text: [
            "Nothing: both are ranks by the same organisation.",
            "Ештеңе: екеуі де бір ұйымның рейтингі.",
            "Ничего: оба места определены одной организацией.",
          ],
          feedback: [
            "One organisation, two yardsticks: the two indices measure different things.",
            "Ұйым біреу, өлшем екеу: екі индекс әртүрлі нәрсені өлшейді.",
            "Организация одна, мерки разные: индексы измеряют разное.",
          ],
        },
        {
          text: [
            "The subtraction: ranks in two different indices are not one series, whatever the difference is.",
            "Азайту: айырма қандай болса да, екі түрлі индекстегі орындар – бір қатар емес.",
            "Вычитание: места в двух разных индексах – не один ряд, какова бы ни была разность.",
          ],
          feedback: [
            "Both numbers can be right, and the sentence still has no meaning.",
            "Екі сан да дұрыс болуы мүмкін, бірақ сөйлемнің мағынасы жоқ.",
            "Оба числа могут быть верны, а предложение всё равно не имеет смысла.",
          ],
        },
        {
          text: [
            "The sign: a larger rank is a rise.",
            "Таңбасы: орын саны үлкейсе – көтерілу.",
            "Знак: большее место – это подъём.",
          ],
          feedback: [
            "Less is better, so the sign would be right, if there were one series.",
            "Азы жақсы, сондықтан қатар біреу болса, таңбасы дұрыс болар еді.",
            "Меньше – лучше, так что знак был бы верен, будь это один ряд.",
          ],
        },
      ],
    },
  ],
};

/** Five published ranks among 144. */
const hit = 5 / 144;

function rank(row: "NRI" | "usage" | "readiness", year: number): number {
  const { table2 } = loadPaper();
  return numbers(table2, row)[numbers(table2, "year").indexOf(year)]!;
}

function size(year: number): number {
  return numbers(loadWef(), "economies")[numbers(loadWef(), "year").indexOf(year)]!;
}

/** A rank in per cent of the economies ranked. */
function share(row: "NRI" | "usage" | "readiness", year: number): number {
  return (100 * rank(row, year)) / size(year);
}
