/**
 * Draws figures on a page, with colors for its theme and a layout for its width. The text of this file goes into pages
 * that have none of our code: into outputs, and into JupyterLab's extension.
 */
/** Replacement colors for a dark background; colors that distinguish series stay. */
export const DARK = {
  "#ffffff": "#16181c",
  "rgba(255,255,255,0.85)": "rgba(22,24,28,0.85)",
  "#e3e3e3": "#33373e",
  "#bbbbbb": "#4a4f57",
  "#b5b5b5": "#6b7079",
  "#888888": "#8a8f98",
  "#767676": "#a3abb8",
  "#333333": "#d0d3d8",
  "#222222": "#e4e6ea",
  "#000000": "#f2f2f2",
  "#0072b2": "#3f9fdc",
};

/** A figure with the colors for a dark background, except text on colored marks and the colors of a scale. */
export function inDark(figure) {
  const turned = (value) => {
    if (typeof value === "string") return DARK[value] ?? value;
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== "object" || value === null) return value;
    const stays = ["textfont", "colorscale"];
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, stays.includes(key) ? part : turned(part)]),
    );
  };
  return turned(figure);
}

/**
 * A figure for a phone: heading wrapped, three or four ticks, line names inside, legend below, two panels per row, no
 * buttons.
 */
export function onPhone(figure, width) {
  const { data, layout, config, ...rest } = JSON.parse(JSON.stringify(figure));
  const room = Math.floor((width - 16) / 9.5);
  const lines = new RegExp(`(.{1,${room}})(\\s+|$)`, "g");
  const wrapped = (text) =>
    text
      .replace(/ ?<br> ?/g, "\n")
      .replace(lines, "$1<br>")
      .slice(0, -4);
  const small = (part, size) => {
    if (part) part.font = { ...part.font, size: Math.min(size, part.font?.size ?? size) };
  };
  const heading = layout.title?.text ? wrapped(layout.title.text) : "";
  layout.title = { ...layout.title, text: heading };
  small(layout.title, 16);
  small(layout, 12);
  layout.margin = { ...layout.margin, l: 45, r: 14, t: 24 + 20 * heading.split("<br>").length };
  const inside = { orientation: "v", x: 0.02, y: 0.98, yanchor: "top", bgcolor: "rgba(255,255,255,0.85)" };
  layout.legend = { ...layout.legend, ...(layout.sliders ? inside : { y: -0.22, yanchor: "top" }) };
  const across = Object.keys(layout).filter((key) => /^xaxis\d*$/.test(key));
  const isGrid = new Set(across.map((key) => String(layout[key].domain))).size > 2;
  const [rows, gap] = [Math.ceil(across.length / 2), 0.05];
  across.forEach((key, at) => {
    const [x, y] = [layout[key], layout[key.replace("x", "y")] ?? {}];
    if (x.tickvals && !x.ticktext) {
      const step = Math.ceil(x.tickvals.length / 4);
      x.tickvals = x.tickvals.filter((_, i) => (x.tickvals.length - 1 - i) % step === 0);
    } else Object.assign(x, { dtick: undefined, nticks: isGrid ? 3 : 5 });
    if (!isGrid) return;
    const [left, row] = [(at % 2) * 0.52, rows - 1 - Math.floor(at / 2)];
    const height = (1 - gap * (rows - 1)) / rows;
    Object.assign(x, { domain: [left, left + 0.48], showticklabels: at + 2 >= across.length });
    y.domain = [row * (height + gap), row * (height + gap) + height];
    y.showticklabels = at % 2 === 0;
  });
  if (isGrid) layout.height = 110 * rows + 120;
  for (const note of layout.annotations ?? []) {
    small(note, 13);
    // The name at a line's end, between <b> and </b>.
    if (note.xshift === 12) layout.margin.r = Math.max(layout.margin.r, 8.5 * (note.text.length - 7) + 20);
  }
  for (const slider of layout.sliders ?? []) {
    small(slider, 11);
    small(slider.currentvalue, 13);
    for (const { args } of slider.steps)
      if (args[1]["title.text"]) args[1]["title.text"] = wrapped(args[1]["title.text"]);
  }
  for (const trace of data) {
    if (trace.textfont) trace.textfont.size = Math.min(13, trace.textfont.size ?? 13);
    if (trace.marker?.showscale) trace.marker.showscale = false;
  }
  return { ...rest, data, layout, config: { ...config, displayModeBar: false } };
}

/**
 * Draws a figure in its place, and redraws it when the page turns dark or light, narrow or wide.
 * @param isDark whether the page has a dark background now
 */
export function keepDrawn(plotly, host, figure, isDark) {
  let drawn = "";
  let before = 0;
  const draw = () => {
    // An element without width is not on the page yet, or is folded, or the page's theme is about to change.
    const width = host.clientWidth || before;
    if (width === 0 && globalThis.ResizeObserver) return;
    const [dark, narrow] = [isDark(), width > 0 && width < 600];
    if (drawn === `${dark} ${narrow}`) {
      if (width !== before) void plotly.Plots?.resize(host);
      before = width;
      return;
    }
    [drawn, before] = [`${dark} ${narrow}`, width];
    const laidOut = narrow ? onPhone(figure, width) : JSON.parse(JSON.stringify(figure));
    host.style.height = `${laidOut.layout.height ?? 500}px`;
    void plotly.newPlot(host, dark ? inDark(laidOut) : laidOut);
  };
  draw();
  if (globalThis.ResizeObserver) new globalThis.ResizeObserver(draw).observe(host);
  const body = globalThis.document.body;
  new globalThis.MutationObserver(draw).observe(body, { attributeFilter: ["data-jp-theme-light"] });
  globalThis.matchMedia?.("(prefers-color-scheme: dark)").addEventListener("change", draw);
}

/**
 * Draws a figure into the element `id` once a Plotly is found: one that is already loaded; else the project's own copy,
 * requested from the Jupyter server's `files/` in the notebook's folder and each folder above it; else, for a page on
 * disk, one next to the page. If there is none, the element keeps its description.
 */
export function drawInPage(id, figure) {
  const page = globalThis;
  const file = "node_modules/plotly.js-dist-min/plotly.min.js";
  const places = [];
  const config = page.document.getElementById("jupyter-config-data");
  if (config) {
    const base = JSON.parse(config.textContent).baseUrl;
    const path = decodeURIComponent(page.location.pathname)
      .replace(/^.*?\/(tree|notebooks|doc)\//, "")
      .split("/");
    for (let depth = path.length - 1; depth >= 0; depth--)
      places.push([`${base}files`.replace(/\/+/g, "/"), ...path.slice(0, depth), file].join("/"));
  } else if (page.location.protocol === "file:") {
    for (const up of ["", "../", "../../"]) places.push(up + file);
  }
  const load = (at) => {
    if (page.Plotly) return Promise.resolve(page.Plotly);
    if (at >= places.length) return Promise.reject(new Error("no plotly.js here"));
    return new Promise((resolve, reject) => {
      const script = page.document.createElement("script");
      script.src = places[at];
      script.onload = () => resolve(page.Plotly);
      script.onerror = reject;
      page.document.head.appendChild(script);
    }).catch(() => load(at + 1));
  };
  page.egovKzPlotly ??= load(0);
  page.egovKzPlotly.then(
    (plotly) => {
      const host = page.document.getElementById(id);
      if (!host) return;
      host.textContent = "";
      keepDrawn(plotly, host, figure, () => page.document.body.dataset.jpThemeLight === "false");
    },
    () => undefined,
  );
}
