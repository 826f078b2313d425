/**
 * The session's side of the compiler's worker, which the kernel's engine asks. In the session's worker, this file replaces
 * the kernel's `compile/compiler` and `compile/typescript`: cells arrive compiled.
 */
import { wrap, type Endpoint } from "comlink";
import type { CompileElsewhere } from "../../jupyter/kernel/compile/compile-elsewhere.js";
import { moduleName, type Diagnostic } from "../../jupyter/kernel/compile/conversion.js";
import type { CompilerWork } from "./compiler.js";

/** The diagnostics of the last module cell, since the executor cannot wait for them. */
let moduleDiagnostics: Diagnostic[] = [];

export function askCompiler(port: Endpoint): CompileElsewhere {
  const compiler = wrap<CompilerWork>(port);
  return async (previous, source) => {
    const name = moduleName(source);
    if (name === undefined) return compiler.compile(previous, source);
    moduleDiagnostics = await compiler.addModule(name, source);
    return { diagnostics: [] };
  };
}

export const parseCell = (): never => {
  throw new Error("cells are compiled in another worker");
};
export const createCompiler = () => ({
  ...{ convert: parseCell, inspect: parseCell, complete: parseCell },
  addModule: () => moduleDiagnostics,
});
