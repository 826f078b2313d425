import { randomUUID } from "node:crypto";
import { getLanguage, label, translated } from "../base/language.js";
import { displayUpdatable } from "./display.js";

const far = translated({
  en: (done: string, total: string, what: string) => `${done} of ${total} ${what}`,
  kk: (done: string, total: string, what: string) => `${what}: ${done} / ${total}`,
  ru: (done: string, total: string, what: string) => `${what}: ${done} / ${total}`,
});

/**
 * How far a long computation is, in one line of the cell that is written over as it goes on; silent elsewhere.
 * @param what is being counted, such as "permutations"
 * @returns to be passed as `onProgress`
 * @example await permutationTest(x, y, { onProgress: progress("shuffles") });
 */
export function progress(what: string): (done: number, total: number) => void {
  const id = randomUUID();
  let shown = false;
  return (done, total) => {
    const count = (number: number) => number.toLocaleString(getLanguage());
    displayUpdatable({ "text/plain": far()(count(done), count(total), label(what)) }, id, shown);
    shown = true;
  };
}
