/** Compiles cells, in the kernel itself. */
import { endsWithSemicolon } from "./ends-with-semicolon.js";
import { lightConverter, type LightConverter } from "./light-converter.js";
import { lastSourceMaps, type SourceMaps } from "./record-source-maps.js";
import { loadTslab, type Conversion, type Converter } from "./tslab-internals.js";

/** A cell ready to run. */
export interface Compiled {
  conversion: Conversion;
  maps: SourceMaps;
  /** The value of its last expression is not to be shown. */
  endsWithSemicolon: boolean;
}

/** What was compiled last, with all that a kernel needs of it. */
export function withMaps(conversion: Conversion, source: string): Compiled {
  const hasValue = conversion.lastExpressionVar !== undefined;
  return { conversion, maps: lastSourceMaps(), endsWithSemicolon: hasValue && endsWithSemicolon(source) };
}

export type Compiler = Omit<Converter, "convert" | "close"> & {
  compile(previous: string, source: string): Compiled;
};

/**
 * A cell is first compiled by a light converter; where that cannot decide, and for inspection, completion and
 * modules, tslab's full converter takes over for good. So nothing is refused, and nothing accepted, that the full one
 * would not.
 * @param light whether to begin with the light one
 */
export function createCompiler(light: boolean): Compiler {
  let quick: LightConverter | undefined = light ? lightConverter(process.cwd()) : undefined;
  let full: Converter | undefined;
  const takeOver = (): Converter => {
    quick?.close();
    quick = undefined;
    return (full ??= loadTslab().createConverter({ isJS: false, isBrowser: false }));
  };
  return {
    compile: (previous, source) =>
      withMaps(quick?.convert(previous, source) ?? takeOver().convert(previous, source), source),
    addModule: (...call) => takeOver().addModule(...call),
    inspect: (...call) => takeOver().inspect(...call),
    complete: (...call) => takeOver().complete(...call),
  };
}
