import { existsSync, watch } from "node:fs";
import { relative, sep } from "node:path";
import { plainText } from "../../base/escape.js";
import { text } from "../../base/text.js";
import { UsageError } from "../usage-error.js";

/** Editors write a file in several steps; changes within this many milliseconds count as one save. */
const PAUSE = 200;

/**
 * Calls `run` immediately and whenever a file in the folder is saved, except the report's own. Errors, as from a
 * half-typed file, are printed, and watching continues.
 *
 * @returns when the process is interrupted
 * @throws UsageError when the folder no longer exists
 */
export function watchFolder(folder: string, report: string, run: () => void): Promise<void> {
  const inside = relative(folder, report).split(sep)[0];
  let timer: NodeJS.Timeout | undefined;
  const safely = (): void => {
    try {
      run();
    } catch (error) {
      process.stderr.write(`egov-kz: ${plainText((error as Error).message)}\n`);
    }
    process.stdout.write(`Watching ${folder}; Ctrl-C ends.\n`);
  };
  safely();
  return new Promise((resolve, reject) => {
    const end = (how: () => void): void => {
      clearTimeout(timer);
      clearInterval(standing);
      watcher.close();
      how();
    };
    const standing = setInterval(() => {
      if (!existsSync(folder)) end(() => reject(new UsageError(text("audit.folderGone", { folder }))));
    }, 500);
    const watcher = watch(folder, { recursive: true }, (_event, name) => {
      if (name === null || name.split(sep)[0] === inside) return;
      clearTimeout(timer);
      timer = setTimeout(safely, PAUSE);
    });
    process.once("SIGINT", () => end(resolve));
  });
}
