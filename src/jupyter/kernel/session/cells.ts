/** Which cell caused what: output and errors belong to the cell whose code, however much later, brought them about. */
import { AsyncLocalStorage } from "node:async_hooks";
import { inspect } from "node:util";
import type { Header } from "../../wire/wire.js";

/** One execution of a cell. */
export class Cell {
  /** The request's header: the parent of all that the cell puts out. */
  readonly header: Header;
  /** The number in front of the cell; of a cell that leaves no history, the one before it. */
  readonly count: number;
  readonly silent: boolean;
  /** The front end can be asked for input. */
  readonly allowStdin: boolean;
  /** The front end knows its cells, and takes their output when they have ended, too; others take it of what runs. */
  readonly takesLate: boolean;
  running = true;
  /** What it has thrown where nobody waited for it: a rejection without a handler, an error in a timer. */
  readonly stray: unknown[] = [];

  constructor(header: Header, count: number, { silent = false, allowStdin = false, takesLate = true } = {}) {
    this.header = header;
    this.count = count;
    this.silent = silent;
    this.allowStdin = allowStdin;
    this.takesLate = takesLate;
  }

  /** Node notes it in promises and timers, which people print. */
  [inspect.custom](): string {
    return "<cell>";
  }
}

export class Cells {
  readonly #storage = new AsyncLocalStorage<Cell>();
  #latest: Cell | undefined;

  /** Does the work as a part of the cell, with all that it sets off. */
  run<T>(cell: Cell, work: () => T): T {
    this.#latest = cell;
    return this.#storage.run(cell, work);
  }

  /** The request to which output of the running code is addressed. */
  get parent(): Partial<Header> {
    const { current } = this;
    const late = current?.running === false && !current.takesLate;
    return (late ? this.#latest : current)?.header ?? {};
  }

  /** The cell that the running code belongs to; where Node has lost track of it, the latest. */
  get current(): Cell | undefined {
    return this.#storage.getStore() ?? this.#latest;
  }
}
