import type { Exercise } from "./exercise.js";

/** A test without power, and a method that was right six times of six. */
export const judgements12: readonly Exercise[] = [
  {
    id: "12.3",
    question: [
      "The Breusch–Godfrey test on the residuals of ten editions gives $p = 0.65$. What may a text say?",
      "Он шығарылымның қалдықтарына жасалған Бройш–Годфри тесті $p = 0{,}65$ береді. Мәтінде не айтуға болады?",
      "Критерий Бройша–Годфри на остатках десяти выпусков даёт $p = 0{,}65$. Что можно написать в статье?",
    ],
    hint: [
      "How often does the test reject where the errors really hang together?",
      "Қателер шынымен автокорреляцияланған болса, тест қаншалықты жиі жоққа шығарады?",
      "Как часто критерий отвергает гипотезу, когда ошибки действительно связаны?",
    ],
    solution: `check("12.3", 2);`,
    answer: () => 2,
    choices: [
      {
        text: [
          "The residuals are independent, so the usual standard error can be trusted.",
          "Қалдықтар тәуелсіз, сондықтан әдеттегі стандартты қатеге сенуге болады.",
          "Остатки независимы, поэтому обычной стандартной ошибке можно верить.",
        ],
        feedback: [
          "Not to reject is no proof: in ten editions this test hardly ever rejects.",
          "Жоққа шығармау – дәлел емес: он шығарылымда бұл тест сирек жоққа шығарады.",
          "Не отвергнуть – не значит доказать: на десяти выпусках этот критерий почти никогда не отвергает.",
        ],
      },
      {
        text: [
          "The test finds no autocorrelation, and with ten editions it could hardly have found a positive one.",
          "Тест автокорреляцияны таппайды, ал он шығарылыммен оң автокорреляцияны таба қоюы екіталай еді.",
          "Критерий не находит автокорреляции, и на десяти выпусках положительную едва ли смог бы найти.",
        ],
        feedback: [
          "The result and what it is worth: without the power, half of it is missing.",
          "Нәтиже де, оның құны да айтылған: қуатысыз оның жартысы жоқ.",
          "Сказан и результат, и чего он стоит: без слов о мощности не хватало бы половины.",
        ],
      },
      {
        text: [
          "The errors are autocorrelated, since all economic series are.",
          "Қателер автокорреляцияланған, өйткені барлық экономикалық қатарлар сондай.",
          "Ошибки автокоррелированы: таковы все экономические ряды.",
        ],
        feedback: [
          "That may be so, but this test does not say it.",
          "Солай болуы мүмкін, бірақ бұл тест оны айтпайды.",
          "Возможно, но этот критерий такого не говорит.",
        ],
      },
    ],
  },
  {
    id: "12.4",
    question: [
      "The 95 % intervals of a method held the value six times of six. What follows?",
      "Бір әдістің 95 % аралықтары мәнді алты рет тексергенде алты рет қамтыды. Бұдан не шығады?",
      "Интервалы метода с уровнем 95 % накрыли значение шесть раз из шести. Что из этого следует?",
    ],
    hint: [
      "With which true coverage does six of six still happen once in forty?",
      "Шын қамту үлесі қандай болғанда алтыдан алты әлі де қырық жағдайдың бірінде кездеседі?",
      "При каком истинном покрытии шесть из шести ещё случается раз в сорок?",
    ],
    solution: `check("12.4", 3);`,
    answer: () => 3,
    choices: [
      {
        text: [
          "The method keeps its promise of 95 %.",
          "Әдіс уәде еткен 95 %-ын орындайды.",
          "Метод держит обещанные 95 %.",
        ],
        feedback: [
          "Intervals that hold the value four times in five would do it once in four attempts.",
          "Мәнді бес реттің төртеуінде қамтитын аралықтар да төрт әрекеттің бірінде солай көрсетеді.",
          "Интервалы, накрывающие значение в четырёх случаях из пяти, сделали бы то же в одной попытке из четырёх.",
        ],
      },
      {
        text: ["The intervals are too wide.", "Аралықтар тым кең.", "Интервалы слишком широки."],
        feedback: [
          "Intervals that keep 95 % exactly hold six of six in nearly three attempts of four.",
          "95 %-ды дәл ұстайтын аралықтар да төрт әрекеттің үшеуіне жуығында алтыдан алтыны қамтиды.",
          "Интервалы с покрытием ровно 95 % накрывают шесть из шести почти в трёх попытках из четырёх.",
        ],
      },
      {
        text: [
          "Little: the exact interval for the coverage goes from 0.54 to 1.",
          "Көп нәрсе шықпайды: қамту үлесінің дәл аралығы 0,54-тен 1-ге дейін.",
          "Немногое: точный интервал для покрытия – от 0,54 до 1.",
        ],
        feedback: [
          "Six trials tell good intervals from useless ones, not from fair ones.",
          "Алты сынақ жақсы аралықты жарамсызынан ажыратады, орташасынан ажырата алмайды.",
          "Шесть испытаний отличают хорошие интервалы от негодных, но не от посредственных.",
        ],
      },
    ],
  },
];
