import type { KernelClient } from "./client.js";
import { named } from "./pending-replies.js";

/** Multiple of its time that a cell gets while other processes keep it from the processor. */
const MOST_PATIENCE = 5;

/** How long an interrupted cell may take to end before its kernel is killed. */
const INTERRUPT_GRACE_MS = 3000;

export interface Limits {
  /** Seconds. */
  timeout?: number;
  signal?: AbortSignal;
  /** Characters of output allowed per notebook; its kernel is killed if it writes more. */
  output?: number;
  /** How many characters of a cell's output are kept. */
  outputLimit?: number;
}

/**
 * Waits for a reply until the time limit or the signal; then interrupts the kernel, and kills it if it does not react.
 *
 * @throws an error named CellTimeoutError with the source, also when the interrupted cell ended in time
 */
export async function withinLimits<T>(
  reply: Promise<T>,
  client: KernelClient,
  source: string,
  { timeout, signal }: Limits,
): Promise<T> {
  let timedOut = false;
  const timers: NodeJS.Timeout[] = [];
  const interrupt = () => {
    client.interrupt();
    timers.push(setTimeout(() => void client.kill(), INTERRUPT_GRACE_MS));
  };
  const waitedBefore = client.waited();
  const began = performance.now();
  // The limit counts the cell's own time; its waits for a processor are added.
  const onTimeout = () => {
    const due = Math.min(timeout! + client.waited() - waitedBefore, MOST_PATIENCE * timeout!);
    const rest = 1000 * due - (performance.now() - began);
    if (rest > 100) return timers.push(setTimeout(onTimeout, rest));
    timedOut = true;
    interrupt();
  };
  if (timeout !== undefined) timers.push(setTimeout(onTimeout, timeout * 1000));
  signal?.addEventListener("abort", interrupt, { once: true });
  try {
    const answer = await reply;
    if (!timedOut) return answer;
  } catch (error) {
    if (!timedOut) throw error;
  } finally {
    timers.forEach(clearTimeout);
    signal?.removeEventListener("abort", interrupt);
  }
  const how = client.alive ? "was interrupted" : "did not heed the interrupt, so its kernel was killed";
  throw named("CellTimeoutError", `the cell ran longer than ${timeout} s and ${how}:\n${source}`);
}
