import type { AnyNode, CallExpression, MemberExpression } from "acorn";
import { text } from "../base/text.js";
import { canonical } from "./canonical.js";
import { fail, isRange, MissingFigure, type Formula } from "./formula.js";
import { FUNCTIONS } from "./functions/index.js";
import { correlationLaw } from "./functions/correlation-law.js";
import { numberOf, type Call } from "./functions/arguments.js";
import { constant, leaf, minus, negated, over, plus, powerOf, times, type Node } from "./graph.js";
import { enclose } from "./enclose.js";
import { exactly, middle, outward, printedInterval, type Interval } from "./interval.js";
import { partOf, type SheetCell, type Sheet } from "./paper-folder.js";
import { restsOn } from "./resting.js";
import { shownInterval } from "./shown.js";
import { and, compare, kindOf, not, or, type Truth, type Value } from "./value.js";

/** What a formula is evaluated against. */
export interface Context {
  formula: Formula;
  /** Exhibits, text and sources by key. */
  sheets: ReadonlyMap<string, Sheet>;
  sources: ReadonlySet<string>;
  /** The claim's cell, for `row`, `column` and `printed`. */
  cell: SheetCell | null;
  /** Printed numbers taken for something else than they print. */
  instead?: ReadonlyMap<SheetCell, Node>;
  /** Printed intermediate results, by the formula that gives them: taken in place of what is recomputed. */
  intermediates?: ReadonlyMap<string, SheetCell>;
  /** Columns and rows of sources read in place of others, by "key.column" and "key[row]". */
  swapped?: ReadonlyMap<string, string>;
  /** Told of every single figure that is asked for, whether it is there or not. */
  asked?: (figure: { key: string; column: string; row: string }) => void;
  /** Told of every cell that is read. */
  read?: (cell: SheetCell, whole: boolean) => void;
}

const leaves = new WeakMap<SheetCell, Node>();

/** All values that a cell stands for. A decimal that stands for itself alone lies beside its double. */
export function intervalOf(cell: SheetCell): Interval {
  restsOn(cell);
  return standsFor(cell);
}

function standsFor(cell: SheetCell): Interval {
  if (cell.range !== undefined) return cell.range;
  if (!cell.exact) return printedInterval(cell);
  return Number.isInteger(cell.value) ? exactly(cell.value) : outward(exactly(cell.value));
}

function leafOf(cell: SheetCell, context: Context): Node {
  const other = context.instead?.get(cell);
  if (other !== undefined) return other;
  let node = leaves.get(cell);
  if (node === undefined) leaves.set(cell, (node = leafFor(cell)));
  return node;
}

/** A printed number as it stands, without what rounds to it. */
function printedAs(cell: SheetCell): Node {
  restsOn(cell);
  return constant(cell.value);
}

/** A whole column is a row of leaves, of which a formula may take one: a cell is told of when its own is looked at. */
function leafFor(cell: SheetCell): Node {
  const interval = standsFor(cell);
  return Object.defineProperty(leaf(interval), "leaf", { get: () => (restsOn(cell), interval) });
}

/** @throws FormulaError where the formula names what is not there; MissingFigure where a figure is not there */
export function evaluate(context: Context, part: AnyNode = context.formula.root): Value {
  const intermediate = context.intermediates?.get(canonical(part, context.cell));
  if (intermediate !== undefined && part !== context.formula.root)
    return { kind: "number", node: printedAs(intermediate) };
  switch (part.type) {
    case "Literal":
      if (typeof part.value === "number") return { kind: "number", node: constant(part.value) };
      if (typeof part.value === "string") return { kind: "text", text: part.value };
      break;
    case "Identifier":
      return named(part.name, context, part);
    case "MemberExpression":
      return member(part, context);
    case "CallExpression":
      return called(part, context);
    case "UnaryExpression":
      return unary(part.operator, evaluate(context, part.argument), context, part);
    case "BinaryExpression":
      if (part.left.type === "PrivateIdentifier") break;
      return binary(
        part.operator,
        evaluate(context, part.left),
        evaluate(context, part.right),
        context,
        part,
      );
    case "LogicalExpression":
      return logical(
        part.operator,
        evaluate(context, part.left),
        evaluate(context, part.right),
        context,
        part,
      );
  }
  return fail(context.formula, part, text("formula.forbidden", { type: part.type }));
}

