/** One compiler for all kernels of a run, in a thread of its own. */
import { AskThread } from "../../threads/ask-thread.js";
import type { CompileAnswer, CompileQuestion } from "../kernel/compile/compile-elsewhere.js";
import type { Conversion } from "../kernel/compile/conversion.js";

/** How long a cell may take to compile before the thread is taken to be lost, and a new one begun. */
const PATIENCE_MS = 20_000;

export class CompileService {
  #thread = newThread();
  /** The notebooks of a class have most of their cells in common. */
  readonly #known = new Map<string, Promise<Conversion | undefined>>();

  /** Compiles a kernel's cell; where that fails, the kernel has to do it itself. */
  async compile(question: CompileQuestion): Promise<CompileAnswer> {
    const { id, ...cell } = question;
    const key = JSON.stringify(cell);
    const compiled = this.#known.get(key) ?? this.#ask(question);
    this.#known.set(key, compiled);
    return { id, compiled: await compiled };
  }

  async close(): Promise<void> {
    await this.#thread.close();
  }

  async #ask(question: CompileQuestion): Promise<Conversion | undefined> {
    const thread = this.#thread;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        // Types can be made to compute for ever; whoever waits behind such a cell asks the next thread.
        if (this.#thread === thread) this.#thread = newThread();
        void thread.close();
        resolve(undefined);
      }, PATIENCE_MS);
    });
    try {
      return await Promise.race([thread.ask(question).catch(() => undefined), late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function newThread(): AskThread<CompileQuestion, Conversion | undefined> {
  return new AskThread(new URL("../kernel/compile/compile-thread.js", import.meta.url));
}
