/** The page's side of the two workers: a compiler, which stays, and a session, which an interrupt ends. */
import type { Answered, Answers, Files, FromSession, Question, SessionOrder } from "../worker/messages.js";

export interface CellMessage {
  msgType: string;
  content: Record<string, unknown>;
}
export interface Reply {
  status: "ok" | "error" | "ended";
  execution_count?: number;
}

interface Running {
  hear(message: CellMessage): void;
  end(reply: Reply): void;
}

export class Workers {
  readonly #assets: string;
  readonly #place: string;
  readonly #isOffered: (path: string) => boolean;
  readonly #running = new Map<string, Running>();
  readonly #waiting = new Map<number, { resolve(answer: never): void; reject(error: Error): void }>();
  readonly #added: Record<string, Uint8Array> = {};
  #compiler: Worker | undefined;
  #session: Worker | undefined;
  #loaded: Promise<{ compiler: string; session: string; types: Files; data: Files }> | undefined;
  #ready: Promise<void> | undefined;
  #id = 0;

  /**
   * @param language says in which folder the notebook lies
   * @param isOffered which of the site's data files cells can read
   */
  constructor(assets: string, language = "en", isOffered: (path: string) => boolean = () => true) {
    this.#assets = assets;
    this.#isOffered = isOffered;
    this.#place = `globalThis.LANGUAGE_FOLDER = "${language === "en" ? "" : `/${language}`}";`;
  }

  /** Loads what is needed and starts both; again and again the same promise. */
  start(): Promise<void> {
    return (this.#ready ??= this.#start());
  }

  async #start(): Promise<void> {
    const { compiler, types, data } = await (this.#loaded ??= this.#load());
    if (!this.#compiler) {
      this.#compiler = this.#startWorker(compiler);
      this.#compiler.onmessage = ({ data: answered }: MessageEvent<Answered>) => this.#answered(answered);
      this.#compiler.postMessage({ files: { ...types, ...data } });
    }
    await this.#startSession();
  }

  /** Fetched here and started from a blob, so that a worker is under the page's policy: no other host. */
  #startWorker(source: string): Worker {
    return new Worker(URL.createObjectURL(new Blob([this.#place, source], { type: "text/javascript" })));
  }

  async #load(): Promise<{ compiler: string; session: string; types: Files; data: Files }> {
    const text = async (name: string): Promise<string> => {
      const response = await fetch(this.#assets + name);
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      return response.text();
    };
    const names = ["compiler.js", "session.js", "types.json", "data.json"];
    const [compiler, session, types, data] = await Promise.all(names.map(text));
    return {
      compiler: compiler!,
      session: session!,
      types: JSON.parse(types!) as Files,
      data: Object.fromEntries(
        Object.entries(JSON.parse(data!) as Files).filter(([path]) => this.#isOffered(path)),
      ),
    };
  }

  async #startSession(): Promise<void> {
    const { session, data } = await this.#loaded!;
    const { port1, port2 } = new MessageChannel();
    this.#compiler!.postMessage({ session: port1 }, [port1]);
    const worker = (this.#session = this.#startWorker(session));
    await new Promise<void>((resolve, reject) => {
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.onmessage = ({ data: message }: MessageEvent<FromSession>) => {
        if (message.kind === "ready") resolve();
        else this.#heard(message);
      };
      const start: SessionOrder = { kind: "start", files: { ...data, ...this.#added }, compiler: port2 };
      worker.postMessage(start, [port2]);
    });
  }

  #heard(message: Exclude<FromSession, { kind: "ready" }>): void {
    const running = this.#running.get(message.cell);
    if (message.kind === "output") return running?.hear(message);
    // A cell's timers may write later: it stays known.
    running?.end(message.content as unknown as Reply);
  }

  #answered(answered: Answered): void {
    const waiting = this.#waiting.get(answered.id);
    this.#waiting.delete(answered.id);
    if ("error" in answered) waiting?.reject(new Error(answered.error));
    else waiting?.resolve(answered.answer as never);
  }

  async ask<K extends Question["kind"]>(question: Question & { kind: K }): Promise<Answers[K]> {
    await this.start();
    return new Promise((resolve, reject) => {
      this.#waiting.set(++this.#id, { resolve, reject });
      this.#compiler!.postMessage({ id: this.#id, question });
    });
  }

  /**
   * @param content an `execute_request`'s
   * @param hear is called with every message of the cell, also those that come after its end
   */
  async run(content: { code: string }, hear: (message: CellMessage) => void): Promise<Reply> {
    await this.start();
    const cell = String(++this.#id);
    return new Promise((resolve) => {
      this.#running.set(cell, { hear, end: resolve });
      const message: SessionOrder = { kind: "run", cell, content };
      this.#session!.postMessage(message);
    });
  }

  /** Ends the session, whatever it does, and begins a new one that knows nothing. */
  restart(): Promise<void> {
    this.#endSession();
    if (!this.#compiler) return this.start();
    return (this.#ready = this.#startSession());
  }

  #endSession(): void {
    this.#session?.terminate();
    for (const { end } of this.#running.values()) end({ status: "ended" });
    this.#running.clear();
  }

  /** Ends both, for good. */
  end(): void {
    this.#endSession();
    this.#compiler?.terminate();
  }

  /** Puts a file beside the notebook. */
  async addFile(name: string, content: ArrayBuffer): Promise<void> {
    this.#added[name] = new Uint8Array(content);
    await this.start();
    const message: SessionOrder = { kind: "files", files: this.#added };
    this.#session!.postMessage(message);
  }
}
