/**
 * Cells that an earlier run has compiled without a fault, one file for each folder of notebooks. They count as long as all
 * that they were compiled with is there and the same to the letter: this compiler, TypeScript, Node, the type declarations
 * that were read. What is installed may have been found elsewhere since: a folder of packages that has changed counts, too.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { projectRoot } from "../../base/project.js";
import { writeAtomically } from "../../base/write-atomically.js";
import type { CompileCell } from "../kernel/compile/compile-elsewhere.js";
import type { Conversion } from "../kernel/compile/conversion.js";

interface Stored {
  /** Of what every cell is compiled with. */
  stamp: string;
  /** Type declarations that cells have read, and what was in them. */
  files: Record<string, string>;
  cells: [key: string, Conversion][];
}

/** A notebook that is much edited leaves many behind. */
const MOST_CELLS = 2000;
const OLDEST_MS = 30 * 24 * 60 * 60 * 1000;

/** Files of the user's own are not kept track of: what a cell may import them by, and what else the compiler reads. */
const OWN_FILE = /["'`]\.{0,2}\//;
const OF_PACKAGE = /^dist[\\/]|[\\/]?node_modules[\\/]/;

const PACKAGE = projectRoot();
const compiler = fileURLToPath(new URL("../kernel/compile", import.meta.url));
const { version } = createRequire(import.meta.url)("typescript/package.json") as { version: string };

export class CompiledCells {
  readonly #path: string;
  readonly #stamp: string;
  readonly #files: Map<string, string>;
  readonly #cells: Map<string, Conversion>;
  #changed = false;

  /** @param folder from where the cells import */
  constructor(folder: string, cache = join(PACKAGE, "node_modules", ".cache", "egov-kz")) {
    this.#path = join(cache, `${hash(folder, process.version)}.json`);
    this.#stamp = hash(version, ...contents(compiler), ...packagesAbove(folder));
    const { stamp, files, cells } = read(this.#path);
    const isSame =
      stamp === this.#stamp && Object.entries(files).every(([path, was]) => hashOf(path) === was);
    this.#files = new Map(isSame ? Object.entries(files) : []);
    this.#cells = new Map(isSame ? cells : []);
  }

  get isEmpty(): boolean {
    return this.#cells.size === 0;
  }

  get(question: CompileCell): Conversion | undefined {
    return this.#cells.get(keyOf(question));
  }

  /** @param files what the compiler has read besides */
  add(question: CompileCell, conversion: Conversion, files: readonly string[]): void {
    if (OWN_FILE.test(question.source) || files.some((path) => !OF_PACKAGE.test(relative(PACKAGE, path))))
      return;
    for (const path of files) if (!this.#files.has(path)) this.#files.set(path, hashOf(path));
    this.#cells.set(keyOf(question), conversion);
    this.#changed = true;
  }

  /** Where it cannot be written, the next run compiles anew. */
  save(): void {
    if (!this.#changed) return;
    const cells = [...this.#cells].slice(-MOST_CELLS);
    const stored: Stored = { stamp: this.#stamp, files: Object.fromEntries(this.#files), cells };
    try {
      const folder = dirname(this.#path);
      mkdirSync(folder, { recursive: true });
      for (const path of readdirSync(folder).map((name) => join(folder, name)))
        if (Date.now() - statSync(path).mtimeMs > OLDEST_MS) rmSync(path);
      writeAtomically(this.#path, JSON.stringify(stored));
    } catch {
      return;
    }
  }
}

function read(path: string): Stored {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Stored;
  } catch {
    return { stamp: "", files: {}, cells: [] };
  }
}

function hash(...parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

function hashOf(path: string): string {
  try {
    return hash(readFileSync(path, "utf8"));
  } catch {
    return "";
  }
}

const keyOf = ({ previous, source }: CompileCell): string => hash(JSON.stringify(previous), source);

const contents = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".js"))
    .map((name) => hashOf(join(folder, name)));

/** When packages were last added or removed, in the folders where a cell's imports are looked for. */
function packagesAbove(folder: string): string[] {
  const here = join(folder, "node_modules");
  const scopes = entries(here).filter((name) => name.startsWith("@"));
  const times = [here, ...scopes.map((name) => join(here, name)), join(folder, "package.json")].map((path) =>
    String(statSync(path, { throwIfNoEntry: false })?.mtimeMs),
  );
  return dirname(folder) === folder ? times : [...times, ...packagesAbove(dirname(folder))];
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
