/** tslab's converter and executor (internal modules of a pinned version) behind one small interface. */
import { createRequire } from "node:module";

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
  ok: boolean;
  diagnostics: Diagnostic[];
  /** What was thrown, in a list of one; empty where nothing was. */
  thrown: unknown[];
  /** The value of the last expression, in a list of one; empty where there is none. */
  values: unknown[];
  /** The JavaScript that ran, for tracing a frame back to the cell's lines. */
  javascript: string;
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
}

interface Converter {
  convert(previous: string, source: string): Conversion;
}

interface Executor {
  execute(source: string): Promise<boolean>;
  complete(source: string, position: number): Completion;
  inspect(source: string, position: number): QuickInfo | null;
  interrupt(): void;
}

/** Writes an output that a cell asked for by `tslab.display`. */
export type WriteDisplayData = (content: Record<string, unknown>, update: boolean) => void;

const require = createRequire(import.meta.url);

export class Engine {
  readonly #executor: Executor;
  #outcome = emptyOutcome();

  /** Builds the type checker's program, which takes a second or two. */
  constructor(folder: string, write: WriteDisplayData) {
    const { createConverter } = require("tslab/dist/converter") as {
      createConverter(options: { isJS: boolean; isBrowser: boolean }): Converter;
    };
    const { createExecutor } = require("tslab/dist/executor") as {
      createExecutor(folder: string, converters: object, console: object): Executor;
    };
    const jupyter = require("tslab/dist/jupyter") as { lastWriteDisplayData: WriteDisplayData };
    jupyter.lastWriteDisplayData = write;
    const node = createConverter({ isJS: false, isBrowser: false });
    let browser: Converter | undefined;
    const converters = {
      node: {
        ...node,
        convert: (previous: string, source: string) => this.#keep(node.convert(previous, source)),
      },
      get browser() {
        return (browser ??= createConverter({ isJS: false, isBrowser: true }));
      },
    };
    this.#executor = createExecutor(folder, converters, {
      log: (value: unknown) => this.#outcome.values.push(value),
      error: (...reported: unknown[]) => this.#report(reported),
    });
  }

  /** Runs one cell; the next may begin when the promise is settled. */
  async run(source: string): Promise<Outcome> {
    const outcome = (this.#outcome = emptyOutcome());
    outcome.ok = await this.#executor.execute(source);
    return outcome;
  }

  complete(source: string, position: number): Completion {
    return this.#executor.complete(source, position);
  }

  inspect(source: string, position: number): QuickInfo | null {
    return this.#executor.inspect(source, position);
  }

  /** Rejects what the running cell awaits. A loop that never yields is broken by SIGINT instead. */
  interrupt(): void {
    this.#executor.interrupt();
  }

  #keep(conversion: Conversion): Conversion {
    this.#outcome.diagnostics = conversion.diagnostics;
    this.#outcome.javascript = conversion.output ?? "";
    return conversion;
  }

  /** The executor reports a diagnostic by a format string and its values, anything thrown as it is. */
  #report(reported: unknown[]): void {
    const isDiagnostic = reported[0] === "%s%d:%d - %s" && reported.length === 5;
    if (!isDiagnostic) this.#outcome.thrown.push(reported[0]);
  }
}

function emptyOutcome(): Outcome {
  return { ok: true, diagnostics: [], thrown: [], values: [], javascript: "" };
}
