import { watch } from "node:fs";
import { relative, sep } from "node:path";

/** Editors write a file in several steps; what comes within this many milliseconds is one saving. */
const PAUSE = 200;

/**
 * Calls `run` at once and again whenever a file of the folder is saved, the report's own apart. An error is printed and
 * the next saving waited for: a file half typed is no reason to end.
 *
 * @returns when the process is interrupted
 */
export function watchFolder(folder: string, report: string, run: () => void): Promise<void> {
  const inside = relative(folder, report).split(sep)[0];
  let timer: NodeJS.Timeout | undefined;
  const safely = (): void => {
    try {
      run();
    } catch (error) {
      process.stderr.write(`egov-kz: ${(error as Error).message}\n`);
    }
    process.stdout.write(`Watching ${folder}; Ctrl-C ends.\n`);
  };
  safely();
  return new Promise((resolve) => {
    const watcher = watch(folder, { recursive: true }, (_event, name) => {
      if (name === null || name.split(sep)[0] === inside) return;
      clearTimeout(timer);
      timer = setTimeout(safely, PAUSE);
    });
    process.once("SIGINT", () => {
      clearTimeout(timer);
      watcher.close();
      resolve();
    });
  });
}
