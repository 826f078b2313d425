import { readdirSync, readFileSync } from "node:fs";

const EVERY_MS = 250;
/** Linux counts memory in pages; this is their size on all systems that Node supports. */
const PAGE = 4096;

/**
 * Calls `over` once when a process and its descendants use more than `limit` MB, including buffers, which the heap's
 * own limit ignores. It works only on Linux; elsewhere only the heap's limit applies.
 * @returns a function that ends the watch
 */
export function watchMemory(pid: number, limit: number, over: () => void): () => void {
  const stop = () => clearInterval(timer);
  const timer = setInterval(() => {
    const pages = [pid, ...descendants(pid)].reduce((sum, one) => sum + pagesOf(one), 0);
    if ((pages * PAGE) / 2 ** 20 <= limit) return;
    stop();
    over();
  }, EVERY_MS).unref();
  return stop;
}

function pagesOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
  } catch {
    return 0;
  }
}

/** All descendants of a process's threads; empty if the system does not tell. */
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
