/** Which cell caused what: output and errors belong to the cell whose code, however much later, brought them about. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Header } from "../wire.js";

/** One execution of a cell. */
export interface Cell {
  /** The request's header: the parent of all that the cell puts out. */
  header: Header;
  /** The number in front of the cell; of a cell that leaves no history, the one before it. */
  count: number;
  silent: boolean;
  running: boolean;
  /** What it has thrown where nobody waited for it: a rejection without a handler, an error in a timer. */
  stray: unknown[];
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
