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

/** A file with the names that it declares: the compiler keeps them for itself. */
export interface Bound extends ts.SourceFile {
  locals?: Map<ts.__String, ts.Symbol>;
}

/** All names that a pattern binds. */
export function boundNames(t: typeof ts, name: ts.BindingName): ts.Identifier[] {
  if (t.isIdentifier(name)) return [name];
  return name.elements.flatMap((one) => (t.isOmittedExpression(one) ? [] : boundNames(t, one.name)));
}

/** Whether a file awaits at its top level: only then does a promise, which asks it for `then`, deliver a cell's value. */
export function awaits(t: typeof ts, node: ts.Node): boolean {
  if (t.isFunctionLike(node) || t.isClassStaticBlockDeclaration(node) || t.isModuleBlock(node)) return false;
  if (t.isAwaitExpression(node) || (t.isForOfStatement(node) && node.awaitModifier !== undefined))
    return true;
  if (t.isVariableDeclarationList(node) && (node.flags & t.NodeFlags.AwaitUsing) === t.NodeFlags.AwaitUsing)
    return true;
  if (t.isPropertyDeclaration(node)) return t.isComputedPropertyName(node.name) && awaits(t, node.name);
  return t.forEachChild(node, (child) => awaits(t, child) || undefined) ?? false;
}
