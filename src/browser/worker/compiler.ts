/** The compiler's worker: the kernel's own compiler, for cells that run, and for the editor. */
import "../node/process.js";
import { expose } from "comlink";
import { contentOf, putFiles, putFolder, FOLDER, type Content } from "../node/files.js";
import { createCompiler, type Compiler } from "../../jupyter/kernel/compile/compiler.js";
import type { Completion, Conversion, Diagnostic } from "../../jupyter/kernel/compile/conversion.js";
import { redeclared, type Declarations } from "../../jupyter/kernel/compile/declarations.js";
import { loadTypeScript } from "../../jupyter/kernel/compile/typescript.js";
import { inspectAt } from "../../jupyter/kernel/session/questions.js";

let compiler: Compiler;
const known = new Map<string, Conversion>();

/** Compiles each cell once, since an editor asks repeatedly. */
function compile(previous: Declarations, source: string): Conversion {
  const key = JSON.stringify([previous, source]);
  const compiled = known.get(key) ?? compiler.convert(previous, source);
  known.delete(key);
  known.set(key, compiled);
  if (known.size > 400) known.delete(known.keys().next().value!);
  return compiled;
}

/** The declarations of the cells above; of a cell with an error, those that are right. */
function declaredBy(before: readonly string[]): Declarations {
  return before.reduce<Declarations>(
    (previous, source) => redeclared(previous, compile(previous, source).declared ?? []),
    [],
  );
}

/** The requests of the session and the editors; `before` has the cells above, which are compiled in turn. */
const work = {
  start(files: Readonly<Record<string, Content>>): void {
    putFolder(FOLDER);
    putFiles(files);
    const { sys } = loadTypeScript();
    sys.readFile = (path) => (contentOf(path) === undefined ? undefined : String(contentOf(path)));
    compiler = createCompiler(FOLDER, true);
  },
  serve: (port: MessagePort): void => expose(work, port),
  compile,
  addModule: (name: string, source: string): Diagnostic[] => compiler.addModule(name, source),
  check: (before: readonly string[], source: string): Diagnostic[] =>
    compile(declaredBy(before), source).diagnostics,
  complete: (before: readonly string[], source: string, cursor: number): Completion =>
    compiler.complete(declaredBy(before), source, cursor),
  inspect(before: readonly string[], source: string, cursor: number): ReturnType<typeof inspectAt> {
    const previous = declaredBy(before);
    const asked = { inspect: (code: string, at: number) => compiler.inspect(previous, code, at) };
    return inspectAt(asked, source, [...source.slice(0, cursor)].length);
  },
};
export type CompilerWork = typeof work;

expose(work);
