/** LaTeX as it is printed. */
import { squeezed, superscript } from "./document.js";

/** How many of a command's arguments are not shown, by the names of such commands; what follows them is. */
const NOT_SHOWN: readonly (readonly [count: number, names: RegExp])[] = [
  [
    0,
    /^(?:addlinespace|arraystretch|footnotemark|hline|(?:top|mid|bottom)rule|makebox|multirowsetup|noindent)$/,
  ],
  [
    1,
    /^(?:label|ref|cite\w*|[vh]space|vskip|cmidrule|cline|hhline|(?:row|cell|column|arrayrule|text|f?)colou?r|colorbox|captionsetup|includegraphics|[hv]?phantom|index|tnote|(?:table)?footnote|noalign|begin|end|input|extracolsep|href|parbox|raisebox|adjustbox|rotatebox|scalebox)$/,
  ],
  [2, /^(?:rule|setlength|fontsize|resizebox|fcolorbox)$/],
  [3, /^specialrule$/],
];

const NAMED: Readonly<Record<string, string>> = {
  times: "×", texttimes: "×", pm: "±", textpm: "±", percent: "%", textpercent: "%", dag: "†", ddag: "‡", textdaggerdbl: "‡", textsection: "§", S: "§", cdot: "·", leq: "≤", le: "≤", geq: "≥", ge: "≥", approx: "≈", sim: "~", alpha: "α", beta: "β", gamma: "γ", delta: "δ", Delta: "Δ", theta: "θ", lambda: "λ", mu: "μ", rho: "ρ", sigma: "σ", chi: "χ", eta: "η", epsilon: "ε", varepsilon: "ε", tau: "τ", pi: "π", phi: "φ", varphi: "φ", psi: "ψ", omega: "ω", Omega: "Ω", Sigma: "Σ", kappa: "κ", zeta: "ζ", nu: "ν", xi: "ξ", neq: "≠", ne: "≠", rightarrow: "→", to: "→", dagger: "†", ddagger: "‡", textdagger: "†", ast: "*", textasteriskcentered: "*", star: "*", textminus: "−", textendash: "–", infty: "∞", checkmark: "✓", ldots: "…", dots: "…", quad: " ", qquad: " ", textgreater: ">", textless: "<", lt: "<", gt: ">", newline: " ", linebreak: " ", ss: "ß",
}; // prettier-ignore
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
        const hidden = NOT_SHOWN.find(([, names]) => names.test(name))?.[0];
        if (hidden !== undefined) return given.slice(hidden).join("") || " ";
        if (/^[td]?frac$/.test(name)) return `${given[0]}/${given[1] ?? ""}`;
        if (name === "SI" || name === "qty") return `${given[0]} ${given[1] ?? ""}`;
        if (name === "sqrt") return `√${given[0]}`;
        if (/^text(?:super|sub)script$/.test(name))
          return `${name === "textsubscript" ? "_" : "^"}{${given[0]}}${given.slice(1).join("")}`;
        return (NAMED[name] ?? "") + given.join("");
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
      .replace(/\\([A-Za-z]+)\s?/g, (_, name: string) => NAMED[name] ?? " ")
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
    .replace(/\\([A-Za-z]+)\*?/g, (_, name: string) => NAMED[name] ?? " ")
    .replace(/\\([%&$#_])/g, "$1")
    .replace(/\\[,;:! /]|~|\\\\/g, " ")
    .replace(/\\[()]/g, "")
    .replace(/(\d)\s+(?=\d{3}(?!\d))/g, "$1 ")
    .replace(/[{}]/g, " ")
    .replace(/[$^_\\]/g, "")
    .replace(/---?/g, "–");
}
