/** Input that a cell asks its user for: by `prompt` and `confirm`, or by reading from standard input. */
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { Cell, Cells } from "./cells.js";
import type { Output } from "./output.js";
import type { Asker } from "../server/server.js";

/** How often a reader looks for a question on the line, and after how long it asks without one. */
const LOOK_MS = 20;
const WITHOUT_QUESTION_MS = 200;

/** Gives cells `prompt`, `confirm` and a standard input, all answered by their front end. */
export function captureStdin(cells: Cells, output: Output, asker: Asker): void {
  const prompt = (message = "", preset = "") => {
    const answer = ask("prompt", preset === "" ? `${message} ` : `${message} [${preset}] `);
    return answer === "" ? preset : answer;
  };
  const confirm = (message = "") => /^y/i.test(ask("confirm", `${message} [y/N] `).trim());
  Object.assign(globalThis, { prompt, confirm });
  const stdin = new Readable({ read: () => void read() });
  Object.defineProperty(process, "stdin", { value: stdin, configurable: true });

  function ask(caller: string, question: string): string {
    asker.ask(askable(caller), question);
    return asker.answer();
  }

  function askable(caller: string): Cell {
    const cell = cells.current;
    if (cell?.running && cell.allowStdin) return cell;
    const got = cell?.running ? "one that takes no input" : "a call after its cell had ended";
    const error = new Error(`${caller} requires a front end to ask, got ${got}`);
    // Python's kernel gives it the same name.
    throw Object.assign(error, { name: "StdinNotImplementedError" });
  }

  /** Asks when a question is on the line, as `readline` writes one; else a little later, while the cell runs. */
  async function read(): Promise<void> {
    for (let waited = 0; ; waited += LOOK_MS) {
      await sleep(LOOK_MS);
      if (cells.current?.running !== true || stdin.isPaused()) waited = 0;
      else if (output.unfinishedLine() !== "" || waited >= WITHOUT_QUESTION_MS) break;
    }
    try {
      asker.ask(askable("process.stdin"), output.unfinishedLine());
      stdin.push(`${await asker.answerLater()}\n`);
    } catch (error) {
      stdin.destroy(error as Error);
    }
  }
}
