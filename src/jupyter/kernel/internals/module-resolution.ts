/** Has tslab's compiler find more than TypeScript's old resolution does; what that finds stays as it is. */
import { createRequire, isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The functions and objects of a compiler that resolve modules. */
export interface Resolves {
  ModuleResolutionKind: { Bundler: number };
  resolveModuleName(name: string, file: string, options: object, host: object): { resolvedModule?: object };
  createWatchCompilerHost(files: string[], options: object, ...rest: unknown[]): unknown;
}

interface Host {
  resolveModuleNameLiterals(
    literals: readonly { text: string }[],
    file: string,
  ): { resolvedModule?: object }[];
  hasInvalidatedResolutions(file: string): boolean;
}

/** Of this package, which cells import wherever they stand. */
export const OWN_FOLDER = fileURLToPath(new URL("../../../../", import.meta.url));

/** The compiler with packages that have nothing but `exports`, files named with their `.ts`, and this package. */
export function resolveMore<Compiler extends Resolves>(ts: Compiler): Compiler {
  const createWatchCompilerHost: Resolves["createWatchCompilerHost"] = (files, options, ...rest) => {
    const old = {
      ...options,
      ...ownPaths((options as { rootDir: string }).rootDir),
      allowImportingTsExtensions: true,
    };
    const bundler = { ...old, moduleResolution: ts.ModuleResolutionKind.Bundler };
    const host = ts.createWatchCompilerHost(files, old, ...rest) as Host;
    const resolve = (name: string, file: string) => {
      const found = ts.resolveModuleName(name, file, old, host);
      if (found.resolvedModule || name.startsWith(".") || isBuiltin(name)) return found;
      return ts.resolveModuleName(name, file, bundler, host);
    };
    return Object.assign(host, resolvedOnce(resolve));
  };
  return { ...ts, createWatchCompilerHost };
}

/** Where this package is not installed, the kernel's own copy; by name, so that declarations can name its types, too. */
function ownPaths(folder: string): { paths?: Record<string, string[]> } {
  try {
    createRequire(join(folder, "cell.js")).resolve("egov-kz/package.json");
    return {};
  } catch {
    const dist = join(OWN_FOLDER, "dist");
    return { paths: { "egov-kz": [join(dist, "index.d.ts")], "egov-kz/*": [join(dist, "*.d.ts")] } };
  }
}

/** A package that was found stays where it is; what was not found may come. */
function resolvedOnce(resolve: (name: string, file: string) => { resolvedModule?: object }): Host {
  const packages = new Map<string, { resolvedModule?: object }>();
  const incomplete = new Set<string>();
  return {
    resolveModuleNameLiterals: (literals, file) => {
      incomplete.delete(file);
      return literals.map(({ text }) => {
        const key = `${dirname(file)}\n${text}`;
        const found = packages.get(key) ?? resolve(text, file);
        if (!found.resolvedModule && !file.includes("/node_modules/")) incomplete.add(file);
        if (found.resolvedModule && !text.startsWith(".")) packages.set(key, found);
        return found;
      });
    },
    hasInvalidatedResolutions: (file) => incomplete.has(file),
  };
}
