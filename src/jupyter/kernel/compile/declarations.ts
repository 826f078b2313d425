/** What cells have declared; a next cell is compiled with the part of it that it needs. */
import type ts from "typescript";
import { blanked, loadTypeScript, parseCell, type Bound } from "./typescript.js";

/** A statement of a declaration file, of one name. */
export interface Declaration {
  text: string;
  /** Undefined where it concerns every cell: what it declares is global. */
  name?: string;
  isValue: boolean;
  isType: boolean;
  /** From which modules it takes types. */
  modules: string[];
}

export type Declarations = readonly Declaration[];

/**
 * New declarations, and those of the earlier ones that they leave; a class of which only the type is replaced leaves a
 * value of any type.
 */
export function redeclared(before: Declarations, declared: Declarations): Declaration[] {
  const named = (pick: (one: Declaration) => boolean): Set<string | undefined> =>
    new Set(declared.filter(pick).map(({ name }) => name));
  const values = named((one) => one.isValue);
  const types = named((one) => one.isType);
  const texts = new Set(declared.map(({ text }) => text));
  const remaining = before.flatMap((one): Declaration[] => {
    if (one.name === undefined) return texts.has(one.text) ? [] : [one];
    if (one.isValue && values.has(one.name)) return [];
    if (!one.isType || !types.has(one.name)) return [one];
    if (!one.isValue) return [];
    return [
      { text: `declare let ${one.name}: any;`, name: one.name, isValue: true, isType: false, modules: [] },
    ];
  });
  return [...declared, ...remaining];
}

export function declarationText(declarations: Declarations): string {
  return declarations.map(({ text }) => `${text}\n`).join("");
}

/**
 * The declarations that a source can depend on: all whose names it mentions, all that those mention, and so on. Others
 * are kept if the compiler would otherwise drop a module, only to read it again for a later cell.
 */
export function neededDeclarations(source: string, declarations: Declarations): Set<Declaration> {
  if (source.includes("\\u")) return new Set(declarations); // a name may be spelled so
  const byName = new Map<string, Declaration[]>();
  for (const declaration of declarations) {
    const { name } = declaration;
    if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), declaration]);
  }
  const needed = new Set<Declaration>();
  const modules = new Set<string>();
  for (const declaration of declarations) {
    if (declaration.name !== undefined && declaration.modules.every((module) => modules.has(module)))
      continue;
    needed.add(declaration);
    declaration.modules.forEach((module) => modules.add(module));
  }
  const mention = (text: string) => {
    for (const [word] of text.matchAll(/[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/gu))
      byName.get(word)?.forEach((declaration) => needed.add(declaration));
  };
  mention(source);
  for (const declaration of needed) mention(declaration.text); // those that this adds included
  return needed;
}

