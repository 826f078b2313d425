import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** A package that is read when it is first used: by an import, every notebook's kernel would spend the time. */
export function latePackage<T>(name: string): () => T {
  let loaded: T | undefined;
  return () => (loaded ??= require(name) as T);
}
