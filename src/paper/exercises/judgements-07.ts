import type { Exercise } from "./exercise.js";

/** A sentence with two readings; a match found by searching. */
export const judgements07: readonly Exercise[] = [
  {
    id: "7.5",
    question: [
      "A sentence says that a country “rose by 10 places since 2018”. Counted from the edition of 2018 it is 15 places, counted from the edition after it 10. The sentence does not say which is meant. Which verdict would you give?",
      "Сөйлемде ел «2018 жылдан бері 10 орынға көтерілді» делінген. 2018 жылғы шығарылымнан санаса – 15 орын, одан кейінгі шығарылымнан санаса – 10. Қайсысы екені айтылмаған. Қандай баға берер едіңіз?",
      "В предложении сказано, что страна «с 2018 года поднялась на 10 мест». Если считать от выпуска 2018 года, получается 15 мест, а от следующего – 10. Что имеется в виду, не сказано. Какой вердикт вы бы вынесли?",
    ],
    hint: [
      "Which reading is tried first, and what if you cannot exclude the other one?",
      "Қай оқылым бірінші тексеріледі, ал екіншісін жоққа шығара алмасаңыз ше?",
      "Какое прочтение пробуют первым и что, если второе исключить нельзя?",
    ],
    solution: `check("7.5", 3);`,
    answer: () => 3,
    choices: [
      {
        text: [
          "*Not reproduced*: 2018 is named, and from there it is another number.",
          "*Қайта шығарылмады*: 2018 жыл аталған, ал одан бастап сан басқа.",
          "*Не воспроизведено*: назван 2018 год, а от него число другое.",
        ],
        feedback: [
          "That takes the strict reading for the only one; there is one under which the paper is right.",
          "Бұл – қатаң оқылымды жалғыз деп алу; мақала дұрыс болатын оқылым да бар.",
          "Это выдаёт строгое прочтение за единственное; есть и такое, при котором статья права.",
        ],
      },
      {
        text: [
          "*Reproduced*: there is a reading under which it is right.",
          "*Қайта шығарылды*: ол дұрыс болатын оқылым бар.",
          "*Воспроизведено*: есть прочтение, при котором верно.",
        ],
        feedback: [
          "It is tried first, and it must be said; but the other reading is the more usual one and gives another number.",
          "Ол бірінші тексеріледі әрі айтылуы керек; бірақ екінші оқылым әдеттегірек және басқа сан береді.",
          "Его пробуют первым и называют; но другое прочтение обычнее и даёт другое число.",
        ],
      },
      {
        text: [
          "*Undecided*, with both readings shown and what each gives.",
          "*Шешілмеген*; екі оқылым да, әрқайсысының нәтижесі де көрсетіледі.",
          "*Не определено*; показаны оба прочтения и результат каждого.",
        ],
        feedback: [
          "And the report says what would settle it: the edition that the author counted from.",
          "Әрі есепте мәселені не шешетіні айтылады: автор қай шығарылымнан санағаны.",
          "И отчёт говорит, что решило бы вопрос: от какого выпуска считал автор.",
        ],
      },
    ],
  },
  {
    id: "7.6",
    question: [
      "A printed rank agrees with no published rank of its year. You search 120 published ranks from 1 to 193 and find it among them once. Is it *mislabelled*?",
      "Басылған орын өз жылының ешбір жарияланған орнына тең емес. Сіз 1-ден 193-ке дейінгі жарияланған 120 орынды қарап, оны бір жерден таптыңыз. Ол *қате белгіленген* бе?",
      "Напечатанное место не равно ни одному опубликованному за свой год. Вы просматриваете 120 опубликованных мест от 1 до 193 и один раз находите его. Оно *неверно обозначено*?",
    ],
    hint: [
      "How likely would a number that means nothing be found in such a list?",
      "Ештеңе білдірмейтін сан мұндай тізімнен қандай ықтималдықпен табылар еді?",
      "С какой вероятностью в таком списке нашлось бы число, которое ничего не значит?",
    ],
    solution: `check("7.6", 1);`,
    answer: () => 1,
    choices: [
      {
        text: [
          "No: among so many candidates a blind number is found about every second time, so one match is no evidence.",
          "Жоқ: үміткер сонша көп болғанда кез келген сан шамамен екі реттің бірінде табылады, сондықтан бір сәйкестік дәлел емес.",
          "Нет: среди стольких кандидатов случайное число находится примерно через раз, поэтому одно совпадение – не доказательство.",
        ],
        feedback: [
          "It would take a whole row that matches, or a value with four decimals, to speak against chance.",
          "Кездейсоқтыққа қарсы болу үшін тұтас жолдың не төрт таңбалы мәннің сәйкес келуі керек.",
          "Против случайности говорили бы совпадение целой строки или значения с четырьмя знаками.",
        ],
      },
      {
        text: [
          "Yes: it is a published rank, so it must come from there.",
          "Иә: бұл – жарияланған орын, демек сол жерден алынған.",
          "Да: это опубликованное место, значит, оно оттуда.",
        ],
        feedback: [
          "That it occurs somewhere does not say that it comes from there; count how many candidates you looked at.",
          "Бір жерде кездесуі сол жерден алынғанын білдірмейді; қанша кандидат қарағаныңызды санаңыз.",
          "То, что оно где-то встречается, не значит, что оно оттуда; посчитайте, сколько кандидатов просмотрено.",
        ],
      },
      {
        text: [
          "Yes, since 120 is less than 193.",
          "Иә, өйткені 120 саны 193-тен аз.",
          "Да, ведь 120 меньше 193.",
        ],
        feedback: [
          "That comparison is where the chance comes from: it is far from small.",
          "Кездейсоқтық ықтималдығы дәл осы салыстырудан шығады, әрі ол аз емес.",
          "Из этого сравнения и получается вероятность случайности: она далеко не мала.",
        ],
      },
    ],
  },
];
