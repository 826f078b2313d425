/** Runs the cells: one at a time, in order, each answered truthfully. */
import { setImmediate as turn, setTimeout as sleep } from "node:timers/promises";
import type { Message } from "../wire.js";
import type { Cell, CellOutput } from "./cell-output.js";
import type { Engine, Outcome } from "./engine.js";
import { errorOf, thrownError, type ErrorContent } from "./errors.js";
import type { HistoryEntry } from "./history.js";
import { endsWithSemicolon, render, text } from "./render.js";

type Content = Record<string, unknown>;

interface ExecuteRequest {
  code: string;
  silent?: boolean;
  store_history?: boolean;
  user_expressions?: Record<string, string>;
  stop_on_error?: boolean;
}

export class Execution {
  readonly history: HistoryEntry[] = [];
  readonly #engine: () => Engine;
  readonly #output: CellOutput;
  #count = 0;
  /** Failures of work that outlived its cell: the next cell reports them. */
  #late: unknown[] = [];
  /** Requests that arrived up to here are aborted. */
  #abortUpTo = 0;
  #arrived = 0;

  constructor(engine: () => Engine, output: CellOutput) {
    this.#engine = engine;
    this.#output = output;
  }

  /** Call when a request arrives; the number goes to `execute`. */
  arrive(): number {
    return ++this.#arrived;
  }

  /** Takes a rejection nobody awaited, or a throw outside a cell's own course. */
  fail(reason: unknown): void {
    const cell = this.#output.owner();
    if (cell?.running) {
      cell.failures.push(reason);
      return;
    }
    this.#late.push(reason);
    this.#output.stream("stderr", `${thrownError(reason).traceback.join("\n")}\n`, cell);
  }

  /** The content of `execute_reply`. */
  async execute(request: Message, arrival: number): Promise<Content> {
    if (arrival <= this.#abortUpTo) return { status: "aborted", execution_count: this.#count };
    const {
      code,
      silent = false,
      store_history = true,
      user_expressions = {},
      stop_on_error = true,
    } = request.content as unknown as ExecuteRequest;
    const cell: Cell = { parent: request.header, running: true, failures: [] };
    const keep = store_history && !silent;
    if (keep && code.trim() !== "") this.#count++;
    const execution_count = this.#count;
    if (!silent) this.#output.send("execute_input", { code, execution_count }, cell);
    const { error, shown } = await this.#run(code, cell, silent);
    const expressions = error === null ? await this.#evaluate(user_expressions, cell) : {};
    cell.running = false;
    if (keep) this.history.push({ line: execution_count, input: code, output: shown });
    const common = { execution_count, user_expressions: expressions, payload: [] };
    if (error === null) return { status: "ok", ...common };
    if (!silent) this.#output.send("error", error, cell);
    if (stop_on_error) await this.#abortWaiting();
    return { status: "error", ...error, ...common };
  }

  /** Runs the code, and gives rejections of this turn of the event loop the time to be heard. */
  async #run(
    code: string,
    cell: Cell,
    silent: boolean,
  ): Promise<{ error: ErrorContent | null; shown: string | null }> {
    if (code.trim() === "" && this.#late.length === 0) return { error: null, shown: null };
    const outcome = await this.#output.within(cell, () => this.#engine().run(code));
    await turn();
    if (!outcome.ok) return { error: errorOf(code, outcome), shown: null };
    if (cell.failures.length > 0)
      return { error: thrownError(cell.failures[0], code, outcome.javascript), shown: null };
    try {
      const shown = silent ? null : await this.#output.within(cell, () => this.#show(code, outcome, cell));
      return { error: this.#lateError(), shown };
    } catch (thrown) {
      return { error: thrownError(thrown, code, outcome.javascript), shown: null };
    }
  }

  async #show(code: string, { values }: Outcome, cell: Cell): Promise<string | null> {
    if (values.length === 0 || endsWithSemicolon(code)) return null;
    const data = await render(values[0]);
    this.#output.send("execute_result", { data, metadata: {}, execution_count: this.#count }, cell);
    return String(data["text/plain"] ?? "");
  }

  /** The failures of earlier cells' work as one error of this cell. */
  #lateError(): ErrorContent | null {
    if (this.#late.length === 0) return null;
    const errors = this.#late.map((reason) => thrownError(reason));
    this.#late = [];
    const note = "(work that an earlier cell had left running failed after that cell had ended)";
    return { ...errors[0]!, traceback: [...errors.flatMap(({ traceback }) => traceback), note] };
  }

  async #evaluate(expressions: Record<string, string>, cell: Cell): Promise<Content> {
    const results: Content = {};
    for (const [name, expression] of Object.entries(expressions)) {
      const source = `(${expression}\n)`;
      const outcome = await this.#output.within(cell, () => this.#engine().run(source));
      const data = () => ({
        "text/plain": outcome.values.length > 0 ? text(outcome.values[0]) : "undefined",
      });
      results[name] = outcome.ok
        ? { status: "ok", data: data(), metadata: {} }
        : { status: "error", ...errorOf(source, outcome) };
    }
    return results;
  }

  /** Marks what had been sent before the error could be known; what comes later runs. */
  async #abortWaiting(): Promise<void> {
    let before;
    do {
      before = this.#arrived;
      await sleep(5);
    } while (this.#arrived !== before);
    this.#abortUpTo = this.#arrived;
  }
}
