import { html, Html, type HtmlPart } from "./escape.js";
import { text } from "./text.js";

/** A page's file in which each `{{name}}` is one of the values, or a text of locales/. */
export const filled = (page: string, values: Readonly<Record<string, HtmlPart>>): Html =>
  new Html(
    page.replace(
      /\{\{([\w.]+)\}\}/g,
      (_, key: string) => html`${key in values ? values[key] : text(key)}`.text,
    ),
  );
