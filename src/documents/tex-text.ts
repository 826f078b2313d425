/** LaTeX as it is printed. */
import { squeezed, superscript } from "./document.js";

/** Commands whose arguments are not shown. */
const SILENT =
  /^(?:label|ref|cite\w*|vspace|hspace|vskip|rule|cmidrule|cline|hline|toprule|midrule|bottomrule|specialrule|addlinespace|arraystretch|rowcolor|cellcolor|columncolor|color|textcolor|setlength|captionsetup|includegraphics|phantom|hphantom|vphantom|index|footnotemark|tnote|tablefootnote|footnote|noalign|resizebox|scalebox|rotatebox|begin|end|input|fontsize|extracolsep|multirowsetup|noindent)$/;

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
export function plainTex(text: string): string {
  return text
    .replace(/\\(?:textsuperscript|tnote)\s*\{/g, " {")
    .replace(/\\([A-Za-z]+)\*?/g, (_, name: string) => NAMED[name] ?? " ")
    .replace(/\\([%&$#_])/g, "$1")
    .replace(/\\[,;:! /]|~|\\\\/g, " ")
    .replace(/(\d)\s+(?=\d{3}(?!\d))/g, "$1 ")
    .replace(/[${}^_\\]/g, "")
    .replace(/---?/g, "–");
}