function named(name: string, context: Context, part: AnyNode): Value {
  const { cell, sheets, formula } = context;
  if (name === "printed" || name === "row" || name === "column") {
    if (cell === null) return fail(formula, part, text("formula.noCell"));
    if (name === "printed") restsOn(cell);
    const value = name === "printed" ? cell.value : Number(name === "row" ? cell.row : cell.column);
    if (Number.isNaN(value)) return { kind: "text", text: name === "row" ? cell.row : cell.column };
    return { kind: "number", node: constant(value), ...(name === "printed" && { cell }) };
  }
  const sheet = sheets.get(name);
  if (sheet !== undefined) return { kind: "sheet", sheet };
  return fail(formula, part, text("formula.noExhibit", { known: [...sheets.keys()].join(", ") }));
}

/** "TX.R2.value" as its parts, when no bracket is among them. */
function dotted(part: AnyNode, text: string): string[] | null {
  if (part.type === "Identifier") return [part.name];
  if (part.type !== "MemberExpression" || part.computed || part.property.type !== "Identifier") return null;
  const before = dotted(part.object, text);
  return before === null ? null : [...before, text.slice(part.property.start, part.property.end)];
}

function member(part: MemberExpression, context: Context): Value {
  const path = dotted(part, context.formula.text);
  const sentences = path === null ? undefined : context.sheets.get(path[0]!);
  if (sentences?.rowName === "key") {
    const cell = sentences.cells.get(path!.slice(1).join("."))?.get("");
    if (cell === undefined)
      return fail(
        context.formula,
        part,
        text("error.hasNoNumber", { name: sentences.name, path: path!.slice(1).join(".") }),
      );
    return cellValue(cell, context);
  }
  const object = evaluate(context, part.object);
  if (part.computed) return indexed(object, part, context);
  const name = context.formula.text.slice(part.property.start, part.property.end);
  const cells =
    object.kind === "number" ? [object.cell] : object.kind === "column" ? object.cells : undefined;
  if (cells?.[0] !== undefined) return partValue(cells as SheetCell[], object.kind, name, context, part);
  if (object.kind === "sheet") return columnOf(object.sheet, name, context, part);
  if (object.kind === "model") {
    const node = object.members[name];
    if (node !== undefined) return { kind: "number", node };
    return fail(
      context.formula,
      part,
      text("formula.noMember", { name, known: Object.keys(object.members).join(", ") }),
    );
  }
  return fail(context.formula, part, text("formula.hasNone", { object: kindOf(object), name }));
}

/** "T1.x[a].2": another number of the same cell. */
function partValue(
  cells: readonly SheetCell[],
  kind: Value["kind"],
  name: string,
  context: Context,
  part: AnyNode,
): Value {
  const sheet = context.sheets.get(cells[0]!.key)!;
  const column = partOf(sheet, cells[0]!.column, name);
  if (column === null)
    return fail(
      context.formula,
      part,
      text("formula.noPart", {
        column: cells[0]!.column,
        name,
        has: [...(sheet.parts.get(cells[0]!.column)?.keys() ?? ["1"])].join(", "),
      }),
    );
  if (cells === cellsOf(sheet, cells[0]!.column).cells) return columnOf(sheet, column, context, part);
  const found = cells.flatMap(({ row }) => sheet.cells.get(row)?.get(column) ?? []);
  if (kind === "column") return columnValue(labelled(found, ({ row }) => row), context); // prettier-ignore
  if (found[0] === undefined) throw new MissingFigure(`${sheet.key}.${column}[${cells[0]!.row}]`);
  return cellValue(found[0], context);
}

function cellValue(cell: SheetCell, context: Context): Value {
  context.read?.(cell, false);
  return { kind: "number", node: leafOf(cell, context), cell };
}

function columnOf(sheet: Sheet, name: string, context: Context, part: AnyNode): Value {
  const column = context.swapped?.get(`${sheet.key}.${name}`) ?? name;
  if (column !== sheet.rowName && !sheet.columns.includes(column))
    return fail(
      context.formula,
      part,
      text("error.hasNoColumn", { name: sheet.name, column: name, known: sheet.columns.join(", ") }),
    );
  return columnValue(cellsOf(sheet, column), context);
}

