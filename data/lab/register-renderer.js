/**
 * Runs in JupyterLab as a webpack federation module, after data/figures/draw.js: registers a renderer of charts.
 * @param name the extension's name
 */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- the call is appended
function registerRenderer(name) {
  const page = globalThis;
  const mime = "application/vnd.plotly.v1+json";
  const library = new URL("plotly.min.js", page.document.currentScript.src).href;
  let plotly;
  const load = () =>
    (plotly ??= new Promise((resolve, reject) => {
      const script = page.document.createElement("script");
      Object.assign(script, { src: library, onload: () => resolve(page.Plotly), onerror: reject });
      page.document.head.appendChild(script);
    }));
  const isDark = () => page.document.body.dataset.jpThemeLight === "false";
  const rendererOf = (Widget) => {
    const widget = new Widget();
    let drawn;
    widget.addClass("jp-RenderedPlotly");
    widget.renderModel = async (model) => {
      const figure = model.data[mime];
      if (drawn === JSON.stringify(figure)) return;
      drawn = JSON.stringify(figure);
      const host = page.document.createElement("div");
      widget.node.replaceChildren(host);
      const library = await load();
      keepDrawn(library, host, figure, isDark); // eslint-disable-line no-undef
      if (model.data["image/png"]) return;
      // Saved output is shown where no script runs.
      const { data, layout } = JSON.parse(JSON.stringify(figure));
      const size = { width: 900, height: layout.height ?? 500 };
      const image = await library.toImage({ data, layout }, { format: "png", ...size });
      model.setData({ data: { ...model.data, "image/png": image.slice(image.indexOf(",") + 1) } });
    };
    return widget;
  };
  let shared;
  (page._JUPYTERLAB ??= {})[name] = {
    init: (scope) => void (shared = scope),
    get: async () => {
      const [widgets] = Object.values(shared["@lumino/widgets"]);
      const { Widget } = (await widgets.get())();
      const rendererFactory = { safe: true, mimeTypes: [mime], createRenderer: () => rendererOf(Widget) };
      const id = "@jupyterlab/plotly-extension:factory";
      return () => ({ __esModule: true, default: [{ id, rendererFactory, rank: 1, dataType: "json" }] });
    },
  };
}
