import { createRequire } from "node:module";
import { join } from "node:path";
import type { Engine } from "./engine.js";

const OWN = "egov-kz";

/**
 * Loads in advance what is likely to be needed, while the user reads or types: the types of the helper module, if the
 * folder has it installed, the parts of danfo that it loads, and what a first completion needs. The module itself runs
 * when a cell imports it: earlier cells may have made settings for it. Loading goes step by step, so that a cell that
 * arrives meanwhile waits for one step.
 *
 * @param own does work among JavaScript's own objects as they were before the first cell
 */
export function warmUp(engine: Engine, folder: string, own: (work: () => void) => void) {
  const place = () => createRequire(join(folder, "cell.js")).resolve(OWN);
  const source = `import * as own from "${OWN}";`;
  /** Each with the time without requests before it: a runner sends its first cell at once. */
  const steps: [milliseconds: number, work: () => void][] = [
    [250, () => engine.warmUp((compiler) => compiler.warmUp(place() && source))],
    [0, () => void createRequire(place())("danfojs-node/dist/danfojs-base/index.js")],
    [500, () => engine.warmUp((compiler) => compiler.warmUpQuestions(""))],
    [0, () => engine.warmUp((compiler) => compiler.warmUpQuestions(`${source}\nown.`))],
  ];
  let waiting: NodeJS.Timeout | undefined;
  const next = (): void => {
    try {
      steps.shift()?.[1]();
    } catch {
      // A cell that imports what is not there, or broken, says so.
    }
    resume();
  };
  function resume(): void {
    if (steps[0]) waiting = setTimeout(() => own(next), steps[0][0]).unref();
  }
  /** A request has arrived; after a cell, nothing that a first cell needs is loaded in advance. */
  function pause(isCell: boolean): void {
    clearTimeout(waiting);
    if (isCell) steps.splice(0, steps.length - 2);
  }
  resume();
  return { pause, resume };
}
