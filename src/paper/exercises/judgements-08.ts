import type { Exercise } from "./exercise.js";

/** What a share of reproduced numbers says, and what a check that never fails says. */
export const judgements08: readonly Exercise[] = [
  {
    id: "8.4",
    question: [
      "In a paper 95 % of the numbers are reproduced. One of the others is the sign of the coefficient that the abstract speaks of. How do you report this?",
      "Мақаладағы сандардың 95 %-ы қайта шығарылды. Қалғандарының бірі – аңдатпада айтылған коэффициенттің таңбасы. Мұны қалай жазар едіңіз?",
      "В статье воспроизведено 95 % чисел. Среди остальных – знак коэффициента, о котором говорит аннотация. Как вы об этом сообщите?",
    ],
    hint: [
      "What does a slip reach: the presentation, a number, or a conclusion?",
      "Қате неге дейін жетеді: баяндауға ма, санға ма, әлде қорытындыға ма?",
      "Что затронуто: изложение, число или вывод?",
    ],
    solution: `check("8.4", 2);`,
    answer: () => 2,
    choices: [
      {
        text: [
          "“95 % reproduced: a reliable paper.”",
          "«95 % қайта шығарылды: сенімді мақала».",
          "«95 % воспроизведено: надёжная статья».",
        ],
        feedback: [
          "A share weighs all numbers alike; this one carries the conclusion.",
          "Үлес барлық санды тең санайды; ал бұл сан – қорытындының тірегі.",
          "В доле все числа весят одинаково, а на этом числе держится вывод.",
        ],
      },
      {
        text: [
          "The share, and apart from it that a conclusion turns on one number that is not reproduced.",
          "Үлесті, ал одан бөлек – қорытынды қайта шығарылмаған бір санға тірелетінін.",
          "Долю и отдельно – что вывод держится на одном невоспроизведённом числе.",
        ],
        feedback: [
          "Numbers are counted, conclusions are checked one by one.",
          "Сандар саналады, қорытындылар бір-бірлеп тексеріледі.",
          "Числа считают, а выводы проверяют по одному.",
        ],
      },
      {
        text: ["“The paper is wrong.”", "«Мақала қате».", "«Статья неверна»."],
        feedback: [
          "That number is not reproduced; a slip of the printer is among the possible reasons.",
          "Тек сол сан қайта шығарылмады; ықтимал себептердің бірі – баспа қатесі.",
          "Не воспроизведено это число; среди возможных причин – и опечатка.",
        ],
      },
    ],
  },
  {
    id: "8.5",
    question: [
      "You change digits of printed numbers at random, and the check notices 70 % of the changes. What do you learn about a number that *passed* the check?",
      "Сіз басылған сандардың цифрларын кездейсоқ өзгерттіңіз, тексеру өзгерістердің 70 %-ын байқады. Тексеруден *өткен* сан туралы не білдіңіз?",
      "Вы случайно меняете цифры напечатанных чисел, и проверка замечает 70 % изменений. Что вы узнали о числе, которое проверку *прошло*?",
    ],
    hint: [
      "That is the check's power. Which kind of statement does a test of low power not allow?",
      "Бұл – тексерудің қуаты. Қуаты аз тест қандай тұжырымға жол бермейді?",
      "Это мощность проверки. Какого утверждения не допускает критерий малой мощности?",
    ],
    solution: `check("8.5", 3);`,
    answer: () => 3,
    choices: [
      {
        text: [
          "It is right with a probability of 70 %.",
          "Ол 70 % ықтималдықпен дұрыс.",
          "Оно верно с вероятностью 70 %.",
        ],
        feedback: [
          "70 % is the probability to notice a wrong digit, not that a digit is right; that depends on how many were wrong to begin with.",
          "70 % – қате цифрды байқау ықтималдығы, оның дұрыс болуы емес; ол бастапқыда қанша қате болғанына байланысты.",
          "70 % – вероятность заметить неверную цифру, а не вероятность её верности; та зависит от исходного числа ошибок.",
        ],
      },
      {
        text: [
          "It is right, for the check found nothing.",
          "Ол дұрыс, өйткені тексеру ештеңе таппады.",
          "Оно верно: проверка ничего не нашла.",
        ],
        feedback: [
          "About three wrong digits of ten would have passed as well.",
          "Он қате цифрдың шамамен үшеуі де өтіп кетер еді.",
          "Примерно три неверные цифры из десяти тоже прошли бы.",
        ],
      },
      {
        text: [
          "That it agrees with what it was compared with; for numbers with nothing to compare, not even that.",
          "Салыстырылған нәрсемен сәйкес екенін; салыстыратын ештеңесі жоқ сандар үшін бұл да белгісіз.",
          "Что оно согласуется с тем, с чем сравнивалось; а если сравнивать не с чем – и этого нет.",
        ],
        feedback: [
          "So a report says how much each check can notice, not only what it found.",
          "Сондықтан есеп тексерудің не тапқанын ғана емес, нені байқай алатынын да айтады.",
          "Поэтому отчёт говорит не только о найденном, но и о том, что проверка способна заметить.",
        ],
      },
    ],
  },
];
