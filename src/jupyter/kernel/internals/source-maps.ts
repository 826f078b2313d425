/** Has tslab's compiler write source maps, which tslab itself does not ask for. */

/** The two functions of a compiler that are asked for maps. */
export interface Compiles {
  createWatchCompilerHost(files: string[], options: object, ...rest: unknown[]): unknown;
  transpileModule(
    input: string,
    options: { compilerOptions: object },
  ): { outputText: string; sourceMapText?: string };
}

const INLINE_MAP = /\n?\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/;

/** tslab knows compiled files by their names without an extension. */
const TS_FILE = /\brequire\("(\.{1,2}\/[^"\n]+)\.tsx?"\)/g;

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
export function recordSourceMaps<Compiler extends Compiles>(ts: Compiler): Compiler {
  return {
    ...ts,
    createWatchCompilerHost: (files, options, ...rest) =>
      ts.createWatchCompilerHost(files, { ...options, inlineSourceMap: true }, ...rest),
    transpileModule: (input, options) => {
      const toModule = INLINE_MAP.exec(input)?.[1] ?? "";
      const compilerOptions = { ...options.compilerOptions, sourceMap: true };
      const result = ts.transpileModule(input.replace(INLINE_MAP, ""), { ...options, compilerOptions });
      last = { toModule: Buffer.from(toModule, "base64").toString(), toCommonJs: result.sourceMapText ?? "" };
      return { ...result, outputText: result.outputText.replaceAll(TS_FILE, 'require("$1")') };
    },
  };
}
