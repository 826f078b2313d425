/** What files write for a value that is not there. Words such as "NA" and "none" can be values where a column holds text. */
const marks = [
  "",
  "-",
  "–",
  "—",
  "−",
  ".",
  "..",
  "...",
  "…",
  "n/a",
  "#n/a",
  "#na",
  "<na>",
  "н/д",
  "н.д.",
  "нет данных",
];
const words = ["na", "nan", "-nan", "null", "none", "нд", "жоқ", "деректер жоқ"];
const inText = new Set(marks);
const anywhere = new Set([...marks, ...words]);

/** Whether a cell of a column of numbers or dates is missing. */
export const isMissing = (cell: string): boolean => anywhere.has(cell.toLowerCase());

/** Whether a cell of a column of text is missing: "NA" is Namibia there. */
export const isMissingText = (cell: string): boolean => inText.has(cell.toLowerCase());
