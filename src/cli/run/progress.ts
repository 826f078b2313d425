/** One line per running notebook on a terminal, and one per finished notebook everywhere. */
import type { NotebookRun } from "../../jupyter/run/run-notebook.js";
import {
  cellsOk,
  describeCutOff,
  describeFailure,
  describeLookedPast,
  describeRaisedNothing,
  shortPath,
} from "./describe.js";

interface Running {
  path: string;
  started: number;
  done: number;
  total: number;
}

const REDRAW_MS = 200;

export interface Progress {
  update(index: number, path: string, done: number, total: number): void;
  done(index: number, run: NotebookRun): void;
  line(text: string): void;
  stop(): void;
}

export function showProgress(output: NodeJS.WriteStream): Progress {
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
    update(index, path, done, total) {
      running.set(index, { path, done, total, started: running.get(index)?.started ?? Date.now() });
    },
    done(index, run) {
      running.delete(index);
      const lines = [
        finishedLine(run),
        ...run.failures.map(describeFailure),
        ...describeLookedPast(run),
        ...describeRaisedNothing(run),
        ...describeCutOff(run),
      ];
      redraw(lines.map((line) => `${line}\n`).join(""));
    },
    line: (text) => redraw(`${text}\n`),
    stop: () => clearInterval(timer),
  };
}

/** Never wider than the terminal, which may not know its width: a wrapped line could not be drawn over. */
function runningLine({ path, started, done, total }: Running, columns: number): string {
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  return `  …     ${shortPath(path)}  cell ${Math.min(done + 1, total)}/${total}  ${seconds} s`.slice(
    0,
    (columns || 80) - 1,
  );
}

function finishedLine(run: NotebookRun): string {
  const cells = `${cellsOk(run)} cells`;
  return `${run.ok ? "ok    " : "FAILED"}  ${shortPath(run.path)}  ${cells}  ${run.seconds.toFixed(1)} s`;
}
