/** The session's side of the compiler's worker: the compiler that the kernel's engine asks. */
import { wrap, type Endpoint } from "comlink";
import type { CompileElsewhere } from "../../jupyter/kernel/compile/compile-elsewhere.js";
import { moduleName, type Diagnostic } from "../../jupyter/kernel/compile/conversion.js";
import type { CompilerWork } from "./compiler.js";

/** The diagnostics of the last module cell, since the executor cannot wait for them. */
let moduleDiagnostics: Diagnostic[] = [];
export const lastModuleDiagnostics = (): Diagnostic[] => moduleDiagnostics;

export function askCompiler(port: Endpoint): CompileElsewhere {
  const compiler = wrap<CompilerWork>(port);
  return async (previous, source) => {
    const name = moduleName(source);
    if (name === undefined) return compiler.compile(previous, source);
    moduleDiagnostics = await compiler.addModule(name, source);
    return { diagnostics: [] };
  };
}
