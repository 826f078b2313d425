import { expect } from "chai";
import { DARK, inDark, onPhone } from "../../data/figures/draw.js";
import type { PlotlyObject } from "../../src/figures/figure.js";
import { smallMultiples } from "../../src/figures/small-multiples.js";
import { indexSeries } from "../../src/figures/series-lines.js";
import { COLOURS } from "../../src/figures/theme.js";
import { SPECIMENS } from "./specimens.js";

const YEARS = [2005, 2008, 2010, 2012, 2014, 2016, 2018, 2020, 2022, 2024];
const TITLE = "A heading that is far too long for the width of a telephone";

describe("a figure on a phone", () => {
  const figure = indexSeries({ year: YEARS, EGDI: YEARS.map((year) => year / 3000) }, { title: TITLE });
  const { layout, config } = onPhone(figure, 360) as { layout: Record<string, any>; config: PlotlyObject }; // eslint-disable-line @typescript-eslint/no-explicit-any

  it("has three or four years on its axis, the last among them", () => {
    expect(layout.xaxis.tickvals).to.deep.equal([2005, 2012, 2018, 2024]);
  });

  it("wraps its heading, and has room for its lines", () => {
    const lines = layout.title.text.split("<br>") as string[];
    expect(lines.join(" ")).to.equal(TITLE);
    for (const line of lines) expect(line.length).to.be.at.most(36);
    expect(layout.margin.t).to.be.at.least(20 * lines.length);
  });

  it("has the name of a line inside, and no buttons", () => {
    expect(layout.margin.r).to.be.within(30, 80);
    expect(config.displayModeBar).to.equal(false);
  });

  it("leaves the figure itself as it was", () => {
    expect((figure.layout.xaxis as { tickvals: number[] }).tickvals.length).to.be.above(4);
  });

  it("has panels two in a row, none over another", () => {
    const wide = smallMultiples(["a", "b", "c", "d", "e"].map((name) => ({ name, x: [1, 2], y: [1, 2] })));
    const phone = (onPhone(wide, 360) as typeof wide).layout as Record<string, { domain: number[] }>;
    const domains = ["", "2", "3", "4", "5"].map((key) => [
      phone[`xaxis${key}`]!.domain,
      phone[`yaxis${key}`]!.domain,
    ]);
    expect(domains.map(([x]) => x![0])).to.deep.equal([0, 0.52, 0, 0.52, 0]);
    const rows = [domains[0]![1]!, domains[2]![1]!, domains[4]![1]!];
    expect(rows[0]![1]).to.be.closeTo(1, 1e-9);
    expect(rows[0]![0]).to.be.above(rows[1]![1]!);
    expect(rows[1]![0]).to.be.above(rows[2]![1]!);
    expect(rows[2]![0]).to.equal(0);
  });
});

describe("a figure in the dark", () => {
  it("turns grounds and letters, and leaves colours that tell series apart, and what is written on them", () => {
    const bars = SPECIMENS.verdictsByExhibit!();
    const dark = inDark(bars) as typeof bars;
    const { paper_bgcolor, font } = (dark.layout.template as { layout: { paper_bgcolor: string; font: { color: string } } }).layout; // prettier-ignore
    expect([paper_bgcolor, font.color]).to.deep.equal(["#16181c", "#e4e6ea"]);
    expect(dark.data.map(({ marker }) => (marker as { color: string }).color)).to.deep.equal(
      bars.data.map(({ marker }) => (marker as { color: string }).color),
    );
    expect(dark.data[0]!.textfont).to.deep.equal(bars.data[0]!.textfont);
    for (const colour of [COLOURS.vermillion, COLOURS.green, COLOURS.orange])
      expect((DARK as Record<string, string>)[colour]).to.equal(undefined);
  });
});
