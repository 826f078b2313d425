import { rmSync } from "node:fs";

/** How often is looked. */
const LOOK_MS = 500;

/**
 * Ends this process when the one that started it is gone, a SIGKILL included, and removes the connection file that it
 * cannot remove any more. To be called in a thread that no cell can keep from looking. The parent is known by Jupyter's
 * own variable, which jupyter_client sets as well.
 */
export function watchParent(connectionFile: string): void {
  const parent = Number(process.env.JPY_PARENT_PID);
  if (!(parent > 1)) return;
  const direct = process.ppid === parent;
  setInterval(() => {
    if (direct ? process.ppid === parent : exists(parent)) return;
    try {
      rmSync(connectionFile, { force: true });
    } finally {
      process.kill(process.pid, "SIGKILL");
    }
  }, LOOK_MS);
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
