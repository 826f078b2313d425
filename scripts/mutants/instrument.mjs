/**
 * All mutants of a file at once: each place that can be changed becomes a choice, `__mutant(17) ? changed : original`,
 * so that tests are compiled once and each mutant is switched on in turn.
 */
import ts from "typescript";

const OTHERS = {
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "**": ["*"],
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "&&": ["||"],
  "||": ["&&"],
};
const CALLS = { min: "max", max: "min", some: "every", every: "some", ceil: "floor", floor: "ceil" };

/** The text with its choices; what each changes goes to `mutants`. */
export function instrument(file, text, mutants) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const note = (node, to) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    const within = text.split("\n")[line].trim();
    return mutants.push({ file, line: line + 1, from: node.getText(), to, within }) - 1;
  };
  const choice = (node, written, changes) =>
    `(${changes.map(({ shown, code }) => `__mutant(${note(node, shown)}) ? (${code}) : `).join("")}(${written}))`;

  /** The node's own text, its children's texts put in. */
  const inner = (node) => {
    let [out, at] = ["", node.getStart()];
    ts.forEachChild(node, (child) => {
      if (child.getStart() < at) return;
      out += text.slice(at, child.getStart()) + write(child);
      at = child.end;
    });
    return out + text.slice(at, node.end);
  };

  const write = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node))
      return node.getText();
    if (ts.isTypeAliasDeclaration(node)) return node.getText();
    const changes = changesOf(node);
    return changes.length === 0 ? inner(node) : choice(node, inner(node), changes);
  };

  const change = (code, shown = code) => ({ code, shown });
  const changesOf = (node) => {
    if (ts.isBinaryExpression(node)) {
      const { left, right, operatorToken } = node;
      if (isText(left) || isText(right)) return [];
      return (OTHERS[operatorToken.getText()] ?? []).map((other) =>
        change(
          `${grouped(left)} ${other} ${grouped(right)}`,
          `${left.getText()} ${other} ${right.getText()}`,
        ),
      );
    }
    if (ts.isNumericLiteral(node) && !ts.isPropertyAssignment(node.parent)) return number(node);
    if (ts.isNumericLiteral(node) && node.parent.initializer === node) return number(node);
    if (node.kind === ts.SyntaxKind.TrueKeyword) return isValue(node) ? [change("false")] : [];
    if (node.kind === ts.SyntaxKind.FalseKeyword) return isValue(node) ? [change("true")] : [];
    if (ts.isPrefixUnaryExpression(node) && /^[-!]/.test(node.getText()))
      return [change(node.operand.getText())];
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { expression, name } = node.expression;
      const other = CALLS[name.text];
      if (other === undefined) return [];
      const args = text.slice(node.expression.end, node.end);
      return [change(`${expression.getText()}.${other}${args}`)];
    }
    if ((ts.isIfStatement(node.parent) || ts.isConditionalExpression(node.parent)) && isCondition(node))
      return [change("true"), change("false")];
    return [];
  };
  const number = (node) => [
    change(String(Number(node.getText()) + 1)),
    ...(node.text === "1" ? [change("0")] : []),
  ];
  return inner(source);
}

const grouped = (node) => `(${node.getText()})`;
const isText = (node) => ts.isStringLiteral(node) || ts.isTemplateExpression(node);
const isValue = (node) => !ts.isLiteralTypeNode(node.parent);
/** A condition that is no comparison of its own, which has its own changes. */
const isCondition = (node) =>
  (node.parent.expression === node || node.parent.condition === node) && !ts.isBinaryExpression(node);
