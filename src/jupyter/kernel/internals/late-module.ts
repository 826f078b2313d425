import Module, { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/**
 * Has everybody's `require` of a CommonJS module give a stand-in that loads it when something of it is first used.
 * @param change what the module is to become
 */
export function loadLate<T extends object>(
  name: string,
  change: (module: T) => T = (module) => module,
): void {
  const path = require.resolve(name);
  let loaded: T | undefined;
  const load = (): T => {
    if (loaded) return loaded;
    Reflect.deleteProperty(require.cache, path);
    loaded = change(require(path) as T);
    require.cache[path]!.exports = loaded;
    return loaded;
  };
  const standIn = new Module(path);
  standIn.loaded = true;
  // Where it is taken for an ES module, nothing of it is copied, which would load it.
  standIn.exports = new Proxy({} as T, {
    get: (_, key) => key === "__esModule" || Reflect.get(load(), key),
    set: (_, key, value) => Reflect.set(load(), key, value),
  });
  require.cache[path] = standIn;
}
