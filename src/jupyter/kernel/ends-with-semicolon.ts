import { parseCell } from "./parse-cell.js";

/** True of code whose last value is not to be shown: its last statement ends with a semicolon, as in IPython. */
export function endsWithSemicolon(code: string): boolean {
  const last = parseCell(code).statements.at(-1);
  return last !== undefined && code[last.end - 1] === ";";
}
