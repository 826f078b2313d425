import type { Exercise } from "./exercise.js";

/** A unit root in ten points; the power of its test. */
export const judgements06: readonly Exercise[] = [
  {
    id: "6.6",
    question: [
      "A unit root test on the ten editions does not reject a random walk with drift, and a test of stationarity around a line does not reject that line either. What follows for the forecast of Figure 1?",
      "Он шығарылым бойынша бірлік түбір тесті дрейфі бар кездейсоқ кезуді жоққа шығармады, ал сызық маңындағы стационарлық тесті де сол сызықты жоққа шығармады. 1-суреттегі болжам үшін бұдан не шығады?",
      "Тест на единичный корень по десяти выпускам не отвергает случайное блуждание с дрейфом, а тест на стационарность вокруг линии не отвергает и эту линию. Что из этого следует для прогноза рисунка 1?",
    ],
    hint: [
      "Two tests with opposite null hypotheses, and neither rejects. What do the data decide?",
      "Нөлдік гипотезалары қарама-қарсы екі тест, екеуі де жоққа шығармайды. Деректер нені шешеді?",
      "Два теста с противоположными нулевыми гипотезами, и ни один не отвергает. Что по таким данным можно решить?",
    ],
    solution: `check("6.6", 3);`,
    answer: () => 3,
    choices: [
      {
        text: [
          "The index is a random walk: the line has to go.",
          "Индекс – кездейсоқ кезу: сызықтан бас тарту керек.",
          "Индекс – случайное блуждание: от линии надо отказаться.",
        ],
        feedback: [
          "Not rejecting a unit root does not prove it. With ten points the test rarely rejects even where there is none.",
          "Бірлік түбірді жоққа шығармау – оны дәлелдеу емес. Он нүктеде тест ол жоқ кезде де сирек жоққа шығарады.",
          "Не отвергнуть единичный корень – не значит доказать его. По десяти точкам тест редко отвергает, даже когда корня нет.",
        ],
      },
      {
        text: [
          "The line is confirmed: stationarity was not rejected.",
          "Сызық расталды: стационарлық жоққа шығарылмады.",
          "Линия подтверждена: стационарность не отвергнута.",
        ],
        feedback: [
          "That test has little power, too; the same data do not reject the opposite.",
          "Ол тесттің де қуаты аз; сол деректер керісінше гипотезаны да жоққа шығармайды.",
          "И у этого теста мало мощности; те же данные не отвергают противоположного.",
        ],
      },
      {
        text: [
          "Ten points cannot tell the two apart; show the forecast under both, the random walk's interval being the one that widens faster with the horizon.",
          "Он нүкте екеуін ажырата алмайды; болжамды екеуі бойынша да көрсетіңіз, мұнда көкжиек алыстаған сайын тезірек кеңейетіні – кездейсоқ кезу аралығы.",
          "Десять точек их не различают; покажите прогноз в обоих случаях: у случайного блуждания интервал расширяется с горизонтом быстрее.",
        ],
        feedback: [
          "The honest answer carries both models; the interval of a line alone is too narrow if the index wanders.",
          "Адал жауапта екі модель де болады; индекс кезетін болса, тек сызық аралығы тым тар.",
          "Честный ответ содержит обе модели; если индекс блуждает, интервал одной линии слишком узок.",
        ],
      },
    ],
  },
  {
    id: "6.7",
    question: [
      "A fitted line through six totals has an R² of `0.99`. Which statement about the forecast is justified?",
      "Алты қосынды арқылы жүргізілген сызықтың R² мәні `0,99`. Болжам туралы қай тұжырым негізді?",
      "У прямой по шести суммам R² равен `0,99`. Какое утверждение о прогнозе обосновано?",
    ],
    hint: [
      "R² looks backwards at overlapping sums. What has it seen of the years to come?",
      "R² қабаттасатын қосындыларға, артқа қарайды. Ол алдағы жылдардан нені көрді?",
      "R² смотрит назад, на перекрывающиеся суммы. Что он видел из будущих лет?",
    ],
    solution: `check("6.7", 2);`,
    answer: () => 2,
    choices: [
      {
        text: ["It is right to 1 %.", "Ол 1 % дәлдікпен дұрыс.", "Он верен с точностью до 1 %."],
        feedback: [
          "R² is a share of variance among the points fitted, not an accuracy of forecasts.",
          "R² – болжам дәлдігі емес, жүргізілген нүктелердегі дисперсия үлесі.",
          "R² – доля дисперсии по подогнанным точкам, а не точность прогноза.",
        ],
      },
      {
        text: [
          "None by R² alone: the totals overlap, and the fit says nothing of whether the climb goes on; a back-test would.",
          "R² бойынша ғана – ешқайсысы: қосындылар қабаттасады, әрі сәйкестік өсу жалғаса ма, оны айтпайды; өткен деректерде тексеру айтар еді.",
          "Никакое по одному R²: суммы перекрываются, и подгонка не говорит, продолжится ли подъём; сказала бы проверка на прошлом.",
        ],
        feedback: [
          "Smoothing raises R² even for pure chance, and an index with a ceiling cannot follow a line for ever.",
          "Тегістеу таза кездейсоқтықта да R² мәнін көтереді, ал шегі бар индекс сызық бойымен шексіз жүре алмайды.",
          "Сглаживание повышает R² даже для чистой случайности, а индекс с потолком не может вечно идти по прямой.",
        ],
      },
      {
        text: [
          "It is significant, so it will come true.",
          "Ол статистикалық тұрғыдан маңызды, демек болжам орындалады.",
          "Он значим, значит, сбудется.",
        ],
        feedback: [
          "The usual test needs independent errors; sums that share editions do not have them.",
          "Әдеттегі тестке тәуелсіз қателер керек; ортақ шығарылымы бар қосындыларда олар жоқ.",
          "Обычному тесту нужны независимые ошибки; у сумм с общими выпусками их нет.",
        ],
      },
    ],
  },
];
