/** Has tslab tell a value of an earlier cell from a property of that name, in `{ value }` and `{ value: mine }`. */

interface Node {
  parent?: Node & { name?: Node };
  /** `{ propertyName: name } = given` in a declaration */
  propertyName?: Node;
}

interface Shorthand extends Node {
  name: Node;
  /** `{ value = 1 } = given` */
  objectAssignmentInitializer?: Node;
}

interface Checker {
  getSymbolAtLocation(node: Node): unknown;
  getShorthandAssignmentValueSymbol(node: Node): unknown;
}

interface Builder {
  getProgram(): { getTypeChecker(): Checker };
}

type Visitor = (node: Node) => Node;

/** What of a compiler takes part in it. */
export interface Rewrites {
  createWatchProgram(host: { afterProgramCreate?: (builder: Builder) => void }): unknown;
  visitEachChild(node: Node, visitor: Visitor, ...rest: unknown[]): Node;
  isShorthandPropertyAssignment(node: Node): node is Shorthand;
  isPropertyAssignment(node: Node): boolean;
  isIdentifier(node: Node): boolean;
  factory: {
    createPropertyAssignment(name: Node, value: Node): Node;
    createAssignment(left: Node, right: Node): Node;
  };
}

/**
 * The compiler as tslab is to find it: `{ value }` is looked up and written out as `{ value: value }` would be, and the
 * name of a property, in `const { name: mine } = given`, is not taken for a value of that name.
 */
export function nameShorthand<Compiler extends Rewrites>(ts: Compiler): Compiler {
  let lookedUp: Node | undefined;
  const written = (node: Shorthand, visitor: Visitor): Node => {
    lookedUp = node.name;
    const value = visitor(node.name);
    lookedUp = undefined;
    const preset = node.objectAssignmentInitializer && visitor(node.objectAssignmentInitializer);
    if (value === node.name && preset === node.objectAssignmentInitializer) return node;
    const right = preset ? ts.factory.createAssignment(value, preset) : value;
    return ts.factory.createPropertyAssignment(node.name, right);
  };
  const visit = (node: Node, visitor: Visitor): Node => {
    if (ts.isShorthandPropertyAssignment(node)) return written(node, visitor);
    const { parent } = node;
    const named = parent && (ts.isPropertyAssignment(parent) ? parent.name : parent.propertyName);
    return named === node && ts.isIdentifier(node) ? node : visitor(node);
  };
  const finding = (checker: Checker): void => {
    const { getSymbolAtLocation } = checker;
    checker.getSymbolAtLocation = (node) =>
      node === lookedUp ? checker.getShorthandAssignmentValueSymbol(node.parent!) : getSymbolAtLocation(node);
  };
  return {
    ...ts,
    createWatchProgram: (host) => {
      const { afterProgramCreate } = host;
      host.afterProgramCreate = (builder) => {
        finding(builder.getProgram().getTypeChecker());
        afterProgramCreate?.(builder);
      };
      return ts.createWatchProgram(host);
    },
    visitEachChild: (node, visitor, ...rest) =>
      visitor.name === "wrapPrevIdentifier"
        ? ts.visitEachChild(node, (child) => visit(child, visitor), ...rest)
        : ts.visitEachChild(node, visitor, ...rest),
  };
}
