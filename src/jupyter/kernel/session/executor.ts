/** Runs compiled cells, and keeps what they declare. */
import { runInThisContext } from "node:vm";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Conversion } from "../compile/conversion.js";
import type { Builtins } from "./builtins.js";
import { cellRequire, onceLoaded } from "./cell-require.js";
import { cellSession, type CellSession } from "./live.js";
import { tslabModule, type WriteDisplayData } from "./tslab-module.js";

type Values = unknown[] | undefined;
type Cell = (session: CellSession, require: NodeJS.Require) => Values | Promise<Values>;

/** @param folder from where cells import */
export function createExecutor(folder: string, write: WriteDisplayData, builtins: Pick<Builtins, "lend">) {
  const imports = cellRequire(folder, new Map([["tslab", tslabModule(write)]]));
  const { require } = imports;
  const filename = join(folder, "cell.ts");
  const session = cellSession(require, { url: pathToFileURL(filename).href, dirname: folder, filename });
  const { peek } = session;
  return {
    peek,
    /**
     * @param name the name that its code has in stack traces
     * @returns the value of the last expression, in a list of one
     */
    async run({ output, sideOutputs = [] }: Conversion, name: string): Promise<unknown[]> {
      imports.update(sideOutputs);
      const cell = runInThisContext(`${output}\n//# sourceURL=${name}`) as Cell;
      // Imports come first: until a package has loaded, nothing else of the cell has run.
      return (await onceLoaded(() => builtins.lend(() => cell(session, imports.called)))) ?? [];
    },
    /** Which of these names hold something else than before. */
    changed(names: readonly string[]): () => string[] {
      const look = (name: string): [boolean, unknown] => [session.name(name).isSet, peek(name)];
      const before = names.map(look);
      const isChanged = (name: string, at: number): boolean =>
        look(name).some((one, which) => !Object.is(one, before[at]![which]));
      return () => names.filter(isChanged);
    },
  };
}
