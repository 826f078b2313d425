/**
 * Turns a cell into a function of its session, in which each top-level name, of this cell or an earlier one, is a
 * property of a `Live` (session/live.ts): `rate` becomes `rate$.live`, wherever it is read or written, and a
 * declaration sets `rate$.let` or `rate$.const`. Which `rate` is meant, the type checker says.
 */
import type ts from "typescript";
import { loadTypeScript } from "./typescript.js";

/** A file with the names that it declares: the compiler keeps them for itself. */
export interface Bound extends ts.SourceFile {
  locals?: Map<ts.__String, ts.Symbol>;
}

export interface Rewriting {
  transformer: ts.TransformerFactory<ts.SourceFile>;
  /** The text before the rewritten statements; with a brace after them, they are the cell's function. */
  head(): string;
}

/** @param earlier what the cells before have declared */
export function rewriteCell(checker: ts.TypeChecker, cell: Bound, earlier: Bound): Rewriting {
  const t = loadTypeScript();
  const f = t.factory;
  /** A name that the cell does not have. */
  const free = (name: string): string => (cell.text.includes(name) ? free(`${name}$`) : name);
  const session = free("session");
  const boxes = new Map<string, string>();
  const vars = new Set<string>();
  const head = (): string => {
    const names = [...boxes].map(
      ([name, made]) => `const ${made} = ${session}.name(${JSON.stringify(name)});`,
    );
    const opened = [...vars].map((name) => `${boxes.get(name)}.open();`);
    return `(${awaits(t, cell) ? "async " : ""}function (${session}, require) { "use strict"; ${[...names, ...opened].join(" ")}`;
  };
  return { transformer: (context) => (root) => rewrite(context, root), head };

  function rewrite(context: ts.TransformationContext, root: ts.SourceFile): ts.SourceFile {
    /** Symbols that are left as they are: a class with decorators, an enum or namespace within itself. */
    const own = new Set<ts.Symbol>();
    const hoisted: ts.Statement[] = [];
    const imports: ts.Statement[] = [];

    const box = (name: string): ts.Identifier => {
      const made = boxes.get(name) ?? free(`${name}$`);
      boxes.set(name, made);
      return f.createIdentifier(made);
    };
    const member = (name: string, kind: string): ts.Expression =>
      f.createPropertyAccessExpression(box(name), kind);
    const ofSession = (what: string) => f.createPropertyAccessExpression(f.createIdentifier(session), what);
    const ask = (what: string, ...args: ts.Expression[]): ts.Expression =>
      f.createCallExpression(ofSession(what), undefined, args);
    const at = <N extends ts.Node>(made: N, from: ts.Node): N => t.setTextRange(made, from);
    const set = (name: string, kind: string, value: ts.Expression): ts.Statement =>
      f.createExpressionStatement(f.createAssignment(member(name, kind), value));

    const isLive = (symbol: ts.Symbol | undefined): boolean =>
      symbol !== undefined &&
      !own.has(symbol) &&
      (cell.locals?.get(symbol.escapedName) === symbol || earlier.locals?.get(symbol.escapedName) === symbol);
    const isLiveName = (name: ts.Identifier): boolean => isLive(checker.getSymbolAtLocation(name));

    /** What is called must not be called as a method of its box. */
    const isCalled = (node: ts.Node): boolean => {
      const { parent } = node;
      if (t.isCallExpression(parent)) return parent.expression === node;
      if (t.isTaggedTemplateExpression(parent)) return parent.tag === node;
      const wrappers = [t.isParenthesizedExpression, t.isNonNullExpression, t.isAssertionExpression];
      return [...wrappers, t.isSatisfiesExpression].some((is) => is(parent)) && isCalled(parent);
    };
    const read = (name: ts.Identifier): ts.Expression => {
      const value = at(member(name.text, "live"), name);
      if (!isCalled(name)) return value;
      // In a traceback the call is where its name is.
      t.setEmitFlags(value, t.EmitFlags.NoTrailingSourceMap);
      return f.createParenthesizedExpression(f.createComma(f.createNumericLiteral(0), value));
    };

    /** A function or class that has no name of its own is known by that of its variable. */
    const named = (name: string, value: ts.Expression, from: ts.Expression): ts.Expression => {
      let bare = from;
      while (t.isParenthesizedExpression(bare)) bare = bare.expression;
      const isNameless = (t.isFunctionExpression(bare) || t.isClassExpression(bare)) && !bare.name;
      const isAnonymous = t.isArrowFunction(bare) || isNameless;
      if (!isAnonymous || name === "__proto__") return value;
      const holder = f.createObjectLiteralExpression([f.createPropertyAssignment(name, value)]);
      return f.createPropertyAccessExpression(f.createParenthesizedExpression(holder), name);
    };
    const value = (name: ts.BindingName, initializer: ts.Expression): ts.Expression => {
      const visited = visitExpression(initializer);
      return t.isIdentifier(name) ? named(name.text, visited, initializer) : visited;
    };
    const visitExpression = (node: ts.Expression): ts.Expression => t.visitNode(node, visit) as ts.Expression;

    /** What is declared, as what is assigned to. */
    const target = (name: ts.BindingName, kind: string): ts.Expression => {
      if (t.isIdentifier(name)) return at(member(name.text, kind), name);
      if (t.isArrayBindingPattern(name))
        return f.createArrayLiteralExpression(
          name.elements.map((one) => {
            if (t.isOmittedExpression(one)) return one;
            const whole = withPreset(one, kind);
            return one.dotDotDotToken ? f.createSpreadElement(whole) : whole;
          }),
        );
      return f.createObjectLiteralExpression(
        name.elements.map((one) => {
          if (one.dotDotDotToken) return f.createSpreadAssignment(target(one.name, kind));
          const key = one.propertyName ?? f.createIdentifier((one.name as ts.Identifier).text);
          const visited = t.isComputedPropertyName(key)
            ? (t.visitEachChild(key, visit, context) as ts.PropertyName)
            : key;
          return f.createPropertyAssignment(visited, withPreset(one, kind));
        }),
      );
    };
    const withPreset = ({ name, initializer }: ts.BindingElement, kind: string): ts.Expression =>
      initializer ? f.createAssignment(target(name, kind), value(name, initializer)) : target(name, kind);

    const kindOf = (list: ts.VariableDeclarationList): string =>
      list.flags & t.NodeFlags.Const ? "const" : list.flags & t.NodeFlags.Let ? "let" : "live";
    const namesIn = (list: ts.VariableDeclarationList): ts.Identifier[] =>
      list.declarations.flatMap(({ name }) => boundNames(t, name));
    const isOurs = (list: ts.VariableDeclarationList): boolean => {
      const [first] = namesIn(list);
      return first ? isLiveName(first) : list.parent.parent === cell; // `const {} = value`
    };
    const note = (list: ts.VariableDeclarationList): void => namesIn(list).forEach(({ text }) => void (box(text), vars.add(text))); // prettier-ignore
    /** The assignments that a list of declarations becomes; none if nothing is assigned. */
    const assignments = (list: ts.VariableDeclarationList): ts.Expression | undefined => {
      const kind = kindOf(list);
      if (kind === "live") note(list);
      const all = list.declarations.flatMap((one) => {
        if (!one.initializer && kind === "live") return [];
        const given = one.initializer ? value(one.name, one.initializer) : f.createVoidZero();
        return [at(f.createAssignment(target(one.name, kind), given) as ts.Expression, one)];
      });
      return all.length > 0 ? all.reduce((left, right) => f.createComma(left, right)) : undefined;
    };

    /** The cell's `var`, also within a loop or a block. */
    const visitList = (node: ts.VariableDeclarationList): ts.Node => {
      const { parent } = node;
      if (t.isForInStatement(parent) || t.isForOfStatement(parent)) {
        note(node);
        return target(node.declarations[0]!.name, kindOf(node));
      }
      return assignments(node) ?? f.createVoidZero();
    };

    const visit = (node: ts.Node): ts.Node => {
      if (t.isTypeNode(node) && !t.isExpressionWithTypeArguments(node)) return node;
      if (t.isInterfaceDeclaration(node) || t.isTypeAliasDeclaration(node)) return node;
      if (t.isIdentifier(node)) return isLiveName(node) ? read(node) : node;
      if (t.isMetaProperty(node) && node.keywordToken === t.SyntaxKind.ImportKeyword)
        return ofSession("meta");
      if (t.isShorthandPropertyAssignment(node)) {
        if (!isLive(checker.getShorthandAssignmentValueSymbol(node)))
          return t.visitEachChild(node, visit, context);
        const preset = node.objectAssignmentInitializer;
        const live = at(member(node.name.text, "live"), node.name);
        return f.createPropertyAssignment(
          node.name,
          preset ? f.createAssignment(live, value(node.name, preset)) : live,
        );
      }
      if (
        t.isBinaryExpression(node) &&
        isAssignment(t, node.operatorToken.kind) &&
        t.isIdentifier(node.left) &&
        isLiveName(node.left)
      )
        return f.updateBinaryExpression(
          node,
          read(node.left),
          node.operatorToken,
          value(node.left, node.right),
        );
      if (t.isCallExpression(node) && node.expression.kind === t.SyntaxKind.ImportKeyword)
        return at(ask("load", ...node.arguments.slice(0, 1).map(visitExpression)), node);
      if (t.isVariableStatement(node) && isOurs(node.declarationList)) {
        const expression = assignments(node.declarationList);
        return expression ? at(f.createExpressionStatement(expression), node) : f.createEmptyStatement();
      }
      if (t.isVariableDeclarationList(node) && isOurs(node)) return visitList(node);
      return t.visitEachChild(node, visit, context);
    };

    /** Visits what is in a node but its name, which is no reference. */
    const within = <N extends ts.Node>(node: N, name: ts.Node | undefined, first?: ts.Node, early?: ts.Node): N =>
      t.visitEachChild(node, (child) => child === name ? child : child === first && early ? [early, visit(child)] : visit(child), context); // prettier-ignore
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
      const after = set(name.text, "let", f.createIdentifier(name.text));
      const decorated = (t.getDecorators(node)?.length ?? 0) > 0;
      if (decorated) return [inside(node, name), after];
      const isStatic = node.members.some(
        (one) =>
          t.isClassStaticBlockDeclaration(one) ||
          (t.isPropertyDeclaration(one) && (t.getCombinedModifierFlags(one) & t.ModifierFlags.Static) !== 0),
      );
      // Its static members see it by its name.
      const early = f.createClassStaticBlockDeclaration(
        f.createBlock([set(name.text, "let", f.createThis())]),
      );
      return [within(node, name, isStatic ? node.members[0] : undefined, early), after];
    };

    const visitImport = (node: ts.ImportDeclaration): void => {
      const { importClause: clause, moduleSpecifier: module } = node;
      const isValue = (name: ts.Identifier): boolean => {
        const symbol = checker.getSymbolAtLocation(name);
        return symbol !== undefined && (checker.getAliasedSymbol(symbol).flags & t.SymbolFlags.Value) !== 0;
      };
      const bind = (name: ts.Identifier, imported: string): void => {
        if (!isValue(name)) return;
        const from = f.createStringLiteral((module as ts.StringLiteral).text);
        const bound = ask("bind", box(name.text), from, f.createStringLiteral(imported));
        imports.push(at(f.createExpressionStatement(bound), node));
      };
      if (!clause) imports.push(at(f.createExpressionStatement(ask("require", module)), node));
      if (!clause || clause.phaseModifier === t.SyntaxKind.TypeKeyword) return;
      if (clause.name) bind(clause.name, "default");
      const { namedBindings } = clause;
      if (namedBindings && t.isNamespaceImport(namedBindings)) bind(namedBindings.name, "*");
      else
        namedBindings?.elements.forEach(
          (one) => one.isTypeOnly || bind(one.name, (one.propertyName ?? one.name).text),
        );
    };

    const entity = (name: ts.EntityName): ts.Expression =>
      t.isIdentifier(name)
        ? (visit(name) as ts.Expression)
        : f.createPropertyAccessExpression(entity(name.left), name.right);

    const visitStatement = (node: ts.Statement): ts.Statement[] => {
      const modifiers = t.canHaveModifiers(node) ? t.getModifiers(node) : undefined;
      if (modifiers?.some(({ kind }) => kind === t.SyntaxKind.DeclareKeyword)) return [];
      if (t.isInterfaceDeclaration(node) || t.isTypeAliasDeclaration(node)) return [];
      if (t.isImportDeclaration(node)) return (visitImport(node), []);
      if (t.isImportEqualsDeclaration(node))
        return [at(set(node.name.text, "let", entity(node.moduleReference as ts.EntityName)), node)];
      if (t.isFunctionDeclaration(node) && node.name && node.body) {
        const { name } = node;
        hoisted.push(within(node, name), set(name.text, "let", f.createIdentifier(name.text)));
        return [];
      }
      if (t.isFunctionDeclaration(node)) return [];
      if (t.isClassDeclaration(node)) return visitClass(node);
      if (t.isEnumDeclaration(node) || (t.isModuleDeclaration(node) && t.isIdentifier(node.name))) {
        const { name } = node as ts.EnumDeclaration;
        const { flags } = checker.getSymbolAtLocation(name)!;
        const isValue = (flags & (t.SymbolFlags.Enum | t.SymbolFlags.ValueModule)) !== 0;
        const given = isValue ? [set(name.text, "let", f.createIdentifier(name.text))] : [];
        return [inside(node, name), ...given];
      }
      if (
        t.isVariableStatement(node) &&
        (node.declarationList.flags & t.NodeFlags.BlockScoped) >= t.NodeFlags.Using
      ) {
        // It is disposed of when the cell has ended, and known by its name until then and after.
        const { declarations } = node.declarationList;
        const list = f.updateVariableDeclarationList(node.declarationList, declarations.map((one) => within(one, one.name))); // prettier-ignore
        const kept = declarations.map(({ name }) => set((name as ts.Identifier).text, "const", name as ts.Identifier)); // prettier-ignore
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
}

function isAssignment(t: typeof ts, operator: ts.SyntaxKind): boolean {
  return operator >= t.SyntaxKind.FirstAssignment && operator <= t.SyntaxKind.LastAssignment;
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
