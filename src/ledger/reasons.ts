import { getLanguage, translated } from "../base/language.js";

/** Every sentence of a reason, in every language. Figures come in with the language's decimal mark. */
export const sentences = translated({
  en: {
    value: (formula: string, value: string) => `${formula} = ${value}`,
    agrees: (said: string) => `${said}.`,
    off: (said: string, printed: string, difference: string) =>
      `${said}; ${printed} is printed (difference ${difference}).`,
    otherText: (said: string, printed: string) => `${said}; ${printed} is printed.`,
    prints: (where: string, printed: string) => `${where} prints ${printed}`,
    published: (formula: string, value: string) => `Published: ${formula} = ${value}`,
    holds: (formula: string, detail: string) => `${formula} holds (${detail}).`,
    fails: (formula: string, detail: string) => `${formula} does not hold (${detail}).`,
    open: (formula: string, detail: string) => `Rounding allows both answers to ${formula} (${detail}).`,
    missing: (what: string) => `No figure was found for ${what}.`,
    nothing: (what: string) => `${what} has no value there.`,
    early: (formula: string, value: string) => `with the printed intermediate results ${formula} = ${value}`,
    convention: (what: string) => `It is right by another convention: ${what}.`,
    instead: (what: string) => `What is printed is ${what}.`,
    scale: (printed: string, scale: string) =>
      `The named quantity can only be ${scale}, and ${printed} lies outside: it is a number on another scale.`,
    equals: (what: string, looked: number, chance: string) =>
      `it equals ${what}; among the ${looked} different figures looked at chance shows such a match with probability ${chance}`,
    noOther: "no other figure looked at equals it",
    law: (law: string, detail: string) => `${law} cannot hold of the printed numbers (${detail}).`,
    repairOne: (cell: string, range: string) =>
      `Of the numbers that it ties together only ${cell} could set it right alone, with a value of ${range}.`,
    repairMany: (list: string) =>
      `Which of them is off the paper alone cannot tell; each could set it right alone: ${list}.`,
    repairNone: "No single one of them could set it right alone.",
    conditions: "No data can give the numbers as they are, if all were computed from the same observations.",
    reading: (name: string, verdict: string, reason: string) => `Read as “${name}”: ${verdict}. ${reason}`,
    joint: (matching: number, of: number) =>
      `${matching} of the ${of} numbers of this column that differ match so`,
  },
  kk: {
    value: (formula: string, value: string) => `${formula} = ${value}`,
    agrees: (said: string) => `${said}.`,
    off: (said: string, printed: string, difference: string) =>
      `${said}; мақалада ${printed} (айырма ${difference}).`,
    otherText: (said: string, printed: string) => `${said}; мақалада ${printed}.`,
    prints: (where: string, printed: string) => `${where} бойынша ${printed}`,
    published: (formula: string, value: string) => `Жарияланған: ${formula} = ${value}`,
    holds: (formula: string, detail: string) => `${formula} орындалады (${detail}).`,
    fails: (formula: string, detail: string) => `${formula} орындалмайды (${detail}).`,
    open: (formula: string, detail: string) =>
      `Дөңгелектеу ${formula} үшін екі жауапқа да жол береді (${detail}).`,
    missing: (what: string) => `${what} үшін дерек табылмады.`,
    nothing: (what: string) => `${what} үшін ол жерде мән жоқ.`,
    early: (formula: string, value: string) => `мақалада басылған аралық нәтижелермен ${formula} = ${value}`,
    convention: (what: string) => `Басқа есептеу тәртібі бойынша дұрыс: ${what}.`,
    instead: (what: string) => `Басылғаны – ${what}.`,
    scale: (printed: string, scale: string) =>
      `Аталған шама тек ${scale} аралығында бола алады, ал ${printed} одан тыс: бұл – басқа шкаладағы сан.`,
    equals: (what: string, looked: number, chance: string) =>
      `ол ${what} мәніне тең; қаралған ${looked} түрлі көрсеткіш арасында мұндай сәйкестіктің кездейсоқ болу ықтималдығы – ${chance}`,
    noOther: "қаралған басқа көрсеткіштердің ешқайсысына тең емес",
    law: (law: string, detail: string) => `Басылған сандар ${law} шартын қанағаттандыра алмайды (${detail}).`,
    repairOne: (cell: string, range: string) =>
      `Өзара байланысқан сандардың ішінде тек ${cell} жалғыз өзі түзете алады, мәні ${range} болса.`,
    repairMany: (list: string) =>
      `Қайсысының қате екенін мақаланың өзінен айту мүмкін емес; әрқайсысы жалғыз өзі түзете алады: ${list}.`,
    repairNone: "Олардың бірде-бірі жалғыз өзі түзете алмайды.",
    conditions: "Барлық сандар бірдей бақылаулардан есептелсе, ешқандай деректен бұл сандар шықпайды.",
    reading: (name: string, verdict: string, reason: string) => `«${name}» деп оқылса: ${verdict}. ${reason}`,
    joint: (matching: number, of: number) =>
      `осы бағандағы өзгеше сандар: ${of}, соның осылай сәйкес келетіні: ${matching}`,
  },
  ru: {
    value: (formula: string, value: string) => `${formula} = ${value}`,
    agrees: (said: string) => `${said}.`,
    off: (said: string, printed: string, difference: string) =>
      `${said}; в статье ${printed} (разность ${difference}).`,
    otherText: (said: string, printed: string) => `${said}; в статье ${printed}.`,
    prints: (where: string, printed: string) => `${where}: ${printed}`,
    published: (formula: string, value: string) => `Опубликовано: ${formula} = ${value}`,
    holds: (formula: string, detail: string) => `${formula} выполняется (${detail}).`,
    fails: (formula: string, detail: string) => `${formula} не выполняется (${detail}).`,
    open: (formula: string, detail: string) => `Округление допускает оба ответа на ${formula} (${detail}).`,
    missing: (what: string) => `Для ${what} данные не найдены.`,
    nothing: (what: string) => `Для ${what} значения там нет.`,
    early: (formula: string, value: string) =>
      `с напечатанными промежуточными результатами ${formula} = ${value}`,
    convention: (what: string) => `Верно по другому правилу счёта: ${what}.`,
    instead: (what: string) => `Напечатано ${what}.`,
    scale: (printed: string, scale: string) =>
      `Названная величина может принимать только значения ${scale}, а ${printed} в эти пределы не входит: это число в другой шкале.`,
    equals: (what: string, looked: number, chance: string) =>
      `оно равно ${what}; вероятность, что такое совпадение случайно (различных просмотренных чисел: ${looked}), – ${chance}`,
    noOther: "с другими просмотренными числами оно не совпадает",
    law: (law: string, detail: string) =>
      `При напечатанных числах условие ${law} выполняться не может (${detail}).`,
    repairOne: (cell: string, range: string) =>
      `Достаточно было бы заменить одно лишь ${cell} (на ${range}); замена любого другого из этих чисел ничего бы не дала.`,
    repairMany: (list: string) =>
      `Какое из них неверно, по самой статье не установить; достаточно было бы заменить любое одно: ${list}.`,
    repairNone: "Заменить какое-нибудь одно из них недостаточно.",
    conditions: "Никакие данные не дают этих чисел, если все они вычислены по одним и тем же наблюдениям.",
    reading: (name: string, verdict: string, reason: string) =>
      `При прочтении «${name}»: ${verdict}. ${reason}`,
    joint: (matching: number, of: number) =>
      `так совпадают ${matching} из ${of} отличающихся чисел этого столбца`,
  },
});

/** A figure with the present language's decimal mark. */
export function marked(figure: string): string {
  return getLanguage() === "en" ? figure : figure.replace(/(\d)\.(\d)/g, "$1,$2");
}

/** A probability in per cent, two digits; the model behind it is a convention and no finer than 0.1 %. */
export function percent(share: number): string {
  if (share < 0.001) return marked("< 0.1 %");
  return marked(`${Number((100 * share).toPrecision(2))} %`);
}
