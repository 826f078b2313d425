/** Breaks off what the main thread does, from another thread. */
import { setTimeout as sleep } from "node:timers/promises";
import { terminateExecution } from "../internals/terminate.js";
import type { SharedFlags } from "./between-threads.js";
import type { Dispatcher } from "./dispatcher.js";

/** How long a signal may take to be heard. */
const PATIENCE_MS = 150;
/** How often one is sent at most. */
const ATTEMPTS = 50;

/** The means, so that a test can look on. */
const MEANS = { signal, terminate: (): unknown => void terminateExecution() };

/**
 * Interrupts by SIGINT, which ends a pending await, and child processes; repeated until the request is answered, since
 * one that comes before the cell has begun gets lost. A loop hears none: V8 is made to leave it.
 */
export async function interrupt(
  dispatcher: Pick<Dispatcher, "underWay">,
  flags: Pick<SharedFlags, "heard" | "isWhole">,
  means = MEANS,
): Promise<void> {
  const request = dispatcher.underWay;
  let heard = flags.heard();
  let unheard = 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (!flags.isWhole()) means.signal();
    await sleep(PATIENCE_MS);
    const wasHeard = flags.heard() !== heard;
    if (dispatcher.underWay !== request || (wasHeard && request === undefined)) return;
    heard = flags.heard();
    if (!wasHeard && !flags.isWhole() && ++unheard % 2 === 0) means.terminate();
  }
}

/**
 * As a terminal's Ctrl-C: to all of the kernel's process group, which holds the children that cells have started.
 * Where the kernel leads none, to the kernel alone.
 */
function signal(): unknown {
  try {
    return process.kill(-process.pid, "SIGINT");
  } catch {
    return process.kill(process.pid, "SIGINT");
  }
}
