/**
 * First mistakes, and habits that people bring from Python and pandas: for each one sentence in the reader's language
 * that says what to write, in place of the compiler's.
 */
import type ts from "typescript";
import { pythonHabits } from "../../../base/python-habits.js";
import { hasText } from "../../../base/text.js";
import type { Diagnostic, Sentence } from "./conversion.js";
import { alike, capital, namesAt, sign } from "./mistyped.js";
import { loadTypeScript } from "./typescript.js";

const METHODS: Readonly<Record<string, string>> = { "+": "add", "-": "sub", "*": "mul", "/": "div", "%": "mod", "**": "pow", ">": "gt", ">=": "ge", "<": "lt", "<=": "le", "==": "eq", "===": "eq", "!=": "ne", "!==": "ne", "&": "and", "|": "or" }; // prettier-ignore
const TURNED: Readonly<Record<string, string>> = { "+": "+", "*": "*", "==": "==", "===": "==", "!=": "!=", "!==": "!=", ">": "<", ">=": "<=", "<": ">", "<=": ">=", "&": "&", "|": "|" }; // prettier-ignore

/** Where a fault is. */
interface Place {
  node: ts.Node;
  /** The node's line, trimmed. */
  line: string;
  /** The line from the fault on. */
  rest: string;
  is(node: ts.Node, kind: Kind): boolean;
  /** What is known there: the object's members, else the names in scope. */
  names(): string[];
}
type Kind = "table" | "column" | "list" | "promise" | "method";
/** A sentence's values; `key` where it is not the habit's own. */
type Values = Readonly<Record<string, string>> & { key?: string };

interface Habit {
  /** The compiler's numbers; undefined for all of its grammar's. */
  codes?: readonly number[];
  /** Of the sentence, in locales/. */
  key: string;
  /** The sentence's values where it is this habit. */
  when(place: Place, t: typeof ts): Values | undefined;
}

const OPERANDS = [2362, 2363, 2365, 2367];
const ARGUMENTS = [2345, 2554, 2559, 2740, 2769];
const NO_NAME = [2304, 2552, 2503, 2580, 2584];
const NO_MEMBER = [2339, 2551];
const UNKNOWN = [...NO_NAME, ...NO_MEMBER];
const COMMA = 2695;

const HABITS: readonly Habit[] = [
  { codes: [1127], key: "habit.sign", when: ({ rest }) => sign(rest) },
  { key: "habit.capital", when: ({ line }) => capital(line) },
  { codes: NO_NAME, key: "habit.capital", when: ({ line }) => capital(line) },
  { codes: [1005, 1121, 1134, 1489, 2345, 2554, 2559, COMMA, 2769], key: "habit.comma", when: decimalComma },
  { key: "habit.magic", when: magic },
  { key: "habit.python", when: ({ line }) => python(line) },
  { codes: [...NO_NAME, ...OPERANDS, COMMA], key: "habit.python", when: ({ line }) => python(line, true) },
  { codes: [2538, COMMA], key: "habit.python", when: brackets },
  { codes: [2488], key: "habit.values", when: values },
  { codes: [...OPERANDS, ...ARGUMENTS, 2339, 2488, 2349, 2322], key: "habit.await", when: missingAwait },
  { codes: OPERANDS, key: "habit.call", when: missingCall },
  { codes: OPERANDS, key: "habit.operator", when: operator },
  { codes: NO_NAME, key: "habit.python", when: pythonName },
  { codes: UNKNOWN, key: "habit.letters", when: ({ node, names }) => alike(node.getText(), names()) },
  { codes: NO_NAME, key: "habit.declare", when: undeclared },
  { codes: [2345], key: "habit.operator", when: ofOneNumber },
  { codes: [2349], key: "habit.property", when: noMethod },
  { codes: NO_MEMBER, key: "habit.python", when: member },
  { codes: ARGUMENTS, key: "habit.query", when: condition },
];

/**
 * The sentence for a fault, if it is one of these.
 * @param earlier the names of the cells before it
 */
export function habitOf(
  cell: ts.SourceFile,
  checker: ts.TypeChecker,
  earlier: readonly string[],
  { code, start: from = 0, length = 0 }: ts.Diagnostic,
  sourceEnd: number,
): Sentence | undefined {
  const t = loadTypeScript();
  const start = Math.min(from, sourceEnd);
  const lineFrom = (at: number): string => cell.text.slice(at).replace(/\n[^]*/, "");
  const node = nodeAt(cell, start, start + length);
  const place: Place = {
    node,
    line: lineFrom(cell.text.lastIndexOf("\n", start - 1) + 1).trim(),
    rest: lineFrom(start).trimEnd(),
    is: (one, kind) => isKind(checker, checker.getTypeAtLocation(one), kind),
    names: () => namesAt(checker, node, earlier),
  };
  const isGrammar = code < 2000;
  for (const { codes, key, when } of HABITS) {
    const values = (codes?.includes(code) ?? isGrammar) ? when(place, t) : undefined;
    if (values) return { key: values.key ?? key, values };
  }
  return undefined;
}

