import type { Exercise } from "./exercise.js";

/** What an identity can show, and what a mean growth says. */
export const judgements03: readonly Exercise[] = [
  {
    id: "3.6",
    question: [
      "One row of Table 3 repeats the components of the edition before, and its index fits their mean. What does the identity say of this row?",
      "3-кестенің бір жолы алдыңғы шығарылымның құрамдас бөліктерін қайталайды, ал индексі олардың орташасына сәйкес. Тепе-теңдік бұл жол туралы не айтады?",
      "Одна строка таблицы 3 повторяет составляющие предыдущего выпуска, и её индекс равен их среднему. Что говорит тождество об этой строке?",
    ],
    hint: [
      "Which mistakes would the identity notice, and which leave it untouched?",
      "Тепе-теңдік қандай қателерді байқайды, қандайларын байқамайды?",
      "Какие ошибки тождество заметило бы, а какие его не нарушают?",
    ],
    solution: `check("3.6", 3);`,
    answer: () => 3,
    choices: [
      {
        text: [
          "The row is right: four numbers that fit cannot be wrong.",
          "Жол дұрыс: өзара үйлесетін төрт сан қате бола алмайды.",
          "Строка верна: четыре согласованных числа не могут быть ошибочны.",
        ],
        feedback: [
          "They fit one another, but they may all belong to another edition.",
          "Олар өзара үйлеседі, бірақ бәрі басқа шығарылымдікі болуы мүмкін.",
          "Они согласованы между собой, но все могут относиться к другому выпуску.",
        ],
      },
      {
        text: [
          "The row is *impossible*, since components do not repeat.",
          "Жол *мүмкін емес*, өйткені құрамдас бөліктер қайталанбайды.",
          "Строка *невозможна*: составляющие не повторяются.",
        ],
        feedback: [
          "Unlikely is not impossible: no law forbids the same values twice.",
          "Екіталай – мүмкін емес деген сөз емес: бірдей мәндерге ешбір заң тыйым салмайды.",
          "Маловероятно – не значит невозможно: закона против повторения нет.",
        ],
      },
      {
        text: [
          "Only that it is consistent; whether it is this edition's, the source must say.",
          "Тек үйлесімді екенін; осы шығарылымдікі ме, оны дереккөз айтуы керек.",
          "Только что она согласована; относится ли она к этому выпуску, должен сказать источник.",
        ],
        feedback: [
          "An identity can show that something is wrong, never that all is right.",
          "Тепе-теңдік бір нәрсенің қате екенін көрсете алады, бірақ бәрінің дұрыс екенін – ешқашан.",
          "Тождество может показать, что что-то неверно, но никогда – что верно всё.",
        ],
      },
    ],
  },
  {
    id: "3.7",
    question: [
      "A student writes: “The index grew by 3.3 % a year, so it will have grown by 33 % in ten years.” Judge the sentence.",
      "Студент былай жазды: «Индекс жылына 3,3 %-ға өсті, демек он жылда 33 %-ға өседі». Сөйлемге баға беріңіз.",
      "Студент пишет: «Индекс рос на 3,3 % в год, значит, за десять лет он вырастет на 33 %». Оцените это утверждение.",
    ],
    hint: [
      "Two things: how yearly rates add up, and what happens to an index whose largest value is 1.",
      "Екі нәрсе: жылдық қарқындар қалай қосылады және ең үлкен мәні 1 болатын индекс шегіне жақындағанда не болады.",
      "Два вопроса: как складываются годовые темпы и что происходит с индексом, наибольшее значение которого 1.",
    ],
    solution: `check("3.7", 2);`,
    answer: () => 2,
    choices: [
      {
        text: [
          "It only has to say 38 %, since growth compounds.",
          "Тек 38 % деу керек еді, өйткені өсім үстемеленеді.",
          "Надо лишь исправить 33 % на 38 %, ведь рост накапливается.",
        ],
        feedback: [
          "The arithmetic is better, but the index is near its ceiling: from where it stands it cannot grow by that much.",
          "Есебі дұрысырақ, бірақ индекс шегіне жақын: қазіргі деңгейінен ол сонша өсе алмайды.",
          "Арифметика лучше, но индекс близок к потолку: с нынешнего уровня ему столько не вырасти.",
        ],
      },
      {
        text: [
          "It is doubly wrong: growth compounds, and an index that ends at 1 cannot keep a constant rate.",
          "Екі жағынан да қате: өсім үстемеленеді әрі 1-ден аспайтын индекс тұрақты қарқынды сақтай алмайды.",
          "Оно неверно вдвойне: рост накапливается, а индекс, не превышающий 1, не может сохранять постоянный темп.",
        ],
        feedback: [
          "A mean rate describes the past; it is not a forecast, least of all near a ceiling.",
          "Орташа қарқын өткенді сипаттайды; ол болжам емес, әсіресе шекке жақын жерде.",
          "Средний темп описывает прошлое; это не прогноз, тем более у потолка.",
        ],
      },
      {
        text: [
          "It is right: ten times the yearly rate.",
          "Дұрыс: жылдық қарқынның он еселенгені.",
          "Верно: это десять годовых темпов.",
        ],
        feedback: [
          "Rates compound, they do not add; and look at how far the index is from 1.",
          "Қарқындар қосылмайды, үстемеленеді; әрі индекс 1-ден қаншалықты алыс екеніне қараңыз.",
          "Темпы не складываются, а накапливаются; и посмотрите, как далеко индекс от 1.",
        ],
      },
    ],
  },
];
