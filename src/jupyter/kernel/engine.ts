/** tslab's converter and executor (internal modules of a pinned version) behind one small interface. */
import { createRequire } from "node:module";
import type { CellPlaces } from "./cell-places.js";
import { quickConverter, type Converter } from "./quick-converter.js";
import type { Stage } from "./shared-flags.js";
import { recordSourceMaps, type SourceMaps } from "./record-source-maps.js";

/** A compile error: places count from 0, in the cell's own text. */
export interface Diagnostic {
  start: { line: number; character: number };
  end: { line: number; character: number };
  messageText: string;
  code: number;
  /** Another file than the cell. */
  fileName?: string;
}

/** What running a cell came to. */
export interface Outcome {
  diagnostics: Diagnostic[];
  /** What was thrown, in a list of one; empty where nothing was. */
  thrown: unknown[];
  /** The value of the last expression unless it is `undefined`, in a list of one. */
  values: unknown[];
}

export interface Completion {
  start: number;
  end: number;
  candidates: string[];
}

/** Signature and documentation of what stands at a place. */
export interface QuickInfo {
  displayParts?: { text: string }[];
  documentation?: { text: string }[];
  tags?: { name: string; text?: { text: string }[] }[];
}

interface Conversion {
  diagnostics: Diagnostic[];
  output?: string;
  /** The name under which the executor finds the last expression's value. */
  lastExpressionVar?: string;
}

interface Executor {
  execute(source: string): Promise<boolean>;
  complete(source: string, position: number): Completion;
  inspect(source: string, position: number): QuickInfo | undefined;
  interrupt(): void;
  locals: Record<string, unknown>;
}

/** Writes an output that a cell asked for by `tslab.display`. */
export type WriteDisplayData = (content: Record<string, unknown>, update: boolean) => void;

/** Does a piece of work with its stage marked for interrupts. */
export type During = <T>(stage: Stage, work: () => T) => T;

const require = createRequire(import.meta.url);

export class Engine {
  readonly #places: CellPlaces;
  readonly #executor: Executor;
  readonly #lastSourceMaps: () => SourceMaps;
  readonly #during: During;
  #source = "";
  #count = 0;
  #lastExpression: string | undefined;
  #outcome: Outcome = { diagnostics: [], thrown: [], values: [] };

  /**
   * Builds the type checker's program, which takes a while.
   * @param places learns where in the cells a line of running code stands
   */
  constructor(folder: string, places: CellPlaces, write: WriteDisplayData, during: During) {
    this.#places = places;
    this.#during = during;
    this.#lastSourceMaps = recordSourceMaps();
    const { createConverter } = require("tslab/dist/converter") as {
      createConverter(options: { isJS: boolean; isBrowser: boolean }): Converter<Conversion>;
    };
    const { createExecutor } = require("tslab/dist/executor") as {
      createExecutor(folder: string, converters: object, console: object): Executor;
    };
    const jupyter = require("tslab/dist/jupyter") as { lastWriteDisplayData: WriteDisplayData };
    jupyter.lastWriteDisplayData = write;
    const node = during("compiling", () =>
      quickConverter(() => createConverter({ isJS: false, isBrowser: false })),
    );
    let browser: Converter<Conversion> | undefined;
    const converters = {
      node: {
        ...node,
        convert: (previous: string, source: string) =>
          this.#keep(during("compiling", () => node.convert(previous, source))),
        addModule: (name: string, source: string, metadata: object) =>
          (this.#outcome.diagnostics = during("compiling", () => node.addModule(name, source, metadata))),
      },
      get browser() {
        return (browser ??= during("compiling", () => createConverter({ isJS: false, isBrowser: true })));
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
    const outcome: Outcome = (this.#outcome = { diagnostics: [], thrown: [], values: [] });
    this.#source = source;
    this.#count = count;
    this.#lastExpression = undefined;
    await this.#during("cell", () => this.#executor.execute(source));
    this.#takeNull(outcome);
    return outcome;
  }

  complete(source: string, position: number): Completion {
    return this.#during("compiling", () => this.#executor.complete(source, position));
  }

  inspect(source: string, position: number): QuickInfo | undefined {
    return this.#during("compiling", () => this.#executor.inspect(source, position));
  }

  /** Rejects what the running cell awaits. */
  interrupt(): void {
    this.#executor.interrupt();
  }

  /** Notes what a cell was compiled to, and names the code, so that a traceback can be read back to the cell. */
  #keep(conversion: Conversion): Conversion {
    this.#outcome.diagnostics = conversion.diagnostics;
    this.#lastExpression = conversion.lastExpressionVar;
    if (conversion.output === undefined) return conversion;
    const name = this.#places.add(this.#count, this.#source, this.#lastSourceMaps());
    return { ...conversion, output: `${conversion.output}\n//# sourceURL=${name}` };
  }

  /** The executor passes over a value of `null` as it does over `undefined`. */
  #takeNull(outcome: Outcome): void {
    const { locals } = this.#executor;
    if (this.#lastExpression === undefined || !(this.#lastExpression in locals)) return;
    if (locals[this.#lastExpression] === null) outcome.values.push(null);
    Reflect.deleteProperty(locals, this.#lastExpression);
  }

  /** The executor reports a diagnostic, which the converter has told, by a format string and its values; anything thrown as it is. */
  #report(reported: unknown[]): void {
    const isDiagnostic = reported[0] === "%s%d:%d - %s" && reported.length === 5;
    if (!isDiagnostic) this.#outcome.thrown.push(reported[0]);
  }
}