/** One sentence a line: what else the compiler finds on it comes of the same. */
export function oneALine(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter((one) => {
    const first = diagnostics.find(
      ({ start, instead, fileName }) => instead && !fileName && start.line === one.start.line,
    );
    return first === undefined || one.fileName !== undefined || first === one;
  });
}

function isKind(checker: ts.TypeChecker, type: ts.Type, kind: Kind): boolean {
  if (kind === "list") return checker.isArrayType(type) || checker.isTupleType(type);
  if (kind === "method") return type.getCallSignatures().length > 0;
  const name = (type.aliasSymbol ?? type.symbol)?.name;
  return name === { table: "DataFrame", column: "Series", promise: "Promise" }[kind];
}

/** The innermost node that has just this place, or else that is around it. */
function nodeAt(cell: ts.SourceFile, start: number, end: number): ts.Node {
  let found: ts.Node = cell;
  const visit = (node: ts.Node): void => {
    if (node.getStart(cell) > start || node.end < end) return;
    found = node;
    loadTypeScript().forEachChild(node, visit);
  };
  visit(cell);
  return found;
}

/** `0,0186` where a point is meant, at the fault. */
function decimalComma({ line, rest }: Place): Values | undefined {
  // Within braces what follows the comma is the name of a next property, and the fault comes after it.
  const at = line.length - rest.length - (/\d\s*\}/.test(line) && rest.startsWith("}") ? 2 : 0);
  for (const { 0: found, index } of line.matchAll(/(?<![\w.,"'])\d+,\d+(?![\w.]|,\d)/g))
    if (index - 1 <= at && at < index + found.length && !inText(line, index))
      return { found, better: found.replace(",", ".") };
  return undefined;
}

/** Of what may be TypeScript as well, a whole line alone counts. */
function python(line: string, whole = false): Values | undefined {
  for (const [source, better] of Object.entries(pythonHabits().lines)) {
    const pattern = new RegExp(source);
    const match = pattern.exec(line);
    if (!match || inText(line, match.index) || (whole && !source.startsWith("^"))) continue;
    const found = match[0];
    const written = found.replace(pattern, better);
    return { found, better: better === "`$2`" ? written.replaceAll("{", "${") : written };
  }
  return undefined;
}

function magic({ line }: Place): Values | undefined {
  return /^%%?[a-z]\w*( |$)/.test(line) ? { found: line } : undefined;
}

/** `table[["a", "b"]]`, `table[mask]`, `table.loc[0, "a"]`. */
function brackets({ node, is }: Place, t: typeof ts): Values | undefined {
  const indexed = [node.parent, node.parent.parent].find((one) => t.isElementAccessExpression(one));
  if (!indexed) return undefined;
  const { expression: of, argumentExpression: index } = indexed;
  const found = indexed.getText();
  if (t.isBinaryExpression(index) && t.isPropertyAccessExpression(of) && /^i?(at|loc)$/.test(of.name.text)) {
    const [row, column] = [index.left.getText(), index.right.getText()];
    const which = /at$/.test(of.name.text) ? `${row}, ${column}` : `{ rows: [${row}], columns: [${column}] }`;
    return { found, better: `${of.getText()}(${which})` };
  }
  if (!is(of, "table")) return undefined;
  if (is(index, "list")) return { found, better: `${of.getText()}.loc({ columns: ${index.getText()} })` };
  return is(index, "column") ? { found, better: `${of.getText()}.query(${index.getText()})` } : undefined;
}

/** `for (const x of column)`, `[...column]`, `const [first] = column`. */
function values({ node, is }: Place, t: typeof ts): Values | undefined {
  const listed = t.isVariableDeclaration(node.parent) ? (node.parent.initializer ?? node) : node;
  const name = listed.getText();
  if (is(listed, "table")) return { name, better: `toRecords(${name})` };
  return is(listed, "column") ? { name, better: `${name}.values` } : undefined;
}

/** `Math.sqrt(column)`. */
function ofOneNumber({ node, is }: Place, t: typeof ts): Values | undefined {
  const { parent: call } = node;
  if (!t.isCallExpression(call) || !is(node, "column")) return undefined;
  const [name, sign] = [node.getText(), call.expression.getText()];
  return sign.startsWith("Math.") ? { name, sign, better: `${name}.apply(${sign})` } : undefined;
}

const inText = (line: string, at: number): boolean =>
  [...line.matchAll(/(["'`]).*?(?:\1|$)/g)].some(
    ({ 0: text, index }) => index <= at && at < index + text.length,
  );

function pythonName({ node, is }: Place, t: typeof ts): Values | undefined {
  const name = node.getText();
  const { names } = pythonHabits();
  if (!Object.hasOwn(names, name)) return undefined;
  const call = t.isCallExpression(node.parent) && node.parent.expression === node ? node.parent : undefined;
  const [argument] = call?.arguments ?? [];
  const known = names[name]!;
  const which = argument && is(argument, "table") ? 0 : argument && is(argument, "column") ? 1 : 2;
  const better = typeof known === "string" ? known : known[which]!;
  const given = call?.arguments.map((one) => one.getText()).join(", ") || "…";
  return { found: (call ?? node).getText(), better: better.replace("$1", given) };
}

function operands(node: ts.Node, t: typeof ts): ts.Expression[] {
  const found = [node, node.parent].find((one) => one && t.isBinaryExpression(one)) as ts.BinaryExpression;
  return found ? [found.left, found.right] : [];
}

function operator({ node, is }: Place, t: typeof ts): Values | undefined {
  const [left, right] = operands(node, t);
  if (!left || !right) return undefined;
  const sign = (left.parent as ts.BinaryExpression).operatorToken.getText();
  const isWhole = (one: ts.Node): boolean => is(one, "column") || is(one, "table");
  const whole = [left, right].find((one) => isWhole(one) || is(one, "list"));
  if (!whole || !METHODS[sign]) return undefined;
  const bare = (one: ts.Expression): string => one.getText().replace(/^\((.*)\)$/, "$1");
  const values = { found: left.parent.getText(), sign, name: whole.getText() };
  if (!isWhole(whole)) {
    const item = whole === left ? `x ${sign} ${bare(right)}` : `${bare(left)} ${sign} x`;
    return { ...values, key: "habit.list", better: `${whole.getText()}.map((x) => ${item})` };
  }
  if (whole === left) {
    const asked = `${bare(left)}.${METHODS[sign]}(${bare(right)})`;
    const { parent: around } = left.parent;
    const isMask = t.isElementAccessExpression(around) && is(around.expression, "table");
    return { ...values, better: isMask ? `${around.expression.getText()}.query(${asked})` : asked };
  }
  const turned = TURNED[sign];
  const better = turned
    ? `${bare(right)}.${METHODS[turned]}(${bare(left)})`
    : `${bare(right)}.apply((x) => ${bare(left)} ${sign} x)`;
  return { ...values, better };
}

function missingAwait({ node, is }: Place, t: typeof ts): Values | undefined {
  const { parent } = node;
  const of = t.isPropertyAccessExpression(parent) && parent.name === node ? parent.expression : node;
  const found = [...operands(node, t), of].find((one) => is(one, "promise"))?.getText();
  if (found === undefined) return undefined;
  return { found, better: of === node ? `await ${found}` : `(await ${found}).${node.getText()}` };
}

function missingCall({ node, is }: Place, t: typeof ts): Values | undefined {
  const found = operands(node, t).find((one) => t.isPropertyAccessExpression(one) && is(one, "method"));
  return found && { found: found.getText(), better: `${found.getText()}()` };
}

function undeclared({ node }: Place, t: typeof ts): Values | undefined {
  const { parent } = node;
  const name = node.getText();
  const isSet = t.isBinaryExpression(parent) && parent.operatorToken.kind === t.SyntaxKind.EqualsToken;
  if (isSet && parent.left === node && t.isExpressionStatement(parent.parent))
    return { name, better: `let ${parent.getText()}` };
  if ((t.isForOfStatement(parent) || t.isForInStatement(parent)) && parent.initializer === node)
    return { name, better: `for (const ${name} of ${parent.expression.getText()}) { … }` };
  return undefined;
}

function noMethod({ node }: Place, t: typeof ts): Values | undefined {
  const { parent } = node;
  if (!t.isPropertyAccessExpression(parent) || !t.isCallExpression(parent.parent)) return undefined;
  return { name: node.getText(), better: parent.getText() };
}

function member({ node, is }: Place, t: typeof ts): Values | undefined {
  const { parent } = node;
  const name = node.getText();
  if (!t.isPropertyAccessExpression(parent)) return undefined;
  const of = parent.expression.getText();
  const { members, column, pandas } = pythonHabits();
  if (is(parent.expression, "column")) {
    const known = { ...pandas, ...column };
    if (Object.hasOwn(known, name)) return { key: "habit.member", of, name, better: `${of}.${known[name]!}` };
    return hasText(`habit.pandas.${name}`) ? { key: `habit.pandas.${name}` } : undefined;
  }
  if (!Object.hasOwn(members, name)) return undefined;
  return { key: "habit.python", found: `${of}.${name}`, better: `${of}.${members[name]!}` };
}

/** `query("EGDI > .5")`, and the other methods that take no text. */
function condition({ node }: Place, t: typeof ts): Values | undefined {
  const { parent } = node;
  if (!t.isStringLiteral(node) || !t.isCallExpression(parent)) return undefined;
  const { expression: called } = parent;
  if (!t.isPropertyAccessExpression(called)) return undefined;
  const of = called.expression.getText();
  if (called.name.text === "groupby")
    return { key: "habit.python", found: parent.getText(), better: `${of}.groupby([${node.getText()}])` };
  if (called.name.text !== "query") return undefined;
  const parts = /^\s*(.+?)\s*(==|!=|>=|<=|>|<)\s*(.+?)\s*$/.exec(node.text);
  const better = parts ? `${of}["${parts[1]}"].${METHODS[parts[2]!]}(${parts[3]})` : `${of}["…"].gt(…)`;
  return { found: node.getText(), better: `${of}.query(${better})` };
}
