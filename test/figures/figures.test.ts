import { expect } from "chai";
import { correlationHeatMap } from "../../src/figures/correlation-heat-map.js";
import { altText, type Figure, type PlotlyObject } from "../../src/figures/figure.js";
import { forecastFan } from "../../src/figures/forecast-fan.js";
import { movingTotals } from "../../src/figures/moving-totals.js";
import { printedTrend } from "../../src/figures/printed-trend.js";
import { rSquaredHistogram } from "../../src/figures/r-squared-histogram.js";
import { endLabels, rankLines } from "../../src/figures/series-lines.js";
import { seriesStyle, SERIES } from "../../src/figures/theme.js";
import { verdictsByExhibit } from "../../src/figures/verdicts-by-exhibit.js";
import { FORECASTS, JUDGED, POINTS, RANKS, SPECIMENS, TABLE } from "./specimens.js";

interface Slider {
  active: number;
  steps: { label: string; args: [PlotlyObject, PlotlyObject] }[];
}
const sliderOf = (figure: Figure): Slider => (figure.layout.sliders as Slider[])[0]!;
const axisOf = (figure: Figure, name: string) =>
  figure.layout[name] as { range: number[]; tickvals: number[] };
const hovers = (figure: Figure, trace: number) => figure.data[trace]!.customdata as string[];

describe("rankLines", () => {
  it("turns the axis: rank 1 stands above all others, and is marked", () => {
    const { range, tickvals } = axisOf(rankLines(RANKS), "yaxis");
    expect(range[0]).to.be.above(46);
    expect(range[1]).to.be.below(1);
    expect(tickvals[0]).to.equal(1);
  });

  it("leaves a gap where a rank is missing", () => {
    const { data } = rankLines(RANKS);
    expect(data[1]!.y).to.deep.equal([18, 2, null]);
    expect(data[1]!.connectgaps).to.equal(false);
  });

  it("says of a column that holds text which one it is", () => {
    expect(() => rankLines({ year: [2010], EGDI: ["46th"] })).to.throw(
      /^rankLines requires column "EGDI" to hold numbers, got "46th" in row 0$/,
    );
    expect(() => rankLines(RANKS, { columns: ["NRI"] })).to.throw(
      /^rankLines found no column "NRI"; there are "year", /,
    );
  });
});

describe("movingTotals", () => {
  /** y = T² has totals of three 3T² + 2: by hand 14, 29, 50; their line is 18 T - 23. */
  const squares = {
    year: [1, 2, 3, 4, 5],
    T: [1, 2, 3, 4, 5],
    EGDI: [1, 4, 9, 16, 25],
    m3: [null, 14, 29, 50, null],
  };
  const figure = movingTotals(squares, { widths: [1, 3], start: 3, exhibit: "Table 5" });

  it("draws the totals and fits the line anew at each width", () => {
    expect(figure.data[2]!.y).to.deep.equal([null, 14, 29, 50, null]);
    const titles = sliderOf(figure).steps.map(({ args }) => args[1]["title.text"]);
    expect(titles[0]).to.equal("m = 1: y = 6.0000 T − 7.0000, R² = 0.9626");
    expect(titles[1]).to.match(/^m = 3: y = 18\.0000 T − 23\.0000, R² = 0\.9/);
  });

  it("shows one width at a time, the asked one first", () => {
    expect(figure.data.map((trace) => trace.visible)).to.deep.equal([false, false, true, true]);
    expect(sliderOf(figure).steps[0]!.args[0].visible).to.deep.equal([true, true, false, false]);
  });

  it("names exhibit, edition, printed and recomputed value", () => {
    expect(hovers(figure, 2)[1]).to.equal(
      "<b>Table 5</b><br>m = 3, 2<br>printed: 14.0000<br>recomputed: 14.0000",
    );
  });
});

describe("correlationHeatMap", () => {
  it("leaves out the edition that the slider names", () => {
    const odd = { year: [2010, 2012, 2014], a: [1, 2, 3], b: [1, 2, -9] };
    const figure = correlationHeatMap(odd);
    const { steps } = sliderOf(figure);
    expect(steps.map((step) => step.label)).to.deep.equal(["none", "2010", "2012", "2014"]);
    const text = (at: number) => (steps[at]!.args[0].text as string[][])[0]![1];
    expect([text(1), text(2), text(3)]).to.deep.equal(["-1.000", "-1.000", "1.000"]);
  });

  it("writes each correlation into its square and into the description", () => {
    const figure = SPECIMENS["correlationHeatMap of a matrix"]!();
    expect(figure.data[0]!.text).to.deep.equal(["1.000", "-0.500", "-0.500", "1.000"]);
    expect(altText(figure)).to.equal("Title: c–a -0.500");
  });
});

