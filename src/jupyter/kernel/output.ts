/** A cell's ways out: what it prints, displays and clears, addressed to it. */
import { StringDecoder } from "node:string_decoder";
import type { CellPlaces } from "./cell-places.js";
import type { Cells } from "./cells.js";
import { readableText } from "./readable-text.js";
import type { StreamName, ToServer } from "./thread-messages.js";

export class Output {
  readonly #cells: Cells;
  readonly #places: CellPlaces;
  readonly #post: (message: ToServer) => void;

  constructor(cells: Cells, places: CellPlaces, post: (message: ToServer) => void) {
    this.#cells = cells;
    this.#places = places;
    this.#post = post;
  }

  /** Takes over standard output, standard error and `console.clear` of this process. */
  capture(): void {
    process.stdout.write = this.#writer("stdout");
    process.stderr.write = this.#writer("stderr");
    console.clear = () => this.publish("clear_output", { wait: false });
  }

  /**
   * Publishes a message of the running code's cell, unless that is a silent one.
   * @throws TypeError when the content cannot be written as JSON
   */
  publish(msgType: string, content: Record<string, unknown>): void {
    const cell = this.#cells.current;
    if (cell?.silent) return;
    this.#post({ kind: "output", parent: cell?.header ?? {}, msgType, json: JSON.stringify(content) });
  }

  #writer(name: StreamName): typeof process.stdout.write {
    const decoder = new StringDecoder("utf8");
    return (
      chunk: string | Uint8Array,
      encoding?: BufferEncoding | ((error?: Error) => void),
      callback?: (error?: Error) => void,
    ) => {
      const text = typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk));
      const cell = this.#cells.current;
      if (!cell?.silent && text !== "")
        this.#post({
          kind: "stream",
          parent: cell?.header ?? {},
          name,
          text: readableText(text, this.#places),
        });
      const written = typeof encoding === "function" ? encoding : callback;
      if (written) process.nextTick(written);
      return true;
    };
  }
}
