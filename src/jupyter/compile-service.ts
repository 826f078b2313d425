/** One compiler for all kernels of a run, in a thread of its own. */
import { AskThread } from "./ask-thread.js";
import type { CompileAnswer, CompileQuestion } from "./kernel/compile-messages.js";
import type { Compiled } from "./kernel/compiler.js";

export class CompileService {
  readonly #thread = new AskThread<CompileQuestion, Compiled | undefined>(
    new URL("./kernel/compile-thread.js", import.meta.url),
  );

  /** Compiles a kernel's cell; where that fails, the kernel has to do it itself. */
  async compile(question: CompileQuestion): Promise<CompileAnswer> {
    const compiled = await this.#thread.ask(question).catch(() => undefined);
    return { id: question.id, compiled };
  }

  async close(): Promise<void> {
    await this.#thread.close();
  }
}
