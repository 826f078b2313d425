/** Output and errors belong to the cell whose code caused them, however much later. */
import { AsyncLocalStorage } from "node:async_hooks";
import { inspect } from "node:util";
import type { Header } from "../../wire/wire.js";
import { thrownError, type ErrorContent } from "../traceback/errors.js";
import type { CellPlaces } from "../traceback/frames.js";

/** One execution of a cell. */
export class Cell {
  /** The request's header: the parent of all that the cell puts out. */
  readonly header: Header;
  /** The number in front of the cell; the one before it if the cell leaves no history. */
  readonly count: number;
  readonly silent: boolean;
  /** The front end can be asked for input. */
  readonly allowStdin: boolean;
  /** The front end knows its cells and accepts their output after they have ended; others accept only what runs. */
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

  /** Node keeps it in promises and timers, which people print. */
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

export type StrayErrors = ReturnType<typeof strayErrors>;

/**
 * Errors that nobody waited for: rejections without a handler, throws in timers and events. None is lost.
 * @param endCell breaks off what the running cell awaits
 */
export function strayErrors(cells: Cells, places: CellPlaces, endCell: () => void) {
  const describe = (error: unknown): ErrorContent => thrownError(error, places);
  /** Errors of cells that had ended; the number is undefined where it came from none. */
  const late: { error: unknown; count: number | undefined }[] = [];
  return {
    /**
     * Ends the cell that the error comes from, if it runs: Node would have ended the program. Otherwise the error is
     * written below the cell it comes from, and fails the next one that ends.
     */
    add(error: unknown): void {
      const cell = cells.current;
      if (cell?.running) {
        cell.stray.push(error);
        return endCell();
      }
      late.push({ error, count: cell?.count });
      process.stderr.write(`${describe(error).traceback.join("\n")}\n`);
    },
    /** What a cell that ends has to report: its own stray errors, and those of cells that had ended before. */
    take(cell: Cell): ErrorContent[] {
      // A silent cell shows nothing: the errors wait for one that does.
      const due = cell.silent ? [] : late.splice(0);
      const lateErrors = due.map(({ error, count }) => {
        const { evalue, traceback, ename } = describe(error);
        const note = `(from ${count === undefined ? "unknown work" : `cell [${count}]`}, which had already ended)`;
        return { ename, evalue: `${evalue} ${note}`, traceback: [...traceback, note] };
      });
      return [...cell.stray.map(describe), ...lateErrors];
    },
  };
}
