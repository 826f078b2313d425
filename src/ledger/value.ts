import { enclose } from "./enclose.js";
import { minus, type Node } from "./graph.js";
import type { Interval } from "./interval.js";
import type { SheetCell, Sheet } from "./paper-folder.js";
import { text } from "../base/text.js";

/** Whether a statement holds: of all values that the printed numbers stand for, of none, or of some. */
export type Truth = "yes" | "no" | "maybe";

/** What a part of a formula comes to. */
export type Value =
  /** `cell`: the number is nothing but a printed or published one. */
  | { kind: "number"; node: Node; cell?: SheetCell }
  /** Numbers with the names of their rows, and where in them each row is. */
  | {
      kind: "column";
      labels: string[];
      readonly nodes: Node[];
      cells?: SheetCell[];
      places?: ReadonlyMap<string, number>;
    }
  | { kind: "truth"; truth: Truth; detail: string }
  | { kind: "truths"; labels: string[]; truths: Truth[]; details: string[] }
  /** Names of rows. */
  | { kind: "rows"; rows: string[] }
  /** One whole number out of several, where rounding leaves open which. */
  | { kind: "choice"; values: number[]; detail: string }
  /** A fitted line or regression: what it has, and its value at a point. */
  | { kind: "model"; members: Record<string, Node>; at?: (members: Record<string, Node>, x: Node) => Node }
  | { kind: "sheet"; sheet: Sheet }
  | { kind: "text"; text: string };

/** What a value is, for messages. */
export const kindOf = ({ kind }: Value): string =>
  kind === "truth" || kind === "truths" ? text("kind.statement") : kindName(kind);

/** The same, by the name that it has here. */
export function kindName(kind: Value["kind"]): string {
  return {
    number: text("kind.number"),
    column: text("kind.column"),
    truth: text("kind.truth"),
    truths: text("kind.truths"),
    rows: text("kind.rows"),
    choice: text("kind.choice"),
    model: text("kind.model"),
    sheet: text("kind.sheet"),
    text: text("kind.text"),
  }[kind];
}

export const not = (truth: Truth): Truth => (truth === "yes" ? "no" : truth === "no" ? "yes" : "maybe");

export const and = (a: Truth, b: Truth): Truth =>
  a === "no" || b === "no" ? "no" : a === "yes" && b === "yes" ? "yes" : "maybe";

export const or = (a: Truth, b: Truth): Truth => not(and(not(a), not(b)));

export const everyTruth = (truths: readonly Truth[]): Truth => truths.reduce(and, "yes");

/** `==` says that two numbers can be equal: some of the values that they stand for are. */
export function compare(operator: string, a: Node, b: Node): Truth {
  if (operator === ">" || operator === ">=") return compare(operator.replace(">", "<"), b, a);
  const truth = (difference: Interval): Truth => truthOf(operator, difference);
  // A wide range that says the same as a narrow one within it: so does every one between.
  const decided = (surely: Interval, attained: Interval): boolean => truth(surely) === truth(attained);
  return truth(enclose(minus(a, b), undefined, decided).interval);
}

function truthOf(operator: string, [low, high]: Interval): Truth {
  switch (operator) {
    case "==":
      return low <= 0 && high >= 0 ? "yes" : "no";
    case "!=":
      return low <= 0 && high >= 0 ? "no" : "yes";
    case "<":
      return high < 0 ? "yes" : low >= 0 ? "no" : "maybe";
    default:
      return high <= 0 ? "yes" : low > 0 ? "no" : "maybe";
  }
}
