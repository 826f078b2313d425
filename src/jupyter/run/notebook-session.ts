/** Executes a notebook's cells one by one in one kernel; every output goes to the cell it belongs to. */
import { setTimeout as pause } from "node:timers/promises";
import { withinLimits, type Limits } from "./cell-timeout.js";
import { failWith, judgeCell, type CellFailure } from "./cell-verdict.js";
import { DEAD, type KernelClient } from "./client.js";
import type { NotebookCell } from "../notebook/notebook-file.js";
import { collectOutputs, type Display, type OutputCollector } from "../notebook/outputs.js";
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

export function openSession(client: KernelClient, limits: Limits) {
  const executed: ExecutedCell[] = [];
  const byRequest = new Map<string, OutputCollector>();
  const displays = new Map<string, Display[]>();
  const { implementation, language_info } = client.info;
  const stock = implementation === "tslab";
  const quiet = stock || Object(language_info).name === "typescript";
  /** Characters of output so far, if they are limited. */
  let putOut = 0;
  const isTooMuch = (): boolean => putOut > (limits.output ?? Infinity);
  client.onOutput = (message) => {
    if (limits.output !== undefined) putOut += JSON.stringify(message.content).length;
    if (isTooMuch()) return void client.kill();
    // Stock tslab labels output by the request that it is busy with, so late output may carry the id of one of our own
    // requests: it belongs to the last cell.
    const last = stock ? executed.at(-1)?.collector : undefined;
    (byRequest.get(message.parent_header.msg_id ?? "") ?? last)?.add(message);
  };
  return {
    executed: executed as readonly ExecutedCell[],
    /**
     * Waits until the kernel can run code, not only answer, so that startup does not count toward the first cell's time
     * and timeout.
     */
    async prepare(): Promise<void> {
      const { reply } = client.execute(stock ? WATCH_REJECTIONS : "", true);
      await withinLimits(reply, client, "", { signal: limits.signal });
    },
    async run(cell: NotebookCell): Promise<CellFailure | undefined> {
      const collector = collectOutputs(displays, limits.outputLimit);
      const one: ExecutedCell = { cell, collector, executionCount: null };
      executed.push(one);
      const { id, reply } = client.execute(cell.source);
      byRequest.set(id, collector);
      const { outputs } = collector;
      try {
        const { content } = await withinLimits(reply, client, cell.source, limits);
        one.executionCount = (content.execution_count as number | undefined) ?? null;
        one.failure = judgeCell(cell, outputs, content, quiet);
      } catch (error) {
        const tooMuch = named("OutputLimitError", `more than ${limits.output} characters of output`);
        const { name, message } = isTooMuch() ? tooMuch : (error as Error);
        one.failure = failWith(cell, outputs, name, message);
      }
      if (stock && outputs.some((output) => output.output_type === "error"))
        await pause(STOCK_ABORT_WINDOW_MS);
      return one.failure;
    },
    /**
     * Judges once more, with messages that arrived after the cells' replies: a rejection there fails its own cell.
     * @returns what is still pending and will be cut off
     */
    async finish(): Promise<string[]> {
      if (!client.alive) return [];
      if (quiet) await pause(LATE_MS);
      const isOurs = implementation === "egov-kz";
      const asked = isOurs ? stillDue(client, limits.signal) : client.request("kernel_info_request");
      const answer = await asked.catch((error: Error) => {
        if (error.name !== DEAD) throw error;
      });
      for (const one of executed)
        one.failure ??= judgeCell(one.cell, one.collector.outputs, { status: "ok" }, quiet);
      return Array.isArray(answer) ? answer : [];
    },
  };
}

/** Waits, for a limited time, until nothing is pending in our kernel; returns what still is. */
async function stillDue(client: KernelClient, signal?: AbortSignal): Promise<string[]> {
  for (const end = performance.now() + DUE_MS; ; await pause(LATE_MS)) {
    const asked = client.request("due_request").then(({ content }) => content.due as string[]);
    const busy = pause(DUE_MS, ["code that does not return"], { ref: false });
    const due = await Promise.race([asked, busy]);
    if (due.length === 0 || performance.now() > end || signal?.aborted) return due;
  }
}
