import type { AnyNode, CallExpression } from "acorn";
import { text } from "../base/text.js";
import { leafOf, look, current, printedAs, refuse, type Context } from "./context.js";
import { canonical } from "./formula.js";
import { FUNCTIONS } from "./functions/index.js";
import { numberOf, requireAtMost, type Call } from "./functions/arguments.js";
import { constant, minus, negated, over, plus, powerOf, times, type Node } from "./graph.js";
import { reference, type Column } from "./references.js";
import { shownInterval } from "./shown.js";
import { and, compare, kindOf, not, or, type Truth, type Value } from "./value.js";

/** @throws FormulaError if the formula names something unknown, or misuses a function */
export function evaluate(context: Context, part: AnyNode = context.formula.root): Value {
  if (context.intermediates !== undefined && part !== context.formula.root) {
    const node = printedResult(canonical(part, context.cell), context);
    if (node !== null) return { kind: "number", node };
  }
  const of = (inner: AnyNode): Value => evaluate(context, inner);
  switch (part.type) {
    case "Literal":
      if (Number.isFinite(part.value)) return { kind: "number", node: constant(part.value as number) };
      if (typeof part.value === "string") return { kind: "text", text: part.value };
      break;
    case "Identifier":
      return named(part.name, context, part);
    case "MemberExpression":
      return reference(part, context, of);
    case "CallExpression":
      return called(part, context);
    case "UnaryExpression":
      return unary(part.operator, of(part.argument), context, part);
    case "BinaryExpression":
      if (part.left.type === "PrivateIdentifier") break;
      return binary(part.operator, of(part.left), of(part.right), context, part);
    case "LogicalExpression":
      return logical(part.operator, of(part.left), of(part.right), context, part);
  }
  return refuse(context, part, "formula.forbidden", { type: part.type });
}

/** A printed intermediate result, if it is wanted and there is one. */
function printedResult(formula: string, context: Context): Node | null {
  const found = context.intermediates?.get(formula);
  if (found === undefined) return null;
  const cell = current(found, context);
  context.taken?.add(cell);
  return printedAs(cell);
}

function named(name: string, context: Context, part: AnyNode): Value {
  const { cell, sheets } = context;
  if (name === "printed" || name === "row" || name === "column") {
    if (cell === null) return refuse(context, part, "formula.noCell");
    if (name === "printed") return { kind: "number", node: leafOf(cell, context), cell };
    const label = name === "row" ? cell.row : cell.column;
    if (Number.isNaN(Number(label))) return { kind: "text", text: label };
    return { kind: "number", node: constant(Number(label)) };
  }
  const sheet = sheets.get(name);
  if (sheet !== undefined) return { kind: "sheet", sheet };
  return refuse(context, part, "formula.noExhibit", { known: [...sheets.keys()].join(", ") });
}

const missingIn = (...values: readonly Value[]): Value | undefined =>
  values.find(({ kind }) => kind === "missing");

function called(part: CallExpression, context: Context): Value {
  const { callee } = part;
  const args = part.arguments.map((arg) => evaluate(context, arg));
  const missing = missingIn(...args);
  if (missing !== undefined) return missing;
  if (callee.type === "MemberExpression" && canonical(callee.property, null) === "at")
    return valueAt(callee, args, context);
  const name = callee.type === "Identifier" ? callee.name : "";
  if (!Object.hasOwn(FUNCTIONS, name))
    return refuse(context, callee, "formula.noFunction", { known: Object.keys(FUNCTIONS).sort().join(", ") });
  args.forEach((arg) => arg.kind === "column" && arg.cells?.forEach((cell) => context.read?.(cell, true)));
  return FUNCTIONS[name]!(args, callOf(name, part, context));
}

const callOf = (name: string, part: AnyNode, context: Context): Call => ({
  context,
  fail: (key, values) => refuse(context, part, key, { caller: name, name, ...values }),
  look: (...args) => look(context, ...args),
});

/** A fitted line's value at a point; printed coefficients replace recomputed ones where requested. */
function valueAt(
  callee: Extract<AnyNode, { type: "MemberExpression" }>,
  args: Value[],
  context: Context,
): Value {
  const model = evaluate(context, callee.object);
  if (model.kind === "missing") return model;
  if (model.kind !== "model" || model.at === undefined)
    return refuse(context, callee, "formula.trendBeforeAt", { got: kindOf(model) });
  const own = canonical(callee.object, context.cell);
  const members = Object.fromEntries(
    Object.entries(model.members).map(([name, node]) => [
      name,
      printedResult(`${own}.${name}`, context) ?? node,
    ]),
  );
  const call = callOf("at", callee, context);
  requireAtMost(1, args.length, call);
  return { kind: "number", node: model.at(members, numberOf(args[0], call, "argument.only")) };
}

