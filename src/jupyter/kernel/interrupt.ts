/** Breaks off what the main thread does, from another thread. */
import { Session } from "node:inspector";

/** How long a signal may take to end a cell, before it is ended by force. */
const PATIENCE_MS = 300;

/** Code that is ended by force leaves the scopes that Node keeps for AsyncLocalStorage open, which Node takes for a fault. */
const LEAVE_ASYNC_SCOPES = `process.binding("async_wrap").clearAsyncIdStack()`;

/**
 * Interrupts by SIGINT, which ends a loop in a cell's first stretch and a pending await. A loop behind an `await` or in
 * a timer does not hear signals; where the same request is still under way after a while, V8 is made to leave it.
 * @param underWay the request that is being answered, if any
 */
export function interruptMainThread(underWay: () => string | undefined): void {
  const before = underWay();
  process.kill(process.pid, "SIGINT");
  if (before === undefined) return;
  setTimeout(() => {
    if (underWay() === before) terminateExecution();
  }, PATIENCE_MS);
}

/** Ends all JavaScript that is running in the main thread; its event loop then goes on, and hears the signal. */
function terminateExecution(): void {
  const session = new Session();
  session.connectToMainThread();
  session.post("Runtime.evaluate", { expression: LEAVE_ASYNC_SCOPES });
  session.post("Runtime.terminateExecution", () => session.disconnect());
}
