/** The runner's thread that compiles cells for its kernels: a compiler that is warm, and not loaded once per kernel. */
import { answerQuestions } from "../../../threads/ask-thread.js";
import type { CompileCell } from "./compile-elsewhere.js";
import { soundly } from "./compiler.js";
import type { Conversion } from "./conversion.js";
import { createConverter } from "./converter.js";

export interface Compiled {
  compiled: Conversion;
  /** The files read for it, except TypeScript's own. */
  files: string[];
}

const converters = new Map<string, ReturnType<typeof createConverter>>();

answerQuestions(({ folder, previous, source }: CompileCell): Compiled | undefined => {
  const converter = converters.get(folder) ?? createConverter(folder, true);
  converters.set(folder, converter);
  const compiled = soundly(converter, previous, source);
  return compiled && { compiled, files: converter.filesRead() };
});
