/** Breaks off what the main thread does, from another thread. */
import { setTimeout as sleep } from "node:timers/promises";
import { terminateExecution } from "../internals/terminate.js";

/** How long a signal may take to be heard. */
const PATIENCE_MS = 150;
/** How often one is sent at most. */
const ATTEMPTS = 50;

/** What an interrupt needs to know of the main thread. */
export interface Interruptible {
  /** The request that it answers, if any. */
  underWay(): string | undefined;
  /** How many interrupts its event loop has heard. */
  heard(): number;
  /** Whether it does what must not be broken off halfway. */
  isWhole(): boolean;
}

/** The means, so that a test can look on. */
export interface Means {
  signal(): void;
  terminate(): void;
}

const MEANS: Means = { signal, terminate: () => void terminateExecution() };

/**
 * Interrupts by SIGINT, which ends a pending await, and child processes; repeated until the request is answered, since
 * one that comes before the cell has begun gets lost. A loop hears none: V8 is made to leave it.
 */
export async function interrupt(main: Interruptible, means: Means = MEANS): Promise<void> {
  const request = main.underWay();
  let heard = main.heard();
  let unheard = 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (!main.isWhole()) means.signal();
    await sleep(PATIENCE_MS);
    const wasHeard = main.heard() !== heard;
    if (main.underWay() !== request || (wasHeard && request === undefined)) return;
    heard = main.heard();
    if (!wasHeard && !main.isWhole() && ++unheard % 2 === 0) means.terminate();
  }
}

/**
 * As a terminal's Ctrl-C: to all of the kernel's process group, which holds the children that cells have started.
 * Where the kernel leads none, to the kernel alone.
 */
function signal(): void {
  try {
    process.kill(-process.pid, "SIGINT");
  } catch {
    process.kill(process.pid, "SIGINT");
  }
}
