/**
 * Ends this process when the one that started it is gone, a SIGKILL included. The watch runs in a thread of its own,
 * so that a cell that never returns cannot keep it from looking. Preloaded into stock tslab, imported by our kernel.
 */
import { isMainThread, Worker } from "node:worker_threads";

/** Jupyter's own variable, which jupyter_client sets as well. */
const parent = Number(process.env.JPY_PARENT_PID);

const watch = `
  const parent = ${parent};
  const direct = process.ppid === parent;
  const gone = () => {
    if (direct) return process.ppid !== parent;
    try { process.kill(parent, 0); return false; } catch (error) { return error.code === "ESRCH"; }
  };
  setInterval(() => { if (gone()) process.kill(process.pid, "SIGKILL"); }, 500);
`;

if (isMainThread && parent > 1) {
  new Worker(watch, { eval: true, execArgv: [] }).unref();
}
