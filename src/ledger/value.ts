import { text } from "../base/text.js";
import { enclose, type Enclosure } from "./enclose.js";
import { minus, type Node } from "./graph.js";
import { subtract, type Interval } from "./interval.js";
import type { PrintedNumber, Sheet } from "./paper-folder.js";

/** Whether a statement holds: of all values that the printed numbers stand for, of none, or of some; or it has no value. */
export type Truth = "yes" | "no" | "maybe" | "none";

/** What a part of a formula comes to. */
export type Value =
  /** `cell`: the number is nothing but a printed or published one. */
  | { kind: "number"; node: Node; cell?: PrintedNumber }
  /** Numbers with the names of their rows, and where in them each row is. */
  | {
      kind: "column";
      labels: string[];
      readonly nodes: Node[];
      cells?: PrintedNumber[];
      places?: ReadonlyMap<string, number>;
    }
  /** `culprits`: printed numbers of which it does not hold, whatever the others are. */
  | { kind: "truth"; truth: Truth; detail: string; culprits?: PrintedNumber[] }
  | { kind: "truths"; labels: string[]; truths: Truth[]; details: string[] }
  /** Names of rows. */
  | { kind: "rows"; rows: string[] }
  /** One whole number out of several, where rounding leaves open which. */
  | { kind: "choice"; values: number[]; detail: string }
  /** A fitted line or regression: what it has, and its value at a point. */
  | { kind: "model"; members: Record<string, Node>; at?: (members: Record<string, Node>, x: Node) => Node }
  | { kind: "sheet"; sheet: Sheet }
  | { kind: "text"; text: string }
  /** A figure that is asked for and not there: a verdict of its own, not a slip in the formula. */
  | { kind: "missing"; what: string };

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
    missing: text("kind.nothing"),
  }[kind];
}

const OPPOSITE: Readonly<Record<Truth, Truth>> = { yes: "no", no: "yes", maybe: "maybe", none: "none" };
export const not = (truth: Truth): Truth => OPPOSITE[truth];

/** Of two statements the one that decides: one that does not hold, then one without a value, then an open one. */
export const and = (a: Truth, b: Truth): Truth =>
  (["no", "none", "maybe"] as const).find((truth) => a === truth || b === truth) ?? "yes";

export const or = (a: Truth, b: Truth): Truth => not(and(not(a), not(b)));

export const everyTruth = (truths: readonly Truth[]): Truth => truths.reduce(and, "yes");

/** Finds the range of a number, and keeps the printed numbers on which it rests. */
export type Look = typeof enclose;

/** `==` says that two numbers can be equal: some of the values that they stand for are. */
export function compare(operator: string, a: Node, b: Node, look: Look): Truth {
  if (operator === ">" || operator === ">=") return compare(operator.replace(">", "<"), b, a, look);
  // A wide range that says the same as a narrow one within it: so does every one between.
  const decided = (surely: Interval, attained: Interval): boolean =>
    truthOf(operator, [surely]) === truthOf(operator, [attained]);
  return truthIn(operator, look(minus(a, b), undefined, decided));
}

/** The same of one number and several that are known exactly: its range is looked for once. */
export function compareWith(operator: "<", node: Node, limits: readonly number[], look: Look): Truth[] {
  const less = (part: Interval, limit: number): Interval => subtract(part, [limit, limit]);
  const decided = (surely: Interval, attained: Interval): boolean =>
    limits.every(
      (limit) => truthOf(operator, [less(surely, limit)]) === truthOf(operator, [less(attained, limit)]),
    );
  const { parts, none } = look(node, undefined, decided);
  return limits.map((limit) =>
    none !== undefined
      ? "none"
      : truthOf(
          operator,
          parts.map((part) => less(part, limit)),
        ),
  );
}

function truthIn(operator: string, { parts, attained, tight, none }: Enclosure): Truth {
  if (none !== undefined) return "none";
  const truth = truthOf(operator, parts);
  const isEqual = (operator === "==" && truth === "yes") || (operator === "!=" && truth === "no");
  // A range that is wider than what was attained proves no equality.
  return isEqual && !tight && truthOf(operator, [attained]) !== truth ? "maybe" : truth;
}

function truthOf(operator: string, parts: readonly Interval[]): Truth {
  const every = (is: (part: Interval) => boolean): boolean => parts.every(is);
  switch (operator) {
    case "==":
      return every(([low, high]) => low > 0 || high < 0) ? "no" : "yes";
    case "!=":
      return not(truthOf("==", parts));
    case "<":
      return every(([, high]) => high < 0) ? "yes" : every(([low]) => low >= 0) ? "no" : "maybe";
    default:
      return every(([, high]) => high <= 0) ? "yes" : every(([low]) => low > 0) ? "no" : "maybe";
  }
}
