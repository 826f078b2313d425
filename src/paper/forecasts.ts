import { loadOfficial } from "../egov/official.js";
import { lineSimulation } from "../econometrics/line-simulation.js";
import { linearTrend } from "../helper/statistics/linear-trend.js";
import { numbers } from "../helper/table/table.js";
import { loadPaper } from "./paper.js";

/** A straight-line forecast of the 2026 index, and how reliable its 95 % interval is. */
export interface IndexForecast {
  /** Which figures, which time axis, how many editions. */
  data: string;
  axis: string;
  n: number;
  forecast: number;
  interval: [number, number];
  /** Share of such intervals that contain the value, for errors with autocorrelation one half and for a random walk. */
  "holds at ρ = 0.5": number;
  "holds in a walk": number;
}

/** Simulated lines per share. */
const SIMULATIONS = 20_000;

/**
 * Tabulates forecasts of the 2026 index: straight lines through the paper's or the UN's figures, by edition or by year,
 * through the paper's editions or all.
 *
 * @example show(await forecastsOf2026())
 */
export async function forecastsOf2026(): Promise<IndexForecast[]> {
  const { table3, table5 } = loadPaper();
  const all = loadOfficial();
  const own = all.query(all["year"].ge(2005));
  const T = numbers(table5, "T");
  const held = new Map<string, Promise<[number, number]>>();
  const lines: [data: string, axis: string, time: number[], index: number[], at: number][] = [
    ["printed", "edition", T, numbers(table3, "EGDI"), 11],
    ["official", "edition", T, numbers(own, "EGDI"), 11],
    ["official", "year", numbers(own, "year"), numbers(own, "EGDI"), 2026],
    ["all editions", "year", numbers(all, "year"), numbers(all, "EGDI"), 2026],
  ];
  return Promise.all(
    lines.map(async ([data, axis, time, index, at]): Promise<IndexForecast> => {
      const { n, predict } = linearTrend(time, index);
      const { fit: forecast, interval } = predict(at);
      const key = `${axis} ${n}`;
      if (!held.has(key)) held.set(key, coverage(time, at));
      const [half, walk] = await held.get(key)!;
      return { data, axis, n, forecast, interval, "holds at ρ = 0.5": half, "holds in a walk": walk };
    }),
  );
}

async function coverage(time: number[], at: number): Promise<[number, number]> {
  const shares = [0.5, 1].map(async (rho) => {
    const { coverage: held } = await lineSimulation({ time, rho, ahead: [at], simulations: SIMULATIONS });
    return held[0]!;
  });
  return (await Promise.all(shares)) as [number, number];
}
