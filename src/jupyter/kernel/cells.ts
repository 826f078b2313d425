/** Which cell caused what: output and errors belong to the cell whose code, however much later, brought them about. */
import { AsyncLocalStorage } from "node:async_hooks";
import { inspect } from "node:util";
import type { Header } from "../wire.js";

/** One execution of a cell. */
export class Cell {
  /** The request's header: the parent of all that the cell puts out. */
  readonly header: Header;
  /** The number in front of the cell; of a cell that leaves no history, the one before it. */
  readonly count: number;
  readonly silent: boolean;
  running = true;
  /** What it has thrown where nobody waited for it: a rejection without a handler, an error in a timer. */
  readonly stray: unknown[] = [];

  constructor(header: Header, count: number, silent: boolean) {
    this.header = header;
    this.count = count;
    this.silent = silent;
  }

  /** Node notes it in promises and timers, which people print. */
  [inspect.custom](): string {
    return "<cell>";
  }
}

/** A cell is abbreviated where printing stops going deeper. */
const NOTES =
  /,?\s*\[Symbol\((?:async_id_symbol|trigger_async_id_symbol|kResourceStore)\)\]: (?:\d+|<cell>|\[Cell\])/g;

/** Printed text without what Node has noted in promises and timers to tell which cell they belong to. */
export function withoutCellNotes(text: string): string {
  if (!text.includes("kResourceStore")) return text;
  return text.replaceAll(NOTES, "").replaceAll(/Promise \{\n\s+([^\n]*)\n\s*\}/g, "Promise { $1 }");
}

export class Cells {
  readonly #storage = new AsyncLocalStorage<Cell>();
  #latest: Cell | undefined;

  /** Does the work as a part of the cell, with all that it sets off. */
  run<T>(cell: Cell, work: () => T): T {
    this.#latest = cell;
    return this.#storage.run(cell, work);
  }

  /** The cell that the running code belongs to; where Node has lost track of it, the latest. */
  get current(): Cell | undefined {
    return this.#storage.getStore() ?? this.#latest;
  }
}
