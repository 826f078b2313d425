/**
 * `npm run tarball [FOLDER]`: the package as a tarball that installs from the registry alone. npm heeds `overrides` and
 * `file:` of a root package only, so what they replace is packed along: the packages of vendor/, and those that
 * depend on an overridden one, with their dependencies rewritten.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (...path) => JSON.parse(readFileSync(join(root, ...path, "package.json"), "utf8"));
const { overrides, dependencies: all, ...rest } = read();
const own = { ...rest, scripts: undefined, devDependencies: undefined };
const dependencies = { ...all };
Reflect.deleteProperty(dependencies, own.name);
const isLocal = (spec) => spec.startsWith("file:");

/** What takes the place of an overridden package: `$NAME` stands for this package's own dependency. */
const replaced = Object.fromEntries(
  Object.entries(overrides).map(([name, spec]) => [
    name,
    spec[0] === "$" ? dependencies[spec.slice(1)] : spec,
  ]),
);

/** A package's dependencies as they really are installed. */
function installed(wanted = {}) {
  const specs = Object.entries(wanted).map(([name, spec]) => [name, replaced[name] ?? spec]);
  return Object.fromEntries(
    specs.map(([name, spec]) => [name, isLocal(spec) ? read("node_modules", name).version : spec]),
  );
}

const local = Object.keys(dependencies).filter((name) => isLocal(dependencies[name]));
const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
const changed = Object.entries(packages)
  .filter(
    ([path, { dev, dependencies: needed = {} }]) =>
      /^node_modules\//.test(path) && !dev && Object.keys(needed).some((name) => name in replaced),
  )
  .map(([path]) => path.slice("node_modules/".length));
const bundled = [...local, ...changed];

const stage = mkdtempSync(join(tmpdir(), `${own.name}-`));
const write = (folder, manifest) =>
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest, null, 2));
try {
  for (const name of [...own.files, "README.md", "LICENSE"])
    cpSync(join(root, name), join(stage, name), { recursive: true });
  for (const name of bundled) {
    const folder = join(stage, "node_modules", name);
    const from = join(root, "node_modules", name);
    const nested = join(from, "node_modules");
    cpSync(from, folder, { recursive: true, dereference: true, filter: (path) => path !== nested });
    const manifest = read("node_modules", name);
    write(folder, { ...manifest, dependencies: installed(manifest.dependencies) });
  }
  write(stage, { ...own, dependencies: installed(dependencies), bundleDependencies: bundled });
  const folder = resolve(process.argv[2] ?? ".");
  execFileSync("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder], {
    cwd: stage,
    stdio: "inherit",
  });
} finally {
  rmSync(stage, { recursive: true, force: true });
}
