/** In the compiler's worker, tslab's modules are bundled: this stands for the kernel's `internals/tslab`. */
import * as converter from "tslab/dist/converter.js";
import * as metadata from "tslab/dist/metadata.js";
import ts from "@tslab/typescript-for-tslab";
import type { ParsedCell, Tslab, TypeScript } from "../../jupyter/kernel/internals/tslab.js";

export type * from "../../jupyter/kernel/internals/tslab.js";

export const loadTslab = (): Tslab => converter as unknown as Tslab;
export const loadTypeScript = (): TypeScript => ts as unknown as TypeScript;
export const getCodeMetadata = (source: string): { module?: string } =>
  (metadata as { getCodeMetadata(source: string): { module?: string } }).getCodeMetadata(source);

/** A cell's syntax, as in the kernel. */
export function parseCell(code: string): ParsedCell {
  const typescript = loadTypeScript();
  const { ScriptTarget, ScriptKind } = typescript;
  return typescript.createSourceFile("cell.ts", code, ScriptTarget.Latest, false, ScriptKind.TS);
}
