/** Input that a cell asks its user for: by `prompt` and `confirm`, or by reading from standard input. */
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { Cell, Cells } from "./cells.js";
import type { Output } from "./output.js";
import type { Asker } from "../server/between-threads.js";

/** A front end that runs unattended is asked in vain; the name is the one that Python's kernel gives it. */
class StdinNotImplementedError extends Error {
  override name = "StdinNotImplementedError";
}

/** How often a reader looks for a question on the line, and after how long it asks without one. */
const LOOK_MS = 20;
const WITHOUT_QUESTION_MS = 200;

export class Stdin {
  readonly #cells: Cells;
  readonly #output: Output;
  readonly #asker: Asker;

  constructor(cells: Cells, output: Output, asker: Asker) {
    this.#cells = cells;
    this.#output = output;
    this.#asker = asker;
  }

  /** Gives cells `prompt`, `confirm` and a standard input of their front end's. */
  capture(): void {
    const prompt = (message = "", preset = "") => {
      const answer = this.#ask("prompt", preset === "" ? `${message} ` : `${message} [${preset}] `);
      return answer === "" ? preset : answer;
    };
    const confirm = (message = "") => /^y/i.test(this.#ask("confirm", `${message} [y/N] `).trim());
    Object.assign(globalThis, { prompt, confirm });
    const stdin = new Readable({ read: () => void this.#read(stdin) });
    Object.defineProperty(process, "stdin", { value: stdin, configurable: true });
  }

  #ask(caller: string, prompt: string): string {
    this.#asker.ask(this.#askable(caller), prompt);
    return this.#asker.answer();
  }

  #askable(caller: string): Cell {
    const cell = this.#cells.current;
    if (cell?.running && cell.allowStdin) return cell;
    const got = cell?.running ? "one that takes no input" : "a call after its cell had ended";
    throw new StdinNotImplementedError(`${caller} requires a front end to ask, got ${got}`);
  }

  /** Asks when a question stands on the line, as `readline` writes one; else a little later, while the cell runs. */
  async #read(stream: Readable): Promise<void> {
    for (let waited = 0; ; waited += LOOK_MS) {
      await sleep(LOOK_MS);
      if (this.#cells.current?.running !== true || stream.isPaused()) waited = 0;
      else if (this.#output.unfinishedLine !== "" || waited >= WITHOUT_QUESTION_MS) break;
    }
    try {
      this.#asker.ask(this.#askable("process.stdin"), this.#output.unfinishedLine);
      stream.push(`${await this.#asker.answerLater()}\n`);
    } catch (error) {
      stream.destroy(error as Error);
    }
  }
}
