import { createRequire } from "node:module";
import { join } from "node:path";
import type { Engine } from "./engine.js";

const OWN = "egov-kz";

/** How long nothing may have been asked for: a runner sends its first cell at once. */
const IDLE_MS = 250;

/**
 * Reads in advance what a first cell is likely to need, while its user still reads: the types of the helper module, where
 * the folder has it installed, and danfo, which takes most of its time. The module itself runs when a cell imports it:
 * cells before that one may have set what it heeds. In two turns, so that a cell that comes meanwhile waits for one.
 * @returns to be called when a cell has come: nothing is read in advance then
 */
export function warmUp(engine: Engine, folder: string): () => void {
  let waiting: NodeJS.Timeout | undefined;
  const later = (work: () => void, milliseconds = 0): void => {
    waiting = setTimeout(() => {
      try {
        work();
      } catch {
        // A cell that imports what is not there, or broken, says so.
      }
    }, milliseconds).unref();
  };
  later(() => {
    const own = createRequire(join(folder, "cell.js")).resolve(OWN);
    engine.warmUp(`import * as own from "${OWN}";`);
    later(() => void createRequire(own)("danfojs-node"));
  }, IDLE_MS);
  return () => clearTimeout(waiting);
}
