import { html, Html, type HtmlPart } from "./escape.js";
import { text } from "./text.js";

/** The values of a page; a list or a view is for a section. */
export interface View {
  readonly [name: string]: HtmlPart | View | readonly View[];
}

/**
 * A page's file in which each `{{name}}` is one of the values, or a text of locales/. What is between `{{#name}}` and
 * `{{/name}}` is repeated for each of the section's views, with their values; what is between `{{^name}}` and `{{/name}}`
 * is for a section without any.
 */
export const filled = (page: string, values: View): Html =>
  new Html(
    page.replace(
      /\{\{([#^])(\w+)\}\}(.*?)\{\{\/\2\}\}|\{\{([\w.]+)\}\}/gs,
      (_, kind: string | undefined, section: string, body: string, name: string) => {
        if (kind === undefined) return html`${name in values ? (values[name] as HtmlPart) : text(name)}`.text;
        const views = viewsOf(values[section]);
        if (kind === "^") return views.length === 0 ? filled(body, values).text : "";
        return views.map((view) => filled(body, { ...values, ...view }).text).join("");
      },
    ),
  );

function viewsOf(value: View[string]): readonly View[] {
  if (Array.isArray(value)) return value as View[];
  return value ? [value as View] : [];
}
