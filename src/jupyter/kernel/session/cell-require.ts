/** The cells' `require`, which their imports become; it finds more than Node's. */
import { readFileSync, statSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname, join, resolve as resolvePath } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { resolve } from "import-meta-resolve";
import { ownName, OWN_FOLDER } from "../compile/own-package.js";
import type { SideOutput } from "../compile/conversion.js";

type Load = (id: string) => unknown;

interface Loaded {
  id: string;
  filename: string;
  paths: string[];
  exports: unknown;
  require: Load;
  /** Of a file that awaits at its top level: its end. */
  done?: Promise<void>;
  _compile(code: string, filename: string): void;
}
const NodeModule = Module as unknown as {
  new (id: string): Loaded;
  _nodeModulePaths(folder: string): string[];
};

/** A user's file is known without its ending: `./x`, `./x.js` and `./x.ts` are the same. */
const ENDING = /\.[cm]?[jt]sx?$/;

/** The loading of a module that awaits at its top level, by the error of its `require`: then it can be required. */
const loadings = new WeakMap<object, Promise<void>>();

function later(error: unknown, load: () => Promise<void>): unknown {
  const loading = onceLoaded(load);
  loading.catch(() => undefined);
  loadings.set(error as Error, loading);
  return error;
}

/** Does it, and again for each module that it requires and that awaits at its top level, once that has loaded. */
export async function onceLoaded<Result>(does: () => Result | Promise<Result>): Promise<Result> {
  for (;;)
    try {
      return await does();
    } catch (error) {
      const loading = loadings.get(Object(error) as object);
      if (!loading) throw error;
      await loading;
    }
}

/**
 * @param folder from where cells import
 * @param provided modules of the kernel's own
 */
export function cellRequire(folder: string, provided: ReadonlyMap<string, unknown>) {
  /** The user's own files, compiled, and what has been loaded of them. */
  const sources = new Map<string, SideOutput>();
  const loaded = new Map<string, Loaded>();
  const loadPackage = packages();
  const readJson = jsonFiles();

  const from = (folder: string, plain: NodeJS.Require): NodeJS.Require =>
    new Proxy(plain, { apply: (_, self, [id]: [string]) => load(id, folder, plain) });

  function load(id: string, folder: string, plain: NodeJS.Require): unknown {
    const given = provided.get(id);
    if (given !== undefined) return given;
    if (/^\.{0,2}\//.test(id)) {
      const path = resolvePath(folder, id);
      const source = sources.get(path.replace(ENDING, "")) ?? sources.get(join(path, "index"));
      if (source) return run(source);
      if (path.endsWith(".json")) return readJson(path);
    }
    return loadPackage(id, folder, plain);
  }

  function run({ path, data, awaits }: SideOutput): unknown {
    const known = loaded.get(path);
    if (known) return known.exports;
    if (awaits) {
      throw later(
        new Error(`${path} awaits at its top level: use import() instead of require()`),
        async () => {
          const module = moduleAt(path);
          module._compile(`module.done = (async () => { ${data}\n})()`, path);
          await module.done;
          loaded.set(path, module);
        },
      );
    }
    const module = moduleAt(path);
    loaded.set(path, module);
    try {
      module._compile(data, path);
    } catch (error) {
      loaded.delete(path);
      throw error;
    }
    return module.exports;
  }

  function moduleAt(path: string): Loaded {
    const module = new NodeModule(path);
    const paths = NodeModule._nodeModulePaths(dirname(path));
    const require = from(dirname(path), createRequire(path));
    return Object.assign(module, { filename: path, paths, require });
  }

  const require = from(folder, createRequire(join(folder, "cell.js")));
  return {
    require,
    /** As a cell's own code calls it: in the middle of a cell, which is not begun anew when the module has loaded. */
    called: new Proxy(require, {
      apply(_, self, [id]: [string]) {
        try {
          return require(id) as unknown;
        } catch (error) {
          loadings.delete(Object(error) as object);
          throw error;
        }
      },
    }),
    /** Takes in what was compiled anew. What was loaded of it, and of what imports it, is loaded anew, too. */
    update(outputs: readonly SideOutput[]): void {
      for (const output of outputs) sources.set(output.path.replace(ENDING, ""), output);
      if (outputs.length > 0) loaded.clear();
    },
  };
}

/** Loads packages: the user's, or else this kernel's copy of its own. */
function packages() {
  const own: Load = createRequire(join(OWN_FOLDER, "cell.js"));
  /** Packages that await at their top level, by the path that they were asked for at. */
  const awaited = new Map<string, unknown>();
  return function load(id: string, folder: string, plain: NodeJS.Require): unknown {
    const asked = `${folder}\n${id}`;
    const known = awaited.get(asked);
    if (known !== undefined) return known;
    try {
      return plain(id);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      const from = pathToFileURL(join(folder, "cell.js")).href;
      if (code === "ERR_PACKAGE_PATH_NOT_EXPORTED")
        return load(fileURLToPath(resolve(id, from)), folder, plain);
      const isMissing = code === "MODULE_NOT_FOUND" && message.includes(`'${id}'`);
      if (isMissing && (id === ownName || id.startsWith(`${ownName}/`))) return own(id);
      if (code !== "ERR_REQUIRE_ASYNC_MODULE") throw error;
      throw later(error, async () => {
        awaited.set(asked, await import(id.startsWith("/") ? pathToFileURL(id).href : resolve(id, from)));
      });
    }
  };
}

/** Reads JSON files, again when they have changed. */
function jsonFiles() {
  const read = new Map<string, { changed: number; value: unknown }>();
  return (path: string): unknown => {
    const changed = statSync(path).mtimeMs;
    const known = read.get(path);
    if (known?.changed === changed) return known.value;
    const value = parsed(path, readFileSync(path, "utf8").replace(/^\ufeff/, ""));
    read.set(path, { changed, value });
    return value;
  };
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SyntaxError(`${path}: ${(error as Error).message}`, { cause: error });
  }
}
