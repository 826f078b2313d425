import type { Words } from "./words.js";

/** What most notebooks' exercises stand on: a column of Table 3, whatever the lesson above has called it. */
export const TABLE3_INTRO: Words = [
  '`printedColumn("OSI")` is a column of Table 3 as a list of numbers, in the order of time. Its columns are "year", "EGDI", "OSI", "TII" and "HCI".',
  '`printedColumn("OSI")` – 3-кестенің бағаны, сандар тізімі, уақыт ретімен. Бағандары: "year", "EGDI", "OSI", "TII", "HCI".',
  '`printedColumn("OSI")` – столбец таблицы 3 в виде списка чисел, в порядке времени. Столбцы: "year", "EGDI", "OSI", "TII" и "HCI".',
];

/** @param names what else to import from the package */
export function table3Prelude(...names: string[]): string {
  const imported = ["check", "loadPaper", "toRecords", ...names].sort(byName).join(", ");
  return `import { ${imported} } from "egov-kz";

const printedColumn = (name: string) => toRecords(loadPaper().table3).map((row) => Number(row[name]));`;
}

export const PUBLISHED_INTRO: Words = [
  '`publishedColumn("HCI")` is a column of Kazakhstan\'s published figures, in the order of time; `publishedColumn("HCI", 2005)` begins with the paper\'s first edition, and a third argument names another country.',
  '`publishedColumn("HCI")` – Қазақстанның жарияланған деректерінің бағаны, уақыт ретімен; `publishedColumn("HCI", 2005)` мақаланың алғашқы шығарылымынан басталады, ал үшінші аргумент басқа елді атайды.',
  '`publishedColumn("HCI")` – столбец опубликованных данных Казахстана в порядке времени; `publishedColumn("HCI", 2005)` начинается с первого выпуска статьи, а третий аргумент называет другую страну.',
];

/** @param names what else to import from the package */
export function publishedPrelude(...names: string[]): string {
  const imported = ["check", "loadOfficial", "toRecords", ...names].sort(byName).join(", ");
  return `import { ${imported} } from "egov-kz";

const publishedColumn = (name: string, from = 2003, country = "Kazakhstan") =>
  toRecords(loadOfficial(country)).filter((row) => Number(row.year) >= from).map((row) => Number(row[name]));`;
}

function byName(a: string, b: string): number {
  return a.toLowerCase() < b.toLowerCase() ? -1 : 1;
}
