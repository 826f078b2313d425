import { readFileSync } from "node:fs";
import { html, type Html, type HtmlPart } from "../base/escape.js";
import type { View } from "../base/filled.js";
import { dataPath } from "../base/project.js";
import { label, text } from "../base/text.js";
import { verdictStyle } from "../figures/verdict-style.js";
import { MOST_TOLD } from "./content.js";

/** The files below data/report that a report is made of. */
export const REPORT_PARTS = ["page.html", "claims.html", "filters.html", "page.css", "page.js"];
export const reportPart = (name: string): string => readFileSync(dataPath("report", name), "utf8");

/** One line that unfolds. */
export const fold = (line: Html | string, body: HtmlPart, kind = ""): Html =>
  html`<details  class="${kind}" >
    <summary>${line}</summary>
    ${body}
  </details> `; // prettier-ignore

/** A verdict's sign, color and word: sign and word identify it, color only helps. */
export function badge(verdict: string): View {
  const { sign, colour } = verdictStyle(verdict);
  return { sign, colour, verdict: label(verdict) };
}

const OPEN = 12;

/** Links to numbers, folded if there are many. */
export function idList(explained: readonly { id: string }[]): Html {
  const ids = [...new Set(explained.map(({ id }) => id))];
  const told = ids.slice(0, MOST_TOLD).map((id, at) => html`${at > 0 && ", "}<a href="#${id}">${id}</a>`);
  const left = ids.length - told.length;
  const links = html`${told}${left > 0 && ` ${text("audit.more", { left, file: "claims.csv" })}`}`;
  return ids.length <= OPEN ? links : fold(String(ids.length), links);
}
