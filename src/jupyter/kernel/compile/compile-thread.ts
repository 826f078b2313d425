/** The runner's thread that compiles cells for its kernels: a compiler that is warm, and not loaded once per kernel. */
import { answerQuestions } from "../../../threads/ask-thread.js";
import type { CompileQuestion } from "./compile-elsewhere.js";
import { soundly } from "./compiler.js";
import type { Conversion, Converter } from "./conversion.js";
import { createConverter } from "./converter.js";

const converters = new Map<string, Converter>();

answerQuestions(({ folder, previous, source }: CompileQuestion): Conversion | undefined => {
  const converter = converters.get(folder) ?? createConverter(folder, true);
  converters.set(folder, converter);
  return soundly(converter, previous, source);
});
