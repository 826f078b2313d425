/** What we use of tslab: internal modules of a pinned version, as their declarations have them. */
import { createRequire } from "node:module";
import { loadLate } from "./late-module.js";
import { recordSourceMaps } from "./record-source-maps.js";

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
  /** The types of what the cell has declared, which the next ones are compiled with. */
  declOutput?: string;
  /** TypeScript files of the user's own that the cell imports, compiled. */
  sideOutputs?: object[];
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

interface Named {
  name?: { text?: string };
}

interface ParsedStatement extends Named {
  pos: number;
  end: number;
  /** What a `const`, `let` or `var` declares. */
  declarationList?: { declarations: readonly Named[] };
  /** In declarations, a namespace's. */
  body?: object;
}

/** A cell's syntax. */
export interface ParsedCell {
  statements: readonly ParsedStatement[];
  parseDiagnostics: readonly { start: number; code: number }[];
}

/** What we use of tslab's own compiler. */
export interface TypeScript {
  createWatchCompilerHost(files: string[], options: object, ...rest: unknown[]): unknown;
  transpileModule(
    input: string,
    options: { compilerOptions: object },
  ): { outputText: string; sourceMapText?: string };
  createSourceFile(name: string, text: string, target: number, parents: boolean, kind: number): ParsedCell;
  ScriptTarget: { Latest: number };
  ScriptKind: { TS: number };
  sys: {
    getCurrentDirectory(): string;
    getDirectories(path: string): string[];
    readFile(path: string, encoding?: string): string | undefined;
  };
}

interface Metadata {
  /** What tags in a comment in front of a cell say of it. */
  getCodeMetadata(source: string): object;
}

const require = createRequire(import.meta.url);

// A kernel whose cells are compiled elsewhere loads no compiler, be it only to find that a cell has no such tag.
loadLate("@tslab/typescript-for-tslab", recordSourceMaps);
loadLate("tslab/dist/converter");
const metadata = require("tslab/dist/metadata") as Metadata;
const { getCodeMetadata } = metadata;
metadata.getCodeMetadata = (source) =>
  /@(?:module|jsx|node|browser)\b/.test(source) ? getCodeMetadata(source) : {};

/** tslab's modules. The compiler, which takes a while, is loaded when it is first needed. */
export function loadTslab(): Tslab {
  const converter = require("tslab/dist/converter") as Pick<Tslab, "createConverter" | "isCompleteCode">;
  const executor = require("tslab/dist/executor") as Pick<Tslab, "createExecutor">;
  return {
    createConverter: (options) => converter.createConverter(options),
    createExecutor: executor.createExecutor,
    isCompleteCode: (code) => converter.isCompleteCode(code),
    jupyter: require("tslab/dist/jupyter") as Tslab["jupyter"],
  };
}

export function loadTypeScript(): TypeScript {
  return require("@tslab/typescript-for-tslab") as TypeScript;
}
