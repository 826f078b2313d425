/** What the language service reads: cells and what they have declared from memory, everything else from the disk. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import type ts from "typescript";
import { dataPath } from "../../../base/project.js";
import { libraries } from "./globals.js";
import { ownPaths } from "./own-package.js";
import { loadTypeScript } from "./typescript.js";

const require = createRequire(import.meta.url);
export const NODE_MODULES = /[\\/]node_modules[\\/]/;

/**
 * @param here the folder from where cells import
 * @param roots what every cell is compiled with
 */
export function languageHost(here: string, light: boolean, roots: () => string[]) {
  const t = loadTypeScript();
  const written = new Map<string, { text: string; version: number }>();
  const options = compilerOptions(here, light);
  const { sys } = t;
  const version = (path: string): string =>
    String(
      written.get(path)?.version ?? (NODE_MODULES.test(path) ? 1 : sys.getModifiedTime?.(path)?.valueOf()),
    );
  const readFile = (path: string): string | undefined => written.get(path)?.text ?? sys.readFile(path);
  const cache = t.createModuleResolutionCache(here, (name) => name, options);
  const packages = new Map<string, ts.ResolvedModuleWithFailedLookupLocations>();
  const snapshots = new Map<string, { of: string; snapshot: ts.IScriptSnapshot }>();
  const host: ts.LanguageServiceHost = {
    ...sys,
    getCompilationSettings: () => options,
    getScriptFileNames: roots,
    getScriptVersion: version,
    // Asked for with every cell, of every file.
    getScriptSnapshot: (path) => {
      const of = version(path);
      const known = snapshots.get(path);
      if (known?.of === of) return known.snapshot;
      const text = readFile(path);
      if (text === undefined) return undefined;
      const snapshot = t.ScriptSnapshot.fromString(text);
      snapshots.set(path, { of, snapshot });
      return snapshot;
    },
    getCurrentDirectory: () => here,
    getDefaultLibFileName: () => t.getDefaultLibFilePath(options),
    fileExists: (path) => written.has(path) || sys.fileExists(path),
    readFile,
    useCaseSensitiveFileNames: () => true,
    // A package that was found stays where it is; what was not found, and a file of the user's, may come and go.
    resolveModuleNameLiterals: (literals, file) =>
      literals.map(({ text }) => {
        if (NODE_MODULES.test(file)) return t.resolveModuleName(text, file, options, host, cache);
        const asked = `${dirname(file)}\n${text}`;
        const found = packages.get(asked) ?? t.resolveModuleName(text, file, options, host);
        if (found.resolvedModule?.isExternalLibraryImport) packages.set(asked, found);
        return found;
      }),
    ...(light && { jsDocParsingMode: t.JSDocParsingMode.ParseNone }),
  };
  // With it the package.json next to a library is read once, not with every cell.
  Object.assign(host, { getModuleResolutionCache: () => cache });
  const put = (path: string, text: string): void => {
    const before = written.get(path);
    if (before?.text !== text) written.set(path, { text, version: (before?.version ?? 0) + 1 });
  };
  return { host, put, isInMemory: (path: string): boolean => written.has(path) };
}

/** Those of data/cells/tsconfig.json, and what depends on this runtime and the folder. */
function compilerOptions(here: string, light: boolean): ts.CompilerOptions {
  const t = loadTypeScript();
  const config = JSON.parse(readFileSync(dataPath("cells", "tsconfig.json"), "utf8")) as {
    compilerOptions: object;
  };
  const typeRoots = t.getEffectiveTypeRoots({}, { getCurrentDirectory: () => here }) ?? [];
  const own = dirname(dirname(require.resolve("@types/node/package.json")));
  const paths = ownPaths(here);
  return {
    ...t.convertCompilerOptionsFromJson(config.compilerOptions, here).options,
    lib: libraries(),
    types: light ? [] : ["node"],
    typeRoots: [...typeRoots, own],
    ...(paths && { paths }),
  };
}
