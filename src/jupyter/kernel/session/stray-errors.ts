/** Errors that nobody waited for: rejections without a handler, throws in timers and events. None is lost. */
import type { CellPlaces } from "../traceback/frames.js";
import type { Cell, Cells } from "./cells.js";
import { thrownError, type ErrorContent } from "../traceback/errors.js";

interface LateError {
  error: unknown;
  /** The number of the cell it came from; undefined where it came from none. */
  count: number | undefined;
}

export class StrayErrors {
  readonly #cells: Cells;
  readonly #places: CellPlaces;
  readonly #endCell: () => void;
  readonly #late: LateError[] = [];

  /** @param endCell breaks off what the running cell awaits */
  constructor(cells: Cells, places: CellPlaces, endCell: () => void) {
    this.#cells = cells;
    this.#places = places;
    this.#endCell = endCell;
  }

  /**
   * Ends the cell that the error comes from, if it runs: Node would have ended the program. Otherwise the error is
   * written below the cell it comes from, and fails the next one that ends.
   */
  add(error: unknown): void {
    const cell = this.#cells.current;
    if (cell?.running) {
      cell.stray.push(error);
      this.#endCell();
    } else {
      this.#late.push({ error, count: cell?.count });
      process.stderr.write(`${thrownError(error, this.#places).traceback.join("\n")}\n`);
    }
  }

  /** What a cell that ends has to report: its own stray errors, and those of cells that had ended before. */
  take(cell: Cell): ErrorContent[] {
    const own = cell.stray.map((error) => thrownError(error, this.#places));
    // A silent cell shows nothing: the errors wait for one that does.
    const late = cell.silent ? [] : this.#late.splice(0);
    return [...own, ...late.map((error) => this.#describeLate(error))];
  }

  #describeLate({ error, count }: LateError): ErrorContent {
    const content = thrownError(error, this.#places);
    const from = count === undefined ? "unknown work" : `cell [${count}]`;
    const note = `(from ${from}, which had already ended)`;
    return { ...content, evalue: `${content.evalue} ${note}`, traceback: [...content.traceback, note] };
  }
}
