/** What each small notebook must come to, cell by cell: one behaviour a notebook. */

/** A value for every kernel, or one kernel's own. */
interface PerKernel<T> {
  any?: T;
  "egov-kz"?: T;
  tslab?: T;
}

export interface Behaviour {
  file: string;
  does: string;
  /** Cell (from 0; the first is prose), ename, evalue. */
  failed?: PerKernel<[number, string, string]>[];
  /** Cell id -> what it shows in the executed notebook. */
  shows?: Record<string, PerKernel<string[]>>;
}

const notRun = { any: [] };
/** In seconds: what is endless takes as long, and its process a core of the machine. */
export const TIMEOUT = 2;
const timedOut = (source: string): PerKernel<[number, string, string]>[] => [
  {
    any: [1, "CellTimeoutError", `the cell ran longer than ${TIMEOUT} s and was interrupted:\n${source}`],
  },
];

const printedTable = `year  EGDI  total
----  ----  -----
2018     1      –
2020     2      7
2022     4     14
2024     8      –`;
/** As R 4.2's summary(lm(EGDI ~ year)) and confint give it; AIC and BIC as statsmodels counts, without the variance. */
const printedRegression = `Term         Estimate  Standard error  Statistic  p-value            95 % interval
-----------  --------  --------------  ---------  -------  -----------------------
(intercept)  -2320.40        484.6191    -4.7881   0.0410  [-4405.5476; -235.2524]
year             1.15          0.2398     4.7958   0.0408         [0.1183; 2.1817]
dependent variable: EGDI, n = 4, df = 2, R² = 0.9200, adjusted R² = 0.8800, s = 1.072, F = 23.00 (p: 0.0408)
AIC = 13.14, BIC = 11.91, log-likelihood = -4.57, condition number = 1830000
Durbin-Watson: 2.0304 (p: 0.0942, against positive autocorrelation); Jarque-Bera: 0.6127 (p: 0.7361)
The condition number is large, 1830000: the columns are nearly dependent or on very different scales.
4 observations: tests of the residuals say little.`;

export const passing: readonly Behaviour[] = [
  {
    file: "danfo",
    does: "tables, Series and results of the helper module are typed, and shown as a person would print them",
    shows: {
      "cell-1": { any: [printedTable], tslab: [`stdout: ${printedTable}\n`] },
      "cell-2": { any: ["21"], tslab: ["stdout: 21\n"] },
      "cell-3": { any: ["6"], tslab: ["stdout: 6\n"] },
      "cell-4": { any: ["4"], tslab: ["stdout: 4\n"] },
      "cell-5": { any: [printedRegression], tslab: [`stdout: ${printedRegression}\n`] },
    },
  },
  {
    // The injected cell is papermill 2.6.0's own: --prepare-only -l .net-csharp -p country 'Қаз"ақстан' -p years 7 ...
    file: "papermill",
    does: "parameters that papermill sets in C# are set in TypeScript",
    shows: { "cell-2": { any: ['stdout: ["Қаз\\"ақстан",7,true,0.25]\n'] } },
  },
  {
    file: "many-displays",
    does: "600 displays at once arrive, all and in order, although a socket puts off every 512th message",
    shows: {
      "cell-1": { any: Array.from({ length: 600 }, (_, at) => String(at)) },
      "cell-2": { any: ["stdout: done\n"] },
    },
  },
  {
    file: "own-file",
    does: "a TypeScript file beside the notebook is compiled, and run once",
    shows: { "cell-2": { any: ["stdout: 42 1\n"] }, "cell-3": { any: ["stdout: 40 2\n"] } },
  },
  {
    file: "own-file-again",
    does: "so it is for the next notebook of the run",
    shows: { "cell-2": { any: ["stdout: 42 1\n"] }, "cell-3": { any: ["stdout: 40 2\n"] } },
  },
  {
    file: "compilers",
    does: "Node's types, a type error, a module and an enum: what is declared stays known to the cells behind",
    shows: {
      "cell-1": { any: ["ab"], tslab: ["stdout: ab\n"] },
      "cell-2": { any: ["6162"], tslab: ["stdout: 6162\n"] },
      "cell-5": { any: ["61626162"], tslab: ["stdout: 61626162\n"] },
      "cell-6": { any: ["abab"], tslab: ["stdout: abab\n"] },
      "cell-7": { any: ["1"], tslab: ["stdout: 1\n"] },
    },
  },
  {
    file: "raises-exception",
    does: "a cell tagged raises-exception throws, the three behind it run",
    shows: {
      "cell-1": { any: ["Error: as announced"] },
      "cell-2": { any: ["stdout: one\n"] },
      "cell-3": { any: ["stdout: two\n"] },
      "cell-4": { any: ["stdout: three\n"] },
    },
  },
  {
    file: "earlier-names",
    does: "a value of an earlier cell is found in { year } and in a pattern, and a property of its name is not it",
    shows: {
      "cell-2": { any: ['[{"year":2024},{"year":2018}]'], tslab: ["ReferenceError: year is not defined"] },
      "cell-3": {
        any: ["2005,2005"],
        tslab: ["SyntaxError: Identifier 'exports' has already been declared"],
      },
      "cell-4": { any: ["2005"], tslab: ["stdout: 2024\n"] },
    },
  },
  {
    file: "unicode",
    does: "Kazakh, emoji and what JSON must escape arrive as they are",
    shows: {
      "cell-1": { any: ['stdout: ә ғ қ ң ө ұ ү һ і — Қазақстан 🇰🇿 👩‍🏫 \u2028 \\ " \u0001 𝛽\n'] },
      "cell-2": { any: ["stdout: 1,5 %\n"] },
    },
  },
  {
    file: "display-updates",
    does: "a display shows its last state, and a line what was written over it",
    shows: { "cell-1": { any: ["third"] }, "cell-2": notRun, "cell-3": { any: ["stdout: 100 %\n"] } },
  },
  {
    file: "late-output",
    does: "output after a cell's end goes to that cell with our kernel, to the running one with the stock one",
    shows: {
      "cell-1": { "egov-kz": ["stdout: on time\nlate\n"], tslab: ["stdout: on time\n"] },
      "cell-2": { "egov-kz": [], tslab: ["stdout: late\n"] },
    },
  },
  {
    file: "skipped",
    does: "tagged cells do not run and keep their outputs, an empty one has none",
    shows: {
      "cell-1": { any: ["stdout: old\n"] },
      "cell-2": { any: ["stdout: old\n"] },
      "cell-3": { any: [] },
      "cell-4": { any: ["stdout: run\n"] },
    },
  },
  {
    file: "large-output",
    does: "50 MB of output arrive whole",
    shows: { "cell-1": { any: [`stdout: ${`${"x".repeat(2 ** 20 - 1)}\n`.repeat(50)}`] } },
  },
  { file: "empty", does: "no cells: nothing to run" },
  { file: "markdown-only", does: "no code: nothing to run" },
];

