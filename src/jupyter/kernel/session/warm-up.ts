import { createRequire } from "node:module";
import { join } from "node:path";
import type { Engine } from "./engine.js";

const OWN = "egov-kz";

/**
 * Reads in advance what is likely to be needed, while the user reads or types: the types of the helper module, where the
 * folder has it installed, of danfo what that loads, and what a first completion needs. The module itself runs
 * when a cell imports it: cells before that one may have set what it heeds. A step at a time, so that a cell that comes
 * meanwhile waits for one.
 */
export class WarmUp {
  /** Each after how long nothing may have been asked for: a runner sends its first cell at once. */
  readonly #steps: [number, () => void][];
  #waiting: NodeJS.Timeout | undefined;

  readonly #own: (work: () => void) => void;

  /** @param own does work among JavaScript's own objects as they were before the first cell */
  constructor(engine: Engine, folder: string, own: (work: () => void) => void) {
    this.#own = own;
    const place = () => createRequire(join(folder, "cell.js")).resolve(OWN);
    const source = `import * as own from "${OWN}";`;
    this.#steps = [
      [250, () => engine.warmUp(place() && source)],
      [0, () => void createRequire(place())("danfojs-node/dist/danfojs-base/index.js")],
      [500, () => engine.warmUpQuestions("")],
      [0, () => engine.warmUpQuestions(`${source}\nown.`)],
    ];
    this.resume();
  }

  /** Something is asked for; of what a first cell needs, nothing is read in advance from then on. */
  pause(isCell: boolean): void {
    clearTimeout(this.#waiting);
    if (isCell) this.#steps.splice(0, this.#steps.length - 2);
  }

  resume(): void {
    const [step] = this.#steps;
    if (!step) return;
    const [milliseconds, work] = step;
    const go = (): void => {
      this.#steps.shift();
      try {
        work();
      } catch {
        // A cell that imports what is not there, or broken, says so.
      }
      this.resume();
    };
    this.#waiting = setTimeout(() => this.#own(go), milliseconds).unref();
  }
}
