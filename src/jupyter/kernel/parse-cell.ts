import { loadTypeScript, type ParsedCell } from "./tslab-internals.js";

/** A cell's syntax, by tslab's own compiler. */
export function parseCell(code: string): ParsedCell {
  const ts = loadTypeScript();
  return ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
}
