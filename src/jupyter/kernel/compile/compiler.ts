/** Compiles cells, in the kernel itself. */
import type { Conversion } from "./conversion.js";
import type { Declarations } from "./declarations.js";
import { createConverter, type Converter } from "./converter.js";

export type Compiler = ReturnType<typeof createCompiler>;

/**
 * A light converter compiles cells first; once it finds a fault, and for modules, the full one replaces it for good. So
 * nothing is refused, and nothing accepted, that the full one would not. The full one answers questions, too.
 * @param light whether to begin with the light one
 */
export function createCompiler(folder: string, light: boolean) {
  let quick: Converter | undefined = light ? createConverter(folder, true) : undefined;
  let full: Converter | undefined;
  const whole = (): Converter => (full ??= createConverter(folder));
  const takeOver = (): Converter => {
    quick = undefined;
    return whole();
  };
  return {
    convert: (previous: Declarations, source: string): Conversion =>
      soundly(quick, previous, source) ?? takeOver().convert(previous, source),
    addModule: (...call: Parameters<Converter["addModule"]>) => takeOver().addModule(...call),
    inspect: (...call: Parameters<Converter["inspect"]>) => whole().inspect(...call),
    complete: (...call: Parameters<Converter["complete"]>) => whole().complete(...call),
    /** Compiles a first cell in advance, so that the real one finds the types that it imports already read. */
    warmUp: (source: string): void => void quick?.convert([], source),
    /** Makes ready for a first question in advance. */
    warmUpQuestions: (source: string): void => void whole().complete([], source, source.length),
  };
}

/** What a light converter makes of a cell; undefined where a full one has to decide. */
export function soundly(
  light: Pick<Converter, "convert"> | undefined,
  previous: Declarations,
  source: string,
): Conversion | undefined {
  const conversion = light?.convert(previous, source);
  return conversion?.diagnostics.length === 0 && !conversion.sideOutputs ? conversion : undefined;
}
