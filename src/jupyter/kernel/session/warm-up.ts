import { createRequire } from "node:module";
import { join } from "node:path";
import type { Engine } from "./engine.js";

const OWN = "egov-kz";

/**
 * Reads in advance what is likely to be needed, while the user reads or types: the types of the helper module, where the
 * folder has it installed, of danfo what that loads, and what a first completion needs. The module itself runs
 * when a cell imports it: cells before that one may have set what it heeds. A step at a time, so that a cell that comes
 * meanwhile waits for one.
 *
 * @param own does work among JavaScript's own objects as they were before the first cell
 */
export function warmUp(engine: Engine, folder: string, own: (work: () => void) => void) {
  const place = () => createRequire(join(folder, "cell.js")).resolve(OWN);
  const source = `import * as own from "${OWN}";`;
  /** Each after how long nothing may have been asked for: a runner sends its first cell at once. */
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
  /** Something is asked for; of what a first cell needs, nothing is read in advance from then on. */
  function pause(isCell: boolean): void {
    clearTimeout(waiting);
    if (isCell) steps.splice(0, steps.length - 2);
  }
  resume();
  return { pause, resume };
}
