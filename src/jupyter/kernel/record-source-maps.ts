/** Has tslab's compiler write source maps, which tslab itself does not ask for. */
import type { TypeScript } from "./tslab-internals.js";

const INLINE_MAP = /\n?\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/;

/** The two steps from a cell to the code that runs: TypeScript to an ES module, that to CommonJS. */
export interface SourceMaps {
  toModule: string;
  toCommonJs: string;
}

let last: SourceMaps = { toModule: "", toCommonJs: "" };

/** The maps of the last cell compiled. */
export function lastSourceMaps(): SourceMaps {
  return last;
}

/** The compiler as tslab is to find it: one that maps every cell. */
export function recordSourceMaps(ts: TypeScript): TypeScript {
  return {
    ...ts,
    createWatchCompilerHost: (files, options, ...rest) =>
      ts.createWatchCompilerHost(files, { ...options, inlineSourceMap: true }, ...rest),
    transpileModule: (input, options) => {
      const toModule = INLINE_MAP.exec(input)?.[1] ?? "";
      const compilerOptions = { ...options.compilerOptions, sourceMap: true };
      const result = ts.transpileModule(input.replace(INLINE_MAP, ""), { ...options, compilerOptions });
      last = { toModule: Buffer.from(toModule, "base64").toString(), toCommonJs: result.sourceMapText ?? "" };
      return result;
    },
  };
}
