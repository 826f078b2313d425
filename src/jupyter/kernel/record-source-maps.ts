/** Has tslab's compiler write source maps, which tslab itself does not ask for. */
import { createRequire } from "node:module";

interface TypeScript {
  createWatchCompilerHost(files: string[], options: object, ...rest: unknown[]): unknown;
  transpileModule(
    input: string,
    options: { compilerOptions: object },
  ): { outputText: string; sourceMapText?: string };
}

const require = createRequire(import.meta.url);
const INLINE_MAP = /\n?\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/;

/** The two steps from a cell to the code that runs: TypeScript to an ES module, that to CommonJS. */
export interface SourceMaps {
  toModule: string;
  toCommonJs: string;
}

/**
 * To be called before tslab's converter is loaded: puts a compiler in its place that maps every cell.
 * @returns a function that gives the maps of the last cell compiled
 */
export function recordSourceMaps(): () => SourceMaps {
  const path = require.resolve("@tslab/typescript-for-tslab");
  const ts = require(path) as TypeScript;
  let last: SourceMaps = { toModule: "", toCommonJs: "" };
  require.cache[path]!.exports = {
    ...ts,
    createWatchCompilerHost: (files: string[], options: object, ...rest: unknown[]) =>
      ts.createWatchCompilerHost(files, { ...options, inlineSourceMap: true }, ...rest),
    transpileModule: (input: string, options: { compilerOptions: object }) => {
      const toModule = INLINE_MAP.exec(input)?.[1] ?? "";
      const compilerOptions = { ...options.compilerOptions, sourceMap: true };
      const result = ts.transpileModule(input.replace(INLINE_MAP, ""), { ...options, compilerOptions });
      last = { toModule: Buffer.from(toModule, "base64").toString(), toCommonJs: result.sourceMapText ?? "" };
      return result;
    },
  };
  return () => last;
}
