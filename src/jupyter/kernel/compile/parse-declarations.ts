/** Reads declarations from the text that the compiler writes. */
import type ts from "typescript";
import type { Declaration } from "./declarations.js";
import { loadTypeScript, parseCell } from "./typescript.js";

/** The statements of a text of declarations; one of several names becomes several. */
export function parseDeclarations(text: string): Declaration[] {
  const t = loadTypeScript();
  const file = parseCell(text);
  const made = (
    statement: string,
    name: string | undefined,
    isValue: boolean,
    isType: boolean,
  ): Declaration => ({
    text: statement.trim(),
    ...(name !== undefined && { name }),
    isValue,
    isType,
    modules: [...statement.matchAll(/\b(?:from |import\()["']([^"']+)["']/g)].map(([, module]) => module!),
  });
  return file.statements.flatMap((node) => {
    const whole = text.slice(node.pos, node.end);
    if (t.isExportDeclaration(node) || t.isExportAssignment(node)) return [];
    if (t.isVariableStatement(node)) return variables(node, whole);
    if (t.isImportDeclaration(node))
      return imported(t, node, file).map(([one, name]) => made(one, name, true, true));
    if (isGlobal(t, node)) return [made(whole, undefined, false, false)];
    const { name } = node as ts.DeclarationStatement;
    const isType = !t.isFunctionDeclaration(node);
    const isValue = !t.isInterfaceDeclaration(node) && !t.isTypeAliasDeclaration(node);
    return [made(whole, name?.text, isValue, isType)];
  });

  function variables(
    { declarationList: { declarations } }: ts.VariableStatement,
    whole: string,
  ): Declaration[] {
    const lead = whole.slice(0, declarations[0]!.getStart(file) - declarations[0]!.parent.parent.pos);
    return declarations.map((one) =>
      made(`${lead}${one.getText(file)};`, (one.name as ts.Identifier).text, true, false),
    );
  }
}

/** `declare global` and `declare module "name"` */
export function isGlobal(t: typeof ts, node: ts.Node): boolean {
  return (
    t.isModuleDeclaration(node) &&
    (t.isStringLiteral(node.name) || (node.flags & t.NodeFlags.GlobalAugmentation) !== 0)
  );
}

/** An import as one for each of its names. */
function imported(
  t: typeof ts,
  { importClause, moduleSpecifier }: ts.ImportDeclaration,
  file: ts.SourceFile,
): [string, string][] {
  if (!importClause) return [];
  const { name, namedBindings } = importClause;
  const type = importClause.phaseModifier === t.SyntaxKind.TypeKeyword ? "type " : "";
  const from = `from ${moduleSpecifier.getText(file)};`;
  const all: [string, string][] = [];
  if (name) all.push([`import ${type}${name.text} ${from}`, name.text]);
  if (namedBindings && t.isNamespaceImport(namedBindings))
    all.push([`import ${type}* as ${namedBindings.name.text} ${from}`, namedBindings.name.text]);
  else
    for (const one of namedBindings?.elements ?? [])
      all.push([`import ${type}{ ${one.getText(file)} } ${from}`, one.name.text]);
  return all;
}
