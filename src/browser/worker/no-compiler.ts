/** In the session's worker, this stands for the kernel's `compile/compiler`: cells come compiled. */
import { lastModuleDiagnostics } from "./ask-compiler.js";

const noCompiler = (): never => {
  throw new Error("cells are compiled in another worker");
};

export const createCompiler = (): object => ({
  compile: noCompiler,
  inspect: noCompiler,
  complete: noCompiler,
  addModule: lastModuleDiagnostics,
});
