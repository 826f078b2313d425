/**
 * Compiler and executor behind one small interface. One cell's way:
 *
 *   source, and the declarations of the cells before
 *     -> compiled: by the runner's compiler, or else by the kernel's own (compile/)
 *     -> a function of the session, in which each name of the top level is one binding (live.ts)
 *     -> run (executor.ts), by a message of its own, so that an interrupt can end it
 *     -> the last expression's value, and the declarations for the next cell
 */
import { AsyncResource } from "node:async_hooks";
import { MessageChannel } from "node:worker_threads";
import type { CompileElsewhere } from "../compile/compile-elsewhere.js";
import { createCompiler, type Compiler } from "../compile/compiler.js";
import type { Completion, Conversion, Declarations, Diagnostic, QuickInfo } from "../compile/conversion.js";
import { moduleName } from "../compile/conversion.js";
import { remaining } from "../compile/declarations.js";
import type { CellPlaces } from "../traceback/frames.js";
import type { Builtins } from "./builtins.js";
import { Executor } from "./executor.js";
import { isTable } from "./render.js";
import type { WriteDisplayData } from "./tslab-module.js";

/** The outcome of running a cell. */
interface Outcome {
  diagnostics: Diagnostic[];
  /** What was thrown, in a list of one; empty if nothing was. */
  thrown: unknown[];
  /** The value of the last expression unless it is `undefined`, in a list of one. */
  values: unknown[];
}

/** What an engine works with. */
interface Workings {
  /** From where cells import. */
  folder: string;
  /** Learns where in the cells a line of running code is. */
  places: CellPlaces;
  write: WriteDisplayData;
  /** Does work that must not be broken off halfway: the compiler's. */
  whole<T>(work: () => T): T;
  builtins: Pick<Builtins, "lend" | "take">;
  /** Compiles cells for this kernel. Without it the type checker's program is built at once, which takes a while. */
  elsewhere?: CompileElsewhere | undefined;
}

const INTERRUPTED = "Interrupted asynchronously";

export class Engine {
  readonly #with: Workings;
  readonly #executor: Executor;
  #compiler: Compiler | undefined;
  /** The declarations that the next cell is compiled with. */
  #previous: Declarations = [];
  #interrupted = false;
  readonly #turns = new MessageChannel();
  #breakOff: () => void = () => undefined;

  constructor(workings: Workings) {
    this.#with = workings;
    this.#executor = new Executor(workings.folder, workings.write, workings.builtins);
    if (!workings.elsewhere) this.#compile(() => undefined);
  }

  /**
   * Runs one cell; the next may begin when the promise is settled.
   * @param count the number by which a traceback names the cell
   */
  async run(source: string, count: number): Promise<Outcome> {
    const outcome: Outcome = { diagnostics: [], thrown: [], values: [] };
    const { elsewhere, builtins } = this.#with;
    this.#interrupted = false;
    const asked = this.#compiler ? undefined : elsewhere?.(this.#previous, source);
    const compiled = asked && (await builtins.lend(() => asked));
    const module = moduleName(source);
    if (this.#interrupted) outcome.thrown.push(new Error(INTERRUPTED));
    else if (module !== undefined)
      outcome.diagnostics = this.#compile((compiler) => compiler.addModule(module, source));
    else {
      const conversion = compiled ?? this.#compile((compiler) => compiler.convert(this.#previous, source));
      outcome.diagnostics = conversion.diagnostics;
      if (conversion.output !== undefined) await this.#carryOut(conversion, source, count, outcome);
    }
    return outcome;
  }

  /** What a cell has declared when it fails stays known as far as it has come. */
  async #carryOut(conversion: Conversion, source: string, count: number, outcome: Outcome): Promise<void> {
    const { declared = [], map = "" } = conversion;
    const changed = this.#executor.changed(declared.flatMap(({ name }) => name ?? []));
    const { places } = this.#with;
    for (const side of conversion.sideOutputs ?? []) places.addFile(side.path, side.map);
    const name = places.add(count, source, map);
    try {
      const values = await this.interruptible(() => this.#executor.run(conversion, name));
      if (conversion.diagnostics.length === 0) outcome.values = values.filter((value) => value !== undefined);
      this.#previous = [...declared, ...remaining(this.#previous, declared)];
    } catch (error) {
      outcome.thrown.push(error);
      const done = new Set(changed());
      const kept = declared.filter((one) => done.has(one.name ?? "") || !one.isValue);
      this.#previous = [...kept, ...remaining(this.#previous, kept)];
    }
  }

  /** Prepares the kernel's own compiler, if it has one, for what no cell has asked for yet. */
  warmUp(work: (compiler: Compiler) => void): void {
    this.#with.whole(() => this.#compiler && work(this.#compiler));
  }

  complete(source: string, position: number): Completion {
    // Only the session knows the columns of a table that was read from a file.
    const columnsOf = (name: string): readonly string[] | undefined => {
      const value = this.#executor.peek(name);
      return isTable(value) ? value.columns : undefined;
    };
    return this.#compile((compiler) => compiler.complete(this.#previous, source, position, columnsOf));
  }

  inspect(source: string, position: number): QuickInfo | undefined {
    return this.#compile((compiler) => compiler.inspect(this.#previous, source, position));
  }

  /** Rejects what the running cell awaits. */
  interrupt(): void {
    this.#interrupted = true;
    // What hears of it by itself comes first.
    setImmediate(() => this.#breakOff());
  }

  /**
   * Does work that an interrupt ends. A loop in it is ended by force, and with it all that has called it: so it is
   * called by a message, whose queue Node keeps in order then, unlike that of `setImmediate`.
   */
  async interruptible<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await new Promise<T>((resolve, reject) => {
        this.#breakOff = () => reject(new Error(INTERRUPTED));
        this.#turns.port1.once(
          "message",
          AsyncResource.bind(() => void work().then(resolve, reject)),
        );
        this.#turns.port2.postMessage(undefined);
      });
    } finally {
      this.#with.builtins.take();
    }
  }

  /** A rejection that nobody handles is known when Node has done all that is due at once. */
  settle(): Promise<void> {
    const done = new Promise<void>((resolve) => void setImmediate(resolve));
    return this.#with.builtins.lend(() => done);
  }

  /** Asks the kernel's own compiler, which is built at the first question. */
  #compile<T>(ask: (compiler: Compiler) => T): T {
    const { folder, elsewhere, whole } = this.#with;
    return whole(() => ask((this.#compiler ??= createCompiler(folder, !elsewhere))));
  }
}
