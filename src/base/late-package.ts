import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** A package loaded on first use; importing it would cost every notebook's kernel the time. */
export function latePackage<T>(name: string): () => T {
  let loaded: T | undefined;
  return () => (loaded ??= require(name) as T);
}
