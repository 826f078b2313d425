/** Answers the requests that need the type checker or the user's variables. */
import type { CellPlaces } from "./cell-places.js";
import type { Cells } from "./cells.js";
import { completeAt } from "./complete.js";
import { completeness } from "./completeness.js";
import type { Engine } from "./engine.js";
import { Execution } from "./execution.js";
import { selectHistory, type HistoryQuery } from "./history.js";
import { inspectAt } from "./inspect.js";
import type { Output } from "./output.js";
import type { StrayErrors } from "./stray-errors.js";
import type { SessionRequest } from "./thread-messages.js";
import { thrownError } from "./thrown-error.js";

/** What a session works with. */
export interface Workings {
  engine: Engine;
  places: CellPlaces;
  cells: Cells;
  output: Output;
  strayErrors: StrayErrors;
}

/** A reply's content, and whether the cells that wait shall be aborted. */
export interface Answer {
  content: Record<string, unknown>;
  abortQueued: boolean;
}

export class Session {
  readonly #with: Workings;
  readonly #execution: Execution;

  constructor(workings: Workings) {
    this.#with = workings;
    this.#execution = new Execution(workings);
  }

  /** Never throws: an error of the kernel's own is an answer too. */
  async answer({ header, content }: SessionRequest): Promise<Answer> {
    try {
      if (header.msg_type === "execute_request") return await this.#execution.execute(header, content);
      return { content: this.#lookUp(header.msg_type, content), abortQueued: false };
    } catch (error) {
      return { content: { status: "error", ...thrownError(error, this.#with.places) }, abortQueued: false };
    }
  }

  #lookUp(msgType: string, content: Record<string, unknown>): Record<string, unknown> {
    const { code = "", cursor_pos } = content as { code?: string; cursor_pos?: number };
    const cursor = cursor_pos ?? [...code].length;
    switch (msgType) {
      case "complete_request":
        return completeAt(this.#with.engine, code, cursor);
      case "inspect_request":
        return inspectAt(this.#with.engine, code, cursor);
      case "is_complete_request":
        return { ...completeness(code) };
      default:
        return { status: "ok", history: selectHistory(this.#execution.history, content as HistoryQuery) };
    }
  }
}
