import type { Words } from "./words.js";

/** Wrong ways that students take, each to be read after "This looks like"; none gives a number away. */
export const MISTAKES = {
  population: [
    "the population formula, which divides by n; the editions are a sample, so one degree of freedom is spent on the mean",
    "бас жиынтық формуласы: ол n-ге бөледі; ал шығарылымдар – таңдама, сондықтан бір еркіндік дәрежесі орташаға жұмсалады",
    "формула для генеральной совокупности, в которой делят на n; выпуски – это выборка, и одна степень свободы уходит на среднее",
  ],
  variance: [
    "the variance: a root is still to be taken",
    "дисперсия: одан әлі түбір алу керек",
    "дисперсия: из неё ещё нужно извлечь корень",
  ],
  "absolute deviation": [
    "the mean absolute deviation, not the standard deviation",
    "орташа абсолюттік ауытқу, ал сұралғаны – стандартты ауытқу",
    "среднее абсолютное отклонение, а нужно стандартное",
  ],
  column: [
    "the right method on another column",
    "басқа бағанға қолданылған дұрыс әдіс",
    "верный метод, но по другому столбцу",
  ],
  official: [
    "the right method on the published figures; the printed ones are asked",
    "жарияланған деректер бойынша дұрыс әдіс; ал сұралғаны – мақалада басылғандары",
    "верный метод по опубликованным данным, а нужны напечатанные в статье",
  ],
  printed: [
    "the right method on the printed figures; the published ones are asked",
    "мақалада басылған сандар бойынша дұрыс әдіс; ал сұралғаны – жарияланғандары",
    "верный метод по напечатанным числам, а нужны опубликованные",
  ],
  "printed itself": [
    "the number that the paper prints; compute it instead of copying it",
    "мақалада басылған санның өзі; оны көшірмей, есептеп шығарыңыз",
    "само напечатанное в статье число; его нужно вычислить, а не переписать",
  ],
  log: [
    "a difference of logarithms; it comes near small rates only, and a ratio is asked",
    "логарифмдердің айырмасы; ол кіші қарқындарға ғана жуық, ал сұралғаны – қатынас",
    "разность логарифмов; она близка лишь к малым темпам, а нужно отношение",
  ],
  factor: [
    "the growth factor, which counts the starting value too; the rate of growth is the factor less one",
    "өсу коэффициенті: ол бастапқы мәнді де қамтиды; өсім қарқыны – коэффициенттен бірді азайтқаны",
    "коэффициент роста: он включает и начальное значение; темп прироста – это коэффициент минус единица",
  ],
  chain: [
    "the growth on the edition before (chain), where the first edition is the base",
    "алдыңғы шығарылымға қатысты (тізбектік) өсім, ал негіз – алғашқы шығарылым",
    "прирост к предыдущему выпуску (цепной), а база – первый выпуск",
  ],
  "last as base": [
    "the change divided by the last value: the base is the first edition",
    "соңғы мәнге бөлінген өзгеріс: негіз – алғашқы шығарылым",
    "изменение, делённое на последнее значение; база – первый выпуск",
  ],
  points: [
    "an absolute change in hundredths of the index, not in per cent of the base",
    "индекстің жүздік үлесімен өлшенген абсолюттік өзгеріс; ал негізге шаққандағы пайыз керек",
    "абсолютное изменение в сотых долях индекса, а не в процентах к базе",
  ],
  "per edition": [
    "growth per edition: the editions lie more than a year apart, and a year is asked",
    "бір шығарылымға шаққандағы өзгеріс: шығарылымдар арасы бір жылдан көп, ал сұралғаны – бір жыл",
    "прирост за выпуск: между выпусками больше года, а нужен прирост за год",
  ],
  "number of editions": [
    "a root of as many as there are editions: count the years between the first and the last",
    "шығарылымдар санындай дәрежелі түбір: алғашқысы мен соңғысының арасындағы жылдарды санаңыз",
    "корень степени, равной числу выпусков: считайте годы между первым и последним",
  ],
  "both ends": [
    "one year too many: both ends were counted",
    "бір жыл артық: екі шеті де саналған",
    "лишний год: посчитаны оба конца",
  ],
  arithmetic: [
    "the arithmetic mean of the growth; growth compounds, so the mean is geometric",
    "өсімнің арифметикалық орташасы; өсім үстемеленеді, сондықтан орташа – геометриялық",
    "среднее арифметическое прироста; рост накапливается, поэтому среднее – геометрическое",
  ],
  "row index": [
    "the place of the row; its year is asked",
    "жолдың реттік нөмірі; ал сұралғаны – оның жылы",
    "номер строки, а нужен её год",
  ],
  "row number": [
    "the number of the row, counted from one; its year is asked",
    "бірден бастап саналған жол нөмірі; ал сұралғаны – оның жылы",
    "номер строки, считая с единицы, а нужен её год",
  ],
  highest: [
    "the edition with the largest value, not with the widest gap",
    "мәні ең үлкен шығарылым, ал сұралғаны – айырмасы ең үлкені",
    "выпуск с наибольшим значением, а не с наибольшей разностью",
  ],
  signed: [
    "a difference that keeps its sign: upwards and downwards count alike here",
    "таңбасы сақталған айырма: мұнда жоғары да, төмен де бірдей саналады",
    "разность со знаком: вверх и вниз здесь считаются одинаково",
  ],
  "wrong direction": [
    "the opposite end: the smallest is confused with the largest, or a loss with a gain",
    "қарама-қарсы шеті: ең кішісі мен ең үлкені немесе төмендеу мен өсу шатасқан",
    "противоположный край: наименьшее перепутано с наибольшим или подъём со спадом",
  ],
  weight: [
    "the component's own change over the index's change: its weight in the index is missing",
    "құрамдас бөліктің өз өзгерісі индекс өзгерісіне бөлінген: оның индекстегі салмағы ескерілмеген",
    "собственное изменение составляющей к изменению индекса: не учтён её вес в индексе",
  ],
  "own change": [
    "the component's own change: its weight in the index is missing",
    "құрамдас бөліктің өз өзгерісі: оның индекстегі салмағы ескерілмеген",
    "собственное изменение составляющей: не учтён её вес в индексе",
  ],
  "printed growth": [
    "a share of the printed index's change, which the components do not add up to",
    "басылған индекс өзгерісіндегі үлес; құрамдас бөліктердің қосындысы оған тең емес",
    "доля в изменении напечатанного индекса, которому сумма составляющих не равна",
  ],
  level: [
    "a share of the last edition's level, not of the growth",
    "өсімдегі емес, соңғы шығарылым деңгейіндегі үлес",
    "доля в уровне последнего выпуска, а не в приросте",
  ],
  "relative growth": [
    "the component's own rate of growth, not its contribution",
    "құрамдас бөліктің өз өсім қарқыны, ал сұралғаны – қосқан үлесі",
    "собственный темп прироста составляющей, а не её вклад",
  ],
  component: [
    "the right method for another component",
    "басқа құрамдас бөлікке қолданылған дұрыс әдіс",
    "верный метод, но для другой составляющей",
  ],
  index: ["the change of the whole index", "бүкіл индекстің өзгерісі", "изменение всего индекса"],
  share: [
    "a share of the growth, where the contribution itself is asked",
    "өсімдегі үлес, ал сұралғаны – қосқан үлесінің өзі",
    "доля в приросте, а нужен сам вклад",
  ],
  undivided: ["the sum before it is divided", "бөлінбеген қосынды", "сумма до деления"],
  correlation: [
    "the correlation; the covariance still has the units of both series",
    "корреляция; ал ковариация екі қатардың өлшем бірлігін сақтайды",
    "корреляция; ковариация же сохраняет единицы обоих рядов",
  ],
  covariance: [
    "the covariance: it is still to be divided by both standard deviations",
    "ковариация: оны әлі екі стандартты ауытқуға бөлу керек",
    "ковариация: её ещё нужно разделить на оба стандартных отклонения",
  ],
  "mixed divisors": [
    "a covariance with one divisor over standard deviations with the other: n and n − 1 must not be mixed",
    "ковариация мен стандартты ауытқудың бөлгіштері әртүрлі: n мен n − 1-ді араластыруға болмайды",
    "ковариация с одним делителем, а стандартные отклонения с другим: n и n − 1 смешивать нельзя",
  ],
  squared: [
    "the square, which is the share of variance explained; the correlation is its root",
    "квадраты, яғни түсіндірілген дисперсия үлесі; корреляция – оның түбірі",
    "квадрат, то есть доля объяснённой дисперсии; корреляция – его корень",
  ],
  spearman: [
    "Spearman's correlation of ranks; Pearson's, of the values, is asked",
    "Спирменнің рангтік корреляциясы; ал сұралғаны – мәндер бойынша Пирсондікі",
    "ранговая корреляция Спирмена, а нужна корреляция Пирсона по значениям",
  ],
  kendall: [
    "Kendall's correlation of ranks; Pearson's, of the values, is asked",
    "Кендаллдың рангтік корреляциясы; ал сұралғаны – мәндер бойынша Пирсондікі",
    "ранговая корреляция Кендалла, а нужна корреляция Пирсона по значениям",
  ],
  slope: ["the slope", "көлбеу коэффициенті", "угловой коэффициент"],
  "other end": ["the other end of the range", "аралықтың екінші шеті", "другой конец диапазона"],
  product: [
    "the product alone: the root tells how far one may go to either side of it",
    "тек көбейтінді: түбір одан екі жаққа қаншалықты ауытқуға болатынын көрсетеді",
    "только произведение: корень показывает, как далеко можно отойти от него в обе стороны",
  ],
  "not squared": [
    "a root in which the correlations were not squared",
    "корреляциялары квадратталмаған түбір",
    "корень, в котором корреляции не возведены в квадрат",
  ],
  "no root": [
    "the formula with its root left out",
    "түбірі қалып қойған формула",
    "формула, в которой пропущен корень",
  ],
  tolerance: [
    "the tolerance, the share that the others leave unexplained; inflation is one over it",
    "толеранттылық, яғни қалғандары түсіндірмеген үлес; дисперсияның ұлғаю коэффициенті – оған кері шама",
    "толерантность – доля, не объяснённая остальными; инфляция – обратная к ней величина",
  ],
  "R squared": [
    "the R² of the regression on the other components, before it is turned into an inflation",
    "басқа құрамдас бөліктерге регрессияның R² мәні, ол әлі дисперсияның ұлғаю коэффициентіне айналдырылмаған",
    "R² регрессии на другие составляющие, ещё не превращённый в инфляцию",
  ],
  pair: [
    "the inflation from one of the other components only",
    "басқа құрамдас бөліктердің біреуінен ғана алынған ұлғаю коэффициенті",
    "инфляция, вычисленная только по одной из других составляющих",
  ],
  "with the index": [
    "a regression with the index itself among the explaining columns; it is what is to be explained",
    "түсіндіретін бағандар арасында индекстің өзі бар регрессия; ал түсіндірілетін – сол индекс",
    "регрессия, где среди объясняющих столбцов сам индекс, а он и должен объясняться",
  ],
  dependent: [
    "a regression with another column explained: the dependent variable was exchanged",
    "басқа баған түсіндірілген регрессия: тәуелді айнымалы ауысып кеткен",
    "регрессия, где объясняется другой столбец: перепутана зависимая переменная",
  ],
  adjusted: [
    "the adjusted R²; the plain one is asked",
    "түзетілген R²; ал сұралғаны – жай R²",
    "скорректированный R², а нужен обычный",
  ],
  "all editions": [
    "the right method over other editions than the question names: too many",
    "сұрақта аталғаннан көп шығарылым бойынша дұрыс әдіс",
    "верный метод, но выпусков взято больше, чем названо в вопросе",
  ],
  "fewer editions": [
    "the right method over other editions than the question names: too few",
    "сұрақта аталғаннан аз шығарылым бойынша дұрыс әдіс",
    "верный метод, но выпусков взято меньше, чем названо в вопросе",
  ],
  "first left out": [
    "the series without its first editions; the last ones are to be left out",
    "алғашқы шығарылымдары алынып тасталған қатар; ал соңғыларын алып тастау керек",
    "ряд без первых выпусков, а исключить нужно последние",
  ],
  mean: ["a mean, where a total is asked", "орташа мән, ал сұралғаны – қосынды", "среднее, а нужна сумма"],
  total: [
    "a total: it has to be divided by the number of editions in its window",
    "қосынды: оны терезедегі шығарылымдар санына бөлу керек",
    "сумма: её нужно разделить на число выпусков в окне",
  ],
  trailing: [
    "a window that ends at the edition; a centred one reaches as far to both sides",
    "шығарылымда аяқталатын терезе; орталықтандырылғані екі жаққа бірдей созылады",
    "окно, которое заканчивается на этом выпуске; центрированное простирается в обе стороны поровну",
  ],
  leading: [
    "a window that begins at the edition; a centred one reaches as far to both sides",
    "шығарылымнан басталатын терезе; орталықтандырылғані екі жаққа бірдей созылады",
    "окно, которое начинается с этого выпуска; центрированное простирается в обе стороны поровну",
  ],
  width: [
    "the right method with a window of another width",
    "терезесінің ені басқа дұрыс әдіс",
    "верный метод с окном другой ширины",
  ],
  divisor: [
    "a total divided by another number than its window has editions",
    "терезедегі шығарылымдар санынан басқа санға бөлінген қосынды",
    "сумма, делённая не на число выпусков в окне",
  ],
  "fence posts": [
    "the number of steps that the window can make; it stands somewhere before its first step too",
    "терезе жасай алатын қадамдар саны; бірінші қадамға дейін де ол бір орында тұрады",
    "число шагов окна; но и до первого шага оно где-то стоит",
  ],
  "every edition": [
    "one window per edition, the incomplete ones at the ends too",
    "әр шығарылымға бір терезеден, шеттегі толық еместері де",
    "по окну на каждый выпуск, включая неполные по краям",
  ],
  "gaps dropped": [
    "the means alone: without the empty places they no longer stand beside their editions",
    "тек орташалар: бос орындарсыз олар өз шығарылымдарының тұсында тұрмайды",
    "только средние: без пустых мест они уже не стоят напротив своих выпусков",
  ],
  positions: [
    "a line through the points numbered from one, as the figure's axis has it; T belongs to the editions",
    "нүктелері бірден бастап нөмірленген сызық (сурет осіндегідей); ал T шығарылымдарға тиесілі",
    "линия по точкам, пронумерованным с единицы, как на оси рисунка; T относится к выпускам",
  ],
  "calendar years": [
    "a line on calendar years; T numbers the editions",
    "күнтізбелік жылдарға салынған сызық; ал T шығарылымдарды нөмірлейді",
    "линия по календарным годам, а T нумерует выпуски",
  ],
  "edition numbers": [
    "a line on the numbers of the editions; calendar years are asked",
    "шығарылымдардың нөмірлері бойынша сызық; ал сұралғаны – күнтізбелік жылдар",
    "линия по номерам выпусков, а нужны календарные годы",
  ],
  "axes exchanged": [
    "a line with the axes exchanged: the totals are to be explained by time",
    "осьтері ауысқан сызық: уақыт арқылы қосындылар түсіндірілуі керек",
    "линия с перепутанными осями: время должно объяснять суммы",
  ],
  average: [
    "a result divided by five: the figure has totals",
    "беске бөлінген нәтиже: суретте – қосындылар",
    "результат, делённый на пять: на рисунке суммы",
  ],
  step: ["the forecast for another edition", "басқа шығарылымға болжам", "прогноз для другого выпуска"],
  smoothed: [
    "the R² of moving totals; the unsmoothed series is asked",
    "жылжымалы қосындылардың R² мәні; ал сұралғаны – тегістелмеген қатар",
    "R² для скользящих сумм, а нужен несглаженный ряд",
  ],
  root: [
    "the correlation, which is the root of R²",
    "корреляция, яғни R² түбірі",
    "корреляция, то есть корень из R²",
  ],
  unexplained: [
    "the share that the line leaves unexplained",
    "сызық түсіндірмеген үлес",
    "доля, которую линия не объясняет",
  ],
  "whole width": [
    "the whole width of the interval, from end to end",
    "аралықтың бір шетінен екінші шетіне дейінгі толық ені",
    "вся ширина интервала, от конца до конца",
  ],
  "half width": [
    "half the width, from the middle to one end",
    "ортасынан бір шетіне дейінгі жарты ен",
    "половина ширины, от середины до края",
  ],
  normal: [
    "the normal distribution's factor; so few points call for Student's t",
    "қалыпты үлестірім коэффициенті; нүкте мұндай аз болғанда Стьюденттің t коэффициенті керек",
    "множитель нормального распределения; при столь малом числе точек нужен t Стьюдента",
  ],
  "line only": [
    "the interval for the line itself; a new observation scatters around the line as well",
    "сызықтың өзіне арналған аралық; жаңа бақылау сызық маңында да шашырайды",
    "интервал для самой линии; новое наблюдение ещё и рассеивается вокруг неё",
  ],
  "residual only": [
    "t times the residual standard error: that the line itself is uncertain is left out",
    "қалдықтардың стандартты қатесінің t-ге көбейтіндісі: сызықтың өзінің белгісіздігі ескерілмеген",
    "t, умноженное на стандартную ошибку регрессии: неопределённость самой линии не учтена",
  ],
  "standard error": [
    "the standard error, before it is multiplied by Student's t",
    "Стьюденттің t мәніне әлі көбейтілмеген стандартты қате",
    "стандартная ошибка, ещё не умноженная на t Стьюдента",
  ],
  yearly: [
    "one year a step: the editions come every second year",
    "бір қадамға бір жыл: шығарылымдар екі жылда бір шығады",
    "год на шаг: выпуски выходят раз в два года",
  ],
  "one step": [
    "one step too few or too many: count from the place of the last edition",
    "бір қадам артық не кем: соңғы шығарылымның орнынан санаңыз",
    "на шаг больше или меньше: считайте от места последнего выпуска",
  ],
  "another edition": [
    "the right method from another edition",
    "басқа шығарылымнан бастап қолданылған дұрыс әдіс",
    "верный метод, но от другого выпуска",
  ],
  "a rank": [
    "a rank, where the difference of two is asked",
    "орын, ал сұралғаны – екі орынның айырмасы",
    "место, а нужна разность двух мест",
  ],
  outside: [
    "the count of the others, those for which it does not hold",
    "қалғандарының, яғни шарт орындалмайтындарының саны",
    "число остальных, для которых условие не выполнено",
  ],
  all: ["the count of all of them", "барлығының саны", "общее число"],
  "added up": [
    "probabilities added up, as if two matches could not happen together",
    "екі сәйкестік қатар бола алмайтындай қосылған ықтималдықтар",
    "сложенные вероятности, как будто два совпадения не могут случиться вместе",
  ],
  poisson: [
    "Poisson's approximation; the exact probability is asked",
    "Пуассон жуықтауы; ал сұралғаны – дәл ықтималдық",
    "приближение Пуассона, а нужна точная вероятность",
  ],
  single: [
    "the probability for a single draw",
    "бір ғана таңдаудың ықтималдығы",
    "вероятность для одного извлечения",
  ],
  none: [
    "the probability that none of them matches",
    "ешқайсысы сәйкес келмейтін ықтималдық",
    "вероятность того, что не совпадёт ни одно",
  ],
  "every one": [
    "the probability that all of them match",
    "барлығы сәйкес келетін ықтималдық",
    "вероятность того, что совпадут все",
  ],
  "exactly one": [
    "the probability of exactly one match; several are “at least one” too",
    "дәл бір сәйкестіктің ықтималдығы; бірнешеуі де «кемінде біреу» болады",
    "вероятность ровно одного совпадения; несколько – тоже «хотя бы одно»",
  ],
  "whole unit": [
    "a whole unit of the last digit, where half a unit is enough",
    "соңғы таңбаның толық бірлігі, ал жарты бірлік жеткілікті",
    "целая единица последнего знака, а достаточно половины",
  ],
  "upper end": [
    "the other end of the rounding interval",
    "дөңгелектеу аралығының екінші шеті",
    "другой конец интервала округления",
  ],
  "no interval": [
    "a comparison without the rounding of the inputs: each printed number stands for an interval",
    "бастапқы сандардың дөңгелектелуі ескерілмеген салыстыру: әр басылған сан – аралық",
    "сравнение без учёта округления исходных чисел: каждое напечатанное число – это интервал",
  ],
  count: ["a count, where a share is asked", "сан, ал сұралғаны – үлес", "число, а нужна доля"],
  "one column": [
    "one column only, where the whole table is asked",
    "тек бір баған, ал сұралғаны – бүкіл кесте",
    "только один столбец, а нужна вся таблица",
  ],
  squares: [
    "the root of the mean square, which weighs large misses more",
    "орташа квадраттың түбірі: ол үлкен қателерге көбірек салмақ береді",
    "корень из среднего квадрата, который сильнее учитывает крупные промахи",
  ],
  median: [
    "the median, where the mean is asked",
    "медиана, ал сұралғаны – орташа",
    "медиана, а нужно среднее",
  ],
  "year not held": [
    "the plain correlation, in which the common climb is still contained",
    "жай корреляция: ортақ өсу әлі ішінде",
    "обычная корреляция, в которой ещё содержится общий подъём",
  ],
  numerator: [
    "the numerator alone: it is still to be divided by the roots of what the year leaves unexplained",
    "тек алымы: оны әлі жыл түсіндірмеген бөліктердің түбірлеріне бөлу керек",
    "только числитель: его ещё нужно разделить на корни из того, что год не объясняет",
  ],
  differences: [
    "the correlation of the changes; the year is to be held constant instead",
    "өзгерістердің корреляциясы; ал мұнда жылды тұрақты деп алу керек",
    "корреляция приростов, а нужно зафиксировать год",
  ],
  naive: [
    "the last value, without any change",
    "еш өзгеріссіз соңғы мән",
    "последнее значение без изменения",
  ],
  "one year": ["the forecast for a year too early", "бір жыл ерте болжам", "прогноз на год раньше"],
  trend: [
    "the straight line of least squares",
    "ең кіші квадраттар әдісінің түзуі",
    "прямая метода наименьших квадратов",
  ],
  "ten editions": [
    "the paper's ten editions; earlier ones are published too and are asked",
    "мақаланың он шығарылымы; ал бұдан ертерек жарияланғандары да керек",
    "десять выпусков статьи; нужны и более ранние опубликованные",
  ],
  "last change": [
    "a drift from the last step alone; the mean over the whole span is asked",
    "тек соңғы қадамнан алынған дрейф; ал сұралғаны – бүкіл аралықтағы орташа",
    "дрейф только по последнему шагу, а нужно среднее за весь срок",
  ],
  country: [
    "the right method for another country",
    "басқа елге қолданылған дұрыс әдіс",
    "верный метод, но для другой страны",
  ],
  relative: [
    "the largest in relative terms; the gain is a difference",
    "салыстырмалы түрде ең үлкені; ал сұралған өсім – айырма",
    "наибольшее в относительном выражении; прирост – это разность",
  ],
  "level today": [
    "the country with the highest index today",
    "бүгінгі индексі ең жоғары ел",
    "страна с наибольшим индексом сегодня",
  ],
  start: ["the country that began lowest", "ең төменнен бастаған ел", "страна, начавшая ниже всех"],
  "not turned back": [
    "the line's value on the scale of the logarithm: turn it back",
    "сызықтың логарифм шкаласындағы мәні: оны кері түрлендіріңіз",
    "значение линии в шкале логарифма: преобразуйте его обратно",
  ],
  "exponential only": [
    "the odds: the exponential was taken, but the odds were not turned into an index",
    "мүмкіндіктер қатынасы: экспонента алынған, бірақ индекске айналдырылмаған",
    "шансы: экспонента взята, но к индексу не вернулись",
  ],
  "log only": [
    "a line through the plain logarithm of the index, not of its odds",
    "мүмкіндіктер қатынасының емес, индекстің жай логарифмінің сызығы",
    "линия по логарифму самого индекса, а не его шансов",
  ],
  "later edition": [
    "the edition after the one that is asked",
    "сұралғаннан кейінгі шығарылым",
    "выпуск, следующий за нужным",
  ],
  "dense ranks": [
    "ranks that count places, not countries (dense ranking)",
    "елдерді емес, орындарды санайтын ранжирлеу (тығыз)",
    "ранги, которые считают места, а не страны (плотное ранжирование)",
  ],
  unmatched: [
    "rows compared by their place, not by their year",
    "жылы бойынша емес, реті бойынша салыстырылған жолдар",
    "строки, сопоставленные по порядку, а не по году",
  ],
  "one interval": [
    "an end of one interval alone: the value has to lie in both",
    "тек бір аралықтың шеті: мән екеуінде де жатуы керек",
    "край только одного интервала: значение должно лежать в обоих",
  ],
  "per step": [
    "changes counted per edition, without regard to the years between",
    "арадағы жылдар ескерілмей, шығарылымға шаққандағы өзгерістер",
    "изменения за выпуск без учёта лет между выпусками",
  ],
  "not over N": [
    "the rank alone: ranks among different numbers of economies are compared by their share",
    "тек орын: ел саны әртүрлі болғанда орындар үлес арқылы салыстырылады",
    "только место: места среди разного числа стран сравнивают по доле",
  ],
  "one field size": [
    "both ranks over one number of economies; each edition has its own",
    "екі орын да бір ел санына бөлінген; әр шығарылымда ел саны әртүрлі",
    "оба места отнесены к одному числу стран, а у каждого выпуска оно своё",
  ],
  "index mixed": [
    "a comparison with the last edition, which is another index",
    "басқа индекс болып табылатын соңғы шығарылыммен салыстыру",
    "сравнение с последним выпуском, а это другой индекс",
  ],
  "rows exchanged": [
    "the row under the exchanged heading",
    "тақырыбы ауысқан жол",
    "строка под перепутанным заголовком",
  ],
  "width of r": [
    "the width for r itself; its square is asked",
    "r-дің өзінің ені; ал сұралғаны – квадратының ені",
    "ширина для самого r, а нужна для его квадрата",
  ],
  "square of width": [
    "the square of the width; each end is to be squared by itself",
    "еннің квадраты; әр шетін жеке квадраттау керек",
    "квадрат ширины; возводить в квадрат нужно каждый конец отдельно",
  ],
} as const satisfies Record<string, Words>;

export type MistakeKey = keyof typeof MISTAKES;
