/** The helper module beside other libraries, by the number of values. */
import { spawnSync } from "node:child_process";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { linearRegression, sampleCorrelation } from "simple-statistics";
import { ols } from "../../econometrics/ols.js";
import { correlationMatrix, linearTrend, movingTotal, pearson } from "../../index.js";
import { pythonWith } from "./machine.js";
import { median } from "./measure.js";
import { PYTHON_METHODS } from "./python-methods.js";
import { duration, timesAsFast, type BenchTable } from "./table.js";

const SIZES = [10, 1e3, 1e4, 1e5, 1e6];

/** A single timing lasts at least so long, by repeating the call. */
const LEAST_MS = 50;

type Columns = Record<"a" | "b" | "c" | "d", number[]>;

/** Where pandas, too, takes a list and gives one. */
const FROM_LISTS = "from and to lists";

/** The method, and what another library of the same process does nearest to it. */
const METHODS: Record<string, { ours(data: Columns): unknown; other?(data: Columns): unknown }> = {
  "movingTotal, width 5": { ours: ({ a }) => movingTotal(a, 5) },
  "movingTotal, width 9": { ours: ({ a }) => movingTotal(a, 9) },
  [`movingTotal, width 5, ${FROM_LISTS}`]: { ours: ({ a }) => movingTotal(a, 5) },
  pearson: { ours: ({ a, b }) => pearson(a, b), other: ({ a, b }) => sampleCorrelation(a, b) },
  "correlationMatrix, 4 columns": {
    ours: (data) => correlationMatrix(data),
    other: (data) => {
      const columns = Object.values(data);
      return columns.map((x) => columns.map((y) => sampleCorrelation(x, y)));
    },
  },
  linearTrend: {
    ours: ({ a, b }) => linearTrend(a, b),
    other: ({ a, b }) => linearRegression(a.map((x, at) => [x, b[at]!])),
  },
  "ols, 3 columns": { ours: ({ a, b, c, d }) => ols(d, { a, b, c }) },
};

export function benchMethods(rounds: number): BenchTable {
  const python = pythonWith(["numpy", "pandas", "statsmodels"]);
  const theirs = python ? pythonSeconds(python.command, rounds) : {};
  const rows = Object.entries(METHODS).flatMap(([name, { ours, other }]) =>
    SIZES.map((size) => {
      const data = randomColumns(size);
      const own = secondsPerCall(() => ours(data), rounds);
      const besides = other && secondsPerCall(() => other(data), rounds);
      const numpy = theirs[`${name} ${size}`];
      return [
        name,
        size.toExponential().replace("e+", "e"),
        duration(own),
        besides === undefined ? "–" : `${duration(besides)} (${timesAsFast(besides, own)})`,
        numpy === undefined ? "–" : `${duration(numpy)} (${timesAsFast(numpy, own)})`,
      ];
    }),
  );
  return {
    title: "The methods",
    note: `Per call, median of ${rounds}; in brackets how many times as fast ours is. Ours come with their tests and intervals; the others are pandas \`rolling.sum\` and \`corr\`, NumPy \`corrcoef\` and \`polyfit\`, statsmodels \`OLS\` with its standard errors, on arrays of their own; \`movingTotal\` gives a list of numbers, and is shown beside pandas from and to lists, too. ${python?.versions ?? "No Python with NumPy, pandas and statsmodels here."}`,
    head: ["method", "values", "egov-kz", "simple-statistics", "NumPy, pandas, statsmodels"],
    rows,
  };
}

function secondsPerCall(work: () => unknown, rounds: number): number {
  work();
  const timings = Array.from({ length: rounds }, () => {
    const started = performance.now();
    let calls = 0;
    for (; performance.now() - started < LEAST_MS; calls++) work();
    return (performance.now() - started) / 1000 / calls;
  });
  return median(timings);
}

function randomColumns(size: number): Columns {
  const generator = xoroshiro128plus(1);
  const column = () => Array.from({ length: size }, () => uniformFloat64(generator));
  return { a: column(), b: column(), c: column(), d: column() };
}

/** Seconds by method and size, from one Python process. */
function pythonSeconds(command: string, rounds: number): Record<string, number> {
  const request = JSON.stringify({ sizes: SIZES, rounds });
  const { status, stdout, stderr } = spawnSync(command, ["-c", PYTHON_METHODS, request], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`bench: ${command} failed: ${stderr}`);
  return JSON.parse(stdout) as Record<string, number>;
}
