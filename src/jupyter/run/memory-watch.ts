import { readdirSync, readFileSync } from "node:fs";

const EVERY_MS = 250;
/** Linux counts memory in pages; ours are of this size on all that Node runs on. */
const PAGE = 4096;

/**
 * Calls `over` once when a process and all that it has started hold more than so many MB, buffers and all: the heap's
 * own limit does not know them. Only where the system tells (Linux); elsewhere the heap's limit alone counts.
 * @returns what ends the watch
 */
export function watchMemory(pid: number, limit: number, over: () => void): () => void {
  const timer = setInterval(() => {
    if (residentMegabytes(pid) <= limit) return;
    clearInterval(timer);
    over();
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function residentMegabytes(pid: number): number {
  try {
    const own = (Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * PAGE) / 2 ** 20;
    return childrenOf(pid).reduce((sum, child) => sum + residentMegabytes(child), own);
  } catch {
    return 0;
  }
}

/** What any of its threads has started. */
function childrenOf(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" ").filter(Boolean).map(Number),
  );
}
