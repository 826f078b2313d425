import { label, text } from "../base/text.js";
import type { Figure } from "./figure.js";
import { axis, barMarker, figureOf, inBar, type FigureOptions } from "./theme.js";
import { VERDICT_STYLE, verdictStyle, type JudgedLike } from "./verdict-style.js";

/** Options of `verdictsByExhibit`. */
export interface VerdictChartOptions extends FigureOptions {
  /** "internal": from the paper's own inputs; "source": against the published figures. Default: "internal". */
  side?: "internal" | "source";
}

/**
 * Counts printed numbers by verdict and exhibit: one bar per exhibit, its parts in the order of the verdicts, each with
 * its count. Copies and labels are left out, as in the report.
 * @example
 * show(verdictsByExhibit(judgeClaims()));
 */
export function verdictsByExhibit(judged: readonly JudgedLike[], options: VerdictChartOptions = {}): Figure {
  const side = options.side ?? "internal";
  const found = judged.flatMap(({ role = "result", exhibit, [side]: finding }) =>
    finding && (role === "result" || role === "input") ? [{ exhibit, verdict: finding.verdict }] : [],
  );
  const exhibits = [...new Set(found.map((one) => one.exhibit))];
  const verdicts = new Set([...Object.keys(VERDICT_STYLE), ...found.map((one) => one.verdict)]);
  const count = (of: Partial<(typeof found)[number]>): number =>
    found.filter((one) => one.exhibit === (of.exhibit ?? one.exhibit) && one.verdict === (of.verdict ?? one.verdict)).length; // prettier-ignore
  const longest = Math.max(...exhibits.map((exhibit) => count({ exhibit })));
  const rows = [...verdicts].map((verdict) => ({ verdict, total: count({ verdict }) })).filter(({ total }) => total > 0); // prettier-ignore
  const bars = rows.map(({ verdict, total }) => {
    const { sign, colour, pattern } = verdictStyle(verdict);
    const counts = exhibits.map((exhibit) => count({ exhibit, verdict }));
    // A part too narrow for the sign shows the count alone.
    const inside = (one: number): string => one === 0 ? "" : one < 0.07 * longest ? String(one) : `${sign} ${one}`; // prettier-ignore
    return {
      ...{ type: "bar", orientation: "h", name: `${sign} ${label(verdict)} (${total})` },
      ...{ x: counts, y: exhibits, text: counts.map(inside), ...inBar(16) },
      ...{ constraintext: "none", cliponaxis: false },
      hovertemplate: `%{y}: %{x} ${label(verdict)}<extra></extra>`,
      marker: barMarker(colour, pattern),
    };
  });
  const tallies = rows.map(({ verdict, total }) => `${label(verdict)} ${total}`).join(", ");
  const ticktext = exhibits.map((one) => label(one));
  const layout = {
    ...{ height: 560, barmode: "stack", bargap: 0.3, showlegend: true },
    legend: { y: -0.22, yanchor: "top", traceorder: "normal" },
    margin: { l: 20, r: 40, t: 70, b: 140 },
    xaxis: axis("printed numbers", { rangemode: "tozero" }),
    yaxis: { autorange: "reversed", ticks: "", showgrid: false, tickvals: exhibits, ticktext },
  };
  const says = `${tallies}; n = ${found.length}`;
  return figureOf(options, says, bars, layout, text(`figure.verdicts.${side}`));
}
