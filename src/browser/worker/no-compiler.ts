/** In the session's worker, this stands for the kernel's `compile/compiler` and `compile/typescript`: cells come compiled. */
import { lastModuleDiagnostics } from "./ask-compiler.js";

const noCompiler = (): never => {
  throw new Error("cells are compiled in another worker");
};

export const createCompiler = (): object => ({
  convert: noCompiler,
  inspect: noCompiler,
  complete: noCompiler,
  addModule: lastModuleDiagnostics,
});
export const parseCell = noCompiler;
