import type { NotebookExercises } from "./exercise.js";
import { editionOf, printedColumn } from "./paper-column.js";
import { TABLE3_INTRO, table3Prelude } from "./prelude.js";

/** A first look: the widest gap between two columns, what a printed number stands for, what a verdict says. */
export const notebook00: NotebookExercises = {
  notebook: "00",
  intro: TABLE3_INTRO,
  prelude: table3Prelude(),
  exercises: [
    {
      id: "0.1",
      question: [
        "In which edition do the printed TII and HCI lie farthest apart? Let the program find the year.",
        "Қай шығарылымда басылған TII мен HCI арасы ең алшақ? Жылды бағдарлама тапсын.",
        "В каком выпуске напечатанные TII и HCI дальше всего друг от друга? Пусть год найдёт программа.",
      ],
      hint: [
        "Take the absolute value of the differences first. `indexOf` gives the place of the largest; the year stands at the same place of another column.",
        "Алдымен айырмалардың абсолюттік мәнін алыңыз. `indexOf` ең үлкенінің орнын береді; жыл басқа бағанның сол орнында тұр.",
        "Сначала возьмите модули разностей. `indexOf` даёт место наибольшей; год стоит на том же месте другого столбца.",
      ],
      solution: `const apart = printedColumn("TII").map((value, at) => Math.abs(value - printedColumn("HCI")[at]));
check("0.1", printedColumn("year")[apart.indexOf(Math.max(...apart))]);`,
      answer: () => editionOf(gaps().map(Math.abs)),
      mistakes: {
        signed: () => editionOf(gaps()),
        highest: () => editionOf(printedColumn("HCI")),
        "row index": () =>
          gaps()
            .map(Math.abs)
            .indexOf(Math.max(...gaps().map(Math.abs))),
        "row number": () =>
          1 +
          gaps()
            .map(Math.abs)
            .indexOf(Math.max(...gaps().map(Math.abs))),
        column: () =>
          editionOf(printedColumn("OSI").map((value, at) => Math.abs(value - printedColumn("HCI")[at]!))),
        "wrong direction": () => editionOf(gaps().map((gap) => -Math.abs(gap))),
      },
    },
    {
      id: "0.2",
      question: [
        "A correlation is printed as `0.93`. It stands for every value that rounds to it. How wide is the range of its *square*, from the smallest to the largest?",
        "Корреляция `0,93` деп басылған. Ол осыған дөңгелектелетін барлық мәнді білдіреді. Оның *квадраты* жататын аралықтың ені, яғни ең үлкен және ең кіші мәнінің айырмасы, қандай?",
        "Корреляция напечатана как `0,93`. Она обозначает все значения, которые до неё округляются. Какова ширина диапазона её *квадрата*, от наименьшего до наибольшего?",
      ],
      hint: [
        "The printed number is the middle of an interval that reaches half a unit of the last digit to either side. Square both ends.",
        "Басылған сан – аралықтың ортасы; аралық екі жаққа соңғы таңбаның жарты бірлігіне созылады. Екі шетін де квадраттаңыз.",
        "Напечатанное число – середина промежутка, который уходит в обе стороны на половину единицы последнего знака. Возведите в квадрат оба конца.",
      ],
      solution: `check("0.2", (0.93 + 0.005) ** 2 - (0.93 - 0.005) ** 2);`,
      decimals: 4,
      answer: () => range(0.005, 2),
      mistakes: {
        "half width": () => range(0.005, 2) / 2,
        "whole unit": () => range(0.01, 2),
        "width of r": () => range(0.005, 1),
        "square of width": () => range(0.005, 1) ** 2,
        squared: () => 0.93 ** 2,
        "upper end": () => 0.935 ** 2,
      },
    },
    {
      id: "0.3",
      question: [
        "A paper prints three components, `0.31`, `0.42` and `0.52`, and `0.41` as their mean. Your calculator says `0.4167`. Which verdict would you give, and why?",
        "Мақалада үш құрамдас бөлік `0,31`, `0,42`, `0,52` және олардың орташасы `0,41` деп басылған. Калькулятор `0,4167` көрсетеді. Қандай баға берер едіңіз және неге?",
        "В статье напечатаны три составляющие, `0,31`, `0,42` и `0,52`, и их среднее `0,41`. Калькулятор показывает `0,4167`. Какой вердикт вы бы вынесли и почему?",
      ],
      hint: [
        "Which is the smallest mean that three numbers can have that are printed so?",
        "Осылай басылған үш санның ең кіші орташасы қандай болуы мүмкін?",
        "Каково наименьшее среднее трёх чисел, которые печатаются именно так?",
      ],
      solution: `check("0.3", 2);`,
      answer: () => 2,
      choices: [
        {
          text: [
            "*Not reproduced*: the mean rounds to another number than the printed one.",
            "*Қайта шығарылмады*: орташасы басылғаннан басқа санға дөңгелектеледі.",
            "*Не воспроизведено*: среднее округляется к другому числу, чем напечатанное.",
          ],
          feedback: [
            "The mean of the *printed* numbers does; but the author may have had more digits. Try the lower ends of the three intervals.",
            "*Басылған* сандардың орташасы солай; бірақ автордың қолында көбірек таңба болуы мүмкін. Үш аралықтың төменгі шеттерін байқап көріңіз.",
            "Среднее *напечатанных* чисел – да; но у автора могло быть больше знаков. Попробуйте нижние концы трёх интервалов.",
          ],
        },
        {
          text: [
            "*Reproduced*: some values that round to the printed components have a mean that rounds to the printed one.",
            "*Қайта шығарылды*: басылған құрамдас бөліктерге дөңгелектелетін мәндердің ішінде орташасы басылғанға дөңгелектелетіндері бар.",
            "*Воспроизведено*: среди значений, округляющихся до напечатанных составляющих, есть такие, чьё среднее округляется до напечатанного.",
          ],
          feedback: [
            "A printed number is an interval. The mean can be anything within half a unit of yours, and a part of that range rounds to the printed number.",
            "Басылған сан – аралық. Орташа сіздікінен жарты бірлікке дейін өзгеше болуы мүмкін, ал бұл аралықтың бір бөлігі басылған санға дөңгелектеледі.",
            "Напечатанное число – это интервал. Среднее может отстоять от вашего на половину единицы, и часть этого диапазона округляется до напечатанного числа.",
          ],
        },
        {
          text: [
            "*Impossible*: no three numbers have such a mean.",
            "*Мүмкін емес*: мұндай орташасы бар үш сан жоқ.",
            "*Невозможно*: никакие три числа не имеют такого среднего.",
          ],
          feedback: [
            "That is the strongest verdict, and it needs a law that is broken whatever the data were. None is broken here.",
            "Бұл – ең қатаң баға; ол үшін деректер қандай болса да бұзылатын заң керек. Мұнда ештеңе бұзылған жоқ.",
            "Это самый сильный вердикт; для него нужен закон, нарушенный при любых данных. Здесь ничего не нарушено.",
          ],
        },
        {
          text: [
            "*Rounded early*: the author rounded on the way.",
            "*Аралықта дөңгелектелген*: автор есептеу барысында дөңгелектеген.",
            "*Преждевременно округлено*: автор округлил по ходу вычислений.",
          ],
          feedback: [
            "Perhaps, but that verdict is for numbers that are reached *only* by rounding an intermediate result. First ask whether the inputs' own rounding is enough.",
            "Мүмкін, бірақ бұл баға *тек* аралық нәтижені дөңгелектегенде ғана шығатын сандарға беріледі. Алдымен бастапқы сандардың дөңгелектелуі жеткілікті ме, соны тексеріңіз.",
            "Возможно, но этот вердикт – для чисел, которые получаются *только* при округлении промежуточного результата. Сначала спросите, не хватает ли округления исходных чисел.",
          ],
        },
      ],
    },
    {
      id: "0.4",
      question: [
        "A printed number *matches its source*, but it is *not reproduced* from the paper's own table. What follows?",
        "Басылған сан *дереккөзге сәйкес*, бірақ мақаланың өз кестесінен *қайта шығарылмады*. Бұдан не шығады?",
        "Напечатанное число *совпадает с источником*, но *не воспроизведено* по собственной таблице статьи. Что из этого следует?",
      ],
      hint: [
        "Each verdict compares two things. Write down which two.",
        "Әр баға екі нәрсені салыстырады. Нені немен салыстыратынын жазып көріңіз.",
        "Каждый вердикт сравнивает две вещи. Запишите, какие именно.",
      ],
      solution: `check("0.4", 3);`,
      answer: () => 3,
      choices: [
        {
          text: [
            "The author invented the number.",
            "Автор санды ойдан шығарған.",
            "Автор выдумал это число.",
          ],
          feedback: [
            "No verdict says why a number stands where it stands; and this one agrees with a published figure.",
            "Ешбір баға санның неге солай тұрғанын айтпайды; оның үстіне бұл сан жарияланған дерекке сәйкес.",
            "Ни один вердикт не говорит, почему число такое; к тому же оно согласуется с опубликованным.",
          ],
        },
        {
          text: [
            "One of the two verdicts must be wrong.",
            "Екі бағаның бірі қате болуы керек.",
            "Один из двух вердиктов должен быть ошибочным.",
          ],
          feedback: [
            "They answer two different questions, so they can differ.",
            "Олар екі түрлі сұраққа жауап береді, сондықтан әртүрлі бола алады.",
            "Они отвечают на два разных вопроса и потому могут различаться.",
          ],
        },
        {
          text: [
            "The number was not computed from the table as it is printed, or the table has a slip; the arithmetic alone cannot tell which.",
            "Сан басылған кестеден есептелмеген немесе кестеде қате бар; қайсысы екенін арифметиканың өзі айта алмайды.",
            "Число вычислено не по таблице в её напечатанном виде, или в таблице ошибка; сама арифметика не скажет, что именно.",
          ],
          feedback: [
            "A verdict says what the figures show and stops there.",
            "Баға сандар не көрсететінін айтады да, сонымен тоқтайды.",
            "Вердикт говорит, что показывают числа, и на этом останавливается.",
          ],
        },
        {
          text: [
            "The published figure is wrong.",
            "Жарияланған дерек қате.",
            "Опубликованное число неверно.",
          ],
          feedback: [
            "The printed number agrees with it; nothing here speaks against it.",
            "Басылған сан оған сәйкес; мұнда оған қарсы ештеңе жоқ.",
            "Напечатанное число с ним согласуется; против него здесь ничего не говорит.",
          ],
        },
      ],
    },
  ],
};

function gaps(): number[] {
  return printedColumn("TII").map((value, at) => value - printedColumn("HCI")[at]!);
}

/** Width of the range of r to a power, r printed as 0.93 with so much to either side. */
function range(reach: number, power: number): number {
  return (0.93 + reach) ** power - (0.93 - reach) ** power;
}
