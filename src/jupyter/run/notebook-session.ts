/** Executes a notebook's cells one by one in one kernel; every output goes to the cell it belongs to. */
import { setTimeout as pause } from "node:timers/promises";
import { withinLimits, type Limits } from "./cell-timeout.js";
import { failWith, judgeCell, type CellFailure } from "./cell-verdict.js";
import { DeadKernelError, type KernelClient } from "./client.js";
import type { NotebookCell } from "../notebook/notebook-file.js";
import { OutputCollector, type Display } from "../notebook/outputs.js";
import type { Message } from "../wire/wire.js";
import { named } from "./pending-replies.js";

export interface ExecutedCell {
  cell: NotebookCell;
  collector: OutputCollector;
  executionCount: number | null;
  failure?: CellFailure;
}

/** Stock tslab skips every cell for 200 ms after an error. */
const STOCK_ABORT_WINDOW_MS = 250;

/** How long after the last cell a rejection may arrive and still be seen. */
const LATE_MS = 50;

/** How long after the last cell our kernel's timers are awaited, and equally long for an answer. */
const DUE_MS = 1000;

/** Reports unawaited rejections if the kernel itself ignores them. */
const WATCH_REJECTIONS = `
for (const event of ["unhandledRejection", "uncaughtException"]) {
  process.removeAllListeners(event);
  process.on(event, (e) => console.error("UnhandledPromiseRejection: " + (e && e.stack ? e.stack : e)));
}`;

export class NotebookSession {
  readonly executed: ExecutedCell[] = [];
  readonly #client: KernelClient;
  readonly #limits: Limits;
  readonly #byRequest = new Map<string, OutputCollector>();
  readonly #displays = new Map<string, Display[]>();
  readonly #stock: boolean;
  readonly #quiet: boolean;
  /** Characters of output so far, if they are limited. */
  #putOut = 0;

  constructor(client: KernelClient, limits: Limits) {
    this.#client = client;
    this.#limits = limits;
    const { implementation, language_info } = client.info;
    this.#stock = implementation === "tslab";
    this.#quiet = this.#stock || Object(language_info).name === "typescript";
    client.onOutput = (message) => {
      if (limits.output !== undefined) this.#putOut += JSON.stringify(message.content).length;
      if (this.#isTooMuch) void client.kill();
      else this.#collectorOf(message)?.add(message);
    };
  }

  get #isTooMuch(): boolean {
    return this.#putOut > (this.#limits.output ?? Infinity);
  }

  /**
   * Stock tslab labels output by the request that it is busy with, so late output may carry the id of one of our own
   * requests: it belongs to the last cell.
   */
  #collectorOf({ parent_header }: Message): OutputCollector | undefined {
    const own = this.#byRequest.get(parent_header.msg_id ?? "");
    return own ?? (this.#stock ? this.executed.at(-1)?.collector : undefined);
  }

  /**
   * Waits until the kernel can run code, not only answer, so that startup does not count toward the first cell's time
   * and timeout.
   */
  async prepare(): Promise<void> {
    const { reply } = this.#client.execute(this.#stock ? WATCH_REJECTIONS : "", { silent: true });
    await withinLimits(reply, this.#client, "", { signal: this.#limits.signal });
  }

  async run(cell: NotebookCell): Promise<CellFailure | undefined> {
    const collector = new OutputCollector(this.#displays, this.#limits.outputLimit);
    const executed: ExecutedCell = { cell, collector, executionCount: null };
    this.executed.push(executed);
    const { id, reply } = this.#client.execute(cell.source);
    this.#byRequest.set(id, collector);
    const { outputs } = collector;
    try {
      const { content } = await withinLimits(reply, this.#client, cell.source, this.#limits);
      executed.executionCount = (content.execution_count as number | undefined) ?? null;
      executed.failure = judgeCell(cell, outputs, content, this.#quiet);
    } catch (error) {
      const { name, message } = this.#isTooMuch
        ? named("OutputLimitError", `more than ${this.#limits.output} characters of output`)
        : (error as Error);
      executed.failure = failWith(cell, outputs, name, message);
    }
    if (this.#stock && outputs.some((output) => output.output_type === "error"))
      await pause(STOCK_ABORT_WINDOW_MS);
    return executed.failure;
  }

  /**
   * Judges once more, with messages that arrived after the cells' replies: a rejection there fails its own cell.
   * @returns what is still pending and will be cut off
   */
  async finish(): Promise<string[]> {
    if (!this.#client.alive) return [];
    if (this.#quiet) await pause(LATE_MS);
    let due: string[] = [];
    try {
      if (this.#client.info.implementation === "egov-kz") due = await this.#waitForDue();
      else await this.#client.request("kernel_info_request", {});
    } catch (error) {
      if (!(error instanceof DeadKernelError)) throw error;
    }
    for (const one of this.executed)
      one.failure ??= judgeCell(one.cell, one.collector.outputs, { status: "ok" }, this.#quiet);
    return due;
  }

  /** Waits, for a limited time, until nothing is pending in our kernel; returns what still is. */
  async #waitForDue(): Promise<string[]> {
    const end = performance.now() + DUE_MS;
    for (;;) {
      const asked = this.#client.request("due_request", {}).then(({ content }) => content.due as string[]);
      const busy = pause(DUE_MS, ["code that does not return"], { ref: false });
      const due = await Promise.race([asked, busy]);
      if (due.length === 0 || performance.now() > end || this.#limits.signal?.aborted) return due;
      await pause(LATE_MS);
    }
  }
}
