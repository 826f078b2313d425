/** Merges what is written to one stream in quick succession into one message. Pure. */
import type { Header } from "../../wire/wire.js";
import type { StreamName } from "./between-threads.js";

/** Text that waits no longer, however fast more comes. */
const MAX_CHARACTERS = 64 * 1024;

type Publish = (parent: Partial<Header>, content: { name: StreamName; text: string }) => void;

export class StreamMerger {
  readonly #publish: Publish;
  #parent: Partial<Header> = {};
  #name: StreamName = "stdout";
  #text = "";

  constructor(publish: Publish) {
    this.#publish = publish;
  }

  /** Adds text; what was written to another stream, or by another cell, is published before it. */
  add(parent: Partial<Header>, name: StreamName, text: string): void {
    if (name !== this.#name || parent.msg_id !== this.#parent.msg_id) this.flush();
    this.#parent = parent;
    this.#name = name;
    this.#text += text;
    if (this.#text.length >= MAX_CHARACTERS) this.flush();
  }

  flush(): void {
    const text = this.#text;
    this.#text = "";
    if (text !== "") this.#publish(this.#parent, { name: this.#name, text });
  }
}
