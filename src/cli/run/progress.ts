/** One line per running notebook on a terminal, and one per finished notebook everywhere. */
import type { NotebookRun } from "../../jupyter/run/run-notebook.js";
import { describeRun, shortPath } from "./describe.js";

interface Running {
  path: string;
  started: number;
  done: number;
  total: number;
}

const REDRAW_MS = 200;

export function showProgress(output: NodeJS.WriteStream) {
  const running = new Map<number, Running>();
  let drawn = 0;
  const redraw = (above = "") => {
    const lines = output.isTTY ? [...running.values()].map((one) => runningLine(one, output.columns)) : [];
    const back = drawn > 0 ? `\x1b[${drawn}A\x1b[J` : "";
    drawn = lines.length;
    output.write(back + above + lines.map((line) => `${line}\n`).join(""));
  };
  const timer = output.isTTY ? setInterval(redraw, REDRAW_MS) : undefined;
  return {
    update(index: number, path: string, done: number, total: number): void {
      running.set(index, { path, done, total, started: running.get(index)?.started ?? Date.now() });
    },
    done(index: number, run: NotebookRun): void {
      running.delete(index);
      redraw(`${describeRun(run).join("\n")}\n`);
    },
    line: (text: string): void => redraw(`${text}\n`),
    stop: (): void => clearInterval(timer),
  };
}

/** Never wider than the terminal, which may not know its width: a wrapped line could not be overwritten. */
function runningLine({ path, started, done, total }: Running, columns: number): string {
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  return `  …     ${shortPath(path)}  cell ${Math.min(done + 1, total)}/${total}  ${seconds} s`.slice(
    0,
    (columns || 80) - 1,
  );
}
