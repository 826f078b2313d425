/** tslab's compiler and executor behind one small interface. */
import { AsyncResource } from "node:async_hooks";
import { MessageChannel } from "node:worker_threads";
import type { CellPlaces } from "../traceback/frames.js";
import type { CompileElsewhere } from "../compile/compile-elsewhere.js";
import { createCompiler, type Compiled, type Compiler } from "../compile/compiler.js";
import {
  loadTslab,
  type Completion,
  type Conversion,
  type Converter,
  type Diagnostic,
  type Executor,
  type QuickInfo,
  type WriteDisplayData,
} from "../internals/tslab.js";

/** What running a cell came to. */
interface Outcome {
  /** What it was compiled to, unless it is a module. */
  conversion?: Conversion;
  diagnostics: Diagnostic[];
  /** What was thrown, in a list of one; empty where nothing was. */
  thrown: unknown[];
  /** The value of the last expression unless it is `undefined`, in a list of one. */
  values: unknown[];
}

/** Does a piece of work that must not be broken off half-way: the compiler's. */
export type Whole = <T>(work: () => T) => T;

const INTERRUPTED = "Interrupted asynchronously";

export class Engine {
  /** Cells are in JavaScript. */
  readonly isJS: boolean;
  readonly #places: CellPlaces;
  readonly #executor: Executor;
  readonly #whole: Whole;
  readonly #elsewhere: CompileElsewhere | undefined;
  #compiler: Compiler | undefined;
  /** The declarations that the next cell is compiled with. */
  #previous = "";
  /** The running cell, where it was compiled elsewhere. */
  #ready: Compiled | undefined;
  #source = "";
  #count = 0;
  #interrupted = false;
  readonly #turns = new MessageChannel();
  #breakOff: () => void = () => undefined;
  #outcome = newOutcome();

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
    elsewhere?: CompileElsewhere,
    isJS = false,
  ) {
    this.isJS = isJS;
    this.#places = places;
    this.#whole = whole;
    this.#elsewhere = elsewhere;
    const { createConverter, createExecutor, jupyter } = loadTslab();
    jupyter.lastWriteDisplayData = write;
    if (!elsewhere) this.#ownCompiler();
    let browser: Converter | undefined;
    const converters = {
      node: this.#converter(),
      get browser() {
        return (browser ??= whole(() => createConverter({ isJS, isBrowser: true })));
      },
    };
    this.#executor = createExecutor(folder, converters, {
      log: (value: unknown) => this.#outcome.values.push(value),
      error: (...reported: unknown[]) => this.#report(reported),
    });
  }

  /**
   * Runs one cell; the next may begin when the promise is settled.
   * @param count the number by which a traceback names the cell
   */
  async run(source: string, count: number): Promise<Outcome> {
    const outcome = (this.#outcome = newOutcome());
    this.#source = source;
    this.#count = count;
    this.#interrupted = false;
    this.#ready = this.#compiler ? undefined : await this.#elsewhere?.(this.#previous, source);
    if (this.#interrupted) {
      outcome.thrown.push(new Error(INTERRUPTED));
      return outcome;
    }
    try {
      const done = await this.interruptible(() => this.#executor.execute(source));
      if (done && outcome.conversion) this.#previous = outcome.conversion.declOutput ?? "";
    } catch (error) {
      outcome.thrown.push(error);
    }
    this.#takeNull(outcome);
    return outcome;
  }

  /** Compiles in advance what no cell has asked for. */
  warmUp(source: string): void {
    this.#whole(() => this.#compiler?.warmUp(source));
  }

  complete(source: string, position: number): Completion {
    return this.#whole(() => this.#executor.complete(source, position));
  }

  inspect(source: string, position: number): QuickInfo | undefined {
    return this.#whole(() => this.#executor.inspect(source, position));
  }

  /** Rejects what the running cell awaits. */
  interrupt(): void {
    this.#interrupted = true;
    this.#executor.interrupt();
    // What hears of it by itself comes first.
    setImmediate(this.#breakOff);
  }

  /**
   * Does work that an interrupt ends. A loop in it is ended by force, and with it all that has called it: so it is
   * called by a message, whose queue Node keeps in order then, unlike that of `setImmediate`.
   */
  interruptible<T>(work: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#breakOff = () => reject(new Error(INTERRUPTED));
      this.#turns.port1.once(
        "message",
        AsyncResource.bind(() => void work().then(resolve, reject)),
      );
      this.#turns.port2.postMessage(undefined);
    });
  }

  #ownCompiler(): Compiler {
    return (this.#compiler ??= this.#whole(() => createCompiler(!this.#elsewhere, this.isJS)));
  }

  /** The compiler in tslab's shape, with an eye on what it finds. */
  #converter(): Omit<Converter, "close"> {
    return {
      convert: (previous, source) => this.#keep(this.#compiled(previous, source)),
      addModule: (name, source, metadata) =>
        (this.#outcome.diagnostics = this.#whole(() =>
          this.#ownCompiler().addModule(name, source, metadata),
        )),
      inspect: (...call) => this.#ownCompiler().inspect(...call),
      complete: (...call) => this.#ownCompiler().complete(...call),
    };
  }

  #compiled(previous: string, source: string): Compiled {
    if (this.#ready && previous === this.#previous) return this.#ready;
    return this.#whole(() => this.#ownCompiler().compile(previous, source));
  }

  /** Notes what a cell was compiled to, and names the code, so that a traceback can be read back to the cell. */
  #keep({ conversion, maps }: Compiled): Conversion {
    this.#outcome.conversion = conversion;
    this.#outcome.diagnostics = conversion.diagnostics;
    if (conversion.output === undefined) return conversion;
    const name = this.#places.add(this.#count, this.#source, maps);
    return { ...conversion, output: `${conversion.output}\n//# sourceURL=${name}` };
  }

  /** The executor passes over a value of `null` as it does over `undefined`. */
  #takeNull(outcome: Outcome): void {
    const { locals } = this.#executor;
    const last = outcome.conversion?.lastExpressionVar;
    if (last === undefined || !(last in locals)) return;
    if (locals[last] === null) outcome.values.push(null);
    Reflect.deleteProperty(locals, last);
  }

  /** The executor reports what was thrown as it is; a diagnostic, which the converter has told, by a format string. */
  #report(reported: unknown[]): void {
    const isDiagnostic = reported[0] === "%s%d:%d - %s" && reported.length === 5;
    if (!isDiagnostic) this.#outcome.thrown.push(reported[0]);
  }
}

function newOutcome(): Outcome {
  return { diagnostics: [], thrown: [], values: [] };
}