const NO_COLUMN =
  'DataFrame has no column and no method "EGDP": its columns are "year", "EGDI"; did you mean "EGDI"?';

export const failing: readonly Behaviour[] = [
  {
    file: "no-such-column",
    does: "a column that a table does not have is an error that names those it has",
    failed: [{ any: [2, "TypeError", NO_COLUMN] }],
  },
  {
    file: "bad-figure",
    does: "a figure that cannot be drawn fails its cell, which keeps its outputs",
    failed: [
      {
        any: [1, "PictureError", 'figureToPng requires a Plotly figure with a list `data`, got "no figure"'],
      },
    ],
  },
  {
    file: "throws",
    does: "the error is shown, and no cell behind it runs",
    failed: [{ any: [1, "RangeError", "out of range"] }],
    shows: { "cell-1": { any: ["stdout: before\n", "RangeError: out of range"] }, "cell-2": notRun },
  },
  {
    file: "type-error",
    does: "nothing of a cell runs that does not type-check",
    failed: [
      {
        "egov-kz": [1, "TypeScriptError", "2:7 - TS2322: Type 'string' is not assignable to type 'number'."],
        tslab: [1, "TypeScriptError", "2:7 - Type 'string' is not assignable to type 'number'."],
      },
    ],
    shows: { "cell-2": notRun },
  },
  {
    file: "must-raise",
    does: "a cell tagged nbval-raises-exception fails when it raises nothing",
    failed: [
      {
        any: [1, "NoExceptionError", "the cell is tagged nbval-raises-exception and raised nothing"],
      },
    ],
  },
  {
    file: "unawaited-rejection",
    does: "a rejection that nobody awaits fails its cell",
    failed: [{ any: [1, "TypeError", "nobody waits"] }],
  },
  {
    file: "late-rejection",
    does: "so does one that comes after the last cell has ended",
    failed: [
      {
        "egov-kz": [
          1,
          "UnexpectedStderr",
          'TypeError: too late\n    at Timeout._onTimeout (cell [1]:1:33)\n        setTimeout(() => Promise.reject(new TypeError("too late")), 20);',
        ],
        tslab: [1, "TypeError", "too late"],
      },
    ],
  },
  {
    file: "process-exit",
    does: "a process that ends itself is told of, and what it printed before is kept",
    failed: [{ any: [1, "DeadKernelError", "the kernel exited with code 1"] }],
    shows: {
      "cell-1": { any: ["stdout: going\n", "DeadKernelError: the kernel exited with code 1"] },
      "cell-2": notRun,
    },
  },
  {
    file: "stderr",
    does: "text on stderr fails a cell, unless its tag allows it",
    failed: [{ any: [2, "UnexpectedStderr", "not allowed"] }],
    shows: { "cell-1": { any: ["stderr: allowed\n"] }, "cell-2": { any: ["stderr: not allowed\n"] } },
  },
];

export const endless: readonly Behaviour[] = [
  {
    file: "endless-loop",
    does: "a loop that never ends is interrupted",
    failed: timedOut("while (true) {}"),
    shows: { "cell-2": notRun },
  },
  {
    file: "never-settles",
    does: "a promise that never settles is interrupted",
    failed: timedOut("await new Promise(() => undefined);"),
    shows: { "cell-2": notRun },
  },
];