function unary(operator: string, value: Value, context: Context, part: AnyNode): Value {
  if (value.kind === "missing") return value;
  if (operator === "!" && value.kind === "truth")
    return { kind: "truth", truth: not(value.truth), detail: value.detail };
  if (operator === "-" && value.kind === "number") return { kind: "number", node: negated(value.node) };
  if (operator === "-" && value.kind === "column")
    return { kind: "column", labels: value.labels, nodes: value.nodes.map(negated) };
  return refuse(context, part, "formula.operatorUnfit", { operator, got: kindOf(value) });
}

const ARITHMETIC: Readonly<Record<string, (a: Node, b: Node) => Node>> = {
  "+": plus,
  "-": minus,
  "*": times,
  "/": over,
  "**": powerOf,
};
const COMPARISONS = ["==", "!=", "<", "<=", ">", ">="];

type Operand = Column | Extract<Value, { kind: "number" }>;

function binary(operator: string, a: Value, b: Value, context: Context, part: AnyNode): Value {
  const missing = missingIn(a, b);
  if (missing !== undefined) return missing;
  const [x, y] = [a, b].map((value): Operand => {
    if (value.kind === "column" && value.nodes.length === 1) return { kind: "number", node: value.nodes[0]! };
    if (value.kind === "number" || value.kind === "column") return value;
    return refuse(context, part, "formula.operatorNumbers", { operator, got: kindOf(value) });
  }) as [Operand, Operand];
  const truthOf = (left: Node, right: Node): Truth => {
    const truth = compare(operator, left, right, (...args) => look(context, ...args));
    const none = truth === "none" ? look(context, minus(left, right)).none : undefined;
    return none?.always ? refuse(context, part, "formula.noValue", { why: text(none.says) }) : truth;
  };
  const arithmetic = ARITHMETIC[operator];
  if (arithmetic === undefined && !COMPARISONS.includes(operator))
    return refuse(context, part, "formula.operatorForbidden", { operator });
  if (x.kind === "number" && y.kind === "number")
    return arithmetic === undefined
      ? new Comparison(truthOf(x.node, y.node), x.node, operator, y.node, context)
      : { kind: "number", node: arithmetic(x.node, y.node) };
  const columns = [x, y].filter((value) => value.kind === "column");
  const { labels } = columns[0]!;
  const length = Math.max(1, ...columns.map(({ nodes }) => nodes.length));
  const wrong = columns.find(({ nodes }) => nodes.length !== length);
  if (wrong !== undefined)
    return refuse(context, part, "formula.oneLength", { length, other: wrong.nodes.length });
  const nodeAt = (value: Operand, at: number): Node =>
    value.kind === "number" ? value.node : value.nodes[at]!;
  const pairs = labels.map((_, at): [Node, Node] => [nodeAt(x, at), nodeAt(y, at)]);
  if (arithmetic !== undefined)
    return { kind: "column", labels, nodes: pairs.map(([left, right]) => arithmetic(left, right)) };
  const truths = pairs.map(([left, right]) => truthOf(left, right));
  const details = pairs.map(([left, right]) => comparisonText(left, operator, right, context));
  return { kind: "truths", labels, truths, details };
}

function comparisonText(left: Node, operator: string, right: Node, context: Context): string {
  const [a, b] = [left, right].map((node) => {
    const shown = look(context, node).parts.map((part) => shownInterval(part));
    return shown.join(` ${text("formula.or")} `) || "–";
  });
  return `${a} ${operator} ${b}`;
}

/** Compares two numbers. The wording is created on demand: a search for repairs never needs it. */
class Comparison {
  readonly kind = "truth";
  readonly truth: Truth;
  readonly #sides: Parameters<typeof comparisonText>;

  constructor(truth: Truth, ...sides: Parameters<typeof comparisonText>) {
    [this.truth, this.#sides] = [truth, sides];
  }

  get detail(): string {
    return comparisonText(...this.#sides);
  }
}

function logical(operator: string, a: Value, b: Value, context: Context, part: AnyNode): Value {
  const missing = missingIn(a, b);
  if (missing !== undefined) return missing;
  const join: ((a: Truth, b: Truth) => Truth) | undefined = { "&&": and, "||": or }[operator];
  if (join === undefined || a.kind !== "truth" || b.kind !== "truth")
    return refuse(context, part, "formula.operatorStatements", {
      operator,
      got: kindOf(a),
      other: kindOf(b),
    });
  return { kind: "truth", truth: join(a.truth, b.truth), detail: `${a.detail} ${operator} ${b.detail}` };
}
