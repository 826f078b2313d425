import { text as said } from "../base/text.js";
import {
  cell,
  emptyDocument,
  squeezed,
  superscript,
  type Block,
  type DocumentTable,
  type PaperDocument,
  type ReadCell,
} from "./document.js";

/** Reads a file that a document includes by `\input`; null if it cannot be read. */
export type ReadPart = (name: string) => string | null;

const TABULAR =
  /\\begin\{(tabular|tabular\*|tabularx|tabulary|longtable|tabu|supertabular|xltabular|longtblr|tblr|NiceTabular|array)\}/g;
const FLOAT = /\\begin\{(table\*?|sidewaystable\*?|longtable|threeparttable|center|landscape|wraptable)\}/g;
const DEEPEST = 20;
/** Commands whose arguments are not shown. */
const SILENT =
  /^(?:label|ref|cite\w*|vspace|hspace|vskip|rule|cmidrule|cline|hline|toprule|midrule|bottomrule|specialrule|addlinespace|arraystretch|rowcolor|cellcolor|columncolor|color|textcolor|setlength|captionsetup|includegraphics|phantom|hphantom|vphantom|index|footnotemark|tnote|tablefootnote|footnote|noalign|resizebox|scalebox|rotatebox|begin|end|input|fontsize|extracolsep|multirowsetup|noindent)$/;

/**
 * Reads a LaTeX source: tables of booktabs, longtable, tabularx and the like, with \multicolumn, \multirow, siunitx's
 * columns and numbers, threeparttable's notes, and the files of \input that `part` finds.
 */
