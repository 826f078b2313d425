import { VERDICT_STYLE } from "../figures/verdict-style.js";
import { html, type Html } from "../base/escape.js";
import { label } from "../base/text.js";

const OTHER = { sign: "•", colour: "#999999" };

/** A verdict as a small framed word with its sign; the sign is not copied along. */
export function badgeHtml(verdict: string): Html {
  const { sign, colour } = VERDICT_STYLE[verdict] ?? OTHER;
  const style = `border: 2px solid ${colour}; border-radius: 0.6em; padding: 0 0.45em; margin: 0.1em 0; display: inline-block; white-space: nowrap`;
  return html`<span style="${style}"
    ><span aria-hidden="true" style="user-select: none">${sign} </span>${label(verdict)}</span
  >`;
}

/** A verdict as plain text, with its sign. */
export function badgeText(verdict: string): string {
  return `${(VERDICT_STYLE[verdict] ?? OTHER).sign} ${label(verdict)}`;
}
