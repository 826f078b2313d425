/** The outcome for machines: JUnit XML and JSON. */
import { junitXml, type TestCase } from "../../base/junit.js";
import type { NotebookRun } from "../../jupyter/run/run-notebook.js";
import { describeFailure } from "./describe.js";

/** A notebook's outcome without its outputs, which are in the executed notebook. */
export type RunReport = Omit<NotebookRun, "updates">;

/** One suite per notebook, one case per cell; what failed as a whole is a case of its own. */
export const runsJunit = (runs: readonly RunReport[]): string =>
  junitXml(runs.map((run) => ({ name: run.path, seconds: run.seconds, cases: casesOf(run) })));

function casesOf({ path: classname, cells, failures }: RunReport): TestCase[] {
  const failuresAt = (is: (index: number) => boolean) =>
    failures
      .filter(({ index }) => is(index))
      .map((one) => ({ type: one.ename, message: one.evalue, told: describeFailure(one) }));
  const own = cells.map(({ index, seconds, status }) => ({
    ...{ classname, name: `cell ${index + 1}`, seconds },
    skipped: status === "skipped" || status === "not run",
    failures: failuresAt((at) => at === index),
  }));
  const whole = failuresAt((index) => index < 0);
  return [...own, ...whole.map((one) => ({ classname, name: "the notebook", seconds: 0, failures: [one] }))];
}

/** Everything but the outputs, which are in the executed notebooks. */
export function runsJson(runs: readonly RunReport[]): string {
  const notebooks = runs.map((run) => ({ ...run, updates: undefined }));
  return `${JSON.stringify({ ok: runs.every(({ ok }) => ok), notebooks }, null, 1)}\n`;
}
