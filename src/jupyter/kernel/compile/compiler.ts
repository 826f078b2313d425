/** Compiles cells, in the kernel itself. */
import { lightConverter, type LightConverter } from "./light-converter.js";
import { lastSourceMaps, type SourceMaps } from "../internals/source-maps.js";
import { loadTslab, type Conversion, type Converter } from "../internals/tslab.js";

/** A cell ready to run. */
export interface Compiled {
  conversion: Conversion;
  maps: SourceMaps;
}

/** What was compiled last, with all that a kernel needs of it. */
export function withMaps(conversion: Conversion): Compiled {
  return { conversion, maps: lastSourceMaps() };
}

export type Compiler = Omit<Converter, "convert" | "close"> & {
  compile(previous: string, source: string): Compiled;
  /** Compiles a first cell in advance, so that the real one finds the types that it imports already read. */
  warmUp(source: string): void;
};

/**
 * A cell is first compiled by a light converter; where that cannot decide, and for inspection, completion and
 * modules, tslab's full converter takes over for good. So nothing is refused, and nothing accepted, that the full one
 * would not.
 * @param light whether to begin with the light one
 */
export function createCompiler(light: boolean, isJS = false): Compiler {
  let quick: LightConverter | undefined = light ? lightConverter(process.cwd(), isJS) : undefined;
  let full: Converter | undefined;
  const takeOver = (): Converter => {
    quick?.close();
    quick = undefined;
    return (full ??= loadTslab().createConverter({ isJS, isBrowser: false }));
  };
  return {
    compile: (previous, source) =>
      withMaps(quick?.convert(previous, source) ?? takeOver().convert(previous, source)),
    warmUp: (source) => void quick?.convert("", source),
    addModule: (...call) => takeOver().addModule(...call),
    inspect: (...call) => takeOver().inspect(...call),
    complete: (...call) => takeOver().complete(...call),
  };
}
