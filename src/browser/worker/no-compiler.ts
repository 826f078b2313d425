/** Replaces the kernel's `compile/compiler` and `compile/typescript` in the session's worker, which gets compiled cells. */
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
