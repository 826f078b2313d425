import { expect } from "chai";
import { createRequire } from "node:module";
import { DataFrame } from "../../src/helper/table/data-frame.js";
import { progress } from "../../src/show/progress.js";
import { mimeBundle, show, sideBySide } from "../../src/show/show.js";

interface Written {
  data: Record<string, unknown>;
  transient: { display_id?: string };
}

/** Does something while a kernel seems to listen, and returns what that kernel was given with whether it is an update. */
function withKernel(act: () => void): [Written, boolean][] {
  const written: [Written, boolean][] = [];
  const { cache } = createRequire(import.meta.url);
  const place = "/elsewhere/tslab/dist/jupyter.js";
  const exports = { lastWriteDisplayData: (data: Written, update: boolean) => written.push([data, update]) };
  cache[place] = { exports } as unknown as NodeJS.Module;
  try {
    act();
  } finally {
    Reflect.deleteProperty(cache, place);
  }
  return written;
}

/** What is written to the console meanwhile. */
function printed(act: () => void): string[] {
  const lines: string[] = [];
  const { log } = console;
  console.log = (line: string) => void lines.push(line);
  try {
    act();
  } finally {
    console.log = log;
  }
  return lines;
}

describe("a person's own Plotly figure", () => {
  const own = {
    data: [{ type: "bar", x: ["a", "b"], y: [1, 2], name: "mine" }],
    layout: { title: "My own title", xaxis: { title: "letters" }, font: { size: 30 } },
  };
  /* eslint-disable-next-line @typescript-eslint/no-explicit-any */
  const shown = mimeBundle(own)["application/vnd.plotly.v1+json"] as Record<string, any>;

  it("is drawn without a layout, too, as Plotly does", () => {
    const [[written]] = withKernel(() => show({ data: own.data })) as [[Written, boolean]];
    expect(written.data).to.include.keys("application/vnd.plotly.v1+json");
    const [[table]] = withKernel(() => show({ data: [{ year: 2024 }] })) as [[Written, boolean]];
    expect(table.data).not.to.include.keys("application/vnd.plotly.v1+json");
  });

  it("keeps its headings, also as the strings that Plotly no longer draws, and its own settings", () => {
    expect(shown.layout.title).to.deep.equal({ text: "My own title" });
    expect(shown.layout.xaxis.title).to.deep.equal({ text: "letters" });
    expect(shown.layout.font).to.deep.equal({ size: 30 });
    expect(own.layout.title).to.equal("My own title");
  });

  it("gets the style of all others, below what it sets itself", () => {
    expect(shown.layout.template.layout.font.family).to.contain("DejaVu Sans");
    expect(shown.config).to.deep.include({ responsive: true });
    expect(shown.data).to.deep.equal(own.data);
  });

  it("has ticks at its years where Plotly would print 2,019.5, unless it sets its own", () => {
    const axisOf = (x: unknown[], xaxis?: object) =>
      (mimeBundle({ data: [{ x, y: x }], layout: { ...(xaxis && { xaxis }) } })["application/vnd.plotly.v1+json"] as typeof own).layout.xaxis; // prettier-ignore
    expect(axisOf([2022, 2018, 2020])).to.deep.equal({ tickvals: [2018, 2020, 2022] });
    expect(axisOf([2018, 2020], { title: { text: "year" } })).to.deep.equal({ tickvals: [2018, 2020], title: { text: "year" } }); // prettier-ignore
    expect(axisOf([2018, 2020], { dtick: 2 })).to.deep.equal({ dtick: 2 });
    for (const others of [[1990, 2020], [2018.5, 2020], [1, 2], ["a", "b"], []]) expect(axisOf(others)).to.equal(undefined); // prettier-ignore
  });

  it("may hold columns of a table", () => {
    const { x } = new DataFrame({ x: [1, 2] });
    const bundle = mimeBundle({ data: [{ x, y: x }], layout: {} })["application/vnd.plotly.v1+json"];
    expect((bundle as typeof own).data).to.deep.equal([{ x: [1, 2], y: [1, 2] }]);
  });

  it("is told in words by its title, without one by its series", () => {
    expect(mimeBundle(own)["text/plain"]).to.equal("[My own title]");
    expect(mimeBundle({ data: own.data, layout: {} })["text/plain"]).to.equal("[bar mine]");
  });
});

describe("show", () => {
  it("hands the kernel one output in all its forms", () => {
    const written = withKernel(() => {
      show({ a: [1] });
      sideBySide({ a: [1], b: [2] }, { a: [1], b: [3] });
    });
    const [table, compared] = written.map(([{ data }]) => data);
    expect(Object.keys(table!)).to.deep.equal(["text/html", "text/latex", "text/plain"]);
    expect(compared!["text/plain"]).to.contain("[2]").and.to.contain("[3]");
    expect(written).to.have.length(2);
  });

  it("writes plain text where no kernel listens", () => {
    expect(printed(() => show({ a: [1, 2] }))).to.deep.equal(["a\n-\n1\n2"]);
    expect(printed(() => show({ data: [], layout: { title: { text: "A <b>chart</b>" } } }))).to.deep.equal([
      "[A  chart]",
    ]);
  });

  it("shows a plain list as a column", () => {
    expect(mimeBundle(["a", "b"])["text/plain"]).to.equal("Value\n-----\na\nb");
  });

  it("shows text as text, and as Markdown when told so", () => {
    expect(mimeBundle("*a*")).to.deep.equal({ "text/plain": "*a*" });
    expect(mimeBundle("*a*", { markdown: true })).to.deep.equal({
      "text/markdown": "*a*",
      "text/plain": "*a*",
    });
    expect(mimeBundle([])).to.deep.equal({ "text/plain": "an array of length 0" });
    expect(mimeBundle(3)).to.deep.equal({ "text/plain": "3" });
  });
});

describe("progress", () => {
  it("writes one line over and over, and nothing outside a notebook", () => {
    const written = withKernel(() => {
      const tell = progress("shuffles");
      tell(500, 10_000);
      tell(10_000, 10_000);
    });
    expect(written.map(([{ data }]) => data["text/plain"])).to.deep.equal(["500 of 10,000 shuffles", "10,000 of 10,000 shuffles"]); // prettier-ignore
    expect(written.map(([, update]) => update)).to.deep.equal([false, true]);
    expect(written[0]![0].transient.display_id).to.equal(written[1]![0].transient.display_id);
    expect(printed(() => progress("shuffles")(1, 2))).to.deep.equal([]);
  });
});
