/** Questions about code: what completes it, what it means, whether it can be run as it stands. */
import type { Engine } from "./engine.js";
import type { QuickInfo } from "../compile/conversion.js";
import { parseCell } from "../compile/typescript.js";

export type Asked = Pick<Engine, "complete" | "inspect">;

/** Answers `complete_request`, `inspect_request` and `is_complete_request`. */
export function answerQuestion(
  engine: Asked,
  msgType: string,
  content: Record<string, unknown>,
): Record<string, unknown> {
  const { code = "", cursor_pos } = content as { code?: string; cursor_pos?: number };
  const cursor = cursor_pos ?? [...code].length;
  if (msgType === "complete_request") return completeAt(engine, code, cursor);
  return msgType === "inspect_request" ? inspectAt(engine, code, cursor) : { ...completeness(code) };
}

/**
 * Answers `complete_request`.
 * @param cursor in code points, as Jupyter counts
 */
export function completeAt(
  engine: Pick<Engine, "complete">,
  code: string,
  cursor: number,
): Record<string, unknown> {
  const { start, end, candidates } = engine.complete(code, toUtf16(code, cursor));
  return {
    status: "ok",
    matches: candidates,
    cursor_start: toCodePoints(code, start),
    cursor_end: toCodePoints(code, end),
    metadata: {},
  };
}

export interface Inspection extends Record<string, unknown> {
  status: "ok";
  found: boolean;
  data: Record<string, string>;
  metadata: Record<string, unknown>;
}

/**
 * Answers `inspect_request`: signature and documentation of what the cursor is at.
 * @param cursor in code points, as Jupyter counts
 */
export function inspectAt(engine: Pick<Engine, "inspect">, code: string, cursor: number): Inspection {
  const info = engine.inspect(code, toUtf16(code, cursor)) ?? engine.inspect(code, toUtf16(code, cursor - 1));
  if (!info) return { status: "ok", found: false, data: {}, metadata: {} };
  return { status: "ok", found: true, data: bundle(info), metadata: {} };
}

function bundle(info: QuickInfo): Record<string, string> {
  const signature = join(info.displayParts);
  const documentation = join(info.documentation);
  const tags = (info.tags ?? []).map(({ name, text }) => `@${name} ${join(text)}`.trim());
  const rest = (lineEnd: string) => [documentation, tags.join(lineEnd)].filter((part) => part !== "");
  return {
    "text/plain": [signature, ...rest("\n")].join("\n\n"),
    "text/markdown": ["```typescript\n" + signature + "\n```", ...rest("  \n")].join("\n\n"),
  };
}

function join(parts: { text: string }[] = []): string {
  return parts.map(({ text }) => text).join("");
}

export type Completeness =
  { status: "complete" | "invalid" | "unknown" } | { status: "incomplete"; indent: string };

/** TypeScript's number for a string that does not end on its line. */
const UNTERMINATED_STRING = 1002;

/**
 * `complete`: it parses. `incomplete`: all that is missing is missing at the end. `invalid`: no further line can mend
 * it. (Jupyter's fourth answer, `unknown`, is the server's while the compiler is not loaded.)
 */
export function completeness(code: string): Completeness {
  const faults = parseCell(code).parseDiagnostics;
  if (faults.length === 0 || pagedName(code) !== undefined) return { status: "complete" };
  const end = code.trimEnd().length;
  if (faults.some(({ start, code }) => start < end || code === UNTERMINATED_STRING))
    return { status: "invalid" };
  return { status: "incomplete", indent: indentAfter(code) };
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
  const found =
    /^\s*(?:\?\s*([\p{ID_Start}$_][\p{ID_Continue}$_.]*)|([\p{ID_Start}$_][\p{ID_Continue}$_.]*)\s*\?)\s*$/u.exec(
      code,
    );
  return found?.[1] ?? found?.[2];
}

/** How far the next line is indented: two more behind an open bracket. */
function indentAfter(code: string): string {
  const last = /[^\n]*$/.exec(code.trimEnd())![0];
  const indent = /^\s*/.exec(last)![0];
  return /[{([]\s*$|=>\s*$/.test(last) ? `${indent}  ` : indent;
}
