import { translated } from "../base/language.js";

/** What is said of a conclusion: where it stands, what it says, what figures can and cannot say of it. */
export interface ConclusionText {
  place: string;
  statement: string;
  limits: string;
}

export type ConclusionId = keyof ReturnType<typeof conclusionTexts>;

/** The paper's conclusions after its Kazakh text, in our words, and this project's own questions. */
export const conclusionTexts = translated({
  en: {
    rise: {
      place: "Results, under Figure 1",
      statement: "The efficiency of e-government will rise thanks to the factors chosen",
      limits:
        "No factor enters the forecast and no figure measures efficiency. What can be asked is whether the index will rise: the line through it passes 1, where the index ends, and its interval holds the last value too.",
    },
    scale: {
      place: "Results, under Figure 1",
      statement: "The forecast is 4.555 for 2025 and 4.8147 for 2026",
      limits:
        "An index that ends at 1 cannot be 4.555: these are totals of five editions, on the rows of 2022 and 2024.",
    },
    largest: {
      place: "Results, under Table 4 and under Figure 1; Conclusion",
      statement: "Infrastructure (X2) affects the index most",
      limits:
        "It has the largest correlation. Whether the lead is more than chance among ten editions treated as a sample, Williams's test asks; a correlation with a part of itself is no effect.",
    },
    drives: {
      place: "Results, last paragraph before the factor analysis",
      statement: "The development of infrastructure strongly drives the further development of e-government",
      limits:
        "A correlation is no cause, and infrastructure is a third of the index by definition. From edition to edition the two can be compared without their common trend; which component then goes with the index most, differs between printed and published figures.",
    },
    efficiency: {
      place: "Conclusion, first sentence",
      statement:
        "Digital tools, e-government among them, considerably affect the efficiency of state and local administration",
      limits:
        "No exhibit measures the efficiency of administration, and nothing is compared with and without the tools: the figures can say neither yes nor no.",
    },
    factors: {
      place: "Results, after Figure 1; Conclusion",
      statement:
        "The factor analysis shows problems of infrastructure: digital inequality between regions, low skills, distrust",
      limits:
        "No factor analysis is printed (no loadings, no variances), and no figure is of a region, of skills or of trust: whatever supports this stands outside the paper's numbers.",
    },
    collinearity: {
      place: "Results, above Table 4",
      statement: "Table 4 checks the factors for multicollinearity; the nearer to 1, the closer the link",
      limits:
        "Correlations of pairs are shown, no test is made and nothing is concluded. Variance inflation factors would be one: from 10 on they are commonly called high.",
    },
    levels: {
      place: "Results, under Figure 1",
      statement: "To reach the R² that is needed (at least 0.50), five levels were computed",
      limits:
        "Five levels reach it, and so does the index itself, without joining levels: as a reason for joining them, the sentence does not hold. Smoothing raises R² of whatever series; the limit of 0.50 has no source.",
    },
    rank: {
      place: "Conclusion, second sentence",
      statement: "Kazakhstan's e-government has risen to higher places internationally",
      limits: "The rank of 2024 is better than that of 2005; between them it also fell (2014 to 2018).",
    },
    participation: {
      place: "Results, under Table 1",
      statement: "In e-participation the country is steadily among the first 30",
      limits: "Of all editions it is not true; of the latest three it is. The sentence can mean either.",
    },
    conditions: {
      place: "Conclusion, last sentence",
      statement:
        "Stronger digital infrastructure and digital literacy are the main condition of efficient administration",
      limits:
        "A recommendation; no figure measures efficiency. Of literacy the paper has the human capital index, which on the published figures falls while the index rises.",
    },
    capital: {
      place: "This project's question",
      statement: "Is the index higher where human capital (HCI) is higher?",
      limits: "Asked because Table 3 and the published figures answer it with opposite signs.",
    },
    growth: {
      place: "This project's question",
      statement: "Did infrastructure contribute most to the growth of the index?",
      limits:
        "The index is the mean of its components, so its growth parts into theirs, without any correlation.",
    },
    trend: {
      place: "This project's question",
      statement: "Does a straight line describe the index itself (R² at least 0.50)?",
      limits: "The limit is the paper's own; a high R² of a series that rises says little.",
    },
  },
  kk: {
    rise: {
      place: "Нәтижелер, 1-сурет астында",
      statement: "Электрондық үкіметтің тиімділігі таңдап алынған факторлар есебінен артады",
      limits:
        "Болжамға ешбір фактор кірмейді, тиімділікті өлшейтін көрсеткіш жоқ. Сұрауға болатыны – индекс өсе ме: ол арқылы жүргізілген түзу 1-ден асады, ал индекс 1-ден аса алмайды; түзудің аралығы соңғы мәнді де қамтиды.",
    },
    scale: {
      place: "Нәтижелер, 1-сурет астында",
      statement: "Болжам 2025 жылға 4,555, 2026 жылға 4,8147",
      limits:
        "Ең көбі 1 болатын индекс 4,555 бола алмайды: бұлар – 2022 және 2024 жылдардың жолдарындағы бес шығарылымның қосындысы.",
    },
    largest: {
      place: "Нәтижелер, 4-кесте мен 1-сурет астында; Қорытынды",
      statement: "Индекске ең көп әсер ететін фактор – инфрақұрылым (X2)",
      limits:
        "Оның корреляциясы ең үлкен. Таңдама деп қаралған он шығарылымда бұл айырма кездейсоқтықтан артық па – оны Уильямс тесті тексереді; өзінің бөлігімен корреляция әсер емес.",
    },
    drives: {
      place: "Нәтижелер, факторлық талдау алдындағы соңғы абзац",
      statement: "Инфрақұрылымның дамуы электрондық үкіметтің одан әрі дамуына үлкен ықпал етеді",
      limits:
        "Корреляция – себеп емес, ал инфрақұрылым анықтама бойынша индекстің үштен бірі. Шығарылымнан шығарылымға өзгерістерді ортақ трендсіз салыстыруға болады; сонда индекспен қай бөлік көбірек байланысты екені басылған және жарияланған деректерде әртүрлі.",
    },
    efficiency: {
      place: "Қорытынды, бірінші сөйлем",
      statement:
        "Цифрлық құралдар, соның ішінде электрондық үкімет, мемлекеттік және жергілікті басқарудың тиімділігіне айтарлықтай әсер етеді",
      limits:
        "Бірде-бір кесте басқару тиімділігін өлшемейді, құралдар бар және жоқ жағдай салыстырылмаған: сандар иә де, жоқ та дей алмайды.",
    },
    factors: {
      place: "Нәтижелер, 1-суреттен кейін; Қорытынды",
      statement:
        "Факторлық талдау инфрақұрылым мәселелерін көрсетеді: аймақтар арасындағы цифрлық теңсіздік, дағдылардың төмендігі, сенімсіздік",
      limits:
        "Факторлық талдау басылмаған (жүктемелер, дисперсиялар жоқ), аймаққа, дағдыға, сенімге қатысты бірде-бір сан жоқ: мұны растайтын дерек мақала сандарынан тыс.",
    },
    collinearity: {
      place: "Нәтижелер, 4-кесте үстінде",
      statement:
        "4-кесте факторлар арасындағы мультиколлинеарлықты тексереді; мән 1-ге жақын болса, байланыс тығыз",
      limits:
        "Жұптық корреляциялар көрсетілген, тест жүргізілмеген және ештеңе қорытылмаған. Дисперсияның ұлғаю коэффициенттері (VIF) бір жолы болар еді: 10-нан бастап жоғары деп саналады.",
    },
    levels: {
      place: "Нәтижелер, 1-сурет астында",
      statement: "Керек R² мәнін (кемінде 0,50) алу үшін 5 деңгей есептелді",
      limits:
        "Бұл мәнге 5 деңгей де, деңгейлерді біріктірмей-ақ индекстің өзі де жетеді: сөйлем біріктірудің себебі деп түсінілсе, ол расталмайды. Тегістеу кез келген қатардың R² мәнін арттырады; 0,50 шегінің дереккөзі жоқ.",
    },
    rank: {
      place: "Қорытынды, екінші сөйлем",
      statement: "Қазақстанның электрондық үкіметі халықаралық деңгейде жоғары орындарға көтерілді",
      limits: "2024 жылғы орын 2005 жылғыдан жақсы; арасында төмендеу де болды (2014–2018).",
    },
    participation: {
      place: "Нәтижелер, 1-кесте астында",
      statement: "Электрондық қатысу бойынша ел үздік 30-ға тұрақты кіреді",
      limits:
        "Барлық шығарылымдарға қатысты бұл дұрыс емес; соңғы үшеуіне – дұрыс. Сөйлем екеуін де білдіруі мүмкін.",
    },
    conditions: {
      place: "Қорытынды, соңғы сөйлем",
      statement: "Цифрлық инфрақұрылым мен ақпараттық сауаттылық – басқару тиімділігінің басты шарты",
      limits:
        "Бұл – ұсыныс; тиімділікті өлшейтін сан жоқ. Сауаттылық туралы мақалада адами капитал индексі бар, жарияланған деректерде ол индекс өскенде төмендейді.",
    },
    capital: {
      place: "Осы жобаның сұрағы",
      statement: "Адами капитал (HCI) жоғары болса, индекс те жоғары ма?",
      limits: "3-кесте мен жарияланған деректер қарама-қарсы таңбамен жауап беретіндіктен қойылған.",
    },
    growth: {
      place: "Осы жобаның сұрағы",
      statement: "Индекстің өсуіне ең көп үлес қосқан инфрақұрылым ба?",
      limits:
        "Индекс – құрамдас бөліктерінің орташасы, сондықтан оның өсуі корреляциясыз-ақ солардың өсуіне жіктеледі.",
    },
    trend: {
      place: "Осы жобаның сұрағы",
      statement: "Түзу сызық индекстің өзін сипаттай ма (R² кемінде 0,50)?",
      limits: "Шек мақаланың өзінікі; өсетін қатардың жоғары R² мәні көп нәрсе айтпайды.",
    },
  },
  ru: {
    rise: {
      place: "Результаты, под рисунком 1",
      statement: "Эффективность электронного правительства вырастет за счёт выбранных факторов",
      limits:
        "В прогноз не входит ни один фактор, и ни одно число не измеряет эффективность. Можно спросить лишь, вырастет ли индекс: прямая по нему выходит за 1, а он больше единицы не бывает, и её интервал содержит последнее значение.",
    },
    scale: {
      place: "Результаты, под рисунком 1",
      statement: "Прогноз: 4,555 на 2025 год и 4,8147 на 2026 год",
      limits:
        "Индекс, не превышающий 1, не может равняться 4,555: это суммы пяти выпусков в строках 2022 и 2024 годов.",
    },
    largest: {
      place: "Результаты, под таблицей 4 и под рисунком 1; Заключение",
      statement: "Сильнее всего на индекс влияет инфраструктура (X2)",
      limits:
        "У неё наибольшая корреляция. Мог ли отрыв быть случайным, если считать десять выпусков выборкой, проверяет критерий Уильямса; корреляция с собственной частью – ещё не влияние.",
    },
    drives: {
      place: "Результаты, последний абзац перед факторным анализом",
      statement:
        "Развитие инфраструктуры сильно способствует дальнейшему развитию электронного правительства",
      limits:
        "Корреляция – не причина, а инфраструктура по определению треть индекса. Изменения от выпуска к выпуску можно сравнить без общего тренда; какая составляющая тогда теснее связана с индексом – на это напечатанные и опубликованные данные отвечают по-разному.",
    },
    efficiency: {
      place: "Заключение, первое предложение",
      statement:
        "Цифровые инструменты, в том числе электронное правительство, значительно влияют на эффективность государственного и местного управления",
      limits:
        "Ни одна таблица не измеряет эффективность управления, и состояние с инструментами не сравнивается с состоянием без них: числа не говорят ни да, ни нет.",
    },
    factors: {
      place: "Результаты, после рисунка 1; Заключение",
      statement:
        "Факторный анализ показывает проблемы инфраструктуры: цифровое неравенство регионов, низкие навыки, недоверие",
      limits:
        "Факторный анализ не напечатан (нет нагрузок, нет дисперсий), и ни одно число не относится к регионам, навыкам или доверию: на чём это основано, по числам статьи не видно.",
    },
    collinearity: {
      place: "Результаты, над таблицей 4",
      statement: "Таблица 4 проверяет факторы на мультиколлинеарность; чем ближе к 1, тем теснее связь",
      limits:
        "Показаны парные корреляции; сама проверка не проведена, и вывода из неё нет. Подошли бы коэффициенты инфляции дисперсии (VIF): от 10 их обычно считают высокими.",
    },
    levels: {
      place: "Результаты, под рисунком 1",
      statement: "Чтобы получить нужный R² (не менее 0,50), рассчитаны 5 уровней",
      limits:
        "Такой R² дают и пять уровней, и сам индекс, без объединения уровней: если понимать предложение как причину объединения, оно не подтверждается. Сглаживание повышает R² любого ряда; источник границы 0,50 не указан.",
    },
    rank: {
      place: "Заключение, второе предложение",
      statement: "Электронное правительство Казахстана поднялось на более высокие места в мире",
      limits: "Место 2024 года лучше, чем 2005-го; между ними оно и опускалось (2014–2018).",
    },
    participation: {
      place: "Результаты, под таблицей 1",
      statement: "По электронному участию страна стабильно в первых 30",
      limits: "Обо всех выпусках это неверно, о последних трёх – верно. Фраза может означать и то и другое.",
    },
    conditions: {
      place: "Заключение, последнее предложение",
      statement:
        "Цифровая инфраструктура и информационная грамотность – главное условие эффективного управления",
      limits:
        "Это рекомендация; эффективность ни одно число не измеряет. О грамотности в статье есть индекс человеческого капитала, а он по опубликованным данным падает, пока индекс растёт.",
    },
    capital: {
      place: "Вопрос этого проекта",
      statement: "Выше ли индекс там, где выше человеческий капитал (HCI)?",
      limits: "Задан потому, что таблица 3 и опубликованные данные отвечают с противоположными знаками.",
    },
    growth: {
      place: "Вопрос этого проекта",
      statement: "Внесла ли инфраструктура наибольший вклад в рост индекса?",
      limits:
        "Индекс – среднее составляющих, поэтому его рост раскладывается на их рост без всякой корреляции.",
    },
    trend: {
      place: "Вопрос этого проекта",
      statement: "Описывает ли прямая сам индекс (R² не менее 0,50)?",
      limits: "Граница взята из статьи; высокий R² растущего ряда говорит мало.",
    },
  },
});
