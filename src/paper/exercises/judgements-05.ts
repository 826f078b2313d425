import type { Exercise } from "./exercise.js";

/** A heading and its column; what smoothing does to a test. */
export const judgements05: readonly Exercise[] = [
  {
    id: "5.5",
    question: [
      "A column is headed *moving average*, and its numbers are the moving totals, correct to the last digit. Which verdict, and why?",
      "Баған *жылжымалы орташа* деп аталған, ал сандары – соңғы таңбасына дейін дұрыс жылжымалы қосындылар. Қандай баға және неге?",
      "Столбец озаглавлен *скользящая средняя*, а числа в нём – скользящие суммы, верные до последнего знака. Какой вердикт и почему?",
    ],
    hint: [
      "Would a reader who divides by the width find what the heading promises?",
      "Терезенің еніне бөлген оқырман тақырыпта айтылғанды таба ма?",
      "Найдёт ли читатель, разделив на ширину, то, что обещает заголовок?",
    ],
    solution: `check("5.5", 2);`,
    answer: () => 2,
    choices: [
      {
        text: [
          "*Not reproduced*: they are not means.",
          "*Қайта шығарылмады*: бұлар орташалар емес.",
          "*Не воспроизведено*: это не средние.",
        ],
        feedback: [
          "Then the useful fact is lost: every number is right for something.",
          "Онда пайдалы дерек жоғалады: әр сан бір нәрсе үшін дұрыс.",
          "Тогда теряется полезный факт: каждое число для чего-то верно.",
        ],
      },
      {
        text: [
          "*Mislabelled*: right for the total, not for the quantity that the heading names.",
          "*Қате белгіленген*: тақырыпта аталған шама үшін емес, қосынды үшін дұрыс.",
          "*Неверно обозначено*: верно для суммы, а не для величины из заголовка.",
        ],
        feedback: [
          "The reach of the slip is the presentation: whoever divides by the width can go on.",
          "Қатенің ауқымы – баяндау ғана: терезенің еніне бөлген адам әрі қарай жұмыс істей алады.",
          "Ошибка касается лишь подачи: разделив на ширину, можно работать дальше.",
        ],
      },
      {
        text: [
          "*Reproduced*: the digits are right.",
          "*Қайта шығарылды*: таңбалары дұрыс.",
          "*Воспроизведено*: цифры верны.",
        ],
        feedback: [
          "A number is judged together with what it is said to be.",
          "Сан не деп аталғанымен бірге бағаланады.",
          "Число оценивается вместе с тем, чем оно названо.",
        ],
      },
    ],
  },
  {
    id: "5.6",
    question: [
      "The moving totals of width 5 follow a straight line more closely than the series does. What does that show?",
      "Ені 5 жылжымалы қосындылар түзу сызыққа қатардың өзінен жақынырақ жүреді. Бұл нені көрсетеді?",
      "Скользящие суммы шириной 5 ближе к прямой, чем сам ряд. Что это показывает?",
    ],
    hint: [
      "Neighbouring totals share four of their five editions. What happens when you smooth pure chance?",
      "Көршілес қосындылардың бес шығарылымының төртеуі ортақ. Таза кездейсоқтықты тегістесеңіз не болады?",
      "У соседних сумм четыре общих выпуска из пяти. Что будет, если сгладить чистую случайность?",
    ],
    solution: `check("5.6", 1);`,
    answer: () => 1,
    choices: [
      {
        text: [
          "What smoothing does to any series: neighbours that share editions lie close together, and the line fits better than the data deserve.",
          "Тегістеу кез келген қатарға не істейтінін: ортақ шығарылымы бар көршілер жақын тұрады, әрі сызық шын мәніндегіден дәлірек болып көрінеді.",
          "Что делает сглаживание с любым рядом: соседи с общими выпусками близки, и линия подходит лучше, чем заслуживают данные.",
        ],
        feedback: [
          "So an R² of totals must not be read like one of independent points; six totals of ten editions are hardly two independent ones.",
          "Сондықтан қосындылардың R² мәнін тәуелсіз нүктелердікі сияқты оқуға болмайды; он шығарылымнан алынған алты қосындының тәуелсізі екеуге жетер-жетпес.",
          "Поэтому R² для сумм нельзя читать как для независимых точек: среди шести сумм из десяти выпусков независимых едва ли две.",
        ],
      },
      {
        text: [
          "That the trend is linear, and chance is now removed.",
          "Тренд сызықтық, ал кездейсоқтық енді жойылды.",
          "Что тренд линеен, а случайность теперь устранена.",
        ],
        feedback: [
          "Chance is not removed but spread over neighbours, which makes errors autocorrelated.",
          "Кездейсоқтық жойылмайды, көршілерге таралады, ал қателер автокорреляцияланады.",
          "Случайность не устранена, а распределена по соседям, и ошибки становятся автокоррелированными.",
        ],
      },
      {
        text: [
          "That forecasts from totals are more accurate.",
          "Қосындылардан жасалған болжам дәлірек.",
          "Что прогноз по суммам точнее.",
        ],
        feedback: [
          "A close fit to smoothed values is no test of a forecast; a back-test on editions not used is.",
          "Тегістелген мәндерге жақындық – болжамның тексерісі емес; оны пайдаланылмаған шығарылымдарда тексеру керек.",
          "Близость к сглаженным значениям – не проверка прогноза; проверка – на неиспользованных выпусках.",
        ],
      },
    ],
  },
];
