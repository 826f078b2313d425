/** Text on its way into another language: whatever a cell holds must stay text there. */

const HTML: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text that is safe in HTML content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => HTML[character]!);
}

/** HTML that `html` made: what it holds is escaped already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** What may stand in an `html` template: lists one after the other; nothing for false, null and undefined. */
export type HtmlPart = string | number | Html | false | null | undefined | readonly HtmlPart[];

/**
 * HTML of a template whose values are escaped, in content and in quoted attributes; HTML within HTML stays as it is.
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

/** Text that stays text within a line of Markdown: no element, no link, no heading on a line of its own. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*\n\s*/g, " ")
    .replace(/<(?=[a-z/!?])/gi, "&lt;")
    .replaceAll("](", "]\\(");
}

/** Text that moves no cursor and hides nothing in a terminal: control characters and marks of direction are shown as "�". */
export function plainText(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, "�");
}

const LATEX: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Text that is safe in LaTeX's text mode. */
export function escapeLatex(text: string): string {
  return text.replace(/[\\~^&%$#_{}]/g, (character) => LATEX[character] ?? `\\${character}`);
}

/** JSON that may stand inside a `<script>` element: no `</script>` and no HTML comment can come out of it. */
export function escapeScript(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, "\\u003c")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}