/** The statements of a text of declarations as the compiler writes it; one of several names becomes several. */
export function parseDeclarations(text: string): Declaration[] {
  const t = loadTypeScript();
  const file = parseCell(text);
  const made = (statement: string, name: string | undefined, isValue: boolean, isType: boolean) => ({
    text: statement.trim(),
    ...(name !== undefined && { name }),
    isValue,
    isType,
    modules: [...statement.matchAll(/\b(?:from |import\()["']([^"']+)["']/g)].map(([, module]) => module!),
  });
  return file.statements.flatMap((node): Declaration[] => {
    const whole = text.slice(node.pos, node.end);
    if (t.isExportDeclaration(node) || t.isExportAssignment(node)) return [];
    if (t.isVariableStatement(node)) {
      const { declarations } = node.declarationList;
      const lead = text.slice(node.pos, declarations[0]!.getStart(file));
      return declarations.map((one) =>
        made(`${lead}${one.getText(file)};`, one.name.getText(file), true, false),
      );
    }
    if (t.isImportDeclaration(node))
      return imported(t, node).map(([one, name]) => made(one, name, true, true));
    if (isGlobal(t, node)) return [made(whole, undefined, false, false)];
    const { name } = node as ts.DeclarationStatement;
    const isType = !t.isFunctionDeclaration(node);
    const isValue = !t.isInterfaceDeclaration(node) && !t.isTypeAliasDeclaration(node);
    return [made(whole, name?.text, isValue, isType)];
  });
}

/** `declare global` and `declare module "name"` */
export function isGlobal(t: typeof ts, node: ts.Node): boolean {
  const isAugmentation = (node.flags & t.NodeFlags.GlobalAugmentation) !== 0;
  return t.isModuleDeclaration(node) && (t.isStringLiteral(node.name) || isAugmentation);
}

/** An import as one for each of its names. */
function imported(t: typeof ts, { importClause, moduleSpecifier }: ts.ImportDeclaration): [string, string][] {
  if (!importClause) return [];
  const { name, namedBindings } = importClause;
  const type = importClause.phaseModifier === t.SyntaxKind.TypeKeyword ? "type " : "";
  const from = `from ${moduleSpecifier.getText()};`;
  const one = (what: string, local: string): [string, string] => [`import ${type}${what} ${from}`, local];
  const own = name ? [one(name.text, name.text)] : [];
  if (!namedBindings) return own;
  if (t.isNamespaceImport(namedBindings))
    return [...own, one(`* as ${namedBindings.name.text}`, namedBindings.name.text)];
  return [...own, ...namedBindings.elements.map((each) => one(`{ ${each.getText()} }`, each.name.text))];
}

/**
 * Without `export` in front of declarations, which says nothing new, and `const` in front of an enum, whose values the
 * compiler would write into functions that outlive it; places stay as they are.
 */
export function withoutExports(source: string): string {
  if (!/\b(export|enum)\b/.test(source)) return source;
  const t = loadTypeScript();
  let text = source;
  const blank = (from: number, to: number): void => void (text = blanked(text, from, to));
  const cell = parseCell(source);
  const { ExportKeyword, DefaultKeyword, ConstKeyword } = t.SyntaxKind;
  for (const node of cell.statements) {
    if (t.isExportDeclaration(node) && !node.moduleSpecifier) blank(node.getStart(cell), node.end);
    if (t.isExportAssignment(node)) blank(node.getStart(cell), node.expression.getStart(cell));
    for (const modifier of (t.canHaveModifiers(node) && t.getModifiers(node)) || [])
      if ([ExportKeyword, DefaultKeyword, ConstKeyword].includes(modifier.kind))
        blank(modifier.getStart(cell), modifier.end);
  }
  return text;
}

/** All names of a cell's top level, types and `var` within blocks included. */
export function declaredNames(source: string): string[] {
  const t = loadTypeScript() as typeof ts & { bindSourceFile(file: ts.SourceFile, options: object): void };
  const cell: Bound = parseCell(source);
  t.bindSourceFile(cell, { target: t.ScriptTarget.ES2024, moduleDetection: t.ModuleDetectionKind.Force });
  const isName = ({ declarations }: ts.Symbol): boolean => declarations!.some((node) => !isGlobal(t, node));
  return [...(cell.locals?.values() ?? [])]
    .filter(isName)
    .map(({ escapedName }) => t.unescapeLeadingUnderscores(escapedName));
}

/** `var` in blocks and loops, which declaration files leave out. */
export function innerVariables(checker: ts.TypeChecker, cell: Bound): string {
  const t = loadTypeScript();
  const isInner = (node: ts.Declaration): boolean => {
    let above: ts.Node = node;
    while (!t.isVariableDeclarationList(above) && above !== cell) above = above.parent;
    return above !== cell && !(t.isVariableStatement(above.parent) && above.parent.parent === cell);
  };
  return [...(cell.locals?.values() ?? [])]
    .filter(({ valueDeclaration }) => valueDeclaration !== undefined && isInner(valueDeclaration))
    .map((symbol) => {
      const type = checker.getTypeOfSymbol(symbol);
      return `declare let ${symbol.name}: ${checker.typeToString(type, undefined, t.TypeFormatFlags.NoTruncation)};\n`;
    })
    .join("");
}
