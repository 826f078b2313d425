/** Escaping of text for HTML, Markdown, terminals, LaTeX and scripts. */

const HTML: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Escapes text for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => HTML[character]!);
}

/** HTML made by `html`; its content is already escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** What an `html` template accepts: lists are concatenated; false, null and undefined give nothing. */
export type HtmlPart = string | number | Html | false | null | undefined | readonly HtmlPart[];

/**
 * Builds HTML from a template and escapes its values, in content and in quoted attributes; nested HTML is kept.
 * @example
 * html`<td title="${title}">${cells.map((cell) => html`<b>${cell}</b>`)}</td>`;
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlPart[]): Html {
  return new Html(parts.reduce((before, part, at) => before + partText(values[at - 1]) + part));
}

function partText(value: HtmlPart): string {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(partText).join("");
  return value === false || value == null ? "" : escapeHtml(String(value));
}

/** Escapes text for a line of Markdown: no element, no link, no heading. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*\n\s*/g, " ")
    .replace(/<(?=[a-z/!?])/gi, "&lt;")
    .replaceAll("](", "]\\(");
}

/** Makes text safe for a terminal: control characters and direction marks become "�". */
export function plainText(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, "�");
}

const LATEX: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Escapes text for LaTeX's text mode. */
export function escapeLatex(text: string): string {
  return text.replace(/[\\~^&%$#_{}]/g, (character) => LATEX[character] ?? `\\${character}`);
}

/** JSON that is safe inside a `<script>` element: it cannot contain `</script>` or an HTML comment. */
export function escapeScript(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, "\\u003c")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}

/** Characters that XML 1.0 cannot represent. */
// eslint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text with U+FFFD in their place. */
export const inXml = (text: string): string => text.replace(NOT_XML, "\ufffd");
