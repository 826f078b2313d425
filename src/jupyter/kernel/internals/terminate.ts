/** Ends the JavaScript that runs in the main thread, from another thread; Node does not provide for it. */
import { Session } from "node:inspector";
import { setTimeout as sleep } from "node:timers/promises";

/** How long the main thread may take to leave what it was in. */
const LEAVE_MS = 50;

/**
 * Code that is ended by force leaves open the scopes that Node keeps for AsyncLocalStorage. Node looks after each
 * callback whether all are closed, and ends the process where one is not: so it does not look until they are. From
 * Node 24 on the fields that say so are out of reach; there Node closes the scopes when an error that nobody caught has
 * been dealt with: it is told of one, and that it is.
 */
const ASYNC_WRAP = `
  const { noDeprecation } = process;
  process.noDeprecation = true;
  let wrap;
  try { wrap = process.binding("async_wrap"); } catch {}
  process.noDeprecation = noDeprecation;
  const { async_hook_fields: fields, constants: at } = wrap ?? {};
  wrap?.clearAsyncIdStack();
`;
const LOOK_AWAY = `{ ${ASYNC_WRAP}
  if (wrap) fields[at.kTotals] = fields[at.kCheck] = 0;
  else {
    process.setUncaughtExceptionCaptureCallback(() => undefined);
    process._fatalException(new Error("interrupted"));
    process.setUncaughtExceptionCaptureCallback(null);
  }
}`;
const LOOK_AGAIN = `{ ${ASYNC_WRAP}
  if (wrap) {
    fields[at.kCheck] = 1;
    fields[at.kTotals] = ["kInit", "kBefore", "kAfter", "kDestroy", "kPromiseResolve"].reduce((sum, key) => sum + fields[at[key]], 0);
  }
}`;

/** Ends all JavaScript that is running in the main thread; its event loop then goes on. */
export async function terminateExecution(): Promise<void> {
  const session = new Session();
  session.connectToMainThread();
  const evaluate = (expression: string) =>
    new Promise<void>((resolve) => session.post("Runtime.evaluate", { expression }, () => resolve()));
  void evaluate(LOOK_AWAY);
  await new Promise<void>((resolve) => session.post("Runtime.terminateExecution", () => resolve()));
  await sleep(LEAVE_MS);
  await evaluate(LOOK_AGAIN);
  session.disconnect();
}
