/** Runs compiled cells, and keeps what they declare. */
import { runInThisContext } from "node:vm";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Conversion } from "../compile/conversion.js";
import type { Builtins } from "./builtins.js";
import { CellRequire } from "./cell-require.js";
import { CellSession } from "./live.js";
import { tslabModule, type WriteDisplayData } from "./tslab-module.js";

type Values = unknown[] | undefined;
type Cell = (session: CellSession, require: NodeJS.Require) => Values | Promise<Values>;

export class Executor {
  readonly #require: CellRequire;
  readonly #session: CellSession;
  readonly #builtins: Pick<Builtins, "lend">;

  /** @param folder from where cells import */
  constructor(folder: string, write: WriteDisplayData, builtins: Pick<Builtins, "lend">) {
    this.#builtins = builtins;
    this.#require = new CellRequire(folder, new Map([["tslab", tslabModule(write)]]));
    const filename = join(folder, "cell.ts");
    const { href: url } = pathToFileURL(filename);
    this.#session = new CellSession(this.#require.require, { url, dirname: folder, filename });
  }

  /**
   * @param name the name that its code has in stack traces
   * @returns the value of the last expression, in a list of one
   */
  async run({ output, sideOutputs = [] }: Conversion, name: string): Promise<unknown[]> {
    this.#require.update(sideOutputs);
    const cell = runInThisContext(`${output}\n//# sourceURL=${name}`) as Cell;
    try {
      return (await this.#builtins.lend(() => cell(this.#session, this.#require.require))) ?? [];
    } catch (error) {
      // A package that awaits at its top level: imports come first, nothing else of the cell has run.
      const { loading } = Object(error) as { loading?: Promise<unknown> };
      if (!(loading instanceof Promise)) throw error;
      await loading;
    }
    return this.run({ output: output!, diagnostics: [] }, name);
  }

  /** What a name holds; undefined where it holds nothing. */
  peek(name: string): unknown {
    return this.#session.peek(name);
  }

  /** Which of these names hold something else than before. */
  changed(names: readonly string[]): () => string[] {
    const look = (name: string): [boolean, unknown] => [this.#session.name(name).isSet, this.peek(name)];
    const before = names.map(look);
    const isChanged = (name: string, at: number): boolean =>
      look(name).some((one, which) => !Object.is(one, before[at]![which]));
    return () => names.filter(isChanged);
  }
}
