/** What cells know beside what they declare and import: the language as far as this runtime has it, and ours. */

/**
 * ES2023, and later libraries where this runtime has what they describe.
 * @param all whatever this runtime has
 */
export function libraries(all = false): string[] {
  const has = (holder: object, name: string): boolean => name in holder;
  const later: [string, boolean][] = [
    ["es2024.object", has(Object, "groupBy")],
    ["es2024.collection", has(Map, "groupBy")],
    ["es2024.promise", has(Promise, "withResolvers")],
    ["es2024.arraybuffer", has(ArrayBuffer.prototype, "transfer")],
    ["es2024.string", has(String.prototype, "isWellFormed")],
    ["es2025.iterator", has(globalThis, "Iterator")],
    ["es2025.collection", has(Set.prototype, "union")],
    ["es2025.promise", has(Promise, "try")],
    ["es2025.regexp", has(RegExp, "escape")],
    ["es2025.float16", has(globalThis, "Float16Array")],
    ["esnext.array", has(Array, "fromAsync")],
    ["esnext.error", has(Error, "isError")],
    ["esnext.disposable", true],
    ["esnext.decorators", true],
  ];
  return ["es2023", ...later.flatMap(([name, there]) => (there || all ? [name] : []))].map(
    (name) => `lib.${name}.d.ts`,
  );
}

/** What cells have beside Node's globals, and tslab's module, which a kernel of its own brings along. */
export const OWN_GLOBALS = `
declare function prompt(message?: string, preset?: string): string | null;
declare function confirm(message?: string): boolean;
declare module "tslab" {
  export interface Display {
    javascript(text: string): void;
    html(text: string): void;
    markdown(text: string): void;
    latex(text: string): void;
    svg(text: string): void;
    png(bytes: Uint8Array | string): void;
    jpeg(bytes: Uint8Array | string): void;
    gif(bytes: Uint8Array | string): void;
    pdf(bytes: Uint8Array | string): void;
    text(text: string): void;
    raw(type: string, content: string | Uint8Array): void;
  }
  export const display: Display;
  /** A display that later calls overwrite. */
  export function newDisplay(): Display;
}
`;

/** Where Node's types are not read: the one thing of Node's that most cells use. */
export const CONSOLE = `
interface Console {
  ${["log", "info", "debug", "warn", "error", "trace", "dir"].map((name) => `${name}(...data: any[]): void;`).join("\n  ")}
  table(tabularData: any, properties?: readonly string[]): void;
  assert(condition?: boolean, ...data: any[]): void;
  time(label?: string): void;
  timeEnd(label?: string): void;
}
declare var console: Console;
`;

/** WebAssembly, which Node's types leave to a browser's. */
export function webAssembly(browserTypes: string): string {
  const [found] = /^declare namespace WebAssembly \{\n[^]*?^\}/m.exec(browserTypes) ?? [""];
  return found.replaceAll(/\bBufferSource\b/g, "(ArrayBuffer | ArrayBufferView)");
}
