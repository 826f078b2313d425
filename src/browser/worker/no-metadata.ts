/** In the session's worker, this stands for tslab's `metadata`, which needs the compiler. */
import { moduleName } from "./ask-compiler.js";

export const getCodeMetadata = (source: string): { module?: string } => {
  const module = moduleName(source);
  return module === undefined ? {} : { module };
};
