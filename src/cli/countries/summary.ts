/** All countries on one page: what became of each, and why. */
import papaparse from "papaparse";
import type { NotebookRun } from "../../jupyter/run/run-notebook.js";

export interface CountryOutcome {
  country: string;
  code: string;
  /** "kept" is an earlier run's. */
  result: "ran" | "kept" | "failed" | "not run";
  run?: NotebookRun;
}

export function summaryCsv(outcomes: readonly CountryOutcome[]): string {
  const rows = outcomes.map(({ country, code, result, run }) => {
    const [failure] = run?.failures ?? [];
    return {
      country,
      code,
      result,
      seconds: run?.seconds.toFixed(1) ?? "",
      cell: failure === undefined || failure.index < 0 ? "" : failure.index + 1,
      error: failure === undefined ? "" : `${failure.ename}: ${failure.evalue}`,
    };
  });
  return `${papaparse.unparse(rows, { newline: "\n" })}\n`;
}
