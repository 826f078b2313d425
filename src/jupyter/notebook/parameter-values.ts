/** Reads the defaults of a parameters cell, and writes a value as a literal of the notebook's language. */
import type { Statement } from "typescript";
import { parseCell } from "../kernel/compile/typescript.js";

export type ParameterLanguage = "typescript" | "python";

export interface Declared {
  /** The text before the name: `let `, `const `, or nothing. */
  prefix: string;
  kind: "text" | "number" | "boolean" | "any";
  /** The default as written. */
  initial: string;
  language: ParameterLanguage;
}

const PYTHON =
  /(?:^|;[ \t]*)([\p{L}_][\p{L}\d_]*)[ \t]*(?::[^=\n;]+)?=(?!=)[ \t]*((?:"[^"\n]*"|'[^'\n]*'|[^;#\n])+?)[ \t]*(?=;|#|$)/gmu;

/** @example declaredParameters('let country = "Kazakhstan"', "typescript").get("country")!.kind // "text" */
export function declaredParameters(source: string, language: ParameterLanguage): Map<string, Declared> {
  const found = language === "python" ? inPython(source) : inTypeScript(source);
  return new Map(
    found.map(({ name, prefix, initial }) => [name, { prefix, kind: kindOf(initial), initial, language }]),
  );
}

type Found = Pick<Declared, "prefix" | "initial"> & { name: string };

function inPython(source: string): Found[] {
  return [...source.matchAll(PYTHON)].map(([, name, initial]) => ({
    prefix: "",
    name: name!,
    initial: initial!,
  }));
}

/** Parsed by the compiler, which reads any declaration: several on a line, and values over many lines. */
function inTypeScript(source: string): Found[] {
  return parseCell(source).statements.flatMap((statement: Statement) => {
    const { declarationList } = statement as { declarationList?: VariableList };
    const { flags, declarations } = declarationList ?? { flags: 0, declarations: [] };
    const prefix = flags & 1 ? "let " : flags & 2 ? "const " : "var ";
    return declarations.flatMap(({ name: { text }, initializer }) =>
      text === undefined || !initializer
        ? []
        : [{ prefix, name: text, initial: source.slice(initializer.pos, initializer.end).trim() }],
    );
  });
}

/** TypeScript's node of what one `let`, `const` or `var` declares; a pattern's name has no text. */
interface VariableList {
  flags: number;
  declarations: { name: { text?: string }; initializer?: { pos: number; end: number } }[];
}

function kindOf(initial: string): Declared["kind"] {
  if (/^[rfu]?["'`]/i.test(initial)) return "text";
  if (/^(true|false)$/i.test(initial)) return "boolean";
  return isNumber(initial.replaceAll("_", "")) ? "number" : "any";
}

function isNumber(text: string): boolean {
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text);
}

/**
 * Turns a value typed on the command line into a literal of the default's type: text stays text (even "007"); if the
 * default is neither text, number nor boolean, valid JSON is taken as JSON and anything else as text.
 *
 * @throws Error when a number or boolean is required and the value is not one
 * @example literal("n", "3", declaredParameters("let n = 1", "typescript").get("n")!) // "3"
 */
export function literal(name: string, value: string, { kind, initial, language }: Declared): string {
  const refuse = (what: string) =>
    new Error(`run requires ${what} for the parameter ${name}, whose default is ${initial}, got "${value}"`);
  if (kind === "text") return JSON.stringify(value);
  if (kind === "number") {
    if (!isNumber(value)) throw refuse("a number");
    return value.replace(/^([-+]?)0+(?=\d)/, "$1");
  }
  if (kind === "boolean") {
    if (!/^(true|false)$/i.test(value)) throw refuse("true or false");
    return inLanguage(value.toLowerCase() === "true", language);
  }
  try {
    return inLanguage(JSON.parse(value), language);
  } catch {
    return JSON.stringify(value);
  }
}

function inLanguage(value: unknown, language: ParameterLanguage): string {
  if (language === "typescript") return JSON.stringify(value);
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map((item) => inLanguage(item, language)).join(", ")}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}: ${inLanguage(item, language)}`,
  );
  return `{${entries.join(", ")}}`;
}
