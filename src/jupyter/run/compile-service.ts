/** One compiler for all kernels of a run, in a thread of its own. */
import { setTimeout as pause } from "node:timers/promises";
import { askThread } from "../../threads/ask-thread.js";
import type { CompileCell } from "../kernel/compile/compile-elsewhere.js";
import type { Compiled } from "../kernel/compile/compile-thread.js";
import type { Conversion } from "../kernel/compile/conversion.js";
import { compiledCells, type CompiledCells } from "./compiled-cells.js";

/** How long a cell may compile before the thread is considered lost and replaced. */
const PATIENCE_MS = 20_000;

export type CompileService = ReturnType<typeof compileService>;

const newThread = () =>
  askThread<CompileCell, Compiled | undefined>(
    new URL("../kernel/compile/compile-thread.js", import.meta.url),
  );

/** @param cache where compiled cells are kept for the next run */
export function compileService(cache?: string) {
  let thread: ReturnType<typeof newThread> | undefined;
  let isClosed = false;
  const folders = new Map<string, CompiledCells>();
  /** A class's notebooks have most cells in common. */
  const known = new Map<string, Promise<Conversion | undefined>>();

  function cellsOf(folder: string): CompiledCells {
    const cells = folders.get(folder) ?? compiledCells(folder, cache);
    folders.set(folder, cells);
    return cells;
  }

  async function ask(cell: CompileCell): Promise<Conversion | undefined> {
    const cells = cellsOf(cell.folder);
    const kept = cells.get(cell);
    if (kept || isClosed) return kept;
    const asked = (thread ??= newThread());
    const answered = new AbortController();
    const late = pause(PATIENCE_MS, "late" as const, { signal: answered.signal }).catch(() => undefined);
    const answer = await Promise.race([asked.ask(cell).catch(() => undefined), late]);
    answered.abort();
    if (answer === "late") {
      // Types can compute forever; cells waiting behind such a cell go to the next thread.
      if (thread === asked) thread = newThread();
      void asked.close();
      return undefined;
    }
    if (answer) cells.add(cell, answer.compiled, answer.files);
    return answer?.compiled;
  }

  return {
    /** Announces cells that import from this folder: if no earlier run left any, the compiler is warmed up. */
    expect(folder: string): void {
      if (cellsOf(folder).isEmpty()) thread ??= newThread();
    },
    /** Compiles a kernel's cell; if this fails, the kernel must compile it itself. */
    compile(cell: CompileCell): Promise<Conversion | undefined> {
      const key = JSON.stringify(cell);
      const compiled = known.get(key) ?? ask(cell);
      known.set(key, compiled);
      return compiled;
    },
    async close(): Promise<void> {
      isClosed = true;
      await thread?.close();
      for (const cells of folders.values()) cells.save();
    },
  };
}
