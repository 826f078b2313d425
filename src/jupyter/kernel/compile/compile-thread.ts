/** The runner's thread that compiles cells for its kernels: a compiler that is warm, and not loaded once per kernel. */
import { answerQuestions } from "../../../threads/ask-thread.js";
import { withMaps, type Compiled } from "./compiler.js";
import type { CompileQuestion } from "./compile-elsewhere.js";
import { patchTslab } from "../internals/tslab.js";
import { lightConverter, type LightConverter } from "./light-converter.js";

patchTslab();
const converters = new Map<string, LightConverter>();

answerQuestions(({ folder, isJS, previous, source }: CompileQuestion): Compiled | undefined => {
  const key = `${isJS} ${folder}`;
  const converter = converters.get(key) ?? lightConverter(folder, isJS);
  converters.set(key, converter);
  const conversion = converter.convert(previous, source);
  if (conversion) return withMaps(conversion);
  converter.close();
  converters.delete(key);
  return undefined;
});
