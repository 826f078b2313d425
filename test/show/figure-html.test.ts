import { expect } from "chai";
import { createRequire } from "node:module";
import { indexSeries } from "../../src/figures/series-lines.js";
import { addPlotlyImages } from "../../src/jupyter/run/plotly-images.js";
import { figureHtml } from "../../src/show/figure-html.js";
import { mimeBundle } from "../../src/show/show.js";

/* eslint-disable @typescript-eslint/no-explicit-any */
const { JSDOM } = createRequire(import.meta.url)("jsdom") as any;
const figure = indexSeries(
  { year: [2018, 2020], EGDI: [0.5, 0.6] },
  { title: "</script><b>&", alt: 'It "rises" <fast>' },
);
const LAB = '<script id="jupyter-config-data" type="application/json">{"baseUrl": "/user/a/"}</script>';

/** Opens a page with the figure in it; a script that the page asks for is "there" when `has` says so. */
async function open(url: string, head: string, has: (path: string) => boolean = () => false) {
  const asked: string[] = [];
  const drawn: any[] = [];
  const dom = new JSDOM(`<head>${head}</head><body>${figureHtml(figure, "f1")}</body>`, {
    url,
    runScripts: "dangerously",
    beforeParse(window: any) {
      const plotly = { newPlot: (...args: any[]) => drawn.push(args) };
      if (head.includes("present")) window.Plotly = plotly;
      const append = window.Node.prototype.appendChild;
      window.Node.prototype.appendChild = function (this: unknown, node: any) {
        if (!node.src) return append.call(this, node);
        asked.push(node.getAttribute("src"));
        if (has(asked.at(-1)!)) window.Plotly = plotly;
        queueMicrotask(has(asked.at(-1)!) ? node.onload : node.onerror);
        return node;
      };
    },
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  return { asked, drawn, body: dom.window.document.body, host: dom.window.document.getElementById("f1") };
}

describe("a figure's HTML", () => {
  it("draws at once where a Plotly is there, as high as the figure asks", async () => {
    const { asked, drawn, host } = await open("http://localhost/lab", '<meta name="present">');
    expect(asked).to.deep.equal([]);
    expect(JSON.parse(JSON.stringify(drawn[0][1].data))).to.deep.equal(figure.data);
    expect(host.style.height).to.equal("500px");
  });

  it("follows JupyterLab's theme, and is drawn again when that changes", async () => {
    const { drawn, body } = await open("http://localhost/lab", '<meta name="present">');
    const grounds = () => drawn.map(([, { layout }]) => layout.template.layout.paper_bgcolor);
    expect(grounds()).to.deep.equal(["#ffffff"]);
    for (const light of ["false", "true"]) {
      body.dataset.jpThemeLight = light;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(grounds()).to.deep.equal(["#ffffff", "#16181c", "#ffffff"]);
    expect(drawn[1][1].layout.template.layout.font.color).to.equal("#e4e6ea");
  });

  it("asks the Jupyter server, from the notebook's folder up to its root", async () => {
    const lab = "http://localhost/user/a/lab/tree/papers/kz/notebooks/06%20b.ipynb";
    const file = "node_modules/plotly.js-dist-min/plotly.min.js";
    const { asked, drawn } = await open(lab, LAB, (path) => path === `/user/a/files/papers/kz/${file}`);
    expect(asked).to.deep.equal([
      `/user/a/files/papers/kz/notebooks/${file}`,
      `/user/a/files/papers/kz/${file}`,
    ]);
    expect(drawn).to.have.length(1);
  });

  it("looks beside a page on disk", async () => {
    const { asked, drawn } = await open("file:///home/a/report/page.html", "", (path) =>
      path.startsWith("../"),
    );
    expect(asked).to.deep.equal([
      "node_modules/plotly.js-dist-min/plotly.min.js",
      "../node_modules/plotly.js-dist-min/plotly.min.js",
    ]);
    expect(drawn).to.have.length(1);
  });

  it("keeps its description where no Plotly can be had, and asks no other server for one", async () => {
    const { asked, drawn, host } = await open("https://example.org/page.html", "");
    expect([asked, drawn]).to.deep.equal([[], []]);
    expect(host.textContent).to.equal('It "rises" <fast>');
    expect(host.getAttribute("aria-label")).to.equal('It "rises" <fast>');
  });

  it("lets no text of the figure end its script", () => {
    expect(figureHtml(figure, "f1").match(/<\/script>/g)).to.have.length(1);
  });

  it("is small: the library is not in it", () => {
    expect(figureHtml(figure, "f1").length).to.be.below(9000);
  });

  it("gives way to the picture in an executed notebook; other HTML does not", async () => {
    const other = { "application/vnd.plotly.v1+json": {}, "text/html": "<div>mine</div>", "text/plain": "f" };
    const outputs = [mimeBundle(figure), other].map((data) => ({
      output_type: "display_data" as const,
      metadata: {},
      data,
    }));
    await addPlotlyImages(outputs as any, [], () => Promise.resolve(Buffer.from("png")));
    expect(outputs.map(({ data }) => Object.keys(data).sort())).to.deep.equal([
      ["application/vnd.plotly.v1+json", "image/png", "text/plain"],
      ["application/vnd.plotly.v1+json", "image/png", "text/html", "text/plain"],
    ]);
    expect(outputs[0]!.data["text/plain"]).to.equal('[It "rises" <fast>]');
  });
});
