/** Node's `module`, for the executor of cells: packages are those that were bundled. */
import { runInThisContext } from "./vm.js";

type Require = ((name: string) => unknown) & { cache: Record<string, { exports: unknown }> };

const bundled = new Map<string, () => unknown>();
const cache: Require["cache"] = {};

/** Makes modules available to cells and late imports. */
export function offer(modules: Readonly<Record<string, () => unknown>>): void {
  for (const [name, load] of Object.entries(modules)) bundled.set(name, load);
}

/** Adds a module to those that are loaded. */
export function keepLoaded(path: string, exports: unknown): void {
  cache[path] = { exports };
}

const require: Require = Object.assign(
  (name: string): unknown => {
    const load = bundled.get(name.replace(/^node:/, ""));
    if (load) return load();
    const offered = [...bundled.keys()].join(", ");
    const error = new Error(`Cannot find module '${name}': this page offers ${offered}`);
    throw Object.assign(error, { code: "MODULE_NOT_FOUND" });
  },
  { cache, resolve: (name: string) => name },
);

export const createRequire = (): Require => require;

/** A file of the user's own, compiled. */
export class Module {
  exports = {};
  paths: string[] = [];
  require: (name: string) => unknown = require;
  readonly filename: string;
  constructor(filename: string) {
    this.filename = filename;
  }
  _compile(code: string, filename: string): void {
    const wrapped = `(function(exports, require, module, __filename, __dirname) {${code}\n})`;
    const run = runInThisContext(wrapped) as (...args: unknown[]) => void;
    run(this.exports, this.require, this, filename, filename.replace(/\/[^/]*$/, ""));
  }
  static _nodeModulePaths = (): string[] => [];
  static createRequire = createRequire;
}
export default Module;

export { SourceMap } from "./small.js";
