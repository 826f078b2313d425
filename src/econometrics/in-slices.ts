import { setImmediate } from "node:timers/promises";
import { requireThat } from "../base/check.js";
import { text } from "../base/text.js";

/** Options of a long computation. */
export interface LongRun {
  /** Called about twenty times a second and at the end. */
  onProgress?: (done: number, total: number) => void;
}

/** Options of a simulation: how many times, and the seed of its random numbers. */
export interface Simulations extends LongRun {
  simulations?: number;
  seed?: number;
}

/** Milliseconds of work between two pauses, in which an interrupt can be handled. */
const SLICE = 50;

/**
 * Calls `step` `times` times, in slices of 50 ms, so that a kernel interrupt can end it; a loop without pauses would
 * notice only when done.
 * @param times whole number from 1
 * @throws RangeError on an invalid `times`; an AbortError on an interrupt
 */
export async function inSlices(
  caller: string,
  what: string,
  times: number,
  step: () => void,
  { onProgress }: LongRun,
): Promise<void> {
  requireThat(Number.isSafeInteger(times) && times >= 1, caller, "need.wholeNumberFrom1", times, { what });
  const interrupt = new AbortController();
  const stop = (): void =>
    interrupt.abort(new DOMException(text("error.wasInterrupted", { caller }), "AbortError"));
  let listens = false;
  try {
    let pause = performance.now() + SLICE;
    for (let index = 0; index < times; index++) {
      step();
      if (performance.now() < pause) continue;
      onProgress?.(index + 1, times);
      await setImmediate();
      // Only if something else handles the signal too, as a kernel does while a cell waits: alone, our listener
      // would keep a script from ending.
      if (!listens && process.listenerCount("SIGINT") > 0) {
        process.on("SIGINT", stop);
        listens = true;
      }
      interrupt.signal.throwIfAborted();
      pause = performance.now() + SLICE;
    }
    onProgress?.(times, times);
  } finally {
    process.off("SIGINT", stop);
  }
}
