/** One compiler for all kernels of a run, in a thread of its own. */
import { Worker } from "node:worker_threads";
import type { CompileAnswer, CompileRequest } from "./kernel/compile-messages.js";

export class CompileService {
  readonly #worker = new Worker(new URL("./kernel/compile-thread.js", import.meta.url));
  readonly #waiting = new Map<number, (answer: CompileAnswer) => void>();
  #id = 0;
  #alive = true;

  constructor() {
    this.#worker.on("message", (answer: CompileAnswer) => {
      this.#waiting.get(answer.id)?.(answer);
      this.#waiting.delete(answer.id);
    });
    const end = () => {
      this.#alive = false;
      this.#waiting.forEach((settle, id) => settle({ id }));
    };
    this.#worker.on("error", end);
    this.#worker.on("exit", end);
  }

  /**
   * Compiles a kernel's cell.
   * @param folder from where it imports
   * @returns an answer without a result where the kernel has to do it itself, also when this service has ended
   */
  async compile(request: CompileRequest, folder: string): Promise<CompileAnswer> {
    if (!this.#alive) return { id: request.id };
    const id = ++this.#id;
    const answer = await new Promise<CompileAnswer>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#worker.postMessage({ ...request, id, folder });
    });
    return { ...answer, id: request.id };
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