describe("forecastFan", () => {
  it("shows with each step one forecast more, and its band begins with the first", () => {
    const { steps, active } = sliderOf(forecastFan(POINTS, FORECASTS));
    expect(active).to.equal(1);
    expect((steps[0]!.args[0].x as number[][])[1]).to.deep.equal([5]);
    expect((steps[1]!.args[0].y as number[][])[0]).to.deep.equal([1.5, 1.9, 1.1, 1]);
  });

  it("refuses to draw nothing", () => {
    expect(() => forecastFan([], FORECASTS)).to.throw(
      /^forecastFan requires a history of at least one point, got 0$/,
    );
    expect(() => forecastFan(POINTS, [])).to.throw(/^forecastFan requires at least one forecast, got 0$/);
  });
});

describe("printedTrend", () => {
  const line = { slope: 0.5, intercept: -1, rSquared: 0.25 };

  it("writes the equation with its sign, and R²", () => {
    const figure = printedTrend([{ x: 4, y: 2, edition: 2012, printed: 1.9 }], {
      line,
      exhibit: "Figure 1",
      decimals: 1,
    });
    expect((figure.layout.annotations as { text: string }[])[0]!.text).to.equal(
      "y = 0.5 x − 1.0<br>R² = 0.3",
    );
    expect(hovers(figure, 0)[0]).to.equal(
      "<b>Figure 1</b><br>m=5, 2012<br>printed: 1.9<br>recomputed: 2.0<br>trend line: 1.0",
    );
  });

  it("draws forecasts hollow, apart from the points of the fit", () => {
    const { data } = printedTrend(POINTS, { line, forecasts: [{ x: 5, y: 1.25 }] });
    expect(data.map((trace) => trace.name)).to.deep.equal(["m=5", "trend line", "forecast"]);
    expect((data[2]!.marker as { color: string }).color).to.equal("#ffffff");
  });
});

describe("rSquaredHistogram", () => {
  it("counts every simulation once and says how many reach the observed value", () => {
    const { data, layout } = rSquaredHistogram([0.1, 0.5, 0.9, 1], { observed: 0.9, bins: 10 });
    expect(data[0]!.y).to.deep.equal([0, 1, 0, 0, 0, 1, 0, 0, 0, 2]);
    expect((layout.annotations as { text: string }[])[0]!.text).to.contain("50.0 %");
  });
});

describe("verdictsByExhibit", () => {
  it("counts verdicts by exhibit, in the order of the verdicts, with signs and counts in the legend", () => {
    const { data } = verdictsByExhibit(JUDGED);
    expect(data.map((trace) => [trace.name, trace.x])).to.deep.equal([
      ["✓ reproduced (2)", [2, 0]],
      ["↔ mislabelled (1)", [1, 0]],
      ["✗ impossible (1)", [0, 1]],
    ]);
  });
});

describe("the look of series", () => {
  it("differs in colour and in sign, so that neither must be seen", () => {
    for (const key of ["colour", "symbol"] as const)
      expect(new Set(SERIES.map((style) => style[key])).size, key).to.equal(SERIES.length);
    expect(seriesStyle(SERIES.length)).to.equal(SERIES[0]);
  });

  it("keeps names at line ends apart", () => {
    const ends = [1, 1.01, 1.02].map((y) => ({ text: String(y), x: 2020, y, colour: "#000000" }));
    const heights = endLabels(ends, 0.5).map((one) => one.y as number);
    expect(heights[1]! - heights[0]!).to.be.closeTo(0.5, 1e-9);
    expect(heights[2]! - heights[1]!).to.be.closeTo(0.5, 1e-9);
  });

  it("escapes what the data bring into a hover text", () => {
    const figure = SPECIMENS.indexSeries!();
    expect(hovers(figure, 0)[0]).to.equal("<b>Table 3</b><br>a, 2010<br>printed: 0.1<br>recomputed: 0.1");
    const sly = rankLines({ year: [2010], "<img>": [1] }, { exhibit: "<b" });
    expect(hovers(sly, 0)[0]).to.equal("<b>&lt;b</b><br>&lt;img&gt;, 2010<br>printed: 1");
  });

  it("has a gap where a value is missing", () => {
    expect(SPECIMENS.indexSeries!().data[1]!.y).to.deep.equal(TABLE.b);
  });
});
