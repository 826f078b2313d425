import type { Exercise } from "./exercise.js";

/** Series with a trend, and a comparison of correlations in few points. */
export const judgements09: readonly Exercise[] = [
  {
    id: "9.4",
    question: [
      "Two series that both climb over twenty years correlate with $r = 0.95$. The correlation of their *changes* from edition to edition is $0.1$. What do you conclude?",
      "Жиырма жыл бойы өскен екі қатардың корреляциясы $r = 0{,}95$. Ал шығарылымнан шығарылымға *өзгерістерінің* корреляциясы $0{,}1$. Қандай қорытынды жасайсыз?",
      "Два ряда, растущие двадцать лет, коррелируют с $r = 0{,}95$. Корреляция их *приростов* от выпуска к выпуску равна $0{,}1$. Какой вывод вы сделаете?",
    ],
    hint: [
      "With unit roots, or with any common trend, two unrelated series correlate strongly: that is spurious correlation.",
      "Бірлік түбірі не ортақ тренді бар байланыссыз екі қатар күшті корреляцияланады: бұл – жалған корреляция.",
      "При единичных корнях или общем тренде два не связанных ряда сильно коррелируют: это ложная корреляция.",
    ],
    solution: `check("9.4", 1);`,
    answer: () => 1,
    choices: [
      {
        text: [
          "The correlation of levels shows the common climb; the data hold little evidence that one moves with the other beyond it.",
          "Деңгейлердің корреляциясы ортақ өсуді көрсетеді; одан бөлек бірінің екіншісімен бірге қозғалатынына деректерде дәлел аз.",
          "Корреляция уровней показывает общий подъём; свидетельств, что помимо него один движется вместе с другим, в данных мало.",
        ],
        feedback: [
          "Whether trend or unit root, the levels' $p$-value is not to be trusted; the changes or the partial correlation ask the better question.",
          "Тренд болсын, бірлік түбір болсын, деңгейлердің $p$ мәніне сенуге болмайды; өзгерістер не дербес корреляция дұрысырақ сұрақ қояды.",
          "Тренд это или единичный корень, $p$-значению уровней верить нельзя; надёжнее судить по приростам или по частной корреляции.",
        ],
      },
      {
        text: [
          "The larger correlation counts, since it uses more information.",
          "Үлкен корреляция маңыздырақ, өйткені онда ақпарат көп.",
          "Важна большая корреляция: в ней больше информации.",
        ],
        feedback: [
          "It uses the trend, which any third climbing series has as well.",
          "Ол трендті пайдаланады, ал тренд кез келген үшінші өспелі қатарда да бар.",
          "Она использует тренд, который есть у любого третьего растущего ряда.",
        ],
      },
      {
        text: [
          "There is no relation: the changes prove it.",
          "Байланыс жоқ: мұны өзгерістер дәлелдейді.",
          "Связи нет: это доказывают приросты.",
        ],
        feedback: [
          "Nine changes prove nothing: the interval around such a small correlation is wide, and a common long-run movement may remain.",
          "Тоғыз өзгеріс ештеңе дәлелдемейді: мұндай шағын корреляцияның аралығы кең, әрі ортақ ұзақ мерзімді қозғалыс қалуы мүмкін.",
          "Девять приростов ничего не доказывают: интервал вокруг столь малой корреляции широк, а общее долгосрочное движение возможно.",
        ],
      },
    ],
  },
  {
    id: "9.5",
    question: [
      "In ten editions the index correlates `0.98` with one component and `0.96` with another. The test of the difference gives $p = 0.4$. What may a text say?",
      "Он шығарылымда индекс бір құрамдас бөлікпен `0,98`, екіншісімен `0,96` корреляцияланады. Айырманың тесті $p = 0{,}4$ береді. Мәтінде не айтуға болады?",
      "По десяти выпускам корреляция индекса с одной составляющей равна `0,98`, с другой – `0,96`. Критерий для их разности даёт $p = 0{,}4$. Что можно написать в статье?",
    ],
    hint: [
      "What could a test with ten points have found, and what does not finding it mean?",
      "Он нүктелі тест нені таба алар еді, ал таппауы нені білдіреді?",
      "Что мог бы найти критерий по десяти точкам и что значит, если он ничего не нашёл?",
    ],
    solution: `check("9.5", 2);`,
    answer: () => 2,
    choices: [
      {
        text: [
          "The first component matters more.",
          "Бірінші құрамдас бөлік маңыздырақ.",
          "Первая составляющая важнее.",
        ],
        feedback: [
          "The order of two such correlations would often turn round in other editions.",
          "Мұндай екі корреляцияның реті басқа шығарылымдарда жиі ауысар еді.",
          "Порядок двух таких корреляций в других выпусках часто бы менялся.",
        ],
      },
      {
        text: [
          "The first is higher in these editions; the data cannot tell whether more than chance is behind it, and the test has little power.",
          "Осы шығарылымдарда біріншісі жоғары; мұның артында кездейсоқтықтан басқа нәрсе бар ма, деректер айта алмайды, әрі тесттің қуаты аз.",
          "В этих выпусках первая выше; есть ли за этим что-то кроме случайности, данные не скажут, и мощность критерия мала.",
        ],
        feedback: [
          "A description of the sample, no claim beyond it, and a word about power.",
          "Таңдаманың сипаттамасы, одан асқан тұжырым жоқ, әрі қуат туралы айтылған.",
          "Описание выборки, без утверждений за её пределами, и слово о мощности.",
        ],
      },
      {
        text: ["Both matter equally.", "Екеуі бірдей маңызды.", "Обе одинаково важны."],
        feedback: [
          "Equality is a claim, too, and a test that finds no difference does not prove it.",
          "Теңдік те – тұжырым, ал айырма таппаған тест оны дәлелдемейді.",
          "Равенство – тоже утверждение, и критерий, не нашедший разности, его не доказывает.",
        ],
      },
    ],
  },
];
