/**
 * Evaluated in a kernel's main thread before and after code in it is ended by force, which leaves open the scopes that
 * Node keeps for AsyncLocalStorage. Node looks after each callback whether all are closed, and ends the process where
 * one is not: so it does not look until they are. From Node 24 on the fields that say so are out of reach; there Node
 * closes the scopes when an error that nobody caught has been dealt with: it is told of one, and that it is.
 */
/* global isEnded */
const { noDeprecation } = process;
process.noDeprecation = true;
let wrap;
try {
  wrap = process.binding("async_wrap");
} catch {
  // Node 24
}
process.noDeprecation = noDeprecation;
wrap?.clearAsyncIdStack();
const { async_hook_fields: fields, constants: at } = wrap ?? {};
const hooks = ["kInit", "kBefore", "kAfter", "kDestroy", "kPromiseResolve"];
if (isEnded && wrap) {
  fields[at.kCheck] = 1;
  fields[at.kTotals] = hooks.reduce((sum, key) => sum + fields[at[key]], 0);
} else if (wrap) {
  fields[at.kTotals] = fields[at.kCheck] = 0;
} else if (!isEnded) {
  process.setUncaughtExceptionCaptureCallback(() => undefined);
  process._fatalException(new Error("interrupted"));
  process.setUncaughtExceptionCaptureCallback(null);
}
