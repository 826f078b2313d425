import type { AnyNode, Expression, MemberExpression, Super } from "acorn";
import { onceFor } from "../base/once-for.js";
import { leafOf, look, current, refuse, type Context } from "./context.js";
import { isRange, shownFormula } from "./formula.js";
import type { Node } from "./graph.js";
import { middle } from "./interval.js";
import type { PrintedNumber, Sheet } from "./paper-folder.js";
import { kindOf, type Value } from "./value.js";

/** Evaluates a part of the formula. */
export type Evaluate = (part: AnyNode) => Value;

export type Column = Extract<Value, { kind: "column" }>;

/** Splits "TX.period.T3.first" into its parts; null if it is not a plain path. */
function dotted(part: Expression | Super): string[] | null {
  if (part.type === "Identifier") return [part.name];
  if (part.type !== "MemberExpression" || part.computed || part.property.type !== "Identifier") return null;
  const before = dotted(part.object);
  return before === null ? null : [...before, part.property.name];
}

/** Whether a part names the same cells whatever they print. */
const isPlain = (part: AnyNode): boolean =>
  part.type === "Identifier"
    ? part.name !== "printed"
    : part.type === "Literal" ||
      (part.type === "MemberExpression" && isPlain(part.object) && isPlain(part.property));

/** X.name and X[...]: cells of an exhibit, members of a column, members of a model. */
export function reference(part: MemberExpression, context: Context, evaluate: Evaluate): Value {
  const known = context.known?.get(part);
  if (known !== undefined) return known;
  const value = read(part, context, evaluate);
  if (context.known !== undefined && isPlain(part)) context.known.set(part, value);
  return value;
}

function read(part: MemberExpression, context: Context, evaluate: Evaluate): Value {
  const path = dotted(part);
  const sentences = path === null ? undefined : context.sheets.get(path[0]!);
  if (sentences?.rowName === "key") return numberInText(sentences, path!.slice(1), part, context);
  const object = evaluate(part.object);
  if (object.kind === "missing") return object;
  if (part.computed) return indexed(object, part, context, evaluate);
  const name = part.property.type === "Identifier" ? part.property.name : "";
  if (object.kind === "sheet") return columnOf(object.sheet, name, context, part);
  const cells = object.kind === "number" ? [object.cell] : object.kind === "column" ? object.cells : [];
  if (cells?.[0] !== undefined)
    return partsOf(cells as PrintedNumber[], object.kind === "column", name, context, part);
  if (object.kind !== "model")
    return refuse(context, part, "formula.hasNone", { object: kindOf(object), name });
  const node = object.members[name];
  const known = Object.keys(object.members).join(", ");
  return node === undefined
    ? refuse(context, part, "formula.noMember", { name, known })
    : { kind: "number", node };
}

/** TX.growth; for a sentence with two numbers, the second is TX.growth.2. */
function numberInText(sheet: Sheet, names: readonly string[], part: AnyNode, context: Context): Value {
  const cell = sheet.cells.get(names.join("."))?.get("");
  if (cell !== undefined) return cellValue(cell, context);
  return refuse(context, part, "error.hasNoNumber", { name: sheet.name, path: names.join(".") });
}

/** "T1.x[a].2": another number of the same cells. */
function partsOf(
  cells: readonly PrintedNumber[],
  isColumn: boolean,
  name: string,
  context: Context,
  part: AnyNode,
): Value {
  const { key, column: first, row } = cells[0]!;
  const sheet = context.sheets.get(key)!;
  const isOfCell = (of: ReadonlyMap<string, string>): boolean => [...of.values()].includes(first);
  const parts = sheet.parts.get(first) ?? [...sheet.parts.values()].find(isOfCell);
  const column = parts?.get(name);
  if (column === undefined) {
    const has = [...(parts?.keys() ?? ["1"])].join(", ");
    return refuse(context, part, "formula.noPart", { column: first, name, has });
  }
  const found = cells.flatMap((cell) => sheet.cells.get(cell.row)?.get(column) ?? []);
  if (isColumn) return new PrintedColumn(labelled(found, rowOf), context);
  if (found[0] === undefined) return { kind: "missing", what: `${key}.${column}[${row}]` };
  return cellValue(found[0], context);
}

