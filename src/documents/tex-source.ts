/** A LaTeX source as one text: its parts put in, its own commands expanded; and what braces enclose. */
import { text as said } from "../base/text.js";

/** Reads a file that a document includes by `\input`; null if it cannot be read. */
export type ReadPart = (name: string) => string | null;

const DEEPEST = 20;

/** @throws RangeError if parts include one another, or if commands expand without end */
export function texSource(source: string, file: string, part: ReadPart, leftOut: string[]): string {
  return expanded(whole(uncommented(source), part, leftOut, 0, file), file);
}

/** Without comments of each kind, and what follows the document. */
function uncommented(text: string): string {
  const bare = text.replace(/(?<!\\)%[^\n]*(?:\n\s*)?/g, (comment) => (comment.includes("\n") ? "\n" : ""));
  const printed = without(
    without(bare, "\\begin{comment}", /\\end\{comment\}/),
    "\\iffalse",
    /\\fi(?![A-Za-z])/,
  );
  return printed.split("\\end{document}")[0]!;
}

/** Without what stands between two marks. */
export const without = (text: string, opening: string, closing: RegExp): string =>
  text
    .split(opening)
    .map((piece, at) =>
      at === 0 ? piece : piece.slice(closing.exec(piece)?.index ?? piece.length).replace(closing, ""),
    )
    .join(" ");

function whole(text: string, part: ReadPart, leftOut: string[], depth: number, file: string): string {
  if (depth > DEEPEST) throw new RangeError(said("document.deep", { file, deepest: DEEPEST }));
  return text.replace(
    /\\(?:input|include|subfile|estinput|estauto|estwide|(?:sub)?import\s*\{([^{}]*)\})\s*\{([^{}]+)\}|\\input\s+([^\s{}\\]+)/g,
    (_, folder = "", braced?: string, bare?: string) => {
      const name = folder + (braced ?? bare ?? "").trim();
      const found = part(name);
      if (found === null) leftOut.push(`\\input{${name}}: not there, or outside the document's folder`);
      return found === null ? " " : whole(uncommented(found), part, leftOut, depth + 1, file);
    },
  );
}

interface Macro {
  count: number;
  body: string;
}

/** Expands the document's own short commands: \newcommand{\sym}[1]{...}. */
function expanded(text: string, file: string): string {
  const inMath = (one: string): string =>
    one
      .replace(/\\ifmmode([\s\S]{0,200}?)\\else[\s\S]{0,200}?\\fi/g, "$1")
      .replace(/\\underset\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, "$2 $1");
  const own = new Map<string, Macro>();
  for (const found of text.matchAll(
    /\\(?:re)?(?:newcommand|providecommand|def)\*?\s*\{?\\([A-Za-z]+)\}?\s*(?:\[(\d)\]|((?:#\d)+))?\s*\{/g,
  )) {
    const { inside } = group(text, found.index + found[0].length - 1);
    const count = Number(found[2] ?? (found[3]?.length ?? 0) / 2);
    if (inside.length < 200 && !inside.includes("tabular"))
      own.set(found[1]!, { count, body: inMath(inside) });
  }
  let result = inMath(text);
  for (let round = 0; round < 2 && own.size > 0; round++) {
    result = replaced(result, own);
    if (result.length > 4 * text.length + 100_000) throw new RangeError(said("document.expands", { file }));
  }
  return result;
}

function replaced(text: string, own: ReadonlyMap<string, Macro>): string {
  let result = "";
  let from = 0;
  for (const found of text.matchAll(/\\([A-Za-z]+)/g)) {
    const macro = own.get(found[1]!);
    const before = text.slice(Math.max(0, found.index - 20), found.index);
    if (macro === undefined || found.index < from || /(?:command\*?\s*\{?|\\def)$/.test(before)) continue;
    const { braces, end } = groupsAt(text, found.index + found[0].length, macro.count);
    const body = macro.body.replace(/#(\d)/g, (_, at: string) => braces[Number(at) - 1] ?? "");
    result += text.slice(from, found.index) + body + (macro.count === 0 ? " " : "");
    from = end;
  }
  return result + text.slice(from);
}

/** The text between a brace and its partner, and where it ends; to the end of the text if there is none. */
export function group(text: string, start: number): { inside: string; end: number } {
  const closing = text[start] === "[" ? "]" : "}";
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === text[start]) depth++;
    else if (text[at] === closing && --depth === 0) return { inside: text.slice(start + 1, at), end: at + 1 };
  }
  return { inside: text.slice(start + 1), end: text.length };
}

/** A command's arguments, at most so many, and where they end; options in brackets are skipped. */
export function groupsAt(text: string, start: number, most: number): { braces: string[]; end: number } {
  const braces: string[] = [];
  const opening = /\s*(?=[[{])/y;
  let end = start;
  for (opening.lastIndex = end; braces.length < most && opening.test(text); opening.lastIndex = end) {
    const next = group(text, opening.lastIndex);
    if (text[opening.lastIndex] === "{") braces.push(next.inside);
    end = next.end;
  }
  return { braces, end };
}

/** The argument of the first such command, without its option; "" if there is none. */
export function argumentOf(text: string, command: string): string {
  const at = new RegExp(String.raw`\\${command}\s*(?:\[[^\]]*\])?\s*\{`).exec(text);
  return at === null ? "" : group(text, at.index + at[0].length - 1).inside;
}

/** Where an environment ends that begins at a place. */
export function environmentEnd(text: string, start: number, name: string): number {
  const mark = new RegExp(`\\\\(begin|end)\\{${name.replace("*", "\\*")}\\}`, "g");
  mark.lastIndex = start;
  let depth = 0;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    depth += found[1] === "begin" ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return text.length;
}

const TOKEN = /\\(?:begin|end)(?=\{)|\\(?:tabularnewline|cr)(?![A-Za-z])|\\[^]|[{}&]/g;
const ROW_END = /^\\(?:\\|tabularnewline|cr)$/;

/** Splits at "&" or at the ends of rows, outside braces, nested environments and escapes. */
export function split(text: string, mark: "&" | "\\\\"): string[] {
  const parts: string[] = [];
  let [depth, nested, from] = [0, 0, 0];
  for (const { 0: sign, index } of text.matchAll(TOKEN)) {
    if (sign === "{") depth++;
    else if (sign === "}") depth = Math.max(0, depth - 1);
    else if (sign === "\\begin") nested++;
    else if (sign === "\\end") nested--;
    else if (depth === 0 && nested <= 0 && (mark === "&" ? sign === mark : ROW_END.test(sign))) {
      parts.push(text.slice(from, index));
      from = index + sign.length;
    }
  }
  return [...parts, text.slice(from)];
}
