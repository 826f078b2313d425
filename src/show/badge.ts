import { html, type Html } from "../base/escape.js";
import { label } from "../base/text.js";
import { verdictStyle } from "../figures/verdict-style.js";

const FRAME =
  "border: 1px solid #888888; border-radius: 0.6em; padding-right: 0.45em; margin: 0.1em 0; display: inline-block; white-space: nowrap; overflow: hidden";
const SIGN = "user-select: none; color: #000000; padding: 0 0.4em; margin-right: 0.35em";

/** A verdict as a small framed word after its sign, in the verdict's color; the sign is not copied with it. */
export function badgeHtml(verdict: string): Html {
  const { sign, colour } = verdictStyle(verdict);
  return html`<span style="${FRAME}"
    ><span aria-hidden="true" style="${SIGN}; background: ${colour}">${sign} </span>${label(verdict)}</span
  >`;
}

/** The verdicts of a table's cell, one per line of its text. */
export const verdictsIn = (text: string): string[] => text.split("\n").filter(Boolean);

/** The verdicts of a table's cell as plain text. */
export const badgesText = (text: string): string => verdictsIn(text).map(badgeText).join(", ");

/** A verdict as plain text, with its sign. */
export const badgeText = (verdict: string): string => `${verdictStyle(verdict).sign} ${label(verdict)}`;
