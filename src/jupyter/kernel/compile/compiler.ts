/** Compiles cells, in the kernel itself. */
import type { Conversion, Converter } from "./conversion.js";
import type { Declarations } from "./declarations.js";
import { createConverter } from "./converter.js";

export type Compiler = Converter & {
  /** Compiles a first cell in advance, so that the real one finds the types that it imports already read. */
  warmUp(source: string): void;
  /** Makes ready for a first question in advance. */
  warmUpQuestions(source: string): void;
};

/**
 * A light converter compiles cells first; once it finds a fault, and for modules, the full one replaces it for good. So
 * nothing is refused, and nothing accepted, that the full one would not. The full one answers questions, too.
 * @param light whether to begin with the light one
 */
export function createCompiler(folder: string, light: boolean): Compiler {
  let quick: Converter | undefined = light ? createConverter(folder, true) : undefined;
  let full: Converter | undefined;
  const whole = (): Converter => (full ??= createConverter(folder));
  const takeOver = (): Converter => {
    quick = undefined;
    return whole();
  };
  return {
    convert: (previous, source) => soundly(quick, previous, source) ?? takeOver().convert(previous, source),
    warmUp: (source) => void quick?.convert([], source),
    addModule: (...call) => takeOver().addModule(...call),
    warmUpQuestions: (source) => void whole().complete([], source, source.length),
    inspect: (...call) => whole().inspect(...call),
    complete: (...call) => whole().complete(...call),
  };
}

/** What a light converter makes of a cell; undefined where a full one has to decide. */
export function soundly(
  light: Converter | undefined,
  previous: Declarations,
  source: string,
): Conversion | undefined {
  const conversion = light?.convert(previous, source);
  return conversion?.diagnostics.length === 0 && !conversion.sideOutputs ? conversion : undefined;
}
