/** What we use of tslab: internal modules of a pinned version, as their declarations have them. */
import { createRequire } from "node:module";
import vm from "node:vm";
import { loadLate } from "./late-module.js";
import { nameShorthand, type Rewrites } from "./shorthand.js";
import { resolveMore, type Resolves } from "./module-resolution.js";
import { recordSourceMaps, type Compiles } from "./source-maps.js";

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
  /** The executor then runs the output in an asynchronous function. */
  hasToplevelAwait?: boolean;
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
  /** Of `import name = require()`. */
  moduleReference?: object;
  importClause?: Named & { namedBindings?: Named & { elements?: readonly Named[] } };
}

/** A cell's syntax. */
export interface ParsedCell {
  statements: readonly ParsedStatement[];
  parseDiagnostics: readonly { start: number; code: number }[];
}

/** What we use of tslab's own compiler. */
export interface TypeScript extends Resolves, Compiles, Rewrites {
  createSourceFile(name: string, text: string, target: number, parents: boolean, kind: number): ParsedCell;
  ScriptTarget: { Latest: number };
  ScriptKind: { JS: number; TS: number };
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

/**
 * Changes what tslab finds: a compiler that maps every cell, loaded when it is first needed. So a kernel whose cells
 * are compiled elsewhere loads none, not even to find that a cell has no tag.
 */
export function patchTslab(): void {
  loadLate<TypeScript>("@tslab/typescript-for-tslab", (ts) =>
    resolveMore(recordSourceMaps(nameShorthand(declareOwn(ts)))),
  );
  loadLate("tslab/dist/converter");
  const metadata = require("tslab/dist/metadata") as Metadata;
  const { getCodeMetadata } = metadata;
  metadata.getCodeMetadata = (source) =>
    /@(?:module|jsx|node|browser)\b/.test(source) ? getCodeMetadata(source) : {};
}

/** What cells have beside Node's globals. */
const OWN_GLOBALS = `
declare function prompt(message?: string, preset?: string): string | null;
declare function confirm(message?: string): boolean;
`;

/** Has the compiler know our globals, as a part of the language. */
function declareOwn(ts: TypeScript): TypeScript {
  const { readFile } = ts.sys;
  ts.sys.readFile = (path, encoding) => {
    const text = readFile(path, encoding);
    return /[\\/]lib\.es5\.d\.ts$/.test(path) ? text + OWN_GLOBALS : text;
  };
  return ts;
}

/** tslab's modules. The compiler, which takes a while, is loaded when it is first needed. */
export function loadTslab(): Tslab {
  const converter = require("tslab/dist/converter") as Pick<Tslab, "createConverter" | "isCompleteCode">;
  const executor = require("tslab/dist/executor") as Pick<Tslab, "createExecutor">;
  return {
    createConverter: (options) => {
      const created = withForAwait(converter.createConverter(options));
      return options.isJS ? withMemory(created) : created;
    },
    createExecutor: (...parts) => withoutBreak(executor.createExecutor(...parts)),
    isCompleteCode: (code) => converter.isCompleteCode(code),
    jupyter: require("tslab/dist/jupyter") as Tslab["jupyter"],
  };
}

/** tslab sees the `await` of an expression and not that of a loop. In a function it does no harm to be seen. */
function withForAwait(converter: Converter): Converter {
  const convert: Converter["convert"] = (...cell) => {
    const conversion = converter.convert(...cell);
    if (/\bfor\s+await\b/.test(conversion.output ?? "")) conversion.hasToplevelAwait = true;
    return conversion;
  };
  return { ...converter, convert };
}

/**
 * tslab forgets namespaces and `import name = require()` after one cell. That is little in TypeScript; in JavaScript
 * they describe what was declared by `const name = { a: 1 }` and `const name = require()`.
 */
function withMemory(converter: Converter): Converter {
  const convert: Converter["convert"] = (previous, source) => {
    const conversion = converter.convert(previous, source);
    const { declOutput } = conversion;
    if (declOutput === undefined) return conversion;
    const declared = new Set(parseCell(declOutput).statements.flatMap(namesOf));
    const kept = parseCell(previous).statements.filter(
      ({ name, body, moduleReference }) => (body ?? moduleReference) && !declared.has(name!.text!),
    );
    const texts = kept.map(({ pos, end }) => `${previous.slice(pos, end).trim()}\n`);
    return { ...conversion, declOutput: declOutput + texts.join("") };
  };
  return { ...converter, convert };
}

function namesOf({ name, declarationList, importClause }: ParsedStatement): string[] {
  const { namedBindings } = importClause ?? {};
  const inside = [...(declarationList?.declarations ?? []), ...(namedBindings?.elements ?? [])];
  const names = [name, importClause?.name, namedBindings?.name, ...inside.map((one) => one.name)];
  return names.flatMap((one) => one?.text ?? []);
}

/**
 * tslab has Node end a cell's first stretch at SIGINT. While Node does and undoes that, there are moments in which a
 * second signal ends the process; and it says nothing to a loop behind an `await`. The kernel ends both by itself.
 */
function withoutBreak(executor: Executor): Executor {
  const execute = (source: string): Promise<boolean> => {
    const { runInThisContext } = vm;
    vm.runInThisContext = (code: string) => {
      vm.runInThisContext = runInThisContext;
      return runInThisContext(code) as unknown;
    };
    try {
      return executor.execute(source);
    } finally {
      vm.runInThisContext = runInThisContext;
    }
  };
  return { ...executor, execute };
}

export function loadTypeScript(): TypeScript {
  return require("@tslab/typescript-for-tslab") as TypeScript;
}

/** A cell's syntax, by tslab's own compiler. */
export function parseCell(code: string, isJS = false): ParsedCell {
  const ts = loadTypeScript();
  const kind = isJS ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  return ts.createSourceFile("cell", code, ts.ScriptTarget.Latest, false, kind);
}
