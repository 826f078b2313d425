/** A converter that is ready in a quarter of the time: it reads Node's types (2 MB) only when a cell needs them. */
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Converter } from "./tslab-internals.js";

interface System {
  getDirectories(path: string): string[];
  readFile(path: string, encoding?: string): string | undefined;
}

const require = createRequire(import.meta.url);

/** The one thing of Node's that most cells use. */
const CONSOLE = `
interface Console {
  ${["log", "info", "debug", "warn", "error", "trace", "dir"].map((name) => `${name}(...data: any[]): void;`).join("\n  ")}
  table(tabularData: any, properties?: readonly string[]): void;
  assert(condition?: boolean, ...data: any[]): void;
  time(label?: string): void;
  timeEnd(label?: string): void;
}
declare var console: Console;
`;

/**
 * A converter in tslab's shape. A cell is first compiled knowing the language and `console` alone; where that finds
 * any fault, and for inspection, completion and modules, tslab's full converter takes over for good. So nothing is
 * refused, and nothing accepted, that the full one would not.
 */
export function quickConverter(create: () => Converter): Converter {
  const light = withoutNode(create);
  let full: Converter | undefined;
  const takeOver = (): Converter => {
    if (full) return full;
    light.close();
    return (full = create());
  };
  return {
    convert(previous, source) {
      if (full) return full.convert(previous, source);
      const conversion = withoutNode(() => light.convert(previous, source));
      return conversion.diagnostics.length === 0 ? conversion : takeOver().convert(previous, source);
    },
    addModule: (...call) => takeOver().addModule(...call),
    inspect: (...call) => takeOver().inspect(...call),
    complete: (...call) => takeOver().complete(...call),
    close: () => (full ?? light).close(),
  };
}

/** Does a piece of the compiler's work on a system in which no types but those that are imported are to be found. */
function withoutNode<T>(work: () => T): T {
  const { sys } = require("@tslab/typescript-for-tslab") as { sys: System };
  const { getDirectories, readFile } = sys;
  sys.getDirectories = (path) => (/@types[\\/]?$/.test(path) ? [] : getDirectories(path));
  sys.readFile = (path, encoding) =>
    /[\\/]lib\.[\w.]+\.d\.ts$/.test(path) ? language(path, readFile) : readFile(path, encoding);
  try {
    return work();
  } finally {
    Object.assign(sys, { getDirectories, readFile });
  }
}

/**
 * The declarations of the language and `console` as one file: the compiler looks some fifty up anew for every cell.
 * It parses all documentation, too, which only inspection needs: as plain comments that is passed over.
 */
function language(path: string, readFile: System["readFile"]): string {
  const seen = new Set<string>();
  const include = (file: string): string => {
    if (seen.has(file)) return "";
    seen.add(file);
    const text = (readFile(file) ?? "").replaceAll("/**", "/* ");
    return text.replaceAll(/^\/\/\/ <reference lib="([\w.]+)" \/>$/gm, (_, name: string) =>
      include(join(dirname(file), `lib.${name}.d.ts`)),
    );
  };
  return include(path) + CONSOLE;
}
