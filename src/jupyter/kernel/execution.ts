/** Runs the cells of a session, one after the other. */
import type { Header } from "../wire.js";
import type { CellPlaces } from "./cell-places.js";
import { Cell, type Cells } from "./cells.js";
import { diagnosticError } from "./diagnostic-error.js";
import { endsWithSemicolon } from "./ends-with-semicolon.js";
import type { Engine } from "./engine.js";
import type { HistoryEntry } from "./history.js";
import { inspectAt } from "./inspect.js";
import type { Output } from "./output.js";
import { pagedName } from "./paged-name.js";
import { render } from "./render.js";
import type { Answer } from "./session.js";
import type { StrayErrors } from "./stray-errors.js";
import { isInterrupt, thrownError, type ErrorContent } from "./thrown-error.js";

type Content = Record<string, unknown>;

interface ExecuteRequest {
  code: string;
  silent: boolean;
  store_history: boolean;
  stop_on_error: boolean;
  user_expressions: Record<string, string>;
}

/** What a cell came to: errors, the first of which is the reply's, and the text of its result for the history. */
interface Result {
  errors: ErrorContent[];
  text: string | null;
  payload: Content[];
}

const DEFAULTS = { code: "", silent: false, store_history: true, stop_on_error: true, user_expressions: {} };

export class Execution {
  readonly history: HistoryEntry[] = [];
  readonly #engine: Engine;
  readonly #places: CellPlaces;
  readonly #cells: Cells;
  readonly #output: Output;
  readonly #strayErrors: StrayErrors;
  #count = 0;

  constructor(engine: Engine, places: CellPlaces, cells: Cells, output: Output, strayErrors: StrayErrors) {
    this.#engine = engine;
    this.#places = places;
    this.#cells = cells;
    this.#output = output;
    this.#strayErrors = strayErrors;
  }

  async execute(header: Header, content: Content): Promise<Answer> {
    const request: ExecuteRequest = { ...DEFAULTS, ...content };
    const { code, silent } = request;
    const remember = request.store_history && !silent;
    if (remember) this.#count++;
    const cell = new Cell(header, this.#count, silent);
    // Awaited, not only returned: that would be a microtask, and those are lost when a cell is ended by force.
    return await this.#cells.run(cell, async () => {
      this.#output.publish("execute_input", { code, execution_count: cell.count });
      const result = await this.#run(cell, code);
      if (remember) this.history.push({ line: cell.count, input: code, output: result.text });
      for (const error of result.errors) this.#output.publish("error", error);
      return await this.#answer(cell, request, result);
    });
  }

  async #answer(cell: Cell, request: ExecuteRequest, { errors, payload }: Result): Promise<Answer> {
    const [error] = errors;
    const execution_count = cell.count;
    if (error) {
      const content = { status: "error", execution_count, ...error, user_expressions: {}, payload: [] };
      return { content, abortQueued: request.stop_on_error };
    }
    const user_expressions = await this.#evaluateAll(request.user_expressions);
    return { content: { status: "ok", execution_count, user_expressions, payload }, abortQueued: false };
  }

  async #run(cell: Cell, code: string): Promise<Result> {
    const name = pagedName(code);
    if (name !== undefined) return this.#page(name);
    const { diagnostics, thrown, values } = await this.#engine.run(code, cell.count);
    // A rejection that nobody handles is known when Node has done all that is due at once.
    await new Promise(setImmediate);
    let text: string | null = null;
    if (values.length > 0 && cell.stray.length === 0 && !endsWithSemicolon(code)) {
      try {
        text = await this.#show(cell, values[0]);
      } catch (error) {
        thrown.push(error);
      }
    }
    cell.running = false;
    const stray = this.#strayErrors.take(cell);
    // A stray error ends its cell by an interrupt, which is then not the reason.
    const reasons = cell.stray.length > 0 ? thrown.filter((error) => !isInterrupt(error)) : thrown;
    const errors = [
      ...(diagnostics.length > 0 ? [diagnosticError(code, diagnostics)] : []),
      ...reasons.map((error) => thrownError(error, this.#places)),
      ...stray,
    ];
    return { errors, text, payload: [] };
  }

  /** What `name?` asks for: the signature and documentation, as a page beside the notebook. */
  #page(name: string): Result {
    const { found, data } = inspectAt(this.#engine, name, [...name].length);
    const page = found ? data : { "text/plain": `no information on ${name}` };
    return { errors: [], text: null, payload: [{ source: "page", data: page, start: 0 }] };
  }

  /** Every expression by itself: its value, or its error. */
  async #evaluateAll(expressions: Record<string, string>): Promise<Content> {
    const results: Content = {};
    for (const [name, expression] of Object.entries(expressions)) {
      results[name] = await this.#evaluate(expression);
    }
    return results;
  }

  async #evaluate(text: string): Promise<Content> {
    // What begins with a brace would be a block.
    const expression = text.trimStart().startsWith("{") ? `(${text})` : text;
    const { diagnostics, thrown, values } = await this.#engine.run(expression, this.#count);
    if (diagnostics.length > 0) return { status: "error", ...diagnosticError(expression, diagnostics) };
    if (thrown.length > 0) return { status: "error", ...thrownError(thrown[0], this.#places) };
    return { status: "ok", data: await render(values[0], this.#places), metadata: {} };
  }

  /** Publishes a value as the cell's result; returns its text. */
  async #show(cell: Cell, value: unknown): Promise<string | null> {
    if (cell.silent) return null;
    const data = await render(value, this.#places);
    this.#output.publish("execute_result", { execution_count: cell.count, data, metadata: {} });
    return typeof data["text/plain"] === "string" ? data["text/plain"] : null;
  }
}
