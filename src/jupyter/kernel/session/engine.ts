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
import type { Completion, Conversion, Diagnostic, QuickInfo } from "../compile/conversion.js";
import { moduleName } from "../compile/conversion.js";
import { redeclared, type Declarations } from "../compile/declarations.js";
import type { CellPlaces } from "../traceback/frames.js";
import type { Builtins } from "./builtins.js";
import { createExecutor } from "./executor.js";
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
export interface EngineWorkings {
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
export type Engine = ReturnType<typeof createEngine>;

export function createEngine({ folder, places, write, whole, builtins, elsewhere }: EngineWorkings) {
  const executor = createExecutor(folder, write, builtins);
  const work = interruptible(builtins);
  let compiler: Compiler | undefined;
  /** The declarations that the next cell is compiled with. */
  let previous: Declarations = [];
  let isInterrupted = false;
  /** Asks the kernel's own compiler, which is built at the first question. */
  const compile = <T>(ask: (compiler: Compiler) => T): T =>
    whole(() => ask((compiler ??= createCompiler(folder, !elsewhere))));
  if (!elsewhere) compile(() => undefined);

  async function carryOut(conversion: Conversion, source: string, count: number): Promise<Outcome> {
    const { diagnostics, output, declared = [], map = "", sideOutputs = [] } = conversion;
    const outcome: Outcome = { diagnostics, thrown: [], values: [] };
    if (output === undefined) return outcome;
    const changed = executor.changed(declared.flatMap(({ name }) => name ?? []));
    for (const side of sideOutputs) places.addFile(side.path, side.map);
    const name = places.add(count, source, map);
    try {
      const values = await work.run(() => executor.run(conversion, name));
      if (diagnostics.length === 0) outcome.values = values.filter((value) => value !== undefined);
      previous = redeclared(previous, declared);
    } catch (error) {
      outcome.thrown.push(error);
      // What a cell has declared when it fails stays known as far as it has come.
      const done = new Set(changed());
      previous = redeclared(
        previous,
        declared.filter((one) => done.has(one.name ?? "") || !one.isValue),
      );
    }
    return outcome;
  }

  return {
    interruptible: work.run,
    /**
     * Runs one cell; the next may begin when the promise is settled.
     * @param count the number by which a traceback names the cell
     */
    async run(source: string, count: number): Promise<Outcome> {
      isInterrupted = false;
      const asked = compiler ? undefined : elsewhere?.(previous, source);
      const compiled = asked && (await builtins.lend(() => asked));
      if (isInterrupted) return { diagnostics: [], thrown: [new Error(INTERRUPTED)], values: [] };
      const module = moduleName(source);
      const conversion =
        module !== undefined
          ? { diagnostics: compile((own) => own.addModule(module, source)) }
          : (compiled ?? compile((own) => own.convert(previous, source)));
      return await carryOut(conversion, source, count);
    },
    /** Prepares the kernel's own compiler, if it has one, for what no cell has asked for yet. */
    warmUp: (prepare: (compiler: Compiler) => void): void => whole(() => compiler && prepare(compiler)),
    complete(source: string, position: number): Completion {
      // Only the session knows the columns of a table that was read from a file.
      const columnsOf = (name: string): readonly string[] | undefined => {
        const value = executor.peek(name);
        return isTable(value) ? value.columns : undefined;
      };
      return compile((own) => own.complete(previous, source, position, columnsOf));
    },
    inspect: (source: string, position: number): QuickInfo | undefined =>
      compile((own) => own.inspect(previous, source, position)),
    /** Rejects what the running cell awaits. */
    interrupt(): void {
      isInterrupted = true;
      work.breakOff();
    },
    /** A rejection that nobody handles is known when Node has done all that is due at once. */
    settle(): Promise<void> {
      const done = new Promise<void>((resolve) => void setImmediate(resolve));
      return builtins.lend(() => done);
    },
  };
}

/**
 * Work that an interrupt ends. A loop in it is ended by force, and with it all that has called it: so it is called by a
 * message, whose queue Node keeps in order then, unlike that of `setImmediate`.
 */
function interruptible(builtins: Pick<Builtins, "take">) {
  const { port1, port2 } = new MessageChannel();
  let end = (): void => undefined;
  return {
    // What hears of it by itself comes first.
    breakOff: (): void => void setImmediate(() => end()),
    async run<T>(work: () => Promise<T>): Promise<T> {
      try {
        return await new Promise<T>((resolve, reject) => {
          end = () => reject(new Error(INTERRUPTED));
          port1.once(
            "message",
            AsyncResource.bind(() => void work().then(resolve, reject)),
          );
          port2.postMessage(undefined);
        });
      } finally {
        builtins.take();
      }
    },
  };
}
