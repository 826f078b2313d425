/** Questions to a thread, and their answers. */
import { parentPort, Worker } from "node:worker_threads";

interface Numbered<Content> {
  id: number;
  content: Content;
}

type Answered<Answer> = Numbered<Answer> | { id: number; error: string };

export type AskThread<Question, Answer> = ReturnType<typeof askThread<Question, Answer>>;

/** @param url a module that calls `answerQuestions` */
export function askThread<Question, Answer>(url: URL) {
  const worker = new Worker(url);
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  let ended: Error | undefined;
  let id = 0;
  const end = (error: Error): void => {
    ended ??= error;
    waiting.forEach(({ reject }) => reject(error));
    waiting.clear();
  };
  worker.on("message", (answered: Answered<Answer>) => {
    const asker = waiting.get(answered.id);
    waiting.delete(answered.id);
    if ("error" in answered) asker?.reject(new Error(answered.error));
    else asker?.resolve(answered.content);
  });
  worker.on("error", end);
  worker.on("exit", () => end(new Error("the thread has ended")));
  return {
    /** @throws Error with the message of what was thrown in the thread, or when the thread has ended */
    async ask(content: Question): Promise<Answer> {
      if (ended) throw ended;
      return new Promise((resolve, reject) => {
        waiting.set(++id, { resolve, reject });
        worker.postMessage({ id, content } satisfies Numbered<Question>);
      });
    },
    close: async (): Promise<void> => void (await worker.terminate()),
  };
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
