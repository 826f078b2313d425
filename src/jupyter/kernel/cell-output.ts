/** Where a cell's output goes: to the cell that started the work, also when that work ends after the cell. */
import { AsyncLocalStorage } from "node:async_hooks";
import { StringDecoder } from "node:string_decoder";
import type { Header } from "../wire.js";

/** One cell while it runs, and afterwards as the owner of what it left running. */
export interface Cell {
  parent: Header;
  running: boolean;
  /** Rejections nobody awaited and throws in timers, while the cell was running. */
  failures: unknown[];
}

export type StreamName = "stdout" | "stderr";
type Publish = (type: string, content: Record<string, unknown>, parent: Header | null) => void;

/** Text is sent when so much has come together, or when the event loop turns. */
const FLUSH_AT = 64 * 1024;

export class CellOutput {
  readonly #cells = new AsyncLocalStorage<Cell>();
  readonly #publish: Publish;
  #latest: Cell | null = null;
  #pending: { cell: Cell | null; name: StreamName; parts: string[]; size: number } | null = null;
  #scheduled = false;

  constructor(publish: Publish) {
    this.#publish = publish;
  }

  /** Runs work whose output, now and later, is the cell's. */
  within<T>(cell: Cell, work: () => T): T {
    this.#latest = cell;
    return this.#cells.run(cell, work);
  }

  /** The cell that the present work belongs to; where Node cannot tell, the one that ran last. */
  owner(): Cell | null {
    return this.#cells.getStore() ?? this.#latest;
  }

  /** Takes what is written to the process's standard streams. */
  capture(): void {
    for (const name of ["stdout", "stderr"] as const) {
      const decoder = new StringDecoder("utf8");
      process[name].write = (chunk: string | Uint8Array, encoding?: unknown, done?: unknown): boolean => {
        this.stream(
          name,
          typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk)),
          this.owner(),
        );
        const callback = typeof encoding === "function" ? encoding : done;
        if (typeof callback === "function") process.nextTick(callback as () => void);
        return true;
      };
    }
  }

  stream(name: StreamName, text: string, cell: Cell | null): void {
    if (text === "") return;
    const same = this.#pending !== null && this.#pending.cell === cell && this.#pending.name === name;
    if (!same) this.flush();
    this.#pending ??= { cell, name, parts: [], size: 0 };
    this.#pending.parts.push(text);
    this.#pending.size += text.length;
    if (this.#pending.size >= FLUSH_AT) this.flush();
    else this.#flushSoon();
  }

  /** Any other message goes behind the text written before it. */
  send(type: string, content: Record<string, unknown>, cell: Cell | null): void {
    this.flush();
    this.#publish(type, content, cell?.parent ?? null);
  }

  flush(): void {
    const pending = this.#pending;
    this.#pending = null;
    if (pending !== null)
      this.#publish(
        "stream",
        { name: pending.name, text: pending.parts.join("") },
        pending.cell?.parent ?? null,
      );
  }

  #flushSoon(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.flush();
    });
  }
}
