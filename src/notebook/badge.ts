import { escapeHtml } from "./escape.js";
import { label } from "./language.js";

/** Every verdict with its sign and its colour (Okabe and Ito's palette): the sign and the words carry it, colour only helps. */
export const VERDICT_STYLE: Readonly<Record<string, { sign: string; colour: string }>> = {
  reproduced: { sign: "✓", colour: "#009e73" },
  "rounded early": { sign: "≈", colour: "#56b4e9" },
  mislabelled: { sign: "↔", colour: "#e69f00" },
  "not reproduced": { sign: "≠", colour: "#d55e00" },
  impossible: { sign: "✗", colour: "#cc79a7" },
  "matches source": { sign: "=", colour: "#0072b2" },
  "differs from source": { sign: "≠", colour: "#f0e442" },
  "source not available": { sign: "?", colour: "#999999" },
};

const OTHER = { sign: "•", colour: "#999999" };

/** A verdict as a small framed word with its sign; the sign is not copied along. */
export function badgeHtml(verdict: string): string {
  const { sign, colour } = VERDICT_STYLE[verdict] ?? OTHER;
  return (
    `<span style="border: 2px solid ${colour}; border-radius: 0.6em; padding: 0 0.45em; margin: 0.1em 0; display: inline-block; white-space: nowrap">` +
    `<span aria-hidden="true" style="user-select: none">${sign} </span>${escapeHtml(label(verdict))}</span>`
  );
}

/** A verdict as plain text, with its sign. */
export function badgeText(verdict: string): string {
  return `${(VERDICT_STYLE[verdict] ?? OTHER).sign} ${label(verdict)}`;
}
