/** The files given to workers: types for the compiler, data for the session. */
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import { globSync } from "tinyglobby";
import type * as TypeScript from "typescript";
import { libraries } from "../../jupyter/kernel/compile/globals.js";
import { projectRoot } from "../../base/project.js";

type Files = Record<string, string>;

const root = projectRoot();
const require = createRequire(join(root, "package.json"));

/** What cells can import: our module with its subpaths, and the libraries that it wraps. */
export function offeredModules(): string[] {
  const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { exports: object };
  // A path that only has types cannot be imported from.
  const isCode = (path: string): boolean =>
    /^\.\/[a-z]+$/.test(path) && existsSync(join(root, "src", `${path}.ts`));
  const subpaths = Object.keys(exports).filter(isCode);
  const ours = ["egov-kz", ...subpaths.map((path) => `egov-kz${path.slice(1)}`)];
  return [...ours, "danfojs-node", "danfojs-node/dist/danfojs-base/index.js", "simple-statistics", "xlsx", "papaparse",
    "fs", "path", "os", "util", "crypto", "url", "module", "timers/promises", "perf_hooks"]; // prettier-ignore
}

/** The editor shows the documentation of these only; that of Node and Plotly would add 0.5 MB to load. */
const DOCUMENTED = /[\\/](dist|typescript|danfojs-node|simple-statistics)[\\/](?!node_modules)/;
const COMMENT = /^[ \t]*\/\*\*[^]*?\*\/[ \t]*\n/gm;

/** All files that the compiler reads when a cell imports every module, found by doing so. */
export function typeFiles(): Files {
  const ts = require("typescript") as typeof TypeScript;
  const names = offeredModules();
  const probe = join(root, "notebooks", "__probe__.ts");
  const options: TypeScript.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    esModuleInterop: true,
    target: ts.ScriptTarget.ES2022,
    lib: libraries(true),
    types: ["node"],
    resolveJsonModule: true,
  };
  const host = ts.createCompilerHost(options);
  const read = new Set<string>();
  const { readFile, fileExists } = host;
  host.readFile = (path) => {
    if (path === probe) return names.map((name) => `import ${JSON.stringify(name)};`).join("");
    read.add(path);
    return readFile(path);
  };
  host.fileExists = (path) => path === probe || (fileExists(path) && read.add(path).has(path));
  ts.createProgram([probe], options, host);
  const library = dirname(require.resolve("typescript"));
  const files: Files = {};
  for (const path of read) {
    if (path.includes("/node_modules/egov-kz/") || !/\.(d\.[cm]?ts|json)$/.test(path)) continue;
    const text = readFileSync(path, "utf8");
    files[path.startsWith(library) ? `/typescript/lib/${path.slice(library.length + 1)}` : inPage(path)] =
      DOCUMENTED.test(path) ? text : text.replaceAll(COMMENT, "");
  }
  return files;
}

/** Our package.json, data and texts; what describes the data to catalogues, no cell asks for. */
export function dataFiles(): Files {
  const ignore = ["data/datapackage.json", "data/{lab,report}/**"];
  const paths = globSync(["package.json", "{data,locales}/**"], { cwd: root, ignore }).sort();
  const textOf = (path: string): string =>
    path.endsWith(".xlsx")
      ? `base64:${readFileSync(join(root, path), "base64")}`
      : readFileSync(join(root, path), "utf8");
  return Object.fromEntries(paths.map((path) => [`/egov-kz/${path}`, textOf(path)]));
}

function inPage(path: string): string {
  return `/egov-kz/${relative(root, path).split(sep).join("/")}`;
}
