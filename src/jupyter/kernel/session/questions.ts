/** Questions about code: what completes it, what it means, whether it can run as it is. */
import type { Engine } from "./engine.js";
import type { QuickInfo } from "../compile/conversion.js";
import { parseCell } from "../compile/typescript.js";

type Asked<Question extends "complete" | "inspect"> = Pick<Engine, Question>;
type Content = Record<string, unknown>;

/** Answers `complete_request`, `inspect_request` and `is_complete_request`; a cursor counts code points, as in Jupyter. */
export function answerQuestion(
  engine: Asked<"complete" | "inspect">,
  msgType: string,
  content: Content,
): Content {
  const { code = "", cursor_pos } = content as { code?: string; cursor_pos?: number };
  const cursor = cursor_pos ?? [...code].length;
  if (msgType === "complete_request") return completeAt(engine, code, cursor);
  return msgType === "inspect_request" ? inspectAt(engine, code, cursor) : completeness(code);
}

export function completeAt(engine: Asked<"complete">, code: string, cursor: number): Content {
  const { start, end, candidates } = engine.complete(code, toUtf16(code, cursor));
  const [cursor_start, cursor_end] = [toCodePoints(code, start), toCodePoints(code, end)];
  return { status: "ok", matches: candidates, cursor_start, cursor_end, metadata: {} };
}

/** Signature and documentation of what the cursor is at, or else just behind. */
export function inspectAt(engine: Asked<"inspect">, code: string, cursor: number) {
  const info = engine.inspect(code, toUtf16(code, cursor)) ?? engine.inspect(code, toUtf16(code, cursor - 1));
  return { status: "ok", found: info !== undefined, data: info ? bundle(info) : {}, metadata: {} };
}

function bundle(info: QuickInfo): Record<string, string> {
  const signature = join(info.displayParts);
  const tags = (info.tags ?? []).map(({ name, text }) => `@${name} ${join(text)}`.trim());
  const paragraphs = (first: string, lineEnd: string): string =>
    [first, ...[join(info.documentation), tags.join(lineEnd)].filter((part) => part !== "")].join("\n\n");
  return {
    "text/plain": paragraphs(signature, "\n"),
    "text/markdown": paragraphs("```typescript\n" + signature + "\n```", "  \n"),
  };
}

function join(parts: { text: string }[] = []): string {
  return parts.map(({ text }) => text).join("");
}

/** TypeScript's number for a string that does not end on its line. */
const UNTERMINATED_STRING = 1002;

/**
 * `complete`: it parses. `incomplete`: something is missing, but only at the end. `invalid`: no further line can fix it.
 * (Jupyter's fourth answer, `unknown`, is the server's while the compiler is not loaded.)
 */
export function completeness(
  code: string,
): { status: "complete" | "invalid" } | { status: "incomplete"; indent: string } {
  const { parseDiagnostics: faults, endOfFileToken } = parseCell(code);
  if (faults.length === 0 || pagedName(code) !== undefined) return { status: "complete" };
  const end = endOfFileToken.pos; // before blanks and comments
  if (faults.some(({ start, code }) => start < end || code === UNTERMINATED_STRING))
    return { status: "invalid" };
  // Two more after an open bracket.
  const last = /[^\n]*$/.exec(code.trimEnd())![0];
  const indent = /^\s*/.exec(last)![0];
  return { status: "incomplete", indent: /[{([]\s*$|=>\s*$/.test(last) ? `${indent}  ` : indent };
}

// Jupyter counts a cursor's place in Unicode code points, JavaScript in UTF-16 units: an emoji is one there, two here.

export function toUtf16(text: string, codePoints: number): number {
  return [...text].slice(0, codePoints).join("").length;
}

export function toCodePoints(text: string, utf16: number): number {
  return [...text.slice(0, utf16)].length;
}

/** The name in a cell `name?` or `?name`, which asks for documentation as in IPython; undefined of other code. */
export function pagedName(code: string): string | undefined {
  const name = "([\\p{ID_Start}$_][\\p{ID_Continue}$_.]*)";
  const [, before, after] = new RegExp(`^\\s*(?:\\?\\s*${name}|${name}\\s*\\?)\\s*$`, "u").exec(code) ?? [];
  return before ?? after;
}
