/** The runner's thread that compiles cells for its kernels: a compiler that is warm, and not loaded once per kernel. */
import { answerQuestions } from "../ask-thread.js";
import { withMaps, type Compiled } from "./compiler.js";
import type { CompileQuestion } from "./compile-messages.js";
import { lightConverter, type LightConverter } from "./light-converter.js";

const converters = new Map<string, LightConverter>();

answerQuestions(({ folder, previous, source }: CompileQuestion): Compiled | undefined => {
  const converter = converters.get(folder) ?? lightConverter(folder);
  converters.set(folder, converter);
  const conversion = converter.convert(previous, source);
  if (conversion) return withMaps(conversion, source);
  converter.close();
  converters.delete(folder);
  return undefined;
});
