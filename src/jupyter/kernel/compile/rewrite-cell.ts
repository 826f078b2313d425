/**
 * Turns a cell into a function of its session, in which each top-level name, of this cell or an earlier one, is a
 * property of a `Live` (session/live.ts): `rate` becomes `rate$.live`, wherever it is read or written, and a
 * declaration sets `rate$.let` or `rate$.const`. Which `rate` is meant, the type checker says.
 */
import type ts from "typescript";
import { liveNames, nameVisitor, type LiveNames } from "./live-names.js";
import { loadTypeScript, type Bound } from "./typescript.js";

/** @param earlier what the cells before have declared */
export function rewriteCell(checker: ts.TypeChecker, cell: Bound, earlier: Bound) {
  const names = liveNames(checker, cell, earlier);
  const transformer: ts.TransformerFactory<ts.SourceFile> = (context) => (root) =>
    rewrite(names, context, root);
  return { transformer, head: names.head };
}

function rewrite(names: LiveNames, context: ts.TransformationContext, root: ts.SourceFile): ts.SourceFile {
  const t = loadTypeScript();
  const f = t.factory;
  const { checker, own, set, at } = names;
  const visit = nameVisitor(names, context);
  const hoisted: ts.Statement[] = [];
  const imports: ts.Statement[] = [];
  /** Under its own name in the cell's function. */
  const keep = (name: ts.Node, kind = "let"): ts.Statement => {
    const { text } = name as ts.Identifier;
    return set(text, kind, f.createIdentifier(text));
  };

  /** Visits what is in a node but its name, which is no reference. */
  const within = <N extends ts.Node>(node: N, name: ts.Node): N =>
    t.visitEachChild(node, (child) => (child === name ? child : visit(child)), context);
  const inside = <N extends ts.Node>(node: N, name: ts.Identifier): N => {
    const symbol = checker.getSymbolAtLocation(name)!;
    own.add(symbol);
    const visited = t.visitEachChild(node, visit, context);
    own.delete(symbol);
    return visited;
  };

  const visitClass = (node: ts.ClassDeclaration): ts.Statement[] => {
    const { name } = node;
    if (!name) return [t.visitEachChild(node, visit, context)];
    if (t.getDecorators(node)?.length) return [inside(node, name), keep(name)];
    const visited = within(node, name);
    const { modifiers, typeParameters, heritageClauses, members } = visited;
    // Its static members see it by its name.
    const known = f.createBlock([set(name.text, "let", f.createThis())]);
    const all = [f.createClassStaticBlockDeclaration(known), ...members];
    return [f.updateClassDeclaration(visited, modifiers, name, typeParameters, heritageClauses, all)];
  };

  const entity = (name: ts.EntityName): ts.Expression =>
    t.isIdentifier(name)
      ? (visit(name) as ts.Expression)
      : f.createPropertyAccessExpression(entity(name.left), name.right);

  const visitStatement = (node: ts.Statement): ts.Statement[] => {
    const modifiers = t.canHaveModifiers(node) ? t.getModifiers(node) : undefined;
    if (modifiers?.some(({ kind }) => kind === t.SyntaxKind.DeclareKeyword)) return [];
    if (t.isInterfaceDeclaration(node) || t.isTypeAliasDeclaration(node)) return [];
    if (t.isImportDeclaration(node)) return (imports.push(...importsOf(node, names)), []);
    if (t.isImportEqualsDeclaration(node))
      return [at(set(node.name.text, "let", entity(node.moduleReference as ts.EntityName)), node)];
    if (t.isFunctionDeclaration(node) && node.name && node.body) {
      const { name } = node;
      hoisted.push(within(node, name), keep(name));
      return [];
    }
    if (t.isFunctionDeclaration(node)) return [];
    if (t.isClassDeclaration(node)) return visitClass(node);
    if (t.isEnumDeclaration(node) || (t.isModuleDeclaration(node) && t.isIdentifier(node.name))) {
      const { name } = node as ts.EnumDeclaration;
      const { flags } = checker.getSymbolAtLocation(name)!;
      const isValue = (flags & (t.SymbolFlags.Enum | t.SymbolFlags.ValueModule)) !== 0;
      return [inside(node, name), ...(isValue ? [keep(name)] : [])];
    }
    if (
      t.isVariableStatement(node) &&
      (node.declarationList.flags & t.NodeFlags.BlockScoped) >= t.NodeFlags.Using
    ) {
      // It is disposed of when the cell has ended, and known by its name until then and after.
      const { declarations } = node.declarationList;
      const list = f.updateVariableDeclarationList(node.declarationList, declarations.map((one) => within(one, one.name))); // prettier-ignore
      const kept = declarations.map(({ name }) => keep(name, "const"));
      return [f.updateVariableStatement(node, node.modifiers, list), ...kept];
    }
    const visited = visit(node) as ts.Statement;
    return t.isEmptyStatement(visited) ? [] : [visited];
  };

  const written = root.statements.filter((node) => !t.isExportDeclaration(node));
  const body = written.flatMap(visitStatement);
  const last = body.at(-1);
  // In a list: a promise would otherwise be awaited.
  if (last && t.isExpressionStatement(last) && t.isExpressionStatement(written.at(-1)!)) {
    const value = f.createArrayLiteralExpression([last.expression]);
    body[body.length - 1] = at(f.createReturnStatement(value), last);
  }
  return f.updateSourceFile(root, [...hoisted, ...imports, ...body]);
}

/** What an import asks of the session. */
function importsOf(node: ts.ImportDeclaration, { checker, box, ask, at }: LiveNames): ts.Statement[] {
  const t = loadTypeScript();
  const f = t.factory;
  const { importClause: clause, moduleSpecifier: module } = node;
  const statement = (asked: ts.Expression): ts.Statement => at(f.createExpressionStatement(asked), node);
  const isValue = (name: ts.Identifier): boolean => {
    const symbol = checker.getSymbolAtLocation(name);
    return symbol !== undefined && (checker.getAliasedSymbol(symbol).flags & t.SymbolFlags.Value) !== 0;
  };
  const bind = (name: ts.Identifier, imported: string): ts.Statement[] => {
    if (!isValue(name)) return [];
    const from = f.createStringLiteral((module as ts.StringLiteral).text);
    return [statement(ask("bind", box(name.text), from, f.createStringLiteral(imported)))];
  };
  if (!clause) return [statement(ask("require", module))];
  if (clause.phaseModifier === t.SyntaxKind.TypeKeyword) return [];
  const { name, namedBindings } = clause;
  const own = name ? bind(name, "default") : [];
  if (!namedBindings) return own;
  if (t.isNamespaceImport(namedBindings)) return [...own, ...bind(namedBindings.name, "*")];
  const elements = namedBindings.elements.filter((one) => !one.isTypeOnly);
  return [...own, ...elements.flatMap((one) => bind(one.name, (one.propertyName ?? one.name).text))];
}
