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
  return [pid, ...descendants(pid)].reduce((sum, one) => sum + (pagesOf(one) * PAGE) / 2 ** 20, 0);
}

function pagesOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
  } catch {
    return 0;
  }
}

/** What any of a process's threads has started, and what that has; nothing where the system does not tell. */
export function descendants(pid: number): number[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" ").filter(Boolean).map(Number),
    );
    return children.flatMap((child) => [child, ...descendants(child)]);
  } catch {
    return [];
  }
}
