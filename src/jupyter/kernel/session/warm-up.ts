import { createRequire } from "node:module";
import { join } from "node:path";
import type { Engine } from "./engine.js";

const OWN = "egov-kz";

/** How long nothing may have been asked for: a runner sends its first cell at once. */
const IDLE_MS = 250;

/**
 * Reads in advance what a first cell is likely to import, while its user still reads: the helper module, where the
 * folder has it installed. Types and code in two turns, so that a cell that comes meanwhile waits for one of them.
 * @returns to be called when a cell has come: nothing is read in advance then
 */
export function warmUp(engine: Engine, folder: string): () => void {
  const require = createRequire(join(folder, "cell.js"));
  const works = [() => engine.warmUp(`import * as own from "${OWN}";`), () => void require(OWN)];
  const next = (): void => {
    try {
      require.resolve(OWN);
      works.shift()?.();
    } catch {
      return; // a cell that imports it says why
    }
    if (works.length > 0) waiting = setTimeout(next).unref();
  };
  let waiting = setTimeout(next, IDLE_MS).unref();
  return () => clearTimeout(waiting);
}