export function readTex(source: string, file: string, part: ReadPart): PaperDocument {
  const leftOut: string[] = [];
  const text = expanded(whole(uncommented(source), part, leftOut, 0, file), file);
  return {
    ...emptyDocument(),
    title: readable(argumentOf(text, "title").replace(/\\thanks\s*\{[^{}]*\}/g, "")),
    authors: argumentOf(text, "author")
      .split(/\\and\b|\\\\|\\AND\b/)
      .map((one) =>
        readable(one.replace(/\\(?:thanks|inst|textsuperscript)\s*\{[^{}]*\}/g, "").split("\\\\")[0]!),
      )
      .filter((name) => /^[\p{L}. '-]{3,60}$/u.test(name)),
    blocks: [...sentencesOf(text), ...tablesOf(text).map((table) => ({ table }))],
    leftOut,
    plain: plainTex(text),
  };
}

const uncommented = (text: string): string =>
  text.replace(/(?<!\\)%[^\n]*(?:\n\s*)?/g, (comment) => (comment.includes("\n") ? "\n" : ""));

function whole(text: string, part: ReadPart, leftOut: string[], depth: number, file: string): string {
  if (depth > DEEPEST) throw new RangeError(said("document.deep", { file, deepest: DEEPEST }));
  return text.replace(
    /\\(?:input|include|estinput|estauto|estwide)\s*\{([^{}]+)\}|\\input\s+([^\s{}\\]+)/g,
    (_, braced?: string, bare?: string) => {
      const name = (braced ?? bare ?? "").trim();
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
    one.replace(/\\ifmmode([\s\S]{0,200}?)\\else[\s\S]{0,200}?\\fi/g, "$1");
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
    let end = found.index + found[0].length;
    const given: string[] = [];
    while (given.length < macro.count && text[end] === "{") {
      const next = group(text, end);
      given.push(next.inside);
      end = next.end;
    }
    const body = macro.body.replace(/#(\d)/g, (_, at: string) => given[Number(at) - 1] ?? "");
    result += text.slice(from, found.index) + body + (macro.count === 0 ? " " : "");
    from = end;
  }
  return result + text.slice(from);
}

/** The text between a brace and its partner, and where it ends; to the end of the text if there is none. */
function group(text: string, start: number): { inside: string; end: number } {
  const [opening, closing] = text[start] === "[" ? ["[", "]"] : ["{", "}"];
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === opening) depth++;
    else if (text[at] === closing && --depth === 0) return { inside: text.slice(start + 1, at), end: at + 1 };
  }
  return { inside: text.slice(start + 1), end: text.length };
}

/** The argument of the first such command, without its option; "" if there is none. */
function argumentOf(text: string, command: string): string {
  const at = new RegExp(String.raw`\\${command}\s*(?:\[[^\]]*\])?\s*\{`).exec(text);
  return at === null ? "" : group(text, at.index + at[0].length - 1).inside;
}

/** Each outermost tabular, with the caption and notes of the float around it. */
function tablesOf(text: string): DocumentTable[] {
  const tables: DocumentTable[] = [];
  let after = 0;
  let floatEnd = 0;
  let count = 0;
  for (const found of text.matchAll(TABULAR)) {
    if (found.index < after || found[1] === "array") continue;
    const end = environmentEnd(text, found.index, found[1]!);
    after = end;
    const [from, to] = floatAround(text, found.index, end);
    const around = text.slice(from, found.index) + text.slice(end, to);
    const inside = text.slice(found.index + found[0].length, end).replace(/\\end\{[^{}]*\}$/, "");
    const captioned = found[1] === "longtable" ? around + inside : around;
    if (from >= floatEnd && /\\caption/.test(captioned)) count++;
    floatEnd = Math.max(floatEnd, to);
    const label = /\\caption\*?\s*(?:\[[^\]]*\])?\s*\{/.test(captioned) ? `Table ${count}` : "";
    const caption = readable(argumentOf(captioned, String.raw`caption\*?`));
    const rows = rowsOf(inside);
    if (rows.rows.length > 1) tables.push({ label, caption, notes: notesOf(text.slice(end, to)), ...rows });
  }
  return tables;
}

function environmentEnd(text: string, start: number, name: string): number {
  const mark = new RegExp(`\\\\(begin|end)\\{${name.replace("*", "\\*")}\\}`, "g");
  mark.lastIndex = start;
  let depth = 0;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    depth += found[1] === "begin" ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return text.length;
}

/** The outermost table environment around the tabular. */
function floatAround(text: string, start: number, end: number): [number, number] {
  const near = Math.max(0, start - 5_000);
  for (const found of text.slice(near, start).matchAll(FLOAT)) {
    const close = environmentEnd(text, near + found.index, found[1]!);
    if (close >= end && close < end + 20_000 && close < text.length) return [near + found.index, close];
  }
  return [start, end];
}

function notesOf(after: string): string[] {
  return [
    ...after.matchAll(
      /\\item(?:\[[^\]]*\])?([\s\S]*?)(?=\\item|\\end\{|$)|\\(?:floatfoot|fignote|tablenotes?|legend|small|footnotesize|parbox\{[^{}]*\})\b([\s\S]*?)(?=\\end\{|$)/g,
    ),
  ]
    .map((found) => readable(found[1] ?? found[2] ?? ""))
    .filter((note) => note.length > 3);
}

/** Lines end at `\\`, cells at `&`; lines above the first inner rule are the header. */
function rowsOf(inside: string): { rows: ReadCell[][]; heads?: number } {
  let body = inside;
  // Skip the columns' description, and a width before it.
  for (let options = 0; options < 4 && /^\s*[[{]/.test(body); options++) {
    const { inside: given, end } = group(body, body.search(/[[{]/));
    if (options > 0 && /&|\\\\/.test(given)) break;
    body = body.slice(end);
  }
  body = body
    .replace(/\\(?:endfirsthead)[\s\S]*?\\(?:endhead|endlastfoot)\b/, "\\midrule ")
    .replace(/\\(?:endhead|endfoot|endlastfoot)\b/g, "\\midrule ");
  const rows: ReadCell[][] = [];
  let heads: number | undefined;
  for (const line of split(body, "\\\\")) {
    const bare = line
      .replace(/\\(?:cmidrule|cline)\s*(?:\([^()]*\))?\s*\{[^{}]*\}/g, " ")
      .replace(/^\s*(?:\*)?\s*\[[^\]\n]{0,12}\]/, "")
      .replace(/^\s*\*\s/, " ");
    const rule = /\\(?:midrule|hline|Xhline\{[^{}]*\}|Midrule|specialrule)/.exec(bare);
    if (rule !== null && rows.length > 0) heads ??= rows.length;
    const content = bare.replace(
      /\\(?:caption)\*?\s*(?:\[[^\]]*\])?\s*\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g,
      " ",
    );
    const row = split(content, "&").map(cellOf);
    if (row.some(({ text }) => text !== "")) rows.push(row);
  }
  return { rows, ...(heads !== undefined && heads < rows.length && heads < 6 && { heads }) };
}

/** Splits at a mark outside braces, nested environments and escapes. */
function split(text: string, mark: "&" | "\\\\"): string[] {
  const parts: string[] = [];
  let [depth, nested, from] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === "\\") {
      if (text.startsWith("\\begin{", at)) nested++;
      else if (text.startsWith("\\end{", at)) nested--;
      const isBreak = text[at + 1] === "\\" || text.startsWith("\\tabularnewline", at);
      if (mark === "\\\\" && isBreak && depth === 0 && nested <= 0) {
        parts.push(text.slice(from, at));
        from = at + (text[at + 1] === "\\" ? 2 : "\\tabularnewline".length);
      }
      at++;
    } else if (sign === "{") depth++;
    else if (sign === "}") depth = Math.max(0, depth - 1);
    else if (sign === mark && depth === 0 && nested <= 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}

function cellOf(text: string): ReadCell {
  let rest = text;
  let columns = 1;
  for (const name of ["multicolumn", "multirow"]) {
    const found = new RegExp(String.raw`\\${name}\s*(?:\[[^\]]*\])?\s*\{\s*(\d+|\*)\s*\}`).exec(rest);
    if (found === null) continue;
    // Below a cell over several rows LaTeX has empty cells, so it spans only its own row here.
    if (name === "multicolumn") columns = Math.min(100, Number(found[1]) || 1);
    // \multirow{2}*{text} has a star in place of a width.
    let behind = rest.slice(found.index + found[0].length).replace(/^\s*\*\s*(?=\{)/, "{}");
    const braces: string[] = [];
    while (braces.length < 2 && /^\s*[[{]/.test(behind)) {
      behind = behind.trimStart();
      const { inside, end } = group(behind, 0);
      if (behind[0] === "{") braces.push(inside);
      behind = behind.slice(end);
    }
    rest = rest.slice(0, found.index) + (braces.at(-1) ?? "");
  }
  return cell(readable(rest), columns);
}

const NAMED: Readonly<Record<string, string>> = {
  times: "×", pm: "±", cdot: "·", leq: "≤", le: "≤", geq: "≥", ge: "≥", approx: "≈", sim: "~", alpha: "α", beta: "β", gamma: "γ", delta: "δ", Delta: "Δ", theta: "θ", lambda: "λ", mu: "μ", rho: "ρ", sigma: "σ", chi: "χ", eta: "η", epsilon: "ε", varepsilon: "ε", tau: "τ", pi: "π", phi: "φ", varphi: "φ", psi: "ψ", omega: "ω", Omega: "Ω", Sigma: "Σ", kappa: "κ", zeta: "ζ", nu: "ν", xi: "ξ", neq: "≠", ne: "≠", rightarrow: "→", to: "→", dagger: "†", ddagger: "‡", textdagger: "†", ast: "*", textasteriskcentered: "*", star: "*", textminus: "−", textendash: "–", infty: "∞", checkmark: "✓", ldots: "…", dots: "…", quad: " ", qquad: " ", textgreater: ">", textless: "<", lt: "<", gt: ">", newline: " ", linebreak: " ", ss: "ß",
}; // prettier-ignore
/** Commands of which only the last argument is shown. */
const LAST =
  /^(?:textcolor|color|href|fontsize|parbox|raisebox|makebox|adjustbox|rotatebox|resizebox|scalebox)$/;
/** A piece of LaTeX as it is printed. */
export function readable(source: string): string {
  let text = source;
  for (let round = 0; round < 6; round++) {
    const before = text;
    text = text.replace(
      /\\([A-Za-z]+)\*?\s*((?:\[[^[\]]*\]\s*)*)((?:\{[^{}]*\}\s*)+)/g,
      (whole, name: string, _, braces: string) => {
        const given = [...braces.matchAll(/\{([^{}]*)\}/g)].map(([, inside]) => inside!);
        if (LAST.test(name)) return ` ${given.at(-1)} `;
        if (SILENT.test(name)) return " ";
        if (/^(?:frac|tfrac|dfrac)$/.test(name)) return `${given[0]}/${given[1] ?? ""}`;
        if (name === "SI" || name === "qty") return `${given[0]} ${given[1] ?? ""}`;
        if (name === "sqrt") return `√${given[0]}`;
        return NAMED[name] === undefined ? given.join("") : NAMED[name] + given.join("");
      },
    );
    text = text
      .replace(/\^\s*\{([^{}]*)\}|\^([\d*†‡a-z])/g, (_, inside?: string, one?: string) =>
        raised((inside ?? one)!),
      )
      .replace(/_\s*\{([^{}]*)\}/g, "$1");
    text = text.replace(/(^|[^\\])\{([^{}]*)\}/g, "$1$2");
    if (text === before) break;
  }
  return squeezed(
    text
      .replace(/\\\\(?:\[[^\]]*\])?/g, " ")
      .replace(/---?/g, "–")
      .replace(/\\([%&$#_{}])/g, "$1")
      .replace(/\\[,;: ]|~/g, " ")
      .replace(/\\[!/]/g, "")
      .replace(/\\([A-Za-z]+)\s?/g, (_, name: string) => NAMED[name] ?? " ")
      .replace(/\\["'^`~=.]|[${}]|\\/g, "")
      .replace(/``|''/g, '"'),
  );
}

function raised(mark: string): string {
  if (/^-?\d+$/.test(mark)) return superscript(mark);
  return /^[a-z]$/.test(mark) ? "" : mark;
}

/** The source without commands and braces, by replacements independent of the reader. */
function plainTex(text: string): string {
  return text
    .replace(/\\(?:textsuperscript|tnote)\s*\{/g, " {")
    .replace(/\\([A-Za-z]+)\*?/g, (_, name: string) => NAMED[name] ?? " ")
    .replace(/\\([%&$#_])/g, "$1")
    .replace(/\\[,;:! /]|~|\\\\/g, " ")
    .replace(/(\d)\s+(?=\d{3}(?!\d))/g, "$1 ")
    .replace(/[${}^_\\]/g, "")
    .replace(/---?/g, "–");
}

function sentencesOf(text: string): Block[] {
  const start = text.search(/\\begin\{(?:document|abstract)\}/);
  if (start < 0) return [];
  return text
    .slice(start)
    .replace(
      /\\begin\{(table\*?|tabular\*?|longtable|figure\*?|equation\*?|align\*?|sidewaystable|thebibliography)\}[\s\S]*?\\end\{\1\}/g,
      "\n\n",
    )
    .split(/\n\s*\n|\\(?:sub)*section\*?|\\paragraph/)
    .map((paragraph) => readable(paragraph))
    .filter((paragraph) => paragraph.length > 40)
    .map((paragraph) => ({ text: paragraph }));
}
