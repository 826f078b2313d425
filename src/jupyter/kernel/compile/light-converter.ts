/** A converter that is ready in a quarter of the time, and takes less of it per cell: it knows less. */
import { dirname, join } from "node:path";
import { neededDeclarations, parseDeclarations, type Declaration } from "./declarations.js";
import { loadTslab, loadTypeScript, type Conversion, type TypeScript } from "../internals/tslab.js";

type ReadFile = TypeScript["sys"]["readFile"];

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
 * Compiles cells knowing the language, `console`, what they import from packages and what they need of the cells before.
 * Where it finds any fault, or files of the user's own, a full converter has to decide.
 */
export interface LightConverter {
  /** @returns undefined where a full converter has to decide, and this one is of no more use */
  convert(previous: string, source: string): Conversion | undefined;
  close(): void;
}

/** @param folder from where cells import */
export function lightConverter(folder: string, isJS = false): LightConverter {
  const converter = withoutNode(folder, () => loadTslab().createConverter({ isJS, isBrowser: false }));
  let last = { text: "", declarations: [] as Declaration[] };
  return {
    convert(previous, source) {
      const before = previous === last.text ? last.declarations : parseDeclarations(previous);
      const needed = neededDeclarations(source, before);
      // In their order, by which overloads are chosen.
      const passedOn = textOf(before.filter((declaration) => needed.has(declaration)));
      const conversion = withoutNode(folder, () => converter.convert(passedOn, source));
      if (conversion.diagnostics.length > 0 || conversion.sideOutputs) return undefined;
      const declarations = [
        ...parseDeclarations(conversion.declOutput ?? ""),
        ...before.filter((declaration) => !needed.has(declaration)),
      ];
      last = { text: textOf(declarations), declarations };
      return { ...conversion, declOutput: last.text };
    },
    close: () => converter.close(),
  };
}

function textOf(declarations: readonly Declaration[]): string {
  return declarations.map(({ text }) => `${text}\n`).join("");
}

/** Does a piece of the compiler's work on a system in which no types but those that are imported are to be found. */
function withoutNode<T>(folder: string, work: () => T): T {
  const { sys } = loadTypeScript();
  const { getCurrentDirectory, getDirectories, readFile } = sys;
  sys.getCurrentDirectory = () => folder;
  sys.getDirectories = (path) => (/@types[\\/]?$/.test(path) ? [] : getDirectories(path));
  sys.readFile = (path, encoding) =>
    /[\\/]lib\.[\w.]+\.d\.ts$/.test(path) ? language(path, readFile) : readFile(path, encoding);
  try {
    return work();
  } finally {
    Object.assign(sys, { getCurrentDirectory, getDirectories, readFile });
  }
}

/**
 * The declarations of the language and `console` as one file: the compiler looks some fifty up anew for every cell.
 * It parses all documentation, too, which only inspection needs: as plain comments that is passed over.
 */
function language(path: string, readFile: ReadFile): string {
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
