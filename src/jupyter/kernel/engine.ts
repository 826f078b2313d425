/** tslab's converter and executor behind one small interface. */
import type { CellPlaces } from "./cell-places.js";
import { quickConverter } from "./quick-converter.js";
import { recordSourceMaps, type SourceMaps } from "./record-source-maps.js";
import type { Stage } from "./shared-flags.js";
import {
  loadTslab,
  type Completion,
  type Conversion,
  type Converter,
  type Diagnostic,
  type Executor,
  type QuickInfo,
  type WriteDisplayData,
} from "./tslab-internals.js";

/** What running a cell came to. */
export interface Outcome {
  diagnostics: Diagnostic[];
  /** What was thrown, in a list of one; empty where nothing was. */
  thrown: unknown[];
  /** The value of the last expression unless it is `undefined`, in a list of one. */
  values: unknown[];
}

/** Does a piece of work with its stage marked for interrupts. */
export type During = <T>(stage: Stage, work: () => T) => T;

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
   * @param folder from where cells import
   * @param places learns where in the cells a line of running code stands
   */
  constructor(folder: string, places: CellPlaces, write: WriteDisplayData, during: During) {
    this.#places = places;
    this.#during = during;
    this.#lastSourceMaps = recordSourceMaps();
    const { createConverter, createExecutor, jupyter } = loadTslab();
    jupyter.lastWriteDisplayData = write;
    const create = (isBrowser: boolean) => createConverter({ isJS: false, isBrowser });
    const node = during("compiling", () => quickConverter(() => create(false)));
    let browser: Converter | undefined;
    const converters = {
      node: this.#watched(node),
      get browser() {
        return (browser ??= during("compiling", () => create(true)));
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

  /** The converter, with an eye on what it finds. */
  #watched(node: Converter): Converter {
    return {
      ...node,
      convert: (previous, source) =>
        this.#keep(this.#during("compiling", () => node.convert(previous, source))),
      addModule: (name, source, metadata) =>
        (this.#outcome.diagnostics = this.#during("compiling", () => node.addModule(name, source, metadata))),
    };
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

  /** The executor reports what was thrown as it is; a diagnostic, which the converter has told, by a format string. */
  #report(reported: unknown[]): void {
    const isDiagnostic = reported[0] === "%s%d:%d - %s" && reported.length === 5;
    if (!isDiagnostic) this.#outcome.thrown.push(reported[0]);
  }
}
