/** Bundles the page's scripts with esbuild: Node's modules replaced by the page's own, the kernel's compiler by the other worker. */
import { readFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { projectRoot } from "../../base/project.js";

const root = projectRoot();
const require = createRequire(join(root, "package.json"));
const here = (path: string): string => join(root, "src", "browser", path);

/** The files of node/, each with the modules of Node that it replaces. */
const REPLACED = {
  fs: ["fs", "fs/promises"],
  module: ["module"],
  small: ["crypto", "os", "perf_hooks", "string_decoder", "tty", "url", "worker_threads"],
  timers: ["async_hooks", "timers", "timers/promises"],
  util: ["util"],
  vm: ["vm"],
  zlib: ["zlib"],
};
const NODE = new Map(
  Object.entries(REPLACED).flatMap(([file, names]) => names.map((name) => [name, here(`node/${file}.ts`)])),
);
const FOR_PATH = require.resolve("path-browserify");
const FOR_BUFFER = require.resolve("buffer/");

/** Parts of danfo and the workbook reader that a page does not need. */
const LEFT_OUT =
  /^(plotly\.js-dist-min|request|stream-json.*|node-fetch|jsdom|@resvg\/resvg-js|import-meta-resolve|.*\/cpexcel\.js)$/;

/** A path that our code looks up; the page has its own. */
const RESOLVED = /\brequire\.resolve\("([^"]+)"\)/g;
const OWN_REQUIRE = /^const require = createRequire\(import\.meta\.url\);$/m;

const nodeModules: Plugin = {
  name: "Node's modules",
  setup(context) {
    context.onResolve({ filter: /.*/ }, ({ path: asked, kind }) => {
      if (kind === "entry-point") return undefined;
      const name = asked.replace(/^node:/, "").replace(/\/$/, "");
      if (LEFT_OUT.test(asked)) return { path: name, namespace: "nothing" };
      if (!isBuiltin(name)) return undefined;
      if (name === "path" || name === "path/posix") return { path: FOR_PATH };
      if (name === "buffer") return { path: FOR_BUFFER };
      const path = NODE.get(name);
      if (path === undefined) return { path: name, namespace: "nothing" };
      // Without side effects: a file of which nothing is used is left out.
      return kind === "require-call" ? { path, namespace: "required" } : { path, sideEffects: false };
    });
    context.onLoad({ filter: /.*/, namespace: "nothing" }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get(_, key) {
        if (key === "__esModule" || typeof key === "symbol") return undefined;
        return function () { throw new Error("a page has no " + ${JSON.stringify(path)} + "." + String(key)); };
      } });`,
    }));
    // As CommonJS modules have them: not as an ES module with a default export.
    context.onLoad({ filter: /.*/, namespace: "required" }, ({ path }) => ({
      contents: `const all = require(${JSON.stringify(path)}); module.exports = all.default ?? { ...all };`,
      resolveDir: root,
    }));
    // What our modules require by a literal name is bundled, too.
    context.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: path.endsWith("late-package.ts")
        ? readFileSync(path, "utf8")
        : readFileSync(path, "utf8").replace(OWN_REQUIRE, "").replace(RESOLVED, '"/egov-kz/node_modules/$1"'),
      loader: "ts",
    }));
  },
};

/** In the session, cells arrive compiled. */
const noCompiler: Plugin = {
  name: "no compiler",
  setup: (context) =>
    context.onResolve({ filter: /compile\/(compiler|typescript)\.js$/ }, () => ({
      path: here("worker/ask-compiler.ts"),
    })),
};

/** Modules that are requested by name. */
const byName = (names: readonly string[]): Plugin => ({
  name: "modules by name",
  setup(context) {
    context.onResolve({ filter: /^virtual:modules$/ }, () => ({ path: "modules", namespace: "virtual" }));
    const modules = names.map((name) => `"${name}": () => require(${JSON.stringify(moduleFile(name))})`);
    const contents = `export const modules = {${modules.join()}};`;
    context.onLoad({ filter: /.*/, namespace: "virtual" }, () => ({ contents, resolveDir: root }));
  },
});

/** Packages that our modules load by name on first use. */
function latePackages(): string[] {
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    dependencies: object;
  };
  return Object.keys(dependencies).filter((name) => /^@stdlib\/|^(ml-matrix|acorn|ajv|js-yaml)$/.test(name));
}

/** Our own modules from their sources, so that a notebook and the kernel share them. */
function moduleFile(name: string): string {
  if (name === "egov-kz") return join(root, "src/index.ts");
  if (name.startsWith("egov-kz/")) return join(root, `src/${name.slice(8)}.ts`);
  return name;
}

/** A single script for a worker. */
export async function bundleWorker(
  entry: "compiler" | "session",
  modules: readonly string[],
): Promise<string> {
  const { outputFiles } = await build({
    ...COMMON,
    entryPoints: [here(`worker/${entry}.ts`)],
    format: "iife",
    // Packages are resolved as by Node, so that the code is the kernel's.
    platform: "neutral",
    mainFields: ["main"],
    keepNames: entry === "session", // which people print
    write: false,
    plugins:
      entry === "compiler"
        ? [nodeModules]
        : [noCompiler, byName([...modules, ...latePackages()]), nodeModules],
  });
  return outputFiles[0]!.text;
}

export async function bundlePages(outdir: string): Promise<void> {
  const packages = latePackages();
  // The code that reads a teacher's own file is only for pages that take one.
  const others = packages.filter((name) => name !== "ajv" && name !== "js-yaml");
  for (const [names, modules] of [
    [["front", "notebook", "what-if"], others],
    [["grade"], packages],
    [
      ["audit", "audit-work"],
      [...packages, "marked", "xlsx"],
    ],
  ] as const)
    await build({
      ...COMMON,
      entryPoints: names.map((name) => here(`page/${name}.ts`)),
      ...{ format: "esm", splitting: true, outdir, chunkNames: "part-[hash]", loader: { ".css": "text" } },
      plugins: [byName(modules), nodeModules],
    });
}

const COMMON = {
  bundle: true,
  minify: true,
  platform: "browser",
  target: "es2022",
  legalComments: "none",
  logLevel: "error",
  absWorkingDir: root,
  define: {
    "import.meta.url": '"file:///egov-kz/dist/index.js"',
    __filename: '"/typescript/lib/typescript.js"',
    __dirname: '"/typescript/lib"',
    NODE_VERSION: JSON.stringify(process.version),
    "process.env.NODE_ENV": '"production"',
  },
} as const;
