import { randomUUID } from "node:crypto";
import { getLanguage } from "../base/language.js";
import { label, text } from "../base/text.js";
import { displayUpdatable } from "./display.js";

/**
 * The progress of a long computation, in one line of the cell's output that is overwritten; silent elsewhere.
 * @param what is being counted, such as "permutations"
 * @returns a function to pass as `onProgress`
 * @example await permutationTest(x, y, { onProgress: progress("shuffles") });
 */
export function progress(what: string): (done: number, total: number) => void {
  const id = randomUUID();
  let shown = false;
  return (done, total) => {
    const count = (number: number) => number.toLocaleString(getLanguage());
    displayUpdatable(
      { "text/plain": text("progress.done", { done: count(done), total: count(total), what: label(what) }) },
      id,
      shown,
    );
    shown = true;
  };
}
