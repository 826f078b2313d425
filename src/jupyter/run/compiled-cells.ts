/**
 * A cache of cells that an earlier run compiled without errors, one file per folder of notebooks. Entries are valid
 * while everything they were compiled with exists unchanged: this compiler, TypeScript, Node, the type declarations
 * read. If packages were added or removed, imports may resolve differently, and no entry is valid.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { projectRoot } from "../../base/project.js";
import { writeAtomically } from "../../base/write-atomically.js";
import type { CompileCell } from "../kernel/compile/compile-elsewhere.js";
import type { Conversion } from "../kernel/compile/conversion.js";

/** A notebook that is edited often leaves many entries. */
const MOST_CELLS = 2000;
const OLDEST_MS = 30 * 24 * 60 * 60 * 1000;

/** Cells that may import files of the user's own, which are not tracked, are not kept. */
const OWN_FILE = /["'`]\.{0,2}\//;
const OF_PACKAGE = /^dist[\\/]|[\\/]?node_modules[\\/]/;

const PACKAGE = projectRoot();
const COMPILER = fileURLToPath(new URL("../kernel/compile/", import.meta.url));

/** The file's content. */
type Kept = [stamp: string, files: [path: string, content: string][], cells: [key: string, Conversion][]];

export class CompiledCells {
  readonly #path: string;
  /** Of what every cell is compiled with. */
  readonly #stamp: string;
  /** What was in the type declarations that cells have read. */
  readonly #files: Map<string, string>;
  readonly #cells: Map<string, Conversion>;
  #changed = false;

  /** @param folder from where the cells import */
  constructor(folder: string, cache = join(PACKAGE, "node_modules", ".cache", "egov-kz")) {
    this.#path = join(cache, `${hash(folder, process.version)}.json`);
    const code = namesIn(COMPILER).map((name) => hashOf(join(COMPILER, name)));
    const typescript = fileURLToPath(import.meta.resolve("typescript/package.json"));
    this.#stamp = hash(hashOf(typescript), ...code, ...packagesAbove(folder));
    const none: Kept = [this.#stamp, [], []];
    const kept = tried((path) => Object(JSON.parse(readFileSync(path, "utf8"))) as Kept, this.#path, none);
    // Also what another version has written in another form.
    const isSame = kept[0] === this.#stamp && kept[1].every(([path, was]) => hashOf(path) === was);
    const [, files, cells] = isSame ? kept : none;
    this.#files = new Map(files);
    this.#cells = new Map(cells);
  }

  get isEmpty(): boolean {
    return this.#cells.size === 0;
  }

  get(cell: CompileCell): Conversion | undefined {
    return this.#cells.get(keyOf(cell));
  }

  /** @param files other files that the compiler has read */
  add(cell: CompileCell, conversion: Conversion, files: readonly string[]): void {
    if (OWN_FILE.test(cell.source) || files.some((path) => !OF_PACKAGE.test(relative(PACKAGE, path)))) return;
    for (const path of files) if (!this.#files.has(path)) this.#files.set(path, hashOf(path));
    this.#cells.set(keyOf(cell), conversion);
    this.#changed = true;
  }

  save(): void {
    if (!this.#changed) return;
    const folder = dirname(this.#path);
    try {
      mkdirSync(folder, { recursive: true });
      for (const path of readdirSync(folder).map((name) => join(folder, name)))
        if (Date.now() - statSync(path).mtimeMs > OLDEST_MS) rmSync(path);
      const cells = [...this.#cells].slice(-MOST_CELLS);
      writeAtomically(this.#path, JSON.stringify([this.#stamp, [...this.#files], cells]));
    } catch {
      // The next run compiles again.
    }
  }
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
