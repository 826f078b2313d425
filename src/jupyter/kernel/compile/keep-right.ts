/** The right part of a cell with faults: as in Python, everything before the first fault has run. */
import type ts from "typescript";
import { blanked, loadTypeScript, parseCell, boundNames } from "./typescript.js";
import type { Diagnostic } from "./conversion.js";

/**
 * The cell with blanks in place of its faulty statements; after the first of them, only declarations are left, and only
 * those that do not depend on what was taken out.
 * @returns undefined if nothing is left, as of a cell that cannot be parsed
 */
export function keepRight(source: string, faults: readonly Diagnostic[]): string | undefined {
  const t = loadTypeScript();
  const cell = parseCell(source);
  if (cell.parseDiagnostics.length > 0) return undefined;
  const places = faults
    .filter(({ fileName }) => fileName === undefined)
    .map(({ start }) => cell.getPositionOfLineAndCharacter(start.line, start.character));
  const holds = (node: ts.Node): boolean => places.some((at) => at >= node.pos && at < node.end);
  const names = cell.statements.flatMap((node) => importedNames(t, node)).filter(holds);
  const isFaulty = (node: ts.Statement): boolean =>
    holds(node) && !names.some((name) => name.pos > node.pos && name.end < node.end);
  const first = cell.statements.findIndex(isFaulty);
  if (first < 0 && names.length === 0) return undefined;
  const spoilt = new Set(names.map(({ name }) => name.text));
  const out = new Set<ts.Statement>();
  const namesOf = (node: ts.Node): string[] =>
    node.getText(cell).match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? [];
  const takeOut = (node: ts.Statement): void => {
    out.add(node);
    const names = isDeclaration(t, node) ? declared(t, node) : namesOf(node);
    names.forEach((name) => spoilt.add(name));
  };
  for (const [at, node] of cell.statements.entries())
    if (isFaulty(node) || (first >= 0 && at > first && !isDeclaration(t, node))) takeOut(node);
  for (let before = -1; before !== out.size;) {
    before = out.size;
    for (const node of cell.statements) if (!out.has(node) && isSpoilt(node)) takeOut(node);
  }
  if (out.size === cell.statements.length) return undefined;
  // The comma behind a name goes with it.
  const parts = [...out, ...names.map(({ pos, end }) => ({ pos, end: source[end] === "," ? end + 1 : end }))];
  return parts.reduce((text, { pos, end }) => blanked(text, pos, end), source);

  function isSpoilt(node: ts.Statement): boolean {
    if (t.isImportDeclaration(node)) return false;
    const hoisted = [t.isFunctionDeclaration, t.isInterfaceDeclaration, t.isTypeAliasDeclaration];
    if (!hoisted.some((is) => is(node)) && cell.statements.indexOf(node) < first) return false;
    return namesOf(node).some((name) => spoilt.has(name));
  }
}

function importedNames(t: typeof ts, node: ts.Statement): readonly ts.ImportSpecifier[] {
  const bindings = t.isImportDeclaration(node) ? node.importClause?.namedBindings : undefined;
  return bindings && t.isNamedImports(bindings) ? bindings.elements : [];
}

function isDeclaration(t: typeof ts, node: ts.Statement): boolean {
  // TypeScript keeps it for itself.
  const { isDeclarationStatement } = t as unknown as { isDeclarationStatement(node: ts.Node): boolean };
  return t.isVariableStatement(node) || (isDeclarationStatement(node) && !t.isExportAssignment(node));
}

/** What a declaration declares. */
function declared(t: typeof ts, node: ts.Statement): string[] {
  if (!t.isVariableStatement(node)) return [(node as ts.DeclarationStatement).name?.text ?? ""];
  return node.declarationList.declarations.flatMap(({ name }) => boundNames(t, name).map(({ text }) => text));
}
