import type { Exercise } from "./exercise.js";

/** A ceiling, and a comparison of countries. */
export const judgements10: readonly Exercise[] = [
  {
    id: "10.5",
    question: [
      "For a leading country the straight line forecasts an index of `1.03` in ten years. Which model would you take, and why?",
      "Алдыңғы қатарлы ел үшін түзу сызық он жылдан кейін индексті `1,03` деп болжайды. Қай модельді алар едіңіз және неге?",
      "Для страны-лидера прямая прогнозирует через десять лет индекс `1,03`. Какую модель вы бы взяли и почему?",
    ],
    hint: [
      "What is the largest value that the index can have, and which model knows it?",
      "Индекстің ең үлкен мәні қандай және оны қай модель «біледі»?",
      "Каково наибольшее значение индекса и какая модель о нём «знает»?",
    ],
    solution: `check("10.5", 3);`,
    answer: () => 3,
    choices: [
      {
        text: [
          "The straight line, cut off at 1.",
          "1-ден асқаны кесілген түзу сызық.",
          "Прямую, обрезанную на уровне 1.",
        ],
        feedback: [
          "The forecast is then 1 for certain, with no room for error, which no data support.",
          "Онда болжам қатесіз дәл 1 болады, ал бұған ешбір дерек негіз бермейді.",
          "Тогда прогноз – ровно 1 без всякой ошибки, чего данные не подтверждают.",
        ],
      },
      {
        text: [
          "The straight line, since its R² is the highest.",
          "Түзу сызық, өйткені R² мәні ең жоғары.",
          "Прямую: у неё наибольший R².",
        ],
        feedback: [
          "A close fit of the past does not make an impossible value possible.",
          "Өткенге жақындық мүмкін емес мәнді мүмкін етпейді.",
          "Близость к прошлому не делает невозможное значение возможным.",
        ],
      },
      {
        text: [
          "A line through the logit, or the last value: both stay below 1, and a back-test says which did better.",
          "Логит арқылы өткен сызық немесе соңғы мән: екеуі де 1-ден аспайды, ал қайсысы жақсырақ екенін өткен деректегі тексеру айтады.",
          "Линию по логиту или последнее значение: обе остаются ниже 1, а какая лучше, скажет проверка на прошлом.",
        ],
        feedback: [
          "The model respects the range, and the choice is made by forecasts of editions that were not used.",
          "Модель ауқымды сақтайды, ал таңдау пайдаланылмаған шығарылымдардың болжамымен жасалады.",
          "Модель соблюдает границы, а выбор сделан по прогнозам неиспользованных выпусков.",
        ],
      },
    ],
  },
  {
    id: "10.6",
    question: [
      "For a country with five editions a unit root test does not reject. For one with five other editions it rejects. May you say that the first wanders and the second does not?",
      "Бес шығарылымы бар бір ел үшін бірлік түбір тесті жоққа шығармады. Бес шығарылымы бар екінші ел үшін жоққа шығарды. Біріншісі кезеді, екіншісі кезбейді деуге бола ма?",
      "Для страны с пятью выпусками тест на единичный корень гипотезу не отвергает, для другой, тоже с пятью выпусками, отвергает. Можно ли сказать, что первая блуждает, а вторая нет?",
    ],
    hint: [
      "Five points: how large are the test's power and its error, and are its tables meant for so few?",
      "Бес нүкте: тесттің қуаты мен қатесі қандай, оның кестелері сонша аз нүктеге арналған ба?",
      "Пять точек: каковы мощность и ошибка теста и рассчитаны ли его таблицы на столь малое число?",
    ],
    solution: `check("10.6", 1);`,
    answer: () => 1,
    choices: [
      {
        text: [
          "No: with five points the test has hardly any power, its critical values are for long series, and two different outcomes may be chance.",
          "Жоқ: бес нүктеде тесттің қуаты жоқтың қасы, сыни мәндері ұзын қатарларға арналған, ал екі түрлі нәтиже кездейсоқ болуы мүмкін.",
          "Нет: при пяти точках у теста почти нет мощности, его критические значения – для длинных рядов, а разные исходы могут быть случайны.",
        ],
        feedback: [
          "A difference between “significant” and “not significant” is itself rarely significant.",
          "«Маңызды» мен «маңызды емес» арасындағы айырманың өзі сирек маңызды болады.",
          "Различие между «значимо» и «незначимо» само редко бывает значимым.",
        ],
      },
      {
        text: ["Yes, at the 5 % level.", "Иә, 5 % деңгейінде.", "Да, на уровне 5 %."],
        feedback: [
          "The level says how often a true null hypothesis is rejected, and not rejecting says next to nothing here.",
          "Деңгей дұрыс нөлдік гипотезаның қаншалықты жиі жоққа шығарылатынын айтады, ал жоққа шығармау мұнда ештеңе айтпайды десе болады.",
          "Уровень говорит, как часто отвергается верная нулевая гипотеза, а неотвержение здесь почти ничего не значит.",
        ],
      },
      {
        text: [
          "Only for the second: a rejection is always safe.",
          "Тек екіншісі үшін: жоққа шығару әрқашан сенімді.",
          "Только о второй: отвержение всегда надёжно.",
        ],
        feedback: [
          "With five points the test's real level can be far from the stated one, so a rejection is not safe either.",
          "Бес нүктеде тесттің нақты деңгейі аталғанынан алыс болуы мүмкін, сондықтан жоққа шығару да сенімді емес.",
          "При пяти точках фактический уровень теста далёк от заявленного, так что и отвержение ненадёжно.",
        ],
      },
    ],
  },
];
