/** Answers the requests that need the type checker or the user's variables; runs cells one after the other. */
import type { MimeBundle } from "../../../base/display.js";
import type { Header } from "../../wire/wire.js";
import type { SessionRequest } from "../server/between-threads.js";
import { diagnosticError, isInterrupt, thrownError, type ErrorContent } from "../traceback/errors.js";
import { cellPlaces } from "../traceback/frames.js";
import type { Builtins } from "./builtins.js";
import { Cell, Cells, strayErrors, type StrayErrors } from "./cells.js";
import { createEngine, type Engine, type EngineWorkings } from "./engine.js";
import { selectHistory, type HistoryEntry } from "./history.js";
import { createOutput, type Output } from "./output.js";
import { answerQuestion, inspectAt, pagedName } from "./questions.js";
import { isTimer, render, type Draw } from "./render.js";
import type { WriteDisplayData } from "./tslab-module.js";

/** What a session works with. */
interface Workings extends Omit<EngineWorkings, "places" | "write" | "builtins"> {
  server: Parameters<typeof createOutput>[2];
  builtins: Builtins;
  draw: Draw;
}

type Content = Record<string, unknown>;

/** A reply's content, and whether the waiting cells are to be aborted. */
interface Answer {
  content: Content;
  abortQueued: boolean;
}

/** The outcome of a cell: errors, the first of which is the reply's, and the text of its result for the history. */
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
  user_expressions: {} as Record<string, string>,
};
type ExecuteRequest = typeof DEFAULTS;

export class Session {
  readonly cells = new Cells();
  readonly output: Output;
  readonly engine: Engine;
  readonly stray: StrayErrors;
  readonly #places = cellPlaces();
  /** A value as it is shown. */
  readonly #render: (value: unknown) => Promise<MimeBundle>;
  readonly #history: HistoryEntry[] = [];
  #count = 0;

  constructor({ server, builtins, draw, ...workings }: Workings) {
    const places = this.#places;
    this.output = createOutput(this.cells, places, server, (work) => builtins.own(work));
    const write: WriteDisplayData = (content, isUpdate) =>
      this.output.write(isUpdate ? "update_display_data" : "display_data", content);
    this.engine = createEngine({ ...workings, places, write, builtins });
    this.stray = strayErrors(this.cells, places, () => this.engine.interrupt());
    this.#render = (value) => render(value, places, draw, (work) => builtins.lend(work));
  }

  /** Never throws: an error of the kernel's own is an answer, too. */
  async answer({ header, content, metadata }: SessionRequest): Promise<Answer> {
    try {
      if (header.msg_type === "execute_request") return await this.#execute(header, content, metadata);
      return { content: this.#lookUp(header.msg_type, content), abortQueued: false };
    } catch (error) {
      return { content: { status: "error", ...thrownError(error, this.#places) }, abortQueued: false };
    }
  }

  #lookUp(msgType: string, content: Content): Content {
    if (msgType === "history_request")
      return { status: "ok", history: selectHistory(this.#history, content) };
    if (msgType === "due_request") return { status: "ok", due: stillDue() };
    return answerQuestion(this.engine, msgType, content);
  }

  async #execute(header: Header, content: Content, metadata: Content = {}): Promise<Answer> {
    const { cells, output } = this;
    const request: ExecuteRequest = { ...DEFAULTS, ...content };
    const { code, silent, allow_stdin: allowStdin } = request;
    const remember = request.store_history && !silent;
    if (remember) this.#count++;
    const takesLate = metadata.cellId !== undefined;
    const cell = new Cell(header, this.#count, { silent, allowStdin, takesLate });
    // Awaited, not only returned: that would be a microtask, and those are lost when a cell is ended by force.
    return await cells.run(cell, async () => {
      output.publish("execute_input", { code, execution_count: cell.count });
      const name = pagedName(code);
      const result = name === undefined ? await this.#run(cell, code) : this.#page(name);
      cell.running = false;
      if (remember) this.#history.push({ line: cell.count, input: code, output: result.text });
      for (const error of result.errors) output.publish("error", error);
      return await this.#reply(request, result);
    });
  }

  async #reply(request: ExecuteRequest, { errors: [error], payload }: Result): Promise<Answer> {
    const execution_count = this.#count;
    if (error) {
      const content = { status: "error", execution_count, ...error, user_expressions: {}, payload: [] };
      return { content, abortQueued: request.stop_on_error };
    }
    const user_expressions = await this.#evaluate(request.user_expressions, execution_count);
    return { content: { status: "ok", execution_count, user_expressions, payload }, abortQueued: false };
  }

  async #run(cell: Cell, code: string): Promise<Result> {
    const { diagnostics, thrown, values } = await this.engine.run(code, cell.count);
    await this.engine.settle();
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
      ...reasons.map((error) => thrownError(error, this.#places)),
      ...this.stray.take(cell),
    ];
    return { errors, text, payload: [] };
  }

  /** Publishes a value as the cell's result; returns its text. */
  async #show(cell: Cell, value: unknown): Promise<string | null> {
    if (cell.silent) return null;
    const shown = () => this.#render(value);
    const data = await (Object(value) === value ? this.engine.interruptible(shown) : shown());
    this.output.publish("execute_result", { execution_count: cell.count, data, metadata: {} });
    return typeof data["text/plain"] === "string" ? data["text/plain"] : null;
  }

  /** Answers `name?`: the signature and documentation, as a page beside the notebook. */
  #page(name: string): Result {
    const { found, data } = inspectAt(this.engine, name, [...name].length);
    const page = found ? data : { "text/plain": `no information on ${name}` };
    return { errors: [], text: null, payload: [{ source: "page", data: page, start: 0 }] };
  }

  /** The `user_expressions` of a request: each by itself, its value or its error. */
  async #evaluate(expressions: Record<string, string>, count: number): Promise<Content> {
    const results: Content = {};
    for (const [name, text] of Object.entries(expressions)) {
      // What begins with a brace would be a block.
      const expression = text.trimStart().startsWith("{") ? `(${text}\n)` : text;
      const { diagnostics, thrown, values } = await this.engine.run(expression, count);
      if (diagnostics.length > 0)
        results[name] = { status: "error", ...diagnosticError(expression, diagnostics) };
      else if (thrown.length > 0)
        results[name] = { status: "error", ...thrownError(thrown[0], this.#places) };
      else results[name] = { status: "ok", data: await this.#render(values[0]), metadata: {} };
    }
    return results;
  }
}

/** Names by which Node counts what cells have started; the kernel itself has none of it. */
const KINDS = new Map([
  ["Timeout", "a timer"],
  ["Immediate", "a timer"],
  ["ProcessWrap", "a child process"],
  ["TCPSocketWrap", "a connection"],
  ["TCPServerWrap", "a server"],
]);

/** What keeps Node from ending, each kind once; an `unref()`ed timer does not. */
function stillDue(): string[] {
  return [...new Set(process.getActiveResourcesInfo().flatMap((name) => KINDS.get(name) ?? []))];
}
