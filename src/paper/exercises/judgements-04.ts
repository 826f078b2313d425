import type { Exercise } from "./exercise.js";

/** Parts of a whole, and what a test of ten points can find. */
export const judgements04: readonly Exercise[] = [
  {
    id: "4.6",
    question: [
      "The EGDI is the mean of OSI, TII and HCI, and each correlates with it. What does a correlation of a component with the index show?",
      "EGDI – OSI, TII және HCI-дің орташасы, әрі әрқайсысы онымен корреляцияланған. Құрамдас бөліктің индекспен корреляциясы нені көрсетеді?",
      "EGDI – среднее из OSI, TII и HCI, и каждая составляющая с ним коррелирует. Что показывает корреляция составляющей с индексом?",
    ],
    hint: [
      "Draw three columns of random numbers and correlate one of them with their mean.",
      "Кездейсоқ сандардан үш баған алып, біреуінің олардың орташасымен корреляциясын есептеңіз.",
      "Возьмите три столбца случайных чисел и найдите корреляцию одного из них с их средним.",
    ],
    solution: `check("4.6", 3);`,
    answer: () => 3,
    choices: [
      {
        text: [
          "That the component drives the development of e-government.",
          "Құрамдас бөлік электрондық үкіметтің дамуын қозғайтынын.",
          "Что составляющая движет развитием электронного правительства.",
        ],
        feedback: [
          "A part correlates with the whole that contains it, whatever drives either.",
          "Бөлік пен бүтінді не қозғаса да, бөлік өзі кіретін бүтінмен корреляцияланады.",
          "Часть коррелирует с целым, в которое входит, что бы ими ни двигало.",
        ],
      },
      {
        text: [
          "Nothing at all: such a correlation is always one.",
          "Ештеңе: мұндай корреляция әрқашан бірге тең.",
          "Ничего: такая корреляция всегда равна единице.",
        ],
        feedback: [
          "It need not be one: a component with little variance of its own can even go against the index.",
          "Бірге тең болуы міндетті емес: дисперсиясы аз бөлік индекске қарсы да жүруі мүмкін.",
          "Не обязательно единице: составляющая с малой дисперсией может идти и против индекса.",
        ],
      },
      {
        text: [
          "In part the arithmetic of the mean, in part the common climb over time; the share of growth asks the question better.",
          "Бір бөлігі – орташаның арифметикасы, бір бөлігі – уақыт бойынша ортақ өсу; бұл сұраққа өсімге қосқан үлес дұрысырақ жауап береді.",
          "Отчасти арифметику среднего, отчасти общий подъём во времени; вклад в прирост отвечает на вопрос лучше.",
        ],
        feedback: [
          "The identity makes contributions exact; no correlation is needed for them.",
          "Тепе-теңдік қосқан үлестерді дәл береді; оларға корреляция керек емес.",
          "Тождество даёт вклады точно; корреляция для них не нужна.",
        ],
      },
    ],
  },
  {
    id: "4.7",
    question: [
      "In ten editions two series correlate with $r = 0.5$; the test gives $p = 0.14$. A text concludes: “There is no relation.” What do you say?",
      "Он шығарылымда екі қатардың корреляциясы $r = 0{,}5$; тест $p = 0{,}14$ береді. Мәтін «Байланыс жоқ» деп қорытады. Не айтасыз?",
      "По десяти выпускам корреляция двух рядов $r = 0{,}5$; критерий даёт $p = 0{,}14$. В тексте вывод: «Связи нет». Что вы скажете?",
    ],
    hint: [
      "How often would ten pairs reveal a relation that really is this strong? That is the test's power.",
      "Он жұп шынымен осындай күшті байланысты қаншалықты жиі анықтар еді? Бұл – тесттің қуаты.",
      "Как часто по десяти парам обнаружилась бы связь, которая действительно столь сильна? Это мощность критерия.",
    ],
    solution: `check("4.7", 1);`,
    answer: () => 1,
    choices: [
      {
        text: [
          "Ten pairs find a true correlation of one half in about one case of three: the test has too little power to say “none”.",
          "Он жұп шын мәнінде жартыға тең корреляцияны шамамен үш жағдайдың бірінде ғана табады: «жоқ» деуге тесттің қуаты жетпейді.",
          "По десяти парам истинную корреляцию, равную одной второй, обнаруживают примерно в одном случае из трёх: мощности критерия мало, чтобы сказать «нет».",
        ],
        feedback: [
          "Not found is not absent. The interval of $r$ says more: it reaches from below zero to near one.",
          "Табылмады деген – жоқ деген емес. $r$ аралығы көбірек айтады: ол нөлден төменнен бірге жуыққа дейін созылады.",
          "Не найдено – не значит отсутствует. Интервал для $r$ говорит больше: от ниже нуля почти до единицы.",
        ],
      },
      {
        text: [
          "The conclusion is right, since $p$ is above the limit.",
          "Қорытынды дұрыс, өйткені $p$ шектен жоғары.",
          "Вывод верен: $p$ выше порога.",
        ],
        feedback: [
          "A large $p$ says that the data do not exclude zero; they do not exclude a strong relation either.",
          "Үлкен $p$ деректер нөлді жоққа шығармайтынын айтады; олар күшті байланысты да жоққа шығармайды.",
          "Большое $p$ значит, что данные не исключают ноль; но и сильной связи они не исключают.",
        ],
      },
      {
        text: [
          "There is a relation, with a probability of 86 %.",
          "Байланыс 86 % ықтималдықпен бар.",
          "Связь есть с вероятностью 86 %.",
        ],
        feedback: [
          "$p$ is the probability of such data if there were no relation, not that of a relation.",
          "$p$ – байланыс болмаған жағдайда осындай деректердің ықтималдығы, байланыстың ықтималдығы емес.",
          "$p$ – вероятность таких данных при отсутствии связи, а не вероятность связи.",
        ],
      },
    ],
  },
];