function cellValue(stored: PrintedNumber, context: Context): Value {
  const cell = current(stored, context);
  context.read?.(cell, false);
  return { kind: "number", node: leafOf(cell, context), cell };
}

function columnOf(sheet: Sheet, name: string, context: Context, part: AnyNode): Value {
  const column = context.swapped?.get(`${sheet.key}.${name}`) ?? name;
  if (column !== sheet.rowName && !sheet.columns.includes(column)) {
    const known = sheet.columns.join(", ");
    return refuse(context, part, "error.hasNoColumn", { name: sheet.name, column, known });
  }
  return new PrintedColumn(cellsOf(sheet, column), context);
}

/** A column's cells, found once: a rule for thirty thousand rows reads its columns that many times. */
interface ColumnCells {
  labels: string[];
  cells: PrintedNumber[];
  places: ReadonlyMap<string, number>;
}

const columns = onceFor((_: Sheet) => new Map<string, ColumnCells>());

function cellsOf(sheet: Sheet, column: string): ColumnCells {
  const known = columns(sheet);
  const cells = () => sheet.rows.flatMap((row) => sheet.cells.get(row)?.get(column) ?? []);
  const found = known.get(column) ?? labelled(cells(), rowOf);
  known.set(column, found);
  return found;
}

const rowOf = ({ row }: PrintedNumber): string => row;

function labelled(cells: PrintedNumber[], label: (cell: PrintedNumber) => string): ColumnCells {
  const labels = cells.map(label);
  return { labels, cells, places: new Map(labels.map((name, at) => [name, at])) };
}

/**
 * A column whose numbers are made on demand, since most rules read only one. It is a class because V8 keeps each getter
 * of an object literal until a full collection.
 */
class PrintedColumn implements Column {
  readonly kind = "column";
  readonly labels: string[];
  readonly cells: PrintedNumber[];
  readonly places: ReadonlyMap<string, number>;
  readonly #context: Context;
  #nodes: Node[] | undefined;

