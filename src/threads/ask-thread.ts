/** Questions to a thread, and their answers. */
import { parentPort, Worker } from "node:worker_threads";

interface Numbered<Content> {
  id: number;
  content: Content;
}

type Answered<Answer> = Numbered<Answer> | { id: number; error: string };

export class AskThread<Question, Answer> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  #ended: Error | undefined;
  #id = 0;

  /** @param url a module that calls `answerQuestions` */
  constructor(url: URL) {
    this.#worker = new Worker(url);
    this.#worker.on("message", (answered: Answered<Answer>) => {
      const waiting = this.#waiting.get(answered.id);
      this.#waiting.delete(answered.id);
      if ("error" in answered) waiting?.reject(new Error(answered.error));
      else waiting?.resolve(answered.content);
    });
    this.#worker.on("error", (error: Error) => this.#end(error));
    this.#worker.on("exit", () => this.#end(new Error("the thread has ended")));
  }

  /** @throws Error with the message of what was thrown in the thread, or when the thread has ended */
  async ask(content: Question): Promise<Answer> {
    if (this.#ended) throw this.#ended;
    return new Promise((resolve, reject) => {
      this.#waiting.set(++this.#id, { resolve, reject });
      this.#worker.postMessage({ id: this.#id, content } satisfies Numbered<Question>);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #end(error: Error): void {
    this.#ended ??= error;
    this.#waiting.forEach(({ reject }) => reject(error));
    this.#waiting.clear();
  }
}

/** In the thread: answers every question, one after the other as they come. */
export function answerQuestions<Question, Answer>(
  answer: (question: Question) => Answer | Promise<Answer>,
): void {
  parentPort!.on("message", ({ id, content }: Numbered<Question>) => {
    const answered = (async (): Promise<Answered<Answer>> => ({ id, content: await answer(content) }))();
    const failed = ({ message }: Error): Answered<Answer> => ({ id, error: message });
    void answered.catch(failed).then((result) => parentPort!.postMessage(result));
  });
}
