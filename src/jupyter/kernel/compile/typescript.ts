/** TypeScript, loaded when first needed: it takes 0.3 s, and a kernel whose cells are compiled elsewhere needs none. */
import { createRequire } from "node:module";
import type ts from "typescript";

const require = createRequire(import.meta.url);

export type TypeScript = typeof ts;

export function loadTypeScript(): TypeScript {
  return require("typescript") as TypeScript;
}

/** A cell's syntax: a module, where `await` is no name. */
export function parseCell(
  code: string,
): ts.SourceFile & { parseDiagnostics: readonly ts.DiagnosticWithLocation[] } {
  const { createSourceFile, ScriptTarget, ScriptKind } = loadTypeScript();
  const setExternalModuleIndicator = (file: ts.SourceFile): void =>
    void Object.assign(file, { externalModuleIndicator: file });
  const options = { languageVersion: ScriptTarget.Latest, setExternalModuleIndicator };
  return createSourceFile("cell.ts", code, options, true, ScriptKind.TS) as ReturnType<typeof parseCell>;
}

/** A text with blanks in place of a stretch, so that all else stays where it is. */
export function blanked(text: string, from: number, to: number): string {
  return text.slice(0, from) + text.slice(from, to).replaceAll(/[^\n]/g, " ") + text.slice(to);
}
