/** Breaks off what the main thread does, from another thread. */
import { Session } from "node:inspector";
import { setTimeout as sleep } from "node:timers/promises";
import type { Stage } from "./shared-flags.js";

/** How long a signal may take to be heard. */
const PATIENCE_MS = 250;

/**
 * Code that is ended by force leaves the scopes open that Node keeps for AsyncLocalStorage, and Node then ends the
 * process. It closes them when an error that nobody caught has been dealt with: here it is told of one, and that it is.
 */
const LEAVE_ASYNC_SCOPES = `{
  process.setUncaughtExceptionCaptureCallback(() => undefined);
  process._fatalException(new Error("interrupted"));
  process.setUncaughtExceptionCaptureCallback(null);
}`;

/** What an interrupt needs to know of the main thread. */
export interface Interruptible {
  /** The request that it answers, if any. */
  underWay(): string | undefined;
  /** How many interrupts its event loop has heard. */
  heard(): number;
  isAt(stage: Stage): boolean;
}

/** The means, so that a test can look on. */
export interface Means {
  signal(): void;
  terminate(): void;
}

const MEANS: Means = { signal: () => process.kill(process.pid, "SIGINT"), terminate: terminateExecution };

/**
 * Interrupts by SIGINT, which ends a loop in a cell's first stretch, and a pending await; repeated until it is heard,
 * since one that comes while a cell is compiled or just begins may get lost. A loop behind an `await` or in a timer
 * hears none: V8 is made to leave it.
 */
export async function interrupt(main: Interruptible, means: Means = MEANS): Promise<void> {
  const [request, heard] = [main.underWay(), main.heard()];
  for (let unheard = 0; unheard < 2;) {
    if (!main.isAt("compiling")) means.signal();
    await sleep(PATIENCE_MS);
    if (main.underWay() !== request || main.heard() !== heard) return;
    if (main.isAt("loop")) unheard++;
  }
  means.terminate();
}

/** Ends all JavaScript that is running in the main thread; its event loop then goes on, and hears the signal. */
function terminateExecution(): void {
  const session = new Session();
  session.connectToMainThread();
  session.post("Runtime.evaluate", { expression: LEAVE_ASYNC_SCOPES });
  session.post("Runtime.terminateExecution", () => session.disconnect());
}