/** A column's cells, found once: a rule for thirty thousand rows reads its columns as often. */
interface ColumnCells {
  labels: string[];
  cells: SheetCell[];
  places: ReadonlyMap<string, number>;
}

const columns = new WeakMap<Sheet, Map<string, ColumnCells>>();

function cellsOf(sheet: Sheet, column: string): ColumnCells {
  const known = columns.get(sheet) ?? new Map<string, ColumnCells>();
  columns.set(sheet, known);
  let found = known.get(column);
  if (found === undefined) {
    const cells = sheet.rows.flatMap((row) => sheet.cells.get(row)?.get(column) ?? []);
    known.set(column, (found = labelled(cells, (cell) => cell.row)));
  }
  return found;
}

function labelled(cells: SheetCell[], label: (cell: SheetCell) => string): ColumnCells {
  const labels = cells.map(label);
  return { labels, cells, places: new Map(labels.map((name, at) => [name, at])) };
}

/** Its numbers are made when they are asked for: most rules read one of them. */
function columnValue({ labels, cells, places }: ColumnCells, context: Context): Column {
  let nodes: Node[] | undefined;
  return {
    kind: "column",
    labels,
    cells,
    places,
    get nodes() {
      return (nodes ??= cells.map((cell) => leafOf(cell, context)));
    },
  };
}

/** X[...]: a column or row of an exhibit, a member of a column, some of its members. */
function indexed(object: Value, part: MemberExpression, context: Context): Value {
  const { property } = part;
  if (object.kind === "sheet") {
    const name = labelOf(property, context);
    const { sheet } = object;
    if (name === "_")
      return columnValue(
        labelled(
          sheet.list.filter(({ heading }) => !heading),
          ({ id }) => id,
        ),
        context,
      );
    if (sheet.columns.includes(name) || name === sheet.rowName) return columnOf(sheet, name, context, part);
    if (!sheet.rows.includes(name))
      return fail(
        context.formula,
        part,
        text("error.hasNoColumnNorRow", {
          name: sheet.name,
          column: name,
          known: [...sheet.columns, ...sheet.rows].join(", "),
        }),
      );
    const cells = sheet.list.filter(({ row, heading }) => row === name && !heading);
    return columnValue(
      labelled(cells, ({ column }) => column),
      context,
    );
  }
  if (object.kind !== "column")
    return fail(context.formula, part, text("formula.columnBeforeBracket", { got: kindOf(object) }));
  if (property.type === "SequenceExpression") return range(object, part, context);
  const chosen =
    property.type === "Identifier" && property.name === "_" ? object.labels : labelsOf(property, context);
  if (typeof chosen !== "string") return some(object, chosen, part, context);
  return one(object, chosen, part, context);
}

type Column = Extract<Value, { kind: "column" }>;

function one(column: Column, label: string, part: MemberExpression, context: Context): Value {
  const key = column.cells?.[0]?.key;
  const row = key === undefined ? label : (context.swapped?.get(`${key}[${label}]`) ?? label);
  if (key !== undefined) context.asked?.({ key, column: column.cells![0]!.column, row: label });
  const at = column.places?.get(row) ?? column.labels.indexOf(row);
  if (at >= 0) {
    const cell = column.cells?.[at];
    if (cell !== undefined) return cellValue(cell, context);
    return { kind: "number", node: column.nodes[at]! };
  }
  const rows = key === undefined ? [] : (context.sheets.get(key)?.rows ?? []);
  const isSource = key !== undefined && context.sources.has(key);
  const typed = part.property.type === "Literal";
  if (key !== undefined && !rows.includes(row) && (typed || !isSource))
    return fail(
      context.formula,
      part,
      text("error.hasNoRow", { name: context.sheets.get(key)!.name, row, known: rows.join(", ") }),
    );
  throw new MissingFigure(`${context.formula.text.slice(part.object.start, part.object.end)}[${row}]`);
}

function some(column: Column, labels: readonly string[], part: MemberExpression, context: Context): Value {
  const parts = labels.map((label) => {
    const value = one(column, label, part, context);
    return value.kind === "number" ? value : fail(context.formula, part, text("formula.numbers"));
  });
  const cells = parts.flatMap(({ cell }) => cell ?? []);
  return {
    kind: "column",
    labels: [...labels],
    nodes: parts.map(({ node }) => node),
    ...(cells.length === parts.length && { cells }),
  };
}

