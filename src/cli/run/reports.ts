/** The outcome for machines: JUnit XML and JSON. */
import { stripVTControlCharacters } from "node:util";
import { escapeHtml, inXml } from "../../base/escape.js";
import type { CellFailure } from "../../jupyter/run/cell-verdict.js";
import type { NotebookRun } from "../../jupyter/run/run-notebook.js";
import { describeFailure } from "./describe.js";

/** A notebook's outcome without its outputs, which are in the executed notebook. */
export type RunReport = Omit<NotebookRun, "updates">;

interface Case {
  name: string;
  seconds: number;
  skipped: boolean;
  failure: CellFailure | undefined;
}

/** One suite per notebook, one case per cell; what failed as a whole is a case of its own. */
export function runsJunit(runs: readonly RunReport[]): string {
  const suites = runs.map((run) => ({ ...run, cases: casesOf(run) }));
  const lines = suites.flatMap(({ path, seconds, cases }) => [
    `  <testsuite ${attributes({ name: path, ...countsOf(cases), time: seconds.toFixed(3) })}>`,
    ...cases.map((one) => caseXml(path, one)),
    "  </testsuite>",
  ]);
  const counts = attributes(countsOf(suites.flatMap(({ cases }) => cases)));
  const head = ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites ${counts}>`];
  return [...head, ...lines, "</testsuites>"].join("\n");
}

function casesOf({ cells, failures }: RunReport): Case[] {
  const own = cells.map(({ index, seconds, status }) => ({
    name: `cell ${index + 1}`,
    seconds,
    skipped: status === "skipped" || status === "not run",
    failure: failures.find((one) => one.index === index),
  }));
  const whole = failures.filter(({ index }) => index < 0);
  return [...own, ...whole.map((failure) => ({ name: "the notebook", seconds: 0, skipped: false, failure }))];
}

function countsOf(cases: readonly Case[]) {
  const failures = cases.filter(({ failure }) => failure).length;
  return { tests: cases.length, failures, skipped: cases.filter(({ skipped }) => skipped).length };
}

function caseXml(classname: string, { name, seconds, skipped, failure }: Case): string {
  const head = `    <testcase ${attributes({ classname, name, time: seconds.toFixed(3) })}`;
  if (failure === undefined) return skipped ? `${head}><skipped/></testcase>` : `${head}/>`;
  const how = attributes({ type: failure.ename, message: failure.evalue });
  return `${head}><failure ${how}>${escapeXml(describeFailure(failure))}</failure></testcase>`;
}

/** A line break in an attribute would be read as a blank. */
const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${escapeXml(String(value)).replaceAll("\n", "&#10;")}"`)
    .join(" ");

const escapeXml = (text: string): string => escapeHtml(inXml(stripVTControlCharacters(text)));

/** Everything but the outputs, which are in the executed notebooks. */
export function runsJson(runs: readonly RunReport[]): string {
  const notebooks = runs.map((run) => ({ ...run, updates: undefined }));
  return `${JSON.stringify({ ok: runs.every(({ ok }) => ok), notebooks }, null, 1)}\n`;
}
