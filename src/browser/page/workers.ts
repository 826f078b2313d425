/** The page's side of the two workers: a compiler, which stays, and a session, which an interrupt ends. */
import { transfer, wrap, type Remote } from "comlink";
import type { Content } from "../node/files.js";
import type { CompilerWork } from "../worker/compiler.js";
import type { CellMessage, SessionWork } from "../worker/session.js";

export interface Reply {
  status: "ok" | "error" | "ended";
  execution_count?: number;
}
type Files = Readonly<Record<string, Content>>;
/** What stays when a session ends. */
interface Base {
  compiler: Remote<CompilerWork>;
  /** The script of a session, and its files. */
  session: string;
  data: Files;
}
type Hear = (message: CellMessage) => void;

export class Workers {
  readonly #assets: string;
  readonly #place: string;
  readonly #isOffered: (path: string) => boolean;
  readonly #hearing = new Map<string, Hear>();
  readonly #added: Record<string, Uint8Array> = {};
  #base: Promise<Base> | undefined;
  #session: { work: Remote<SessionWork>; ended: Promise<Reply>; end(): void } | undefined;
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

  /** Loads the files and starts both workers; further calls return the same promise. */
  start(): Promise<void> {
    return (this.#ready ??= this.#startSession());
  }

  async #load(): Promise<Base> {
    const text = async (name: string): Promise<string> => {
      const response = await fetch(this.#assets + name);
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      return response.text();
    };
    const names = ["compiler.js", "session.js", "types.json", "data.json"];
    const [script, session, ...files] = (await Promise.all(names.map(text))) as [string, string];
    const [types, all] = files.map((json) => JSON.parse(json) as Files) as [Files, Files];
    const data = Object.fromEntries(Object.entries(all).filter(([path]) => this.#isOffered(path)));
    const compiler = wrap<CompilerWork>(this.#startWorker(script));
    void compiler.start({ ...types, ...data });
    return { compiler, session, data };
  }

  /** Fetched here and started from a blob, so that a worker is under the page's policy: no other host. */
  #startWorker(source: string): Worker {
    return new Worker(URL.createObjectURL(new Blob([this.#place, source], { type: "text/javascript" })));
  }

  async #startSession(): Promise<void> {
    const { compiler, session, data } = await (this.#base ??= this.#load().catch((error: unknown) => {
      this.#base = this.#ready = undefined; // so that the next cell tries again
      throw error;
    }));
    const { port1, port2 } = new MessageChannel();
    void compiler.serve(transfer(port1, [port1]));
    const worker = this.#startWorker(session);
    // A cell's timers may write after its end: it stays known.
    worker.addEventListener("message", ({ data: told }: MessageEvent<CellMessage & { cell: string }>) =>
      this.#hearing.get(told.cell)?.(told),
    );
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener("error", ({ message }) => reject(new Error(message)));
    });
    const work = wrap<SessionWork>(worker);
    let end = (): void => undefined;
    const ended = new Promise<Reply>((resolve) => {
      end = () => {
        worker.terminate();
        resolve({ status: "ended" });
      };
    });
    this.#session = { work, ended, end };
    await Promise.race([work.start({ ...data, ...this.#added }, transfer(port2, [port2])), failed]);
  }

  /** The compiler, for editors. */
  async compiler(): Promise<Remote<CompilerWork>> {
    await this.start();
    return (await this.#base!).compiler;
  }

  /**
   * @param content an `execute_request`'s
   * @param hear is called with every message of the cell, also those that come after its end
   */
  async run(content: { code: string }, hear: Hear): Promise<Reply> {
    await this.start();
    const cell = String(++this.#id);
    this.#hearing.set(cell, hear);
    const { work, ended } = this.#session!;
    return Promise.race([work.run(cell, content) as Promise<unknown> as Promise<Reply>, ended]);
  }

  /** Ends the session, whatever it does, and begins a new one that knows nothing. */
  restart(): Promise<void> {
    if (this.#ready !== undefined && this.#session === undefined) return this.#ready;
    this.#session?.end();
    this.#hearing.clear();
    return (this.#ready = this.#startSession());
  }

  /** Puts a file beside the notebook. */
  async addFile(name: string, content: ArrayBuffer): Promise<void> {
    this.#added[name] = new Uint8Array(content);
    await this.start();
    await this.#session!.work.putFiles(this.#added);
  }
}
