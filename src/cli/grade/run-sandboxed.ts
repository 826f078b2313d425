/** Runs each submitted notebook in its own sandbox, and reads the result. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { watchMemory } from "../../jupyter/run/memory-watch.js";
import { answersIn } from "./grade-run.js";
import type { CellEnd, Inside } from "./run-inside.js";
import type { Job, Sandbox } from "./sandbox.js";

/** Why there was no result: a key below `grade.stop.`, and the last message. */
export class StoppedError extends Error {
  override name = "StoppedError";
  readonly why: "crashed" | "memory" | "output" | "time" | "interrupted";
  constructor(why: StoppedError["why"], said = "") {
    super(said);
    this.why = why;
  }
}

/** More than all answers of a reasonable notebook. */
const MOST_OUTPUT = 8e6;
/** Seconds for startup, in addition to the notebook's own time. */
const START = 60;
const LAST_WORDS = 500;

/** @throws StoppedError if the sandbox ended without a result */
export async function runSandboxed(
  sandbox: Sandbox,
  job: Job,
  seconds: number,
  signal: AbortSignal,
): Promise<Inside> {
  const [command, ...args] = sandbox.command(job);
  const child = spawn(command!, args, {
    stdio: ["pipe", "pipe", "pipe"],
    env: sandbox.env,
    detached: process.platform !== "win32",
  });
  child.stdin.on("error", () => undefined).end(sandbox.input);
  const chunks: Buffer[] = [];
  let [size, said] = [0, ""];
  let stopped: StoppedError["why"] | undefined;
  const stop = (why: StoppedError["why"]): void => {
    stopped ??= why;
    const kill = sandbox.stop?.(job);
    if (kill) spawnSync(kill[0]!, kill.slice(1), { stdio: "ignore" });
    try {
      process.kill(-child.pid!, "SIGKILL");
    } catch {
      child.kill("SIGKILL");
    }
  };
  const onAbort = (): void => stop("interrupted");
  const timer = setTimeout(() => stop("time"), 1000 * seconds);
  const unwatch = child.pid && watchMemory(child.pid, job.memory + 1000, () => stop("memory"));
  signal.addEventListener("abort", onAbort, { once: true });
  process.on("exit", onAbort);
  child.stdout.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > MOST_OUTPUT) stop("output");
    else chunks.push(chunk);
  });
  child.stderr.on("data", (chunk: Buffer) => (said = (said + String(chunk)).slice(-LAST_WORDS)));
  try {
    await once(child, "close");
  } catch (error) {
    throw new StoppedError("crashed", (error as Error).message);
  } finally {
    clearTimeout(timer);
    if (unwatch) unwatch();
    signal.removeEventListener("abort", onAbort);
    process.off("exit", onAbort);
  }
  if (stopped) throw new StoppedError(stopped);
  return read(Buffer.concat(chunks).toString("utf8"), said);
}

/** Most time for a notebook: five times its own, in case other processes use the processor, plus startup. */
export const longest = (notebookTimeout: number): number => 5 * notebookTimeout + START;

/** Output from an untrusted process, accepted only after checking. */
function read(text: string, said: string): Inside {
  try {
    const { cells, answers } = JSON.parse(text.trim().split("\n").at(-1)!) as Partial<Inside>;
    if (!Array.isArray(cells) || !Array.isArray(answers)) throw new Error("no result");
    return {
      cells: cells.filter(
        (cell): cell is CellEnd => typeof cell?.index === "number" && typeof cell.status === "string",
      ),
      answers: answersIn(answers),
    };
  } catch {
    throw new StoppedError("crashed", said.trim().split("\n").at(-1) ?? "");
  }
}
