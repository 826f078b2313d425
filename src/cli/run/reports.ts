/** The outcome for machines: JUnit XML and JSON. */
import { stripVTControlCharacters } from "node:util";
import xmlbuilder from "xmlbuilder";
import type { CellFailure } from "../../jupyter/run/cell-verdict.js";
import type { NotebookRun } from "../../jupyter/run/run-notebook.js";
import { describeFailure } from "./describe.js";

/** Characters that XML 1.0 has no way to write. */
// eslint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A notebook's outcome without its outputs, which are in the executed notebook. */
export type RunReport = Omit<NotebookRun, "updates">;

interface Case {
  name: string;
  seconds: number;
  skipped: boolean;
  failure: CellFailure | undefined;
}

/** A suite a notebook, a case a cell; what failed as a whole is a case of its own. */
export function runsJunit(runs: readonly RunReport[]): string {
  const suites = runs.map((run) => suite(run.path, run.seconds, casesOf(run)));
  const total = (name: "@tests" | "@failures" | "@skipped") =>
    suites.reduce((sum, one) => sum + one[name], 0);
  return xmlbuilder
    .create(
      {
        testsuites: {
          "@tests": total("@tests"),
          "@failures": total("@failures"),
          "@skipped": total("@skipped"),
          testsuite: suites,
        },
      },
      { version: "1.0", encoding: "UTF-8" },
    )
    .end({ pretty: true });
}

function casesOf(run: RunReport): Case[] {
  const cells = run.cells.map((cell) => ({
    name: `cell ${cell.index + 1}`,
    seconds: cell.seconds,
    skipped: cell.status === "skipped" || cell.status === "not run",
    failure: run.failures.find(({ index }) => index === cell.index),
  }));
  const whole = run.failures.filter(({ index }) => index < 0);
  return [
    ...cells,
    ...whole.map((failure) => ({ name: "the notebook", seconds: 0, skipped: false, failure })),
  ];
}

function suite(path: string, seconds: number, cases: readonly Case[]) {
  return {
    "@name": path,
    "@tests": cases.length,
    "@failures": cases.filter(({ failure }) => failure).length,
    "@skipped": cases.filter(({ skipped }) => skipped).length,
    "@time": seconds.toFixed(3),
    testcase: cases.map(({ name, seconds: time, skipped, failure }) => ({
      "@classname": path,
      "@name": name,
      "@time": time.toFixed(3),
      ...(skipped && { skipped: {} }),
      ...(failure && {
        failure: {
          "@type": xmlText(failure.ename),
          "@message": xmlText(failure.evalue),
          "#text": xmlText(describeFailure(failure)),
        },
      }),
    })),
  };
}

function xmlText(text: string): string {
  return stripVTControlCharacters(text).replace(NOT_XML, "\ufffd");
}

/** Everything but the outputs, which are in the executed notebooks. */
export function runsJson(runs: readonly RunReport[]): string {
  const notebooks = runs.map((run) => ({ ...run, updates: undefined }));
  return `${JSON.stringify({ ok: runs.every(({ ok }) => ok), notebooks }, null, 1)}\n`;
}
