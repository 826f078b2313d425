import type { Output } from "./outputs.js";

/** HTML that draws the figure by a script says so by this class. */
const LIVE_ONLY = /^<div [^>]*class="[^"]*\blive-only\b/;

/**
 * Adds a picture to every Plotly figure that has none, so that it is seen where no script runs. HTML for live pages
 * only is left out then: most viewers would prefer it to the picture, strip its script and show nothing.
 */
export async function addPlotlyImages(
  outputs: readonly Output[],
  renderImage: (figure: unknown) => Promise<Uint8Array>,
): Promise<void> {
  for (const output of outputs) {
    if (!("data" in output)) continue;
    const figure = output.data["application/vnd.plotly.v1+json"];
    if (figure === undefined || output.data["image/png"] !== undefined) continue;
    const image = Buffer.from(await renderImage(figure)).toString("base64");
    const { "text/html": html, ...rest } = output.data;
    const kept = html === undefined || LIVE_ONLY.test(String(html)) ? {} : { "text/html": html };
    output.data = { ...rest, ...kept, "image/png": `${image}\n` };
  }
}
