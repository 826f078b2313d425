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
import type { CellPlaces } from "../traceback/frames.js";
import type { CompileElsewhere } from "../compile/compile-elsewhere.js";
import { createCompiler, type Compiler } from "../compile/compiler.js";
import {
  moduleName,
  type Completion,
  type Conversion,
  type Declarations,
  type Diagnostic,
  type QuickInfo,
} from "../compile/conversion.js";
import { remaining } from "../compile/declarations.js";
import type { Lending } from "./builtins.js";
import { Executor } from "./executor.js";
import { isTable } from "./render.js";
import type { WriteDisplayData } from "./tslab-module.js";

/** What running a cell came to. */
interface Outcome {
  diagnostics: Diagnostic[];
  /** What was thrown, in a list of one; empty where nothing was. */
  thrown: unknown[];
  /** The value of the last expression unless it is `undefined`, in a list of one. */
  values: unknown[];
}

/** Does a piece of work that must not be broken off halfway: the compiler's. */
export type Whole = <T>(work: () => T) => T;

const INTERRUPTED = "Interrupted asynchronously";

export class Engine {
  readonly #folder: string;
  readonly #places: CellPlaces;
  readonly #executor: Executor;
  readonly #whole: Whole;
  readonly #builtins: Lending;
  readonly #elsewhere: CompileElsewhere | undefined;
  #compiler: Compiler | undefined;
  /** The declarations that the next cell is compiled with. */
  #previous: Declarations = [];
  #interrupted = false;
  readonly #turns = new MessageChannel();
  #breakOff: () => void = () => undefined;

  /**
   * Without `elsewhere` it builds the type checker's program, which takes a while.
   * @param folder from where cells import
   * @param places learns where in the cells a line of running code stands
   * @param elsewhere compiles cells for this kernel
   */
  constructor(
    folder: string,
    places: CellPlaces,
    write: WriteDisplayData,
    whole: Whole,
    builtins: Lending,
    elsewhere?: CompileElsewhere,
  ) {
    this.#folder = folder;
    this.#places = places;
    this.#whole = whole;
    this.#builtins = builtins;
    this.#elsewhere = elsewhere;
    this.#executor = new Executor(folder, write, builtins);
    if (!elsewhere) this.#ownCompiler();
  }

  /**
   * Runs one cell; the next may begin when the promise is settled.
   * @param count the number by which a traceback names the cell
   */
  async run(source: string, count: number): Promise<Outcome> {
    const outcome: Outcome = { diagnostics: [], thrown: [], values: [] };
    this.#interrupted = false;
    const asked = this.#compiler ? undefined : this.#elsewhere?.(this.#previous, source);
    const elsewhere = asked && (await this.#builtins.lend(() => asked));
    if (this.#interrupted) {
      outcome.thrown.push(new Error(INTERRUPTED));
      return outcome;
    }
    const module = moduleName(source);
    if (module !== undefined) {
      outcome.diagnostics = this.#whole(() => this.#ownCompiler().addModule(module, source));
      return outcome;
    }
    const conversion = elsewhere ?? this.#whole(() => this.#ownCompiler().convert(this.#previous, source));
    outcome.diagnostics = conversion.diagnostics;
    if (conversion.output !== undefined) await this.#carryOut(conversion, source, count, outcome);
    return outcome;
  }

  /** What a cell has declared when it fails stays known as far as it has come. */
  async #carryOut(conversion: Conversion, source: string, count: number, outcome: Outcome): Promise<void> {
    const { declared = [], map = "" } = conversion;
    const changed = this.#executor.changed(declared.flatMap(({ name }) => name ?? []));
    for (const side of conversion.sideOutputs ?? []) this.#places.addFile(side.path, side.map);
    const name = this.#places.add(count, source, map);
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

  /** Compiles in advance what no cell has asked for. */
  warmUp(source: string): void {
    this.#whole(() => this.#compiler?.warmUp(source));
  }

  /** Makes ready for a first completion. */
  warmUpQuestions(source: string): void {
    this.#whole(() => this.#compiler?.warmUpQuestions(source));
  }

  complete(source: string, position: number): Completion {
    // Of a table that has been read from a file, the session alone knows the columns.
    const columnsOf = (name: string): readonly string[] | undefined => {
      const value = this.#executor.peek(name);
      return isTable(value) ? value.columns : undefined;
    };
    return this.#whole(() => this.#ownCompiler().complete(this.#previous, source, position, columnsOf));
  }

  inspect(source: string, position: number): QuickInfo | undefined {
    return this.#whole(() => this.#ownCompiler().inspect(this.#previous, source, position));
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
      this.#builtins.take();
    }
  }

  /** A rejection that nobody handles is known when Node has done all that is due at once. */
  settle(): Promise<void> {
    const done = new Promise<void>((resolve) => void setImmediate(resolve));
    return this.#builtins.lend(() => done);
  }

  #ownCompiler(): Compiler {
    return (this.#compiler ??= this.#whole(() => createCompiler(this.#folder, !this.#elsewhere)));
  }
}
