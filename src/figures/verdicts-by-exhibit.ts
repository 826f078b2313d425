import { showable } from "../base/display.js";
import { label, text } from "../base/text.js";
import { VERDICT_STYLE, type JudgedLike } from "./verdict-style.js";
import type { Figure, PlotlyObject } from "./figure.js";
import { axis, baseLayout, hatching, type FigureOptions } from "./theme.js";

/** Which of a claim's two verdicts are counted. */
export interface VerdictChartOptions extends FigureOptions {
  /** "internal": from the paper's own inputs; "source": against the published figures. Default: "internal". */
  side?: "internal" | "source";
}

/** Hatching tells the parts apart in print without colour. */
const PATTERN: Readonly<Record<string, string>> = {
  "rounded early": "/",
  "other convention": "-",
  mislabelled: "x",
  inconsistent: "|",
  "not reproduced": "\\",
  impossible: "+",
  undecided: ".",
  "differs from source": "\\",
  "source not available": ".",
};

/**
 * The number of printed numbers by verdict and exhibit: one bar per exhibit, its parts in the order
 * of the verdicts, each with its count. Copies and labels are left out, as in the report. The one chart for a letter.
 * @example
 * show(verdictsByExhibit(judgeClaims()));
 */
export function verdictsByExhibit(judged: readonly JudgedLike[], options: VerdictChartOptions = {}): Figure {
  const side = options.side ?? "internal";
  const counted = judged.filter(({ role }) => role === undefined || role === "result" || role === "input");
  const found = counted.flatMap((claim) => {
    const finding = claim[side];
    return finding ? [{ exhibit: claim.exhibit, verdict: finding.verdict }] : [];
  });
  const exhibits = [...new Set(found.map((one) => one.exhibit))];
  const verdicts = [...Object.keys(VERDICT_STYLE), ...found.map((one) => one.verdict)].filter(
    (verdict, at, all) => all.indexOf(verdict) === at && found.some((one) => one.verdict === verdict),
  );
  const counts = (verdict: string): number[] =>
    exhibits.map(
      (exhibit) => found.filter((one) => one.exhibit === exhibit && one.verdict === verdict).length,
    );
  const total = (verdict: string): number => counts(verdict).reduce((sum, count) => sum + count, 0);
  const longest = Math.max(
    ...exhibits.map((exhibit) => found.filter((one) => one.exhibit === exhibit).length),
  );
  const title = options.title ?? text(`figure.verdicts.${side}`);
  const alt =
    options.alt ??
    `${title}: ${verdicts.map((verdict) => `${label(verdict)} ${total(verdict)}`).join(", ")}; n = ${found.length}`;
  return showable({
    data: verdicts.map((verdict) => bar(verdict, exhibits, counts(verdict), longest)),
    layout: baseLayout(title, alt, {
      height: 560,
      barmode: "stack",
      bargap: 0.3,
      showlegend: true,
      legend: { orientation: "h", x: 0, y: -0.22, xanchor: "left", yanchor: "top", traceorder: "normal" },
      margin: { l: 20, r: 40, t: 70, b: 140 },
      xaxis: axis(label("printed numbers"), { rangemode: "tozero" }),
      yaxis: axis("", {
        autorange: "reversed",
        ticks: "",
        showgrid: false,
        tickvals: exhibits,
        ticktext: exhibits.map(label),
      }),
    }),
  });
}

/** A part too narrow for the sign has the count alone. */
function bar(
  verdict: string,
  exhibits: readonly string[],
  counts: readonly number[],
  longest: number,
): PlotlyObject {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const { sign, colour } = VERDICT_STYLE[verdict] ?? { sign: "•", colour: "#999999" };
  return {
    type: "bar",
    orientation: "h",
    name: `${sign} ${label(verdict)} (${total})`,
    x: [...counts],
    y: [...exhibits],
    text: counts.map((count) =>
      count === 0 ? "" : count < 0.07 * longest ? String(count) : `${sign} ${count}`,
    ),
    textposition: "inside",
    insidetextanchor: "middle",
    textangle: 0,
    textfont: { size: 16, color: "#000000" },
    constraintext: "none",
    cliponaxis: false,
    hovertemplate: `%{y}: %{x} ${label(verdict)}<extra></extra>`,
    marker: {
      color: colour,
      line: { color: "#333333", width: 1 },
      ...hatching(PATTERN[verdict] ?? ""),
    },
  };
}
