/** Runs the cells of a session, one after the other. */
import type { MimeBundle } from "../../../base/display.js";
import type { Header } from "../../wire/wire.js";
import type { CellPlaces } from "../traceback/frames.js";
import { Cell, type Cells } from "./cells.js";
import type { Engine } from "./engine.js";
import type { Output } from "./output.js";
import type { StrayErrors } from "./stray-errors.js";
import { diagnosticError, isInterrupt, thrownError, type ErrorContent } from "../traceback/errors.js";
import type { HistoryEntry } from "./history.js";
import { inspectAt, pagedName } from "./questions.js";
import { isTimer } from "./render.js";

/** What a session works with. */
export interface Workings {
  engine: Engine;
  places: CellPlaces;
  cells: Cells;
  output: Output;
  strayErrors: StrayErrors;
  /** A value as it is shown. */
  render(value: unknown): Promise<MimeBundle>;
}

/** A reply's content, and whether the cells that wait shall be aborted. */
export interface ExecuteAnswer {
  content: Record<string, unknown>;
  abortQueued: boolean;
}

type Content = Record<string, unknown>;

interface ExecuteRequest {
  code: string;
  silent: boolean;
  store_history: boolean;
  stop_on_error: boolean;
  allow_stdin: boolean;
  user_expressions: Record<string, string>;
}

/** What a cell came to: errors, the first of which is the reply's, and the text of its result for the history. */
interface Result {
  errors: ErrorContent[];
  text: string | null;
  payload: Content[];
}

const DEFAULTS = {
  code: "",
  silent: false,
  allow_stdin: false,
  store_history: true,
  stop_on_error: true,
  user_expressions: {},
};

export class Execution {
  readonly history: HistoryEntry[] = [];
  readonly #with: Workings;
  #count = 0;

  constructor(workings: Workings) {
    this.#with = workings;
  }

  async execute(header: Header, content: Content, metadata: Content = {}): Promise<ExecuteAnswer> {
    const { cells, output } = this.#with;
    const request: ExecuteRequest = { ...DEFAULTS, ...content };
    const { code, silent } = request;
    const remember = request.store_history && !silent;
    if (remember) this.#count++;
    const cell = new Cell(header, this.#count, {
      silent,
      allowStdin: request.allow_stdin,
      takesLate: metadata.cellId !== undefined,
    });
    // Awaited, not only returned: that would be a microtask, and those are lost when a cell is ended by force.
    return await cells.run(cell, async () => {
      output.publish("execute_input", { code, execution_count: cell.count });
      const name = pagedName(code);
      const result = name === undefined ? await this.#run(cell, code) : this.#page(name);
      cell.running = false;
      if (remember) this.history.push({ line: cell.count, input: code, output: result.text });
      for (const error of result.errors) output.publish("error", error);
      return await this.#answer(request, result);
    });
  }

  async #answer(request: ExecuteRequest, { errors, payload }: Result): Promise<ExecuteAnswer> {
    const [error] = errors;
    const execution_count = this.#count;
    if (error) {
      const content = { status: "error", execution_count, ...error, user_expressions: {}, payload: [] };
      return { content, abortQueued: request.stop_on_error };
    }
    const user_expressions = await this.#evaluate(request.user_expressions, execution_count);
    return { content: { status: "ok", execution_count, user_expressions, payload }, abortQueued: false };
  }

  async #run(cell: Cell, code: string): Promise<Result> {
    const { engine, places, strayErrors } = this.#with;
    const { diagnostics, thrown, values } = await engine.run(code, cell.count);
    await engine.settle();
    let text: string | null = null;
    if (values.length > 0 && cell.stray.length === 0 && !isTimer(values[0])) {
      try {
        text = await this.#show(cell, values[0]);
      } catch (error) {
        thrown.push(error); // an interrupt, or what JSON cannot hold
      }
    }
    // A stray error ends its cell by an interrupt, which is then not the reason.
    const reasons = cell.stray.length > 0 ? thrown.filter((error) => !isInterrupt(error)) : thrown;
    const errors = [
      ...(diagnostics.length > 0 ? [diagnosticError(code, diagnostics)] : []),
      ...reasons.map((error) => thrownError(error, places)),
      ...strayErrors.take(cell),
    ];
    return { errors, text, payload: [] };
  }

  /** Publishes a value as the cell's result; returns its text. */
  async #show(cell: Cell, value: unknown): Promise<string | null> {
    const { engine, render, output } = this.#with;
    if (cell.silent) return null;
    const data =
      Object(value) === value ? await engine.interruptible(() => render(value)) : await render(value);
    output.publish("execute_result", { execution_count: cell.count, data, metadata: {} });
    return typeof data["text/plain"] === "string" ? data["text/plain"] : null;
  }

  /** What `name?` asks for: the signature and documentation, as a page beside the notebook. */
  #page(name: string): Result {
    const { found, data } = inspectAt(this.#with.engine, name, [...name].length);
    const page = found ? data : { "text/plain": `no information on ${name}` };
    return { errors: [], text: null, payload: [{ source: "page", data: page, start: 0 }] };
  }

  /** The `user_expressions` of a request: each by itself, its value or its error. */
  async #evaluate(expressions: Record<string, string>, count: number): Promise<Content> {
    const { engine, places, render } = this.#with;
    const results: Content = {};
    for (const [name, text] of Object.entries(expressions)) {
      // What begins with a brace would be a block.
      const expression = text.trimStart().startsWith("{") ? `(${text})` : text;
      const { diagnostics, thrown, values } = await engine.run(expression, count);
      if (diagnostics.length > 0)
        results[name] = { status: "error", ...diagnosticError(expression, diagnostics) };
      else if (thrown.length > 0) results[name] = { status: "error", ...thrownError(thrown[0], places) };
      else results[name] = { status: "ok", data: await render(values[0]), metadata: {} };
    }
    return results;
  }
}
