/** What cells know without declaring or importing it: the language as this runtime has it, and our globals. */

/**
 * ES2023, and later libraries where this runtime has what they describe.
 * @param all whatever this runtime has
 */
export function libraries(all = false): string[] {
  const later: [library: string, holder: object, name: string][] = [
    ["es2024.object", Object, "groupBy"],
    ["es2024.collection", Map, "groupBy"],
    ["es2024.promise", Promise, "withResolvers"],
    ["es2024.arraybuffer", ArrayBuffer.prototype, "transfer"],
    ["es2024.string", String.prototype, "isWellFormed"],
    ["es2025.iterator", globalThis, "Iterator"],
    ["es2025.collection", Set.prototype, "union"],
    ["es2025.promise", Promise, "try"],
    ["es2025.regexp", RegExp, "escape"],
    ["es2025.float16", globalThis, "Float16Array"],
    ["esnext.array", Array, "fromAsync"],
    ["esnext.error", Error, "isError"],
  ];
  const there = later.filter(([, holder, name]) => all || name in holder).map(([library]) => library);
  const names = ["es2023", ...there, "esnext.disposable", "esnext.decorators"];
  return names.map((name) => `lib.${name}.d.ts`);
}

function methods(parameters: string, ...names: string[]): string {
  return names.map((name) => `${name}(${parameters}): void;`).join(" ");
}

/** What cells have in addition to Node's globals, and tslab's module, which this kernel provides. */
export const OWN_GLOBALS = `
declare function prompt(message?: string, preset?: string): string | null;
declare function confirm(message?: string): boolean;
declare module "tslab" {
  export interface Display {
    ${methods("text: string", "javascript", "html", "markdown", "latex", "svg", "text")}
    ${methods("bytes: Uint8Array | string", "png", "jpeg", "gif", "pdf")}
    raw(type: string, content: string | Uint8Array): void;
  }
  export const display: Display;
  /** A display that later calls overwrite. */
  export function newDisplay(): Display;
}
`;

/** Used when Node's types are not read: the part of Node that most cells use. */
export const CONSOLE = `
interface Console {
  ${methods("...data: any[]", "log", "info", "debug", "warn", "error", "trace", "dir")}
  ${methods("label?: string", "time", "timeEnd")}
  table(tabularData: any, properties?: readonly string[]): void;
  assert(condition?: boolean, ...data: any[]): void;
}
declare var console: Console;
`;

/** WebAssembly, which Node's types leave to a browser's. */
export function webAssembly(browserTypes: string): string {
  const [found] = /^declare namespace WebAssembly \{\n[^]*?^\}/m.exec(browserTypes) ?? [""];
  return found.replaceAll(/\bBufferSource\b/g, "(ArrayBuffer | ArrayBufferView)");
}
