/** What cells know without declaring or importing it, beside data/cells: the language as this runtime has it. */

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

/** WebAssembly, which Node's types leave to a browser's. */
export function webAssembly(browserTypes: string): string {
  const [found] = /^declare namespace WebAssembly \{\n[^]*?^\}/m.exec(browserTypes) ?? [""];
  return found.replaceAll(/\bBufferSource\b/g, "(ArrayBuffer | ArrayBufferView)");
}
