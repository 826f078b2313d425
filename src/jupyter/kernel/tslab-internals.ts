/** What we use of tslab: internal modules of a pinned version, as their declarations have them. */
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

export interface Conversion {
  diagnostics: Diagnostic[];
  output?: string;
  /** The name under which the executor finds the last expression's value. */
  lastExpressionVar?: string;
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

export interface Converter {
  convert(previous: string, source: string): Conversion;
  addModule(name: string, source: string, metadata: object): Diagnostic[];
  inspect(previous: string, source: string, position: number): QuickInfo | undefined;
  complete(previous: string, source: string, position: number): Completion;
  close(): void;
}

export interface Executor {
  execute(source: string): Promise<boolean>;
  complete(source: string, position: number): Completion;
  inspect(source: string, position: number): QuickInfo | undefined;
  interrupt(): void;
  locals: Record<string, unknown>;
}

/** Writes an output that a cell asked for by `tslab.display`. */
export type WriteDisplayData = (content: Record<string, unknown>, update: boolean) => void;

export interface Tslab {
  createConverter(options: { isJS: boolean; isBrowser: boolean }): Converter;
  createExecutor(folder: string, converters: object, console: object): Executor;
  isCompleteCode(code: string): { indent?: string };
  /** Where `tslab.display` looks for its way out. */
  jupyter: { lastWriteDisplayData: WriteDisplayData };
}

const require = createRequire(import.meta.url);

/** Loads tslab's modules; the first call takes a while. */
export function loadTslab(): Tslab {
  const converter = require("tslab/dist/converter") as Pick<Tslab, "createConverter" | "isCompleteCode">;
  const executor = require("tslab/dist/executor") as Pick<Tslab, "createExecutor">;
  return { ...converter, ...executor, jupyter: require("tslab/dist/jupyter") as Tslab["jupyter"] };
}
