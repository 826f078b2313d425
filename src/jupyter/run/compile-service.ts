/** One compiler for all kernels of a run, in a thread of its own. */
import { setTimeout as pause } from "node:timers/promises";
import { AskThread } from "../../threads/ask-thread.js";
import type { CompileCell } from "../kernel/compile/compile-elsewhere.js";
import type { Compiled } from "../kernel/compile/compile-thread.js";
import type { Conversion } from "../kernel/compile/conversion.js";
import { CompiledCells } from "./compiled-cells.js";

/** How long a cell may compile before the thread is considered lost and replaced. */
const PATIENCE_MS = 20_000;

type Thread = AskThread<CompileCell, Compiled | undefined>;

function newThread(): Thread {
  return new AskThread(new URL("../kernel/compile/compile-thread.js", import.meta.url));
}

export class CompileService {
  #thread: Thread | undefined;
  #closed = false;
  readonly #folders = new Map<string, CompiledCells>();
  /** A class's notebooks have most cells in common. */
  readonly #known = new Map<string, Promise<Conversion | undefined>>();
  readonly #cache: string | undefined;

  /** @param cache where compiled cells are kept for the next run */
  constructor(cache?: string) {
    this.#cache = cache;
  }

  /** Announces cells that import from this folder: if no earlier run left any, the compiler is warmed up. */
  expect(folder: string): void {
    if (this.#cells(folder).isEmpty) this.#thread ??= newThread();
  }

  /** Compiles a kernel's cell; if this fails, the kernel must compile it itself. */
  compile(cell: CompileCell): Promise<Conversion | undefined> {
    const key = JSON.stringify(cell);
    const compiled = this.#known.get(key) ?? this.#ask(cell);
    this.#known.set(key, compiled);
    return compiled;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#thread?.close();
    for (const cells of this.#folders.values()) cells.save();
  }

  #cells(folder: string): CompiledCells {
    const cells = this.#folders.get(folder) ?? new CompiledCells(folder, this.#cache);
    this.#folders.set(folder, cells);
    return cells;
  }

  async #ask(question: CompileCell): Promise<Conversion | undefined> {
    const cells = this.#cells(question.folder);
    const kept = cells.get(question);
    if (kept || this.#closed) return kept;
    const thread = (this.#thread ??= newThread());
    const answered = new AbortController();
    const asked = thread.ask(question).catch(() => undefined);
    const late = pause(PATIENCE_MS, "late" as const, { signal: answered.signal }).catch(() => undefined);
    const answer = await Promise.race([asked, late]);
    answered.abort();
    if (answer === "late") {
      // Types can compute forever; cells waiting behind such a cell go to the next thread.
      if (this.#thread === thread) this.#thread = newThread();
      void thread.close();
      return undefined;
    }
    if (answer) cells.add(question, answer.compiled, answer.files);
    return answer?.compiled;
  }
}
