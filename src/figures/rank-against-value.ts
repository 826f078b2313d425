import { showable } from "../base/display.js";
import { label } from "../base/text.js";
import { pointsOf, type TableLike } from "./columns.js";
import type { Figure, PlotlyObject } from "./figure.js";
import { hoverText } from "./hover.js";
import { slider } from "./slider.js";
import { axis, baseLayout, COLOURS, rankTicks, type FigureOptions } from "./theme.js";

/** One country (or edition): its index value and its rank. */
interface RankedValue {
  name: string;
  value: number;
  rank: number;
  /** Edition; where there are several, a slider goes through them. */
  year?: number;
}

/**
 * Rank against index value: the index can rise while the rank falls, because the others rise too. With several
 * editions a slider goes through them on axes that stay.
 * @param table one row a country and edition: name, value, rank and, if there are several, year
 */
export function rankAgainstValue(
  table: TableLike,
  options: FigureOptions & { highlight?: string; valueName?: string } = {},
): Figure {
  const points = pointsOf("rankAgainstValue", table, { x: "value", y: "rank" }).map(
    ({ x: value, y: rank, row }): RankedValue => ({
      name: String(row["name"]),
      value,
      rank,
      year: row["year"] as number | undefined,
    }),
  );
  const years = [...new Set(points.map((point) => point.year))].sort((a, b) => (a ?? 0) - (b ?? 0));
  const active = years.length - 1;
  const traces = years.map((year, at) =>
    scatter(
      points.filter((point) => point.year === year),
      at === active,
      options,
    ),
  );
  const steps = years.map((year, at) => ({
    label: String(year ?? ""),
    args: [{ visible: years.map((_, other) => other === at) }, {}] as [PlotlyObject, PlotlyObject],
  }));
  const values = points.map((point) => point.value);
  const worst = Math.max(...points.map((point) => point.rank));
  const pad = (Math.max(...values) - Math.min(...values)) * 0.08;
  const title = options.title ?? `${label("rank")} – ${label(options.valueName ?? "EGDI")}`;
  return showable({
    data: traces,
    layout: baseLayout(
      title,
      options.alt ?? `${title}: ${[...new Set(points.map((point) => point.name))].join(", ")}`,
      {
        height: years.length > 1 ? 600 : 500,
        showlegend: false,
        xaxis: axis(label(options.valueName ?? "EGDI"), {
          range: [Math.min(...values) - pad, Math.max(...values) + 2 * pad],
        }),
        yaxis: axis(`${label("rank")} (${label("up is better")})`, {
          range: [worst * 1.06, -worst * 0.06],
          zeroline: false,
          tickvals: rankTicks(worst),
        }),
        ...(years.length > 1 ? { sliders: [slider(label("year"), steps, active)] } : {}),
      },
    ),
  });
}

function scatter(
  points: readonly RankedValue[],
  visible: boolean,
  options: FigureOptions & { highlight?: string },
): PlotlyObject {
  const strong = (point: RankedValue): boolean => point.name === options.highlight;
  const named = withRoom(points, strong);
  return {
    type: "scatter",
    mode: "markers+text",
    visible,
    x: points.map((point) => point.value),
    y: points.map((point) => point.rank),
    text: points.map((point) => {
      if (strong(point)) return `<b>${label(point.name)}</b>`;
      return named.has(point) ? label(point.name) : "";
    }),
    textposition: points.map((_, at) => (at % 2 === 0 ? "middle right" : "middle left")),
    textfont: { size: 14 },
    cliponaxis: false,
    marker: {
      opacity: 1,
      color: points.map((point) => (strong(point) ? COLOURS.vermillion : COLOURS.blue)),
      symbol: points.map((point) => (strong(point) ? "diamond" : "circle")),
      size: points.map((point) => (strong(point) ? 16 : 11)),
    },
    hovertemplate: "%{customdata}<extra></extra>",
    customdata: points.map((point) =>
      hoverText({
        exhibit: options.exhibit,
        series: label(point.name),
        edition: point.year ?? "",
        recomputed: `${point.value} (${label("rank")} ${point.rank})`,
      }),
    ),
  };
}

/** Ranks between two names that stand apart. */
const NAME_HEIGHT = 5;

/** The points whose name has room for it, the highlighted one first and then by rank; the hover text names all. */
function withRoom(
  points: readonly RankedValue[],
  strong: (point: RankedValue) => boolean,
): ReadonlySet<RankedValue> {
  const inOrder = [...points].sort((a, b) => Number(strong(b)) - Number(strong(a)) || a.rank - b.rank);
  const named = new Set<RankedValue>();
  for (const point of inOrder)
    if (![...named].some((other) => Math.abs(other.rank - point.rank) < NAME_HEIGHT)) named.add(point);
  return named;
}
