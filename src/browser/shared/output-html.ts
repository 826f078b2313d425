/** Outputs as HTML: the same for stored ones in the built site and for new ones in the page. */
import { escapeHtml } from "../../base/escape.js";
import { joined, type Bundle, type SavedOutput } from "./notebook.js";

/** Renders the Markdown of an output, which otherwise stays text. */
export type SetMarkdown = (text: string) => string;

const IMAGES = ["image/png", "image/jpeg", "image/gif", "image/svg+xml"];
export const PLOTLY = "application/vnd.plotly.v1+json";

/** @param live figures may become charts */
export function outputHtml(output: SavedOutput, markdown?: SetMarkdown): string {
  if (output.output_type === "stream")
    return `<pre class="stream ${output.name === "stderr" ? "stderr" : "stdout"}">${escapeHtml(joined(output.text))}</pre>`;
  if (output.output_type === "error")
    return `<pre class="error" role="alert">${escapeHtml(lines(output.traceback) || `${output.ename}: ${output.evalue}`)}</pre>`;
  return bundleHtml(Object(output.data) as Bundle, markdown);
}

const lines = (traceback: unknown): string => (Array.isArray(traceback) ? traceback.join("\n") : "");

/** The richest form that is known. */
function bundleHtml(data: Bundle, markdown?: SetMarkdown): string {
  const text = (type: string): string => joined(data[type]);
  const alt = escapeHtml(text("text/plain"));
  const image = IMAGES.find((type) => type in data);
  if (PLOTLY in data)
    return `<div class="figure" role="img" aria-label="${alt}">${image ? picture(image, text(image), "") : `<p>${alt}</p>`}</div>`;
  if ("text/html" in data)
    return `<div class="html" tabindex="0" role="group">${withoutScripts(text("text/html"))}</div>`;
  if (image) return picture(image, text(image), alt);
  if ("text/markdown" in data && markdown)
    return `<div class="markdown">${markdown(text("text/markdown"))}</div>`;
  return `<pre class="plain">${alt || escapeHtml(text("text/markdown") || text("text/latex") || JSON.stringify(data))}</pre>`;
}

function picture(type: string, content: string, alt: string): string {
  const address =
    type === "image/svg+xml"
      ? `data:${type},${encodeURIComponent(content)}`
      : `data:${type};base64,${content.replaceAll(/\s/g, "")}`;
  return `<img src="${address}" alt="${alt}">`;
}

/** The page's policy refuses scripts anyway; a screen reader would read an empty head as a head. */
const withoutScripts = (html: string): string =>
  html.replaceAll(/<script\b[^]*?<\/script>/gi, "").replaceAll(/<th\b[^>]*><\/th>/g, "<td></td>");
