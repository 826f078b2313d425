import { isDeepStrictEqual } from "node:util";
import { joinLines, type NotebookOutput } from "../notebook/outputs.js";

const PLOTLY = "application/vnd.plotly.v1+json";

/** The class that marks HTML in which a script draws the figure. */
const LIVE_ONLY = /^<div [^>]*class="[^"]*\blive-only\b/;

/**
 * Adds a picture to every Plotly figure that lacks one, for viewers that run no scripts: the stored picture if the cell
 * showed the same figure before, otherwise a new one. HTML for live pages is then left out, since most viewers would
 * prefer it to the picture, strip its script and show nothing.
 *
 * @param stored the cell's outputs before it ran, in nbformat's form
 */
export async function addPlotlyImages(
  outputs: readonly NotebookOutput[],
  stored: readonly Record<string, unknown>[],
  renderImage: (figure: unknown) => Promise<Uint8Array>,
): Promise<void> {
  for (const output of outputs) {
    if (!("data" in output)) continue;
    const figure = output.data[PLOTLY];
    if (figure === undefined || output.data["image/png"] !== undefined) continue;
    const image =
      storedImage(figure, stored) ?? `${Buffer.from(await renderImage(figure)).toString("base64")}\n`;
    const { "text/html": html, ...rest } = output.data;
    const kept = html === undefined || LIVE_ONLY.test(String(html)) ? {} : { "text/html": html };
    output.data = { ...rest, ...kept, "image/png": image };
  }
}

/** Beside HTML for live pages stands the picture that JupyterLab took of its window, of any size. */
function storedImage(figure: unknown, stored: readonly Record<string, unknown>[]): string | undefined {
  const same = stored.find(({ data }) => {
    const bundle = Object(data) as Record<string, unknown>;
    const isOfWindow = LIVE_ONLY.test(joinLines(bundle["text/html"] ?? ""));
    return "image/png" in bundle && !isOfWindow && isDeepStrictEqual(bundle[PLOTLY], figure);
  });
  return same && joinLines((same.data as Record<string, unknown>)["image/png"]);
}
