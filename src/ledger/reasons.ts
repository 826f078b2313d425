import { getLanguage } from "../base/language.js";

/** A figure with the present language's decimal mark. */
export function marked(figure: string): string {
  return getLanguage() === "en" ? figure : figure.replace(/(\d)\.(\d)/g, "$1,$2");
}

/** A probability in per cent, two digits; the model behind it is a convention and no finer than 0.1 %. */
export function percent(share: number): string {
  if (share < 0.001) return marked("< 0.1 %");
  return marked(`${Number((100 * share).toPrecision(2))} %`);
}
