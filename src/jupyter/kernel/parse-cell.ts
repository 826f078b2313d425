/** A cell's syntax, by tslab's own compiler. */
import { createRequire } from "node:module";

export interface ParsedCell {
  statements: readonly { end: number }[];
  parseDiagnostics: readonly { start: number; code: number }[];
}

interface TypeScript {
  createSourceFile(name: string, text: string, target: number, parents: boolean, kind: number): ParsedCell;
  ScriptTarget: { Latest: number };
  ScriptKind: { TS: number };
}

const require = createRequire(import.meta.url);

export function parseCell(code: string): ParsedCell {
  const ts = require("@tslab/typescript-for-tslab") as TypeScript;
  return ts.createSourceFile("cell.ts", code, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
}
