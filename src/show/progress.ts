import { randomUUID } from "node:crypto";
import { getLanguage } from "../base/language.js";
import { label, text } from "../base/text.js";
import { displayUpdatable } from "./display.js";

/**
 * Shows the progress of a long computation in one line of the cell's output, which is overwritten; silent elsewhere.
 * @param what is counted, such as "permutations"
 * @returns a function to pass as `onProgress`
 * @example await permutationTest(x, y, { onProgress: progress("shuffles") });
 */
export function progress(what: string): (done: number, total: number) => void {
  const id = randomUUID();
  let shown = false;
  return (done, total) => {
    const count = (number: number) => number.toLocaleString(getLanguage());
    const said = text("progress.done", { done: count(done), total: count(total), what: label(what) });
    displayUpdatable({ "text/plain": said }, id, shown);
    shown = true;
  };
}