  constructor({ labels, cells, places }: ColumnCells, context: Context) {
    [this.labels, this.cells, this.places, this.#context] = [labels, cells, places, context];
  }

  get nodes(): Node[] {
    return (this.#nodes ??= this.cells.map((cell) => leafOf(current(cell, this.#context), this.#context)));
  }
}

/** X[...]: a column or row of an exhibit, a member of a column, some of its members. */
function indexed(object: Value, part: MemberExpression, context: Context, evaluate: Evaluate): Value {
  const { property } = part;
  if (object.kind === "sheet") return inSheet(object.sheet, part, context, evaluate);
  if (object.kind !== "column")
    return refuse(context, part, "formula.columnBeforeBracket", { got: kindOf(object) });
  if (property.type === "SequenceExpression") return range(object, part, context, evaluate);
  const chosen = isAll(property) ? object.labels : labelsOf(property, context, evaluate);
  if (typeof chosen === "string") return one(object, chosen, part, context);
  return Array.isArray(chosen) ? some(object, chosen, part, context) : chosen;
}

/** `[*]`, which the parser sees as `[_]`. */
const isAll = (part: AnyNode): boolean => part.type === "Identifier" && part.name === "_";

/** All numbers of an exhibit, a column, or a row. */
function inSheet(sheet: Sheet, part: MemberExpression, context: Context, evaluate: Evaluate): Value {
  const numbersOf = (cells: readonly PrintedNumber[], label: (cell: PrintedNumber) => string): Value => {
    const numbers = cells.filter(({ heading }) => !heading);
    return new PrintedColumn(labelled(numbers, label), context);
  };
  if (isAll(part.property)) return numbersOf(sheet.list, ({ id }) => id);
  const name = labelsOf(part.property, context, evaluate);
  if (typeof name !== "string") return Array.isArray(name) ? refuse(context, part, "formula.oneName") : name;
  if (sheet.columns.includes(name) || name === sheet.rowName) return columnOf(sheet, name, context, part);
  if (!sheet.rows.includes(name)) {
    const known = [...sheet.columns, ...sheet.rows].join(", ");
    return refuse(context, part, "error.hasNoColumnNorRow", { name: sheet.name, column: name, known });
  }
  return numbersOf([...(sheet.cells.get(name)?.values() ?? [])], ({ column }) => column);
}

function one(column: Column, label: string, part: MemberExpression, context: Context): Value {
  const first = column.cells?.[0];
  const row = first === undefined ? label : (context.swapped?.get(`${first.key}[${label}]`) ?? label);
  if (first !== undefined) context.asked?.({ key: first.key, column: first.column, row: label });
  const at = column.places?.get(row) ?? column.labels.indexOf(row);
  if (at >= 0) {
    const cell = column.cells?.[at];
    if (cell !== undefined) return cellValue(cell, context);
    return { kind: "number", node: column.nodes[at]! };
  }
  const sheet = first === undefined ? undefined : context.sheets.get(first.key);
  // The members of a row are named by columns.
  const inRow = first !== undefined && column.labels[0] !== first.row;
  const names = (inRow ? sheet?.columns : sheet?.rows) ?? [];
  const isStated = part.property.type === "Literal";
  if (sheet !== undefined && !names.includes(row) && (isStated || !context.sources.has(sheet.key))) {
    const key = inRow ? "error.hasNoColumn" : "error.hasNoRow";
    return refuse(context, part, key, { name: sheet.name, row, column: row, known: names.join(", ") });
  }
  const text = context.formula.text.slice(part.object.start, part.object.end);
  const of = shownFormula({ ...context.formula, text }, context.cell);
  return { kind: "missing", what: `${of}[${row}]` };
}

function some(column: Column, labels: readonly string[], part: MemberExpression, context: Context): Value {
  const parts = labels.map((label) => one(column, label, part, context));
  const missing = parts.find(({ kind }) => kind === "missing");
  if (missing !== undefined) return missing;
  const found = parts as Extract<Value, { kind: "number" }>[];
  const cells = found.flatMap(({ cell }) => cell ?? []);
  return {
    kind: "column",
    labels: [...labels],
    nodes: found.map(({ node }) => node),
    ...(cells.length === found.length && { cells }),
  };
}

/** A range of rows, by position, or by value if all row names are numbers. */
function range(column: Column, part: MemberExpression, context: Context, evaluate: Evaluate): Value {
  const ends = part.property.type === "SequenceExpression" ? part.property.expressions : [];
  if (ends.length !== 2 || !isRange(context.formula, ends[0]!, ends[1]!))
    return refuse(context, part.property, "formula.dotsMissing");
  const [from, to] = ends.map((end) => labelsOf(end, context, evaluate));
  if (typeof from !== "string" || typeof to !== "string") return refuse(context, part, "formula.oneName");
  const places = [column.labels.indexOf(from), column.labels.indexOf(to)];
  const inside = (label: string, at: number): boolean =>
    places.includes(-1)
      ? Number(label) >= Number(from) && Number(label) <= Number(to)
      : at >= Math.min(...places) && at <= Math.max(...places);
  const chosen = column.labels.flatMap((label, at) => (inside(label, at) ? [at] : []));
  if (chosen.length === 0)
    return refuse(context, part, "formula.noRows", { from, to, known: column.labels.join(", ") });
  return {
    kind: "column",
    labels: chosen.map((at) => column.labels[at]!),
    nodes: chosen.map((at) => column.nodes[at]!),
    ...(column.cells && { cells: chosen.map((at) => column.cells![at]!) }),
  };
}

/** The contents of brackets: a row's name, `row`, `column`, or something that evaluates to row names. */
function labelsOf(
  part: AnyNode,
  context: Context,
  evaluate: Evaluate,
): string | string[] | Extract<Value, { kind: "missing" }> {
  if (part.type === "Literal") return String(part.value);
  if (part.type === "Identifier" && part.name !== "printed") {
    const isOwn = part.name === "row" || part.name === "column";
    if (!isOwn) return part.name;
    if (context.cell !== null) return context.cell[part.name as "row" | "column"];
  }
  const value = evaluate(part);
  const label = (node: Node): string => {
    const { interval, none } = look(context, node);
    if (none !== undefined) return refuse(context, part, none.says);
    return String(Number(middle(interval).toPrecision(12)));
  };
  if (value.kind === "missing") return value;
  if (value.kind === "number") return label(value.node);
  if (value.kind === "column") return value.nodes.map(label);
  if (value.kind === "text") return value.text;
  return refuse(context, part, "formula.rowName", { got: kindOf(value) });
}
