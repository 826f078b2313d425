/** What a cell prints, displays and clears, addressed to it. */
import { StringDecoder } from "node:string_decoder";
import { readableText, type CellPlaces } from "../traceback/frames.js";
import type { Cells } from "./cells.js";
import type { Server } from "../server/server.js";
import type { StreamName } from "../server/between-threads.js";

export class Output {
  readonly #cells: Cells;
  readonly #places: CellPlaces;
  #unfinishedLine = "";
  readonly #server: Pick<Server, "tell" | "hold">;
  readonly #own: (work: () => void) => void;

  /** @param own does the kernel's work among JavaScript's own objects as they were before the first cell */
  constructor(
    cells: Cells,
    places: CellPlaces,
    server: Pick<Server, "tell" | "hold">,
    own = (work: () => void) => work(),
  ) {
    this.#own = own;
    this.#cells = cells;
    this.#places = places;
    this.#server = server;
  }

  /** The last line of standard output, if it has not ended. */
  get unfinishedLine(): string {
    return this.#unfinishedLine;
  }

  /** Takes over standard output, standard error and `console.clear` of this process. */
  capture(): void {
    process.stdout.write = this.#writer("stdout");
    process.stderr.write = this.#writer("stderr");
    console.clear = () => this.write("clear_output", { wait: false });
  }

  /** Publishes what a cell's own code writes: it waits while clients are behind. */
  write(msgType: string, content: Record<string, unknown>): void {
    this.#own(() => this.publish(msgType, content));
    this.#server.hold();
  }

  /**
   * Publishes a message of the running code's cell, unless that is a silent one.
   * @throws TypeError when the content cannot be written as JSON
   */
  publish(msgType: string, content: Record<string, unknown>): void {
    const cell = this.#cells.current;
    if (cell?.silent) return;
    this.#server.tell({ kind: "output", parent: this.#cells.parent, msgType, json: JSON.stringify(content) });
  }

  #writer(name: StreamName): typeof process.stdout.write {
    const decoder = new StringDecoder("utf8");
    return (
      chunk: string | Uint8Array,
      encoding?: BufferEncoding | ((error?: Error) => void),
      callback?: (error?: Error) => void,
    ) => {
      const write = () =>
        this.#stream(name, typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk)));
      try {
        write();
      } catch {
        // Among what cells have changed; to look for that with every piece would take long.
        this.#own(write);
      }
      const written = typeof encoding === "function" ? encoding : callback;
      if (written) process.nextTick(written);
      return true;
    };
  }

  #stream(name: StreamName, text: string): void {
    if (name === "stdout") this.#unfinishedLine = lastLine(this.#unfinishedLine, text);
    if (this.#cells.current?.silent || text === "") return;
    const readable = readableText(text, this.#places);
    this.#server.tell({ kind: "stream", parent: this.#cells.parent, name, text: readable });
    this.#server.hold();
  }
}

/** No longer than a question could be. */
function lastLine(before: string, text: string): string {
  const end = text.lastIndexOf("\n");
  return (end < 0 ? before + text : text.slice(end + 1)).slice(-1000);
}