/** Rows from one to another: by their places, or by value where all rows are numbers. */
function range(column: Column, part: MemberExpression, context: Context): Value {
  const ends = part.property.type === "SequenceExpression" ? part.property.expressions : [];
  if (ends.length !== 2 || !isRange(context.formula, ends[0]!, ends[1]!))
    return fail(context.formula, part.property, text("formula.dotsMissing"));
  const [from, to] = ends.map((end) => labelOf(end, context)) as [string, string];
  const places = [column.labels.indexOf(from), column.labels.indexOf(to)];
  const inside = (label: string, at: number): boolean =>
    places.includes(-1)
      ? Number(label) >= Number(from) && Number(label) <= Number(to)
      : at >= Math.min(...places) && at <= Math.max(...places);
  const chosen = column.labels.flatMap((label, at) => (inside(label, at) ? [at] : []));
  if (chosen.length === 0)
    return fail(context.formula, part, text("formula.noRows", { from, to, known: column.labels.join(", ") }));
  return {
    kind: "column",
    labels: chosen.map((at) => column.labels[at]!),
    nodes: chosen.map((at) => column.nodes[at]!),
    ...(column.cells && { cells: chosen.map((at) => column.cells![at]!) }),
  };
}

/** What stands in brackets: a row's name, `row`, `column`, or something that comes to a row's name. */
function labelsOf(part: AnyNode, context: Context): string | string[] {
  if (part.type === "Identifier" && !["row", "column", "printed"].includes(part.name)) return part.name;
  if (part.type === "Literal") return String(part.value);
  if (part.type === "Identifier" && context.cell !== null && part.name !== "printed")
    return part.name === "row" ? context.cell.row : context.cell.column;
  const value = evaluate(context, part);
  const said = (node: Node): string => String(Number(middle(enclose(node).interval).toPrecision(12)));
  if (value.kind === "number") return said(value.node);
  if (value.kind === "column") return value.nodes.map(said);
  if (value.kind === "text") return value.text;
  return fail(context.formula, part, text("formula.rowName", { got: kindOf(value) }));
}

function labelOf(part: AnyNode, context: Context): string {
  const label = labelsOf(part, context);
  return typeof label === "string" ? label : fail(context.formula, part, text("formula.oneName"));
}

function called(part: CallExpression, context: Context): Value {
  const { callee } = part;
  const gap = part.arguments.slice(1).find((arg, at) => isRange(context.formula, part.arguments[at]!, arg));
  if (gap !== undefined) return fail(context.formula, gap, text("formula.commaMissing"));
  const args = part.arguments.map((arg) => evaluate(context, arg));
  if (
    callee.type === "MemberExpression" &&
    callee.property.type === "Identifier" &&
    callee.property.name === "at"
  )
    return valueAt(callee, args, context);
  const name = callee.type === "Identifier" ? callee.name : "";
  const call = callOf(name, part, context);
  if (name === "correlations") return correlations(args[0], context, part);
  if (name === "stars") {
    const cell = args[0]?.kind === "number" ? args[0].cell : undefined;
    return cell === undefined
      ? call.fail(text("error.starsCell"))
      : { kind: "number", node: (restsOn(cell), constant(cell.stars)) };
  }
  if (!Object.hasOwn(FUNCTIONS, name))
    return fail(
      context.formula,
      callee,
      text("formula.noFunction", { known: Object.keys(FUNCTIONS).sort().join(", ") }),
    );
  args.forEach((arg) => arg.kind === "column" && arg.cells?.forEach((cell) => context.read?.(cell, true)));
  return FUNCTIONS[name]!(args, call);
}

function callOf(name: string, part: AnyNode, context: Context): Call {
  const none = (what: string): never => {
    throw new MissingFigure(what);
  };
  return { name, fail: (what) => fail(context.formula, part, what), none };
}

/** A fitted line's value at a point; its printed coefficients take the place of the recomputed ones where they are to. */
function valueAt(callee: MemberExpression, args: Value[], context: Context): Value {
  const model = evaluate(context, callee.object);
  if (model.kind !== "model" || model.at === undefined)
    return fail(context.formula, callee, text("formula.trendBeforeAt", { got: kindOf(model) }));
  const own = canonical(callee.object, context.cell);
  const members = Object.fromEntries(
    Object.entries(model.members).map(([name, node]) => {
      const printed = context.intermediates?.get(`${own}.${name}`);
      return [name, printed === undefined ? node : printedAs(printed)];
    }),
  );
  const call = callOf("at", callee, context);
  return { kind: "number", node: model.at(members, numberOf(args[0], call, "argument.only")) };
}

