/** From a place in the code that runs back to the cell's own text. */
import { SourceMap } from "node:module";
import type { SourceMaps } from "../internals/source-maps.js";

/** tslab compiles a cell behind a line of its own. */
const LINES_BEFORE = 1;
/** Cells whose text is kept; an older one's frames are shown without a line. */
const KEPT = 1000;

export interface Place {
  /** The number of the cell. */
  count: number;
  /** From 1. */
  line: number;
  column: number;
  /** The line's text. */
  text: string;
}

interface KnownCell {
  count: number;
  source: string;
  maps: SourceMaps;
}

/** The name that a cell's code has in a stack trace. */
export const CELL_NAME = /\begov-kz-cell-(\d+)\.js\b/;

export class CellPlaces {
  readonly #cells = new Map<number, KnownCell>();
  #serial = 0;

  /** Notes a cell and gives the name that its code is to have in stack traces. */
  add(count: number, source: string, maps: SourceMaps): string {
    const serial = ++this.#serial;
    this.#cells.set(serial, { count, source, maps });
    this.#cells.delete(serial - KEPT);
    return `egov-kz-cell-${serial}.js`;
  }

  /** Where in a cell a line and column (from 1) of its code stand; undefined where the compiler has put them in. */
  find(name: string, line: number, column: number): Place | undefined {
    const cell = this.#cells.get(Number(CELL_NAME.exec(name)?.[1]));
    if (!cell) return undefined;
    const module = lookUp(cell.maps.toCommonJs, line - 1, column - 1);
    const own = module && lookUp(cell.maps.toModule, module.line, module.column);
    if (!own || own.line < LINES_BEFORE) return undefined;
    const at = own.line - LINES_BEFORE;
    const text = cell.source.split("\n")[at];
    return text === undefined ? undefined : { count: cell.count, line: at + 1, column: own.column + 1, text };
  }
}

/** One step back; places count from 0. */
function lookUp(map: string, line: number, column: number): { line: number; column: number } | undefined {
  if (map === "") return undefined;
  const entry = new SourceMap(JSON.parse(map) as ConstructorParameters<typeof SourceMap>[0]).findEntry(
    line,
    column,
  );
  // The nearest entry before may be on an earlier line: then this line has none.
  return "originalLine" in entry && entry.generatedLine === line
    ? { line: entry.originalLine, column: entry.originalColumn }
    : undefined;
}
