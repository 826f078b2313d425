/**
 * The half of `grade` that runs in the sandbox: runs one notebook with its kernel, then prints a line of JSON with the
 * answers. It has no right answers, so tampering cannot help a student.
 */
import { writeSync } from "node:fs";
import { dirname } from "node:path";
import { ourKernel } from "../../jupyter/run/kernel-spec.js";
import { startClient, type KernelClient } from "../../jupyter/run/client.js";
import { compileService } from "../../jupyter/run/compile-service.js";
import { executeNotebook, type ExecutedNotebook } from "../../jupyter/run/run-notebook.js";
import { readNotebook } from "../../jupyter/notebook/notebook-file.js";
import type { Notebook } from "../../jupyter/notebook/notebook-file.js";
import { ANSWER_TYPE, type HandedIn } from "../../paper/exercises.js";

export interface InsideOptions {
  notebook: string;
  language: string;
  /** Seconds for a cell and for the notebook, excluding processor time taken by other processes. */
  timeout: number;
  notebookTimeout: number;
  /** MB for the kernel, and for output. */
  memory: number;
  output: number;
}

/** How a cell ended. */
export interface CellEnd {
  index: number;
  status: "ok" | "failed" | "timed out" | "not run" | "blank";
  /** The error in one line: "ENOENT: no such file". */
  error?: string;
  ename?: string;
}

/** What is sent out of the sandbox. */
export interface Inside {
  cells: CellEnd[];
  /** In the order of the cells. */
  answers: HandedIn[];
}

/** How many times a kernel ended by a cell is restarted; the notebook then runs without that cell. */
const FRESH_STARTS = 3;
const LONGEST_ANSWER = 100_000;

const options = JSON.parse(process.argv[2]!) as InsideOptions;
const compiler = compileService();
let client: KernelClient | undefined;
// A notebook's output may break the code that reads it; then its kernel ends, and what was handed in before counts.
process.on("uncaughtException", ({ message }) => {
  if (client) return void client.kill();
  console.error(message);
  process.exit(1);
});

const notebook = readNotebook(options.notebook);
const ends = new Map<number, CellEnd>();
const answers = new Map<number, HandedIn[]>();
const deadline = new AbortController();
const clock = watchClock(options.notebookTimeout, () => deadline.abort());
const left = new Set<number>();
for (let start = 0; start <= FRESH_STARTS && !deadline.signal.aborted; start++) {
  const run = await execute({ ...notebook, cells: notebook.cells.map(without) }).catch((error: Error) => {
    console.error(error.message);
    // Without a first kernel there is nothing to grade; without a further one, what was handed in before counts.
    if (start === 0) process.exit(1);
  });
  if (!run) break;
  const last = run.executed.at(-1)?.cell.index;
  record(run);
  if (client?.alive !== false || last === undefined) break;
  left.add(last);
}
clearInterval(clock);
await client?.kill();
await compiler.close();
const inside: Inside = {
  cells: notebook.cells.flatMap(({ index, type }) => (type === "code" ? [ends.get(index)!] : [])),
  answers: notebook.cells.flatMap(({ index }) => answers.get(index) ?? []),
};
const line = Buffer.from(`${JSON.stringify(inside)}\n`);
for (let at = 0; at < line.length;) at += writeSync(1, line, at);
process.exit(0);

/** Leaves out a cell that ended a kernel. */
function without(cell: Notebook["cells"][number]): Notebook["cells"][number] {
  return left.has(cell.index) ? { ...cell, source: "" } : { ...cell, tags: [] };
}

async function execute(notebook: Notebook): Promise<ExecutedNotebook> {
  const { memory, timeout, output, language } = options;
  const spec = ourKernel();
  const [node, ...rest] = spec.argv;
  client = await startClient(
    { ...spec, argv: [node!, `--max-old-space-size=${Math.round(memory / 2)}`, ...rest], memory },
    {
      cwd: dirname(notebook.path),
      env: { EGOV_KZ_ANSWERS: "1", EGOV_KZ_LANGUAGE: language },
      compiler,
    },
  );
  return executeNotebook(notebook, client, {
    allowErrors: true,
    timeout,
    output: output * 1e6,
    signal: deadline.signal,
  });
}

function record({ cells, executed }: ExecutedNotebook): void {
  for (const { index, status } of cells)
    if (!left.has(index))
      ends.set(index, { index, status: status === "ok" || status === "not run" ? status : "blank" });
  for (const { cell, failure, collector } of executed) {
    const bundles = collector.outputs.map((output) =>
      "data" in output ? output.data[ANSWER_TYPE] : undefined,
    );
    answers.set(
      cell.index,
      bundles.flatMap((bundle) => (bundle === undefined ? [] : [cut(bundle as HandedIn)])),
    );
    if (failure === undefined) continue;
    const { ename, evalue, traceback } = failure;
    // The code of a refused fetch is in the error's cause.
    const code = /\bE[A-Z]{3,}(?:_[A-Z]+)*\b/.exec(traceback.join("\n"))?.[0] ?? "";
    const said = `${ename}: ${evalue}`.split("\n")[0]!.slice(0, 300);
    const error = said.includes(code) ? said : `${said} (${code})`;
    const late = ename === "CellTimeoutError" || deadline.signal.aborted;
    ends.set(cell.index, { index: cell.index, status: late ? "timed out" : "failed", error, ename });
  }
}

/** An answer of reasonable size; only the beginning of a longer one. */
function cut({ id, answer, more }: HandedIn): HandedIn {
  const short = (value: unknown): unknown => {
    const text = inJson(value);
    return text.length > LONGEST_ANSWER ? text.slice(0, 1000) : value;
  };
  return {
    id: String(id).slice(0, 100),
    answer: short(answer),
    more: Array.isArray(more) ? more.slice(0, 5).map(short) : [],
  };
}

function inJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "…".repeat(LONGEST_ANSWER + 1);
  }
}

/** Calls `over` once the notebook has run for `seconds`, excluding the kernel's waits for a processor. */
function watchClock(seconds: number, over: () => void): NodeJS.Timeout {
  const began = Date.now();
  return setInterval(() => {
    if (Date.now() - began > 1000 * (seconds + Math.min(client?.waited() ?? 0, 4 * seconds))) over();
  }, 500);
}
