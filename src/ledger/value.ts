import { text } from "../base/text.js";
import { enclose, type Enclosure } from "./enclose.js";
import { minus, type Node } from "./graph.js";
import { subtract, type Interval } from "./interval.js";
import type { PrintedNumber, Sheet } from "./paper-folder.js";

/**
 * Whether a statement holds for all values that the printed numbers stand for, for none, or for some; or has no value.
 */
export type Truth = "yes" | "no" | "maybe" | "none";

/** The value of a part of a formula. */
export type Value =
  /** `cell`: the printed or published number that this simply is. */
  | { kind: "number"; node: Node; cell?: PrintedNumber }
  /** Numbers with their row names, and each row's position among them. */
  | {
      kind: "column";
      labels: string[];
      readonly nodes: Node[];
      cells?: PrintedNumber[];
      places?: ReadonlyMap<string, number>;
    }
  /** `culprits`: printed numbers for which it fails, whatever the others are. */
  | { kind: "truth"; truth: Truth; detail: string; culprits?: PrintedNumber[] }
  | { kind: "truths"; labels: string[]; truths: Truth[]; details: string[] }
  /** Row names. */
  | { kind: "rows"; rows: string[] }
  /** One of several whole numbers, if rounding leaves open which. */
  | { kind: "choice"; values: number[]; detail: string }
  /** A fitted line or regression: its members, and its value at a point. */
  | { kind: "model"; members: Record<string, Node>; at?: (members: Record<string, Node>, x: Node) => Node }
  | { kind: "sheet"; sheet: Sheet }
  | { kind: "text"; text: string }
  /** A requested figure that does not exist: a verdict of its own, not an error in the formula. */
  | { kind: "missing"; what: string };

/** The kind of a value, for messages. */
export const kindOf = (value: Value | undefined): string =>
  value?.kind === "truth" || value?.kind === "truths" ? text("kind.statement") : kindName(value?.kind);

/** The same, by the name that it has here. */
export const kindName = (kind: Value["kind"] = "missing"): string =>
  text(kind === "missing" ? "kind.nothing" : `kind.${kind}`);

const OPPOSITE: Readonly<Record<Truth, Truth>> = { yes: "no", no: "yes", maybe: "maybe", none: "none" };
export const not = (truth: Truth): Truth => OPPOSITE[truth];

/** The conjunction of two statements: false decides first, then no value, then open. */
export const and = (a: Truth, b: Truth): Truth =>
  (["no", "none", "maybe"] as const).find((truth) => a === truth || b === truth) ?? "yes";

export const or = (a: Truth, b: Truth): Truth => not(and(not(a), not(b)));

export const everyTruth = (truths: readonly Truth[]): Truth => truths.reduce(and, "yes");
export const someTruth = (truths: readonly Truth[]): Truth => truths.reduce(or, "no");

/** Finds the range of a number, and records the printed numbers that it depends on. */
export type Look = typeof enclose;

/** `==` means that two numbers can be equal: they share some of the values that they stand for. */
export function compare(operator: string, a: Node, b: Node, look: Look): Truth {
  if (operator === ">" || operator === ">=") return compare(operator.replace(">", "<"), b, a, look);
  // A wide range that says the same as a narrow one within it: so does every one between.
  const decided = (surely: Interval, attained: Interval): boolean =>
    truthOf(operator, [surely]) === truthOf(operator, [attained]);
  return truthIn(operator, look(minus(a, b), undefined, decided));
}

/** Whether one number is below each of several exact ones; its range is computed once. */
export function belowEach(node: Node, limits: readonly number[], look: Look): Truth[] {
  const below = (parts: readonly Interval[], limit: number): Truth =>
    truthOf(
      "<",
      parts.map((part) => subtract(part, [limit, limit])),
    );
  const decided = (surely: Interval, attained: Interval): boolean =>
    limits.every((limit) => below([surely], limit) === below([attained], limit));
  const { parts, none } = look(node, undefined, decided);
  return limits.map((limit) => (none === undefined ? below(parts, limit) : "none"));
}

function truthIn(operator: string, { parts, attained, tight, none }: Enclosure): Truth {
  if (none !== undefined) return "none";
  const truth = truthOf(operator, parts);
  const isEqual = operator === "==" && truth === "yes";
  // A range wider than what was attained proves no equality.
  return isEqual && !tight && truthOf(operator, [attained]) !== truth ? "maybe" : truth;
}

function truthOf(operator: string, parts: readonly Interval[]): Truth {
  const every = (is: (part: Interval) => boolean): boolean => parts.every(is);
  switch (operator) {
    case "==":
      return every(([low, high]) => low > 0 || high < 0) ? "no" : "yes";
    case "!=":
      if (every(([low, high]) => low > 0 || high < 0)) return "yes";
      // An exact decimal is an interval, too, since its double lies next to it.
      return every(([low, high]) => high - low < 1e-12) ? "no" : "maybe";
    case "<":
      return every(([, high]) => high < 0) ? "yes" : every(([low]) => low >= 0) ? "no" : "maybe";
    default:
      return every(([, high]) => high <= 0) ? "yes" : every(([low]) => low > 0) ? "no" : "maybe";
  }
}
