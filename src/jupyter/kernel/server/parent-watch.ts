import { rmSync } from "node:fs";
import { RUN_FOLDER } from "../../../base/once-a-run.js";
import { descendants } from "../../run/memory-watch.js";

/** How often it looks. */
const LOOK_MS = 500;
/** A runner's folder, by the name that it gives it. */
const RUN = /[\\/]egov-kz-run-\w{6}$/;

/**
 * Ends this process, and what cells have started, when the one that started it is gone, even by SIGKILL, and removes the
 * connection file, which that one no longer can. To be called in a thread that no cell can keep from looking. The parent
 * is known by Jupyter's own variable, which jupyter_client sets as well.
 */
export function watchParent(connectionFile: string): void {
  const parent = Number(process.env.JPY_PARENT_PID);
  if (!(parent > 1)) return;
  // As it was before the first cell.
  const { [RUN_FOLDER]: shared = "" } = process.env;
  const direct = process.ppid === parent;
  setInterval(() => {
    if (direct ? process.ppid === parent : send(0, parent) !== "ESRCH") return;
    try {
      rmSync(connectionFile, { force: true });
      if (RUN.test(shared)) rmSync(shared, { recursive: true, force: true });
    } finally {
      // Those of a group of their own, then the kernel's group, and the kernel where it leads none.
      for (const pid of [...descendants(process.pid), -process.pid, process.pid]) send("SIGKILL", pid);
    }
  }, LOOK_MS);
}

/** @returns why the signal could not be sent; ESRCH if the process has ended */
function send(signal: "SIGKILL" | 0, pid: number): string | undefined {
  try {
    process.kill(pid, signal);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
}
