import { expect } from "chai";
import { addPlotlyImages } from "../../src/jupyter/run/plotly-images.js";

const PLOTLY = "application/vnd.plotly.v1+json";
const figure = { data: [{ x: [1, 2], name: "a" }], layout: { height: 300 } };

/** The bundle that a figure comes to beside these stored outputs, and how many pictures were drawn for it. */
async function drawn(stored: Record<string, unknown>[], html = "<p>own</p>") {
  const bundle = { [PLOTLY]: figure, "text/html": html };
  const output = { output_type: "display_data" as const, data: bundle, metadata: {} };
  let pictures = 0;
  await addPlotlyImages([output], stored, () => {
    pictures++;
    return Promise.resolve(Buffer.from("new"));
  });
  return { data: output.data as Record<string, unknown>, pictures };
}
const stored = (shown: object, image: unknown) => ({ data: { [PLOTLY]: shown, "image/png": image } });

describe("the picture of a figure", () => {
  it("is drawn where none is stored, or that of another figure", async () => {
    const other = stored({ ...figure, layout: { height: 301 } }, "b3RoZXI=\n");
    for (const outputs of [[], [other], [{ data: { [PLOTLY]: figure } }], [{ text: "none" }]]) {
      const { data, pictures } = await drawn(outputs);
      expect([data["image/png"], pictures]).to.deep.equal(["bmV3\n", 1]);
    }
  });

  it("is the stored one of the same figure, whatever the order of its keys", async () => {
    const same = { layout: { height: 300 }, data: [{ name: "a", x: [1, 2] }] };
    for (const image of ["b2xk\n", ["b2xk\n"]]) {
      const { data, pictures } = await drawn([stored({ data: [] }, "eA==\n"), stored(same, image)]);
      expect([data["image/png"], pictures]).to.deep.equal(["b2xk\n", 0]);
    }
  });

  it("is drawn in place of the one that JupyterLab took of its window", async () => {
    const { data } = stored(figure, "d2luZG93\n");
    const live = '<div id="1" class="chart live-only"></div>';
    for (const html of [live, [live]]) {
      const { pictures } = await drawn([{ data: { ...data, "text/html": html } }]);
      expect(pictures).to.equal(1);
    }
  });

  it("takes the place of HTML that only a live page draws, and of no other", async () => {
    expect((await drawn([])).data["text/html"]).to.equal("<p>own</p>");
    expect((await drawn([], '<div id="1" class="chart live-only"></div>')).data).to.not.have.property(
      "text/html",
    );
  });
});
