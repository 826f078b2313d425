/** LaTeX as it is printed. */
import { has, markup, ownOf, squeezed, superscript } from "./document.js";

/** The sign that a command prints. */
const signOf = (name: string): string | undefined => ownOf(markup().tex.signs, name);

/** A piece of LaTeX as it is printed. */
export function readable(source: string): string {
  let text = source
    .replace(/\\begin\{(?:tabular|array|minipage)\*?\}\s*(?:\[[^\]]*\]\s*)?\{(?:[^{}]|\{[^{}]*\})*\}/g, " ")
    .replace(/(\\(?:scale|raise)box\s*\{[^{}]*\})(?:\s*\[[^[\]]*\])+/g, "$1")
    .replace(/\\[A-Za-z]+\s*=\s*-?[\d.]+\s*(?:pt|em|ex|cm|mm|in)\b/g, " ");
  for (let round = 0; round < 12; round++) {
    const before = text;
    text = text.replace(
      /\\([A-Za-z]+)\*?\s*((?:\[[^[\]]*\]\s*)*)((?:\{[^{}]*\}\s*)+)/g,
      (_, name: string, options: string, braces: string) => {
        const given = [...braces.matchAll(/\{([^{}]*)\}/g)].map(([, inside]) => inside!);
        const plain = name.replace(/^cite\w+/, "cite");
        const hidden = markup().tex.hidden.findIndex((names) => has(names, plain));
        if (hidden >= 0) return given.slice(hidden).join("") || " ";
        if (/^[td]?frac$/.test(name)) return `${given[0]}/${given[1] ?? ""}`;
        if (name === "SI" || name === "qty") return `${given[0]} ${given[1] ?? ""}`;
        if (name === "sqrt") return `√${given[0]}`;
        if (/^text(?:super|sub)script$/.test(name))
          return `${name === "textsubscript" ? "_" : "^"}{${given[0]}}${given.slice(1).join("")}`;
        return (signOf(name) ?? "") + given.join("");
      },
    );
    text = text
      .replace(
        /([\^_])\s*(?:\{([^{}]*)\}|([\d*†‡a-z]))/g,
        (whole, sign: string, inside?: string, one?: string, at = 0, all = "") =>
          scripted(all.slice(Math.max(0, at - 40), at), sign, (inside ?? one)!, whole),
      )
      .replace(/(^|[^\\])\{([^{}]*)\}/g, "$1$2");
    if (text === before) break;
  }
  return squeezed(
    text
      .replace(/\\\\(?:\[[^\]]*\])?/g, " ")
      .replace(/---?/g, "–")
      .replace(/\\([%&$#_{}])/g, "$1")
      .replace(/\\[,;: ]|~/g, " ")
      .replace(/\\[!/()]/g, "")
      .replace(/\\([A-Za-z]+)\s?/g, (_, name: string) => signOf(name) ?? " ")
      .replace(/\\["'^`~=.]|[${}]|\\/g, "")
      .replace(/``|''/g, '"'),
  );
}

/** A superscript or subscript as it is printed; without those that mark notes after a number. */
function scripted(before: string, sign: string, mark: string, whole: string): string {
  const isAfterNumber = /(?:^|[^\p{L}\d])[\d.,]*\d[$}]*$/u.test(before);
  if (sign === "_") return isAfterNumber ? "" : whole.includes("{") ? mark : whole;
  if (/^-?\d+$/.test(mark)) return superscript(mark);
  return /^[a-z]$/.test(mark) || (isAfterNumber && /^[\da-z]+(?:,\s*[\da-z]+)+$/.test(mark)) ? "" : mark;
}

/** The source without commands and braces, by replacements independent of the reader. */
export function plainTex(text: string): string {
  return text
    .replace(/\\(?:textsuperscript|tnote)\s*\{/g, " {")
    .replace(/\\([A-Za-z]+)\*?/g, (_, name: string) => signOf(name) ?? " ")
    .replace(/\\([%&$#_])/g, "$1")
    .replace(/\\[,;:! /]|~|\\\\/g, " ")
    .replace(/\\[()]/g, "")
    .replace(/(\d)\s+(?=\d{3}(?!\d))/g, "$1 ")
    .replace(/[{}]/g, " ")
    .replace(/[$^_\\]/g, "")
    .replace(/---?/g, "–");
}
