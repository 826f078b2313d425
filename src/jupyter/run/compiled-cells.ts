/**
 * A cache of cells that an earlier run compiled without errors, one file per folder of notebooks. Entries are valid
 * while everything they were compiled with exists unchanged: this compiler, TypeScript, Node, the type declarations
 * read. If packages were added or removed, imports may resolve differently, and no entry is valid.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { dataPath, projectRoot } from "../../base/project.js";
import { writeAtomically } from "../../base/write-atomically.js";
import type { CompileCell } from "../kernel/compile/compile-elsewhere.js";
import type { Conversion } from "../kernel/compile/conversion.js";

/** A notebook that is edited often leaves many entries. */
const MOST_CELLS = 2000;
const OLDEST_MS = 30 * 24 * 60 * 60 * 1000;

/** Cells that may import files of the user's own, which are not tracked, are not kept. */
const OWN_FILE = /["'`]\.{0,2}\//;
const OF_PACKAGE = /^(dist|data)[\\/]|[\\/]?node_modules[\\/]/;

const PACKAGE = projectRoot();
const COMPILER = [fileURLToPath(new URL("../kernel/compile/", import.meta.url)), dataPath("cells")];

/** The file's content. */
type Kept = [stamp: string, files: [path: string, content: string][], cells: [key: string, Conversion][]];

export type CompiledCells = ReturnType<typeof compiledCells>;

/** @param folder from where the cells import */
export function compiledCells(folder: string, cache = join(PACKAGE, "node_modules", ".cache", "egov-kz")) {
  const path = join(cache, `${hash(folder, process.version)}.json`);
  const code = COMPILER.flatMap((at) => namesIn(at).map((name) => hashOf(join(at, name))));
  const typescript = fileURLToPath(import.meta.resolve("typescript/package.json"));
  /** Of what every cell is compiled with. */
  const stamp = hash(hashOf(typescript), ...code, ...packagesAbove(folder));
  const none: Kept = [stamp, [], []];
  const kept = tried((file) => Object(JSON.parse(readFileSync(file, "utf8"))) as Kept, path, none);
  // Also what another version has written in another form.
  const isSame = kept[0] === stamp && kept[1].every(([file, was]) => hashOf(file) === was);
  const [, keptFiles, keptCells] = isSame ? kept : none;
  /** What was in the type declarations that cells have read. */
  const files = new Map(keptFiles);
  const cells = new Map(keptCells);
  let isChanged = false;
  return {
    isEmpty: (): boolean => cells.size === 0,
    get: (cell: CompileCell): Conversion | undefined => cells.get(keyOf(cell)),
    /** @param read other files that the compiler has read */
    add(cell: CompileCell, conversion: Conversion, read: readonly string[]): void {
      if (OWN_FILE.test(cell.source) || read.some((file) => !OF_PACKAGE.test(relative(PACKAGE, file))))
        return;
      for (const file of read) if (!files.has(file)) files.set(file, hashOf(file));
      cells.set(keyOf(cell), conversion);
      isChanged = true;
    },
    save(): void {
      if (!isChanged) return;
      try {
        mkdirSync(cache, { recursive: true });
        for (const old of readdirSync(cache).map((name) => join(cache, name)))
          if (Date.now() - statSync(old).mtimeMs > OLDEST_MS) rmSync(old);
        writeAtomically(path, JSON.stringify([stamp, [...files], [...cells].slice(-MOST_CELLS)]));
      } catch {
        // The next run compiles again.
      }
    },
  };
}

const keyOf = ({ previous, source }: CompileCell): string => hash(JSON.stringify(previous), source);

const hash = (...parts: readonly string[]): string =>
  createHash("sha256").update(JSON.stringify(parts)).digest("base64url");

const hashOf = (path: string): string => tried((one) => hash(readFileSync(one, "utf8")), path, "");
const namesIn = (folder: string): string[] => tried((one) => readdirSync(one), folder, []);

/** When packages were last added or removed, in the folders searched for a cell's imports. */
function packagesAbove(folder: string): string[] {
  const here = join(folder, "node_modules");
  const scopes = namesIn(here).filter((name) => name.startsWith("@"));
  const times = [here, ...scopes.map((name) => join(here, name)), join(folder, "package.json")].map((path) =>
    String(statSync(path, { throwIfNoEntry: false })?.mtimeMs),
  );
  return dirname(folder) === folder ? times : [...times, ...packagesAbove(dirname(folder))];
}

/** What is read at a path, or else. */
function tried<T>(read: (path: string) => T, path: string, otherwise: T): T {
  try {
    return read(path);
  } catch {
    return otherwise;
  }
}
