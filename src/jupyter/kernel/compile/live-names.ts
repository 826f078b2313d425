/** References to the names of a cell's top level, and their declarations, as what a session has them as. */
import type ts from "typescript";
import { awaits, boundNames, loadTypeScript, type Bound } from "./typescript.js";

export type LiveNames = ReturnType<typeof liveNames>;
export type Visit = (node: ts.Node) => ts.Node;

/** @param earlier what the cells before have declared */
export function liveNames(checker: ts.TypeChecker, cell: Bound, earlier: Bound) {
  const t = loadTypeScript();
  const f = t.factory;
  const taken = new Set<string>();
  /** A name that neither the cell nor its function has. */
  const free = (name: string): string =>
    cell.text.includes(name) || taken.has(name) ? free(`${name}$`) : (taken.add(name), name);
  const [session, require] = [
    free("session"),
    cell.locals?.has("require" as ts.__String) ? free("require") : "require",
  ];
  const boxes = new Map<string, string>();
  const vars = new Set<string>();
  /** Symbols that are left as they are: a class with decorators, an enum or namespace within itself. */
  const own = new Set<ts.Symbol>();

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

  return {
    ...{ checker, cell, own, box, member, ofSession, ask, at, set, isLive, isLiveName, read },
    /** A `var`: it is there from the cell's beginning on. */
    open: (name: string): void => void (box(name), vars.add(name)),
    /** The text before the rewritten statements; with a brace after them, they are the cell's function. */
    head(): string {
      const made = [...boxes].map(([name, by]) => `const ${by} = ${session}.name(${JSON.stringify(name)});`);
      const opened = [...vars].map((name) => `${boxes.get(name)}.open();`);
      const start = `${awaits(t, cell) ? "async " : ""}function (${session}, ${require})`;
      return `(${start} { "use strict"; ${[...made, ...opened].join(" ")}`;
    },
  };
}

/** Declarations as assignments. */
function declarations(names: LiveNames, visit: Visit, context: ts.TransformationContext) {
  const t = loadTypeScript();
  const f = t.factory;
  const { cell, member, at, isLiveName } = names;

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
    const visited = t.visitNode(initializer, visit) as ts.Expression;
    return t.isIdentifier(name) ? named(name.text, visited, initializer) : visited;
  };

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
  const note = (list: ts.VariableDeclarationList): void => namesIn(list).forEach(({ text }) => names.open(text)); // prettier-ignore
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
  return { value, isOurs, assignments, visitList };
}

/** What has a node's references to names in place of them. */
export function nameVisitor(names: LiveNames, context: ts.TransformationContext): Visit {
  const t = loadTypeScript();
  const f = t.factory;
  const { checker, member, ofSession, ask, at, isLive, isLiveName, read } = names;
  const { FirstAssignment, LastAssignment } = t.SyntaxKind;
  const isAssignment = (node: ts.Node): node is ts.BinaryExpression =>
    t.isBinaryExpression(node) &&
    node.operatorToken.kind >= FirstAssignment &&
    node.operatorToken.kind <= LastAssignment;

  const visit = (node: ts.Node): ts.Node => {
    if (t.isTypeNode(node) && !t.isExpressionWithTypeArguments(node)) return node;
    if (t.isInterfaceDeclaration(node) || t.isTypeAliasDeclaration(node)) return node;
    if (t.isIdentifier(node)) return isLiveName(node) ? read(node) : node;
    if (t.isMetaProperty(node) && node.keywordToken === t.SyntaxKind.ImportKeyword) return ofSession("meta");
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
    if (isAssignment(node) && t.isIdentifier(node.left) && isLiveName(node.left)) {
      const { left, operatorToken, right } = node;
      return f.updateBinaryExpression(node, read(left), operatorToken, value(left, right));
    }
    if (t.isCallExpression(node) && node.expression.kind === t.SyntaxKind.ImportKeyword)
      return at(ask("load", ...node.arguments.slice(0, 1).map((one) => visit(one) as ts.Expression)), node);
    if (t.isVariableStatement(node) && isOurs(node.declarationList)) {
      const expression = assignments(node.declarationList);
      return expression ? at(f.createExpressionStatement(expression), node) : f.createEmptyStatement();
    }
    if (t.isVariableDeclarationList(node) && isOurs(node)) return visitList(node);
    return t.visitEachChild(node, visit, context);
  };
  const { value, isOurs, assignments, visitList } = declarations(names, visit, context);
  return visit;
}
