/** Markdown with formulas, as HTML: formulas become MathML, which needs no fonts of ours. */
import { escapeHtml } from "../../base/escape.js";
import temml from "temml";
import { marked } from "marked";

/** Some errors throw nevertheless; the formula is then shown as typed. */
function formulaHtml(formula: string, displayMode: boolean): string {
  try {
    return temml.renderToString(formula, { displayMode, throwOnError: false });
  } catch {
    return `<code>${escapeHtml(formula)}</code>`;
  }
}

/** Replaces formulas first, since Markdown would interpret their underscores and backslashes. */
export function markdownHtml(text: string): string {
  const formulas: string[] = [];
  const keep = (formula: string, displayMode: boolean): string => {
    const html = formulaHtml(formula, displayMode);
    return `\ue000${formulas.push(displayMode ? `<div class="formula" tabindex="0" role="math">${html}</div>` : html) - 1}\ue000`;
  };
  const parts = text.replaceAll("\ue000", "").split(/(```[^]*?```|`[^`\n]*`)/);
  const without = parts.map((part, at) =>
    at % 2 === 1
      ? part
      : part
          .replaceAll(/\$\$([^]+?)\$\$/g, (_, formula: string) => `\n\n${keep(formula, true)}\n\n`)
          .replaceAll(/(?<![\\\w])\$(?!\s)((?:\\.|[^$\\\n])+?)(?<!\s)\$(?!\d)/g, (_, formula: string) =>
            keep(formula, false),
          ),
  );
  const html = marked.parse(without.join(""), { async: false, gfm: true });
  return html
    .replaceAll(/<p>\ue000(\d+)\ue000<\/p>/g, (whole, at: string) =>
      formulas[Number(at)]!.startsWith("<div") ? formulas[Number(at)]! : whole,
    )
    .replaceAll(/\ue000(\d+)\ue000/g, (_, at: string) => formulas[Number(at)]!);
}
