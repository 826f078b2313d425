import type { Judged } from "../ledger/claim.js";
import { altText, type Figure } from "../figures/figure.js";
import { indexSeries } from "../figures/series-lines.js";
import { figureToPng } from "../figures/png/png.js";
import { printedTrend } from "../figures/printed-trend.js";
import { verdictsByExhibit } from "../figures/verdicts-by-exhibit.js";
import { loadOfficial } from "../egov/official.js";
import { loadPaper } from "../paper/paper.js";
import { linearTrend } from "../helper/statistics/linear-trend.js";
import { dataFrame, numbers, toRecords } from "../helper/table/table.js";
import { text } from "../base/text.js";
import type { ReportFigure } from "./content.js";

/** The report's pictures, drawn from the verdicts and the data. */
export async function reportFigures(judged: readonly Judged[]): Promise<ReportFigure[]> {
  const figures: [string, Figure][] = [
    ["verdicts.internal", verdictsByExhibit(judged, { side: "internal" })],
    ["verdicts.source", verdictsByExhibit(judged, { side: "source" })],
    ["indexTwice", indexTwice()],
    ["trend", figureOne()],
  ];
  const made: ReportFigure[] = [];
  for (const [key, figure] of figures)
    made.push({ title: text(`figure.${key}`), alt: altText(figure), png: await figureToPng(figure) });
  return made;
}

function indexTwice(): Figure {
  const printed = loadPaper().table3;
  const official = toRecords(loadOfficial());
  const year = numbers(printed, "year");
  const published = year.map((one) => official.find((row) => row["year"] === one)!["EGDI"]);
  return indexSeries(dataFrame({ year, "Table 3": numbers(printed, "EGDI"), published }), {
    title: "EGDI, printed and published",
    decimals: 4,
  });
}

function figureOne(): Figure {
  const points = toRecords(loadPaper().table5)
    .filter((row) => !Number.isNaN(row["m5"]))
    .map((row) => ({ x: row["T"] as number, y: row["m5"] as number, edition: row["year"] as number }));
  const [fitted, forecasts] = [points.slice(0, -2), points.slice(-2)];
  const [xs, ys] = [fitted.map(({ x }) => x), fitted.map(({ y }) => y)];
  const titles = { title: "Totals of five editions", xTitle: "T", exhibit: "Figure 1" };
  return printedTrend(fitted, { line: linearTrend(xs, ys), forecasts, ...titles });
}