function correlations(arg: Value | undefined, context: Context, part: AnyNode): Value {
  if (arg?.kind !== "sheet")
    return fail(context.formula, part, text("error.correlationsExhibitSuchCorrelationsT4"));
  const { columns, cells, name } = arg.sheet;
  return correlationLaw(columns, (row, column) => {
    const [a, b] = [columns[row]!, columns[column]!];
    const cell = cells.get(a)?.get(b) ?? cells.get(b)?.get(a);
    if (cell === undefined)
      return fail(context.formula, part, text("error.hasNoCorrelationAnd", { name, a, b }));
    context.read?.(cell, true);
    return leafOf(cell, context);
  });
}

function unary(operator: string, value: Value, context: Context, part: AnyNode): Value {
  if (operator === "!" && value.kind === "truth") return { ...value, truth: not(value.truth) };
  if (operator === "-" && value.kind === "number") return { kind: "number", node: negated(value.node) };
  if (operator === "-" && value.kind === "column")
    return { kind: "column", labels: value.labels, nodes: value.nodes.map(negated) };
  return fail(context.formula, part, text("formula.operatorUnfit", { operator, got: kindOf(value) }));
}

const ARITHMETIC: Readonly<Record<string, (a: Node, b: Node) => Node>> = {
  "+": plus,
  "-": minus,
  "*": times,
  "/": over,
  "**": powerOf,
};
const COMPARISONS = ["==", "!=", "<", "<=", ">", ">="];

function binary(operator: string, a: Value, b: Value, context: Context, part: AnyNode): Value {
  const [x, y] = [a, b].map((value) =>
    value.kind === "column" && value.nodes.length === 1
      ? { kind: "number" as const, node: value.nodes[0]! }
      : value.kind === "number" || value.kind === "column"
        ? value
        : fail(context.formula, part, text("formula.operatorNumbers", { operator, got: kindOf(value) })),
  ) as [Column | Extract<Value, { kind: "number" }>, Column | Extract<Value, { kind: "number" }>];
  const columns = [x, y].filter((value) => value.kind === "column");
  const length = Math.max(1, ...columns.map(({ nodes }) => nodes.length));
  const wrong = columns.find(({ nodes }) => nodes.length !== length);
  if (wrong !== undefined)
    return fail(context.formula, part, text("formula.oneLength", { length, other: wrong.nodes.length }));
  const nodeAt = (value: typeof x, at: number): Node =>
    value.kind === "number" ? value.node : value.nodes[at]!;
  const labels = columns[0]?.labels ?? [""];
  const pairs = labels.map((_, at): [Node, Node] => [nodeAt(x, at), nodeAt(y, at)]);
  const arithmetic = ARITHMETIC[operator];
  if (arithmetic !== undefined) {
    const nodes = pairs.map(([left, right]) => arithmetic(left, right));
    return columns.length === 0 ? { kind: "number", node: nodes[0]! } : { kind: "column", labels, nodes };
  }
  if (!COMPARISONS.includes(operator))
    return fail(context.formula, part, text("formula.operatorForbidden", { operator }));
  const truths = pairs.map(([left, right]) => compare(operator, left, right));
  const details = pairs.map(([left, right]) => `${shownOf(left)} ${operator} ${shownOf(right)}`);
  return columns.length === 0
    ? { kind: "truth", truth: truths[0]!, detail: details[0]! }
    : { kind: "truths", labels, truths, details };
}

const shownOf = (node: Node): string => shownInterval(enclose(node).interval);

function logical(operator: string, a: Value, b: Value, context: Context, part: AnyNode): Value {
  const join: ((a: Truth, b: Truth) => Truth) | undefined = { "&&": and, "||": or }[operator];
  if (join === undefined || a.kind !== "truth" || b.kind !== "truth")
    return fail(
      context.formula,
      part,
      text("formula.operatorStatements", { operator, got: kindOf(a), other: kindOf(b) }),
    );
  return { kind: "truth", truth: join(a.truth, b.truth), detail: `${a.detail} ${operator} ${b.detail}` };
}
