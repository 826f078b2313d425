import type { Cell } from "./notebook-cells.js";

/** Prose without code, formulas, links and tags: what is left is read as words. */
export const words = (text: string): string =>
  text.replace(/\$\$[^]*?\$\$|\$[^$]*\$|```[^]*?```|`[^`]*`|\]\([^)]*\)|<[^>]*>/g, " ");

const DECIMAL = /(?<![\w.,])\d+(?:[.,]\d+(?:\s?%)?|\s?%)(?![\w]|[.,]\d)/g;

/**
 * The numbers of a lesson's prose that no output and no code above them shows: those with decimals, and per cents, which
 * an output may have as a fraction. An output may have more digits than the prose, and the sign is not looked at.
 */
export function unseenNumbers(lesson: readonly Cell[]): string[] {
  const seen: number[] = [];
  return lesson.flatMap(({ id, kind, source, output }) => {
    if (kind === "code") {
      seen.push(...numbersIn(source), ...numbersIn(output));
      return [];
    }
    return (words(source).match(DECIMAL) ?? [])
      .filter((written) => !seen.some((value) => shows(value, written)))
      .map((written) => `${id}: ${written}`);
  });
}

function shows(value: number, written: string): boolean {
  const text = written.replace(/\s?%$/, "").replace(",", ".");
  const half = 0.5 * 10 ** -(text.split(".")[1]?.length ?? 0) + 1e-9;
  const isIt = (found: number): boolean => Math.abs(found - Number(text)) <= half;
  return isIt(value) || (written.endsWith("%") && isIt(100 * value));
}

function numbersIn(text: string): number[] {
  // Differing digits stand in brackets: 0.[93]4.
  const found = text.replace(/[[\]]/g, "").match(/\d+(?:[.,]\d+)?(?:e[-+]?\d+)?/gi) ?? [];
  return found.map((number) => Number(number.replace(",", ".")));
}
