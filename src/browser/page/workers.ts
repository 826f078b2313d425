/** The page's side of the two workers: a compiler, which stays, and a session, which an interrupt ends. */
import { transfer, wrap, type Remote } from "comlink";
import type { Content } from "../node/files.js";
import type { CompilerWork } from "../worker/compiler.js";
import type { CellMessage } from "../worker/messages.js";
import type { SessionWork } from "../worker/session.js";

export interface Reply {
  status: "ok" | "error" | "ended";
  execution_count?: number;
}
type Files = Readonly<Record<string, Content>>;
type Loaded = { compiler: string; session: string; types: Files; data: Files };
type Hear = (message: CellMessage) => void;

export class Workers {
  readonly #assets: string;
  readonly #place: string;
  readonly #isOffered: (path: string) => boolean;
  readonly #hearing = new Map<string, Hear>();
  readonly #added: Record<string, Uint8Array> = {};
  #compiler: Remote<CompilerWork> | undefined;
  #session: { worker: Worker; work: Remote<SessionWork>; ended: Promise<Reply>; end(): void } | undefined;
  #loaded: Promise<Loaded> | undefined;
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
    return (this.#ready ??= this.#start());
  }

  async #start(): Promise<void> {
    const { compiler, types, data } = await (this.#loaded ??= this.#load());
    if (!this.#compiler) {
      this.#compiler = wrap<CompilerWork>(this.#startWorker(compiler));
      void this.#compiler.start({ ...types, ...data });
    }
    await this.#startSession();
  }

  /** Fetched here and started from a blob, so that a worker is under the page's policy: no other host. */
  #startWorker(source: string): Worker {
    return new Worker(URL.createObjectURL(new Blob([this.#place, source], { type: "text/javascript" })));
  }

  async #load(): Promise<Loaded> {
    const text = async (name: string): Promise<string> => {
      const response = await fetch(this.#assets + name);
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      return response.text();
    };
    const names = ["compiler.js", "session.js", "types.json", "data.json"];
    const [compiler, session, types, data] = (await Promise.all(names.map(text))) as [string, string, string, string]; // prettier-ignore
    const offered = Object.entries(JSON.parse(data) as Files).filter(([path]) => this.#isOffered(path));
    return { compiler, session, types: JSON.parse(types) as Files, data: Object.fromEntries(offered) };
  }

  async #startSession(): Promise<void> {
    const { session, data } = await this.#loaded!;
    const { port1, port2 } = new MessageChannel();
    void this.#compiler!.serve(transfer(port1, [port1]));
    const worker = this.#startWorker(session);
    // A cell's timers may write after its end: it stays known.
    worker.addEventListener("message", ({ data: told }: MessageEvent<CellMessage & { cell: string }>) =>
      this.#hearing.get(told.cell)?.(told),
    );
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener("error", ({ message }) => reject(new Error(message)));
    });
    let end = (): void => undefined;
    const ended = new Promise<Reply>((resolve) => (end = () => resolve({ status: "ended" })));
    const work = wrap<SessionWork>(worker);
    this.#session = { worker, work, ended, end };
    const started = work.start({ ...data, ...this.#added }, transfer(port2, [port2]));
    await Promise.race([started, failed]);
  }

  /** The compiler, for editors. */
  async compiler(): Promise<Remote<CompilerWork>> {
    await this.start();
    return this.#compiler!;
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
    this.#session?.worker.terminate();
    this.#session?.end();
    this.#hearing.clear();
    if (!this.#compiler) return this.start();
    return (this.#ready = this.#startSession());
  }

  /** Puts a file beside the notebook. */
  async addFile(name: string, content: ArrayBuffer): Promise<void> {
    this.#added[name] = new Uint8Array(content);
    await this.start();
    await this.#session!.work.putFiles(this.#added);
  }
}
