/** Runs one notebook in one kernel and judges it: every cell, every output, nothing taken on trust. */
import { KernelClient, DeadKernelError } from "./client.js";
import type { Notebook, NotebookCell, CellUpdate } from "./notebook-file.js";
import { OutputCollector, streamText, toNotebookOutputs, type MimeBundle, type Output } from "./outputs.js";
import type { Message } from "./wire.js";

export interface CellFailure {
  /** Position of the cell in the notebook, from 0. */
  index: number;
  ename: string;
  evalue: string;
  traceback: string[];
  source: string;
}

export interface CellResult {
  index: number;
  seconds: number;
  status: "ok" | "failed" | "skipped" | "not run";
}

export interface NotebookRun {
  path: string;
  ok: boolean;
  cells: CellResult[];
  failures: CellFailure[];
  seconds: number;
  updates: Map<number, CellUpdate>;
}

export interface RunOptions {
  /** Seconds per cell; then an interrupt, and a kill when that is not heeded. */
  timeout?: number;
  /** Go on behind a failed cell. */
  allowErrors?: boolean;
  /** Makes a picture of a Plotly figure, so that it is seen where no script runs. */
  renderImage?: (figure: unknown) => Promise<Buffer>;
  /** Called before each cell, and once more at the end. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

const MAY_RAISE = ["raises-exception", "nbval-raises-exception"];
const MUST_RAISE = "nbval-raises-exception";
const SKIP = ["skip-execution", "nbval-skip"];
const MAY_WRITE_STDERR = "allow-stderr";

/** How long an interrupted cell may take to end before its kernel is killed. */
const INTERRUPT_GRACE_MS = 3000;

/** Stock tslab skips every cell for 200 ms after an error. */
const STOCK_ABORT_WINDOW_MS = 250;

/** Rejections that nobody awaited, made visible where the kernel itself lets them pass. */
const WATCH_REJECTIONS = `
for (const event of ["unhandledRejection", "uncaughtException"]) {
  process.removeAllListeners(event);
  process.on(event, (e) => console.error("UnhandledPromiseRejection: " + (e && e.stack ? e.stack : e)));
}`;

/**
 * Executes all code cells in order.
 * @returns the outcome; a cell's failure is a result, not an exception
 */
export async function runNotebook(
  notebook: Notebook,
  client: KernelClient,
  options: RunOptions = {},
): Promise<NotebookRun> {
  const started = performance.now();
  const displays = new Map<string, Output[]>();
  const byRequest = new Map<string, OutputCollector>();
  const collectors = new Map<number, OutputCollector>();
  const counts = new Map<number, number | null>();
  const run: NotebookRun = {
    path: notebook.path,
    ok: true,
    cells: [],
    failures: [],
    seconds: 0,
    updates: new Map(),
  };
  const stock = client.info.implementation === "jslab" || client.info.implementation === "tslab";
  client.onOutput = (message) => byRequest.get(message.parent_header.msg_id ?? "")?.add(message);
  const codeCells = notebook.cells.filter((cell) => cell.type === "code");
  let stopped = false;
  if (stock && codeCells.length > 0) await client.execute(WATCH_REJECTIONS, { silent: true }).reply;

  for (const [position, cell] of codeCells.entries()) {
    options.onProgress?.(position, codeCells.length);
    if (stopped || options.signal?.aborted) {
      run.cells.push({ index: cell.index, seconds: 0, status: "not run" });
      continue;
    }
    if (cell.source.trim() === "" || cell.tags.some((tag) => SKIP.includes(tag))) {
      run.cells.push({ index: cell.index, seconds: 0, status: "skipped" });
      continue;
    }
    const collector = new OutputCollector(displays);
    collectors.set(cell.index, collector);
    const cellStarted = performance.now();
    const failure = await runCell(cell, collector);
    const seconds = (performance.now() - cellStarted) / 1000;
    run.cells.push({ index: cell.index, seconds, status: failure ? "failed" : "ok" });
    if (failure) {
      run.failures.push(failure);
      stopped = !options.allowErrors || !client.alive;
    }
    if (stock && collector.outputs.some((output) => output.output_type === "error"))
      await pause(STOCK_ABORT_WINDOW_MS);
  }
  if (client.alive && codeCells.length > 0) await collectLateOutput();
  options.onProgress?.(codeCells.length, codeCells.length);
  for (const [index, collector] of collectors) {
    if (options.renderImage) await addImages(collector.outputs, options.renderImage);
    run.updates.set(index, {
      outputs: toNotebookOutputs(collector.outputs),
      executionCount: counts.get(index) ?? null,
    });
  }
  run.ok = run.failures.length === 0 && !options.signal?.aborted;
  run.seconds = (performance.now() - started) / 1000;
  return run;

  /** Runs one cell; returns why it failed, if it did. */
  async function runCell(cell: NotebookCell, collector: OutputCollector): Promise<CellFailure | undefined> {
    const { id, reply } = client.execute(cell.source);
    byRequest.set(id, collector);
    let answer: Message;
    try {
      answer = await withTimeout(reply, cell);
    } catch (error) {
      return failWith(cell, collector, (error as Error).name, (error as Error).message);
    }
    counts.set(cell.index, (answer.content.execution_count as number | undefined) ?? null);
    return judge(cell, collector, answer);
  }

  async function withTimeout(reply: Promise<Message>, cell: NotebookCell): Promise<Message> {
    if (!options.timeout && !options.signal) return reply;
    let timedOut = false;
    let timers: NodeJS.Timeout[] = [];
    const interrupt = () => {
      client.interrupt();
      timers.push(setTimeout(() => void client.kill(), INTERRUPT_GRACE_MS));
    };
    if (options.timeout) {
      timers.push(setTimeout(() => ((timedOut = true), interrupt()), options.timeout * 1000));
    }
    options.signal?.addEventListener("abort", interrupt, { once: true });
    try {
      const answer = await reply;
      if (!timedOut) return answer;
    } catch (error) {
      if (!timedOut) throw error;
    } finally {
      timers.forEach(clearTimeout);
      timers = [];
      options.signal?.removeEventListener("abort", interrupt);
    }
    const how = client.alive ? "was interrupted" : "did not heed the interrupt and its kernel was killed";
    const error = new Error(`the cell ran longer than ${options.timeout} s and ${how}:\n${cell.source}`);
    error.name = "CellTimeoutError";
    throw error;
  }

  /** The verdict on a cell that was answered. */
  function judge(cell: NotebookCell, collector: OutputCollector, answer: Message): CellFailure | undefined {
    const { status } = answer.content;
    const stderr = streamText(collector.outputs, "stderr");
    let shown = collector.outputs.find((output) => output.output_type === "error");
    if (!shown && (status !== "ok" || /^UnhandledPromiseRejection:/m.test(stderr))) {
      shown = errorFrom(answer, stderr);
      collector.outputs.push(shown);
    }
    if (shown)
      return cell.tags.some((tag) => MAY_RAISE.includes(tag))
        ? undefined
        : { ...shown, index: cell.index, source: cell.source };
    if (cell.tags.includes(MUST_RAISE)) {
      return failWith(
        cell,
        collector,
        "NoExceptionError",
        `the cell is tagged ${MUST_RAISE} and raised nothing`,
      );
    }
    if (stderr !== "" && !cell.tags.includes(MAY_WRITE_STDERR)) {
      return {
        index: cell.index,
        ename: "UnexpectedStderr",
        evalue: stderr.trim(),
        traceback: [],
        source: cell.source,
      };
    }
    return undefined;
  }

  function failWith(
    cell: NotebookCell,
    collector: OutputCollector,
    ename: string,
    evalue: string,
  ): CellFailure {
    const traceback = [`${ename}: ${evalue}`];
    collector.outputs.push({ output_type: "error", ename, evalue, traceback });
    return { index: cell.index, ename, evalue, traceback, source: cell.source };
  }

  /** Output that came after its cell's reply: a rejection there fails the cell it belongs to. */
  async function collectLateOutput(): Promise<void> {
    const before = new Map([...collectors].map(([index, collector]) => [index, collector.outputs.length]));
    if (stock) await pause(50);
    try {
      await client.request("kernel_info_request", {});
    } catch (error) {
      if (!(error instanceof DeadKernelError)) throw error;
    }
    for (const [index, collector] of collectors) {
      const late = collector.outputs.slice(before.get(index)!);
      const cell = notebook.cells[index]!;
      if (run.failures.some((failure) => failure.index === index) || late.length === 0) continue;
      const failure = judge(cell, collector, { content: { status: "ok" } } as unknown as Message);
      if (!failure) continue;
      run.failures.push(failure);
      run.cells.find((result) => result.index === index)!.status = "failed";
    }
  }
}

/** An error output for a kernel that sends none: what the reply says, or else the last lines of stderr. */
function errorFrom(answer: Message, stderr: string): Extract<Output, { output_type: "error" }> {
  const { ename, evalue, traceback, status } = answer.content as Record<string, string> & {
    traceback?: string[];
  };
  if (ename)
    return {
      output_type: "error",
      ename,
      evalue: evalue ?? "",
      traceback: (traceback as unknown as string[]) ?? [],
    };
  const lines = stderr
    .replace(/^UnhandledPromiseRejection: /gm, "")
    .trim()
    .split("\n");
  const named = lines
    .map((line) => /^(?:Uncaught )?([A-Z]\w*(?:Error|Exception|Rejection)?): (.*)$/.exec(line))
    .find((match) => match !== null);
  const diagnostic = /^(?:\S+ )?\d+:\d+ - /.test(lines[0] ?? "");
  return {
    output_type: "error",
    ename: named?.[1] ?? (diagnostic ? "TypeScriptError" : "Error"),
    evalue: named?.[2] ?? lines[0] ?? `the kernel answered "${String(status)}"`,
    traceback: lines,
  };
}

async function addImages(
  outputs: readonly Output[],
  renderImage: (figure: unknown) => Promise<Buffer>,
): Promise<void> {
  for (const output of outputs) {
    if (!("data" in output)) continue;
    const figure = output.data["application/vnd.plotly.v1+json"];
    if (figure === undefined || output.data["image/png"] !== undefined) continue;
    const bundle: MimeBundle = {
      ...output.data,
      "image/png": (await renderImage(figure)).toString("base64") + "\n",
    };
    output.data = bundle;
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
