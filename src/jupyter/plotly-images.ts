import type { Output } from "./outputs.js";

/** Adds a picture to every Plotly figure that has none, so that it is seen where no script runs. */
export async function addPlotlyImages(
  outputs: readonly Output[],
  renderImage: (figure: unknown) => Promise<Buffer>,
): Promise<void> {
  for (const output of outputs) {
    if (!("data" in output)) continue;
    const figure = output.data["application/vnd.plotly.v1+json"];
    if (figure === undefined || output.data["image/png"] !== undefined) continue;
    const image = (await renderImage(figure)).toString("base64");
    output.data = { ...output.data, "image/png": `${image}\n` };
  }
}
