/** JUnit XML, which CI engines collect, as Jenkins's xUnit schema (junit-10.xsd) has it. */
import { stripVTControlCharacters } from "node:util";
import { escapeHtml, inXml } from "./escape.js";

export interface TestCase {
  classname: string;
  name: string;
  seconds?: number;
  skipped?: boolean;
  failures?: readonly { type?: string; message: string; told?: string }[];
  error?: string;
  output?: string;
}

export interface TestSuite {
  name: string;
  seconds?: number;
  cases: readonly TestCase[];
}

export function junitXml(suites: readonly TestSuite[]): string {
  const parts = suites.map(({ name, seconds, cases }) => {
    const counts = { ...countsOf(cases), skipped: cases.filter(({ skipped }) => skipped).length };
    return element(
      "testsuite",
      { name, ...counts, time: seconds?.toFixed(3) },
      `\n${cases.map(caseXml).join("")}`,
    );
  });
  const counts = countsOf(suites.flatMap(({ cases }) => cases));
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  return `${head}\n${element("testsuites", counts, `\n${parts.join("\n")}\n`)}\n`;
}

const countsOf = (cases: readonly TestCase[]) => ({
  tests: cases.length,
  failures: cases.filter(({ failures = [] }) => failures.length > 0).length,
  errors: cases.filter(({ error }) => error !== undefined).length,
});

function caseXml({ classname, name, seconds, skipped, failures = [], error, output = "" }: TestCase): string {
  const inside = [
    skipped ? element("skipped", {}) : "",
    ...failures.map(({ told = "", ...how }) => element("failure", how, escapeXml(told))),
    error === undefined ? "" : element("error", { message: error }),
    output === "" ? "" : element("system-out", {}, escapeXml(output)),
  ];
  return `${element("testcase", { classname, name, time: seconds?.toFixed(3) }, inside.join(""))}\n`;
}

/** A line break in an attribute would be read as a blank. */
function element(name: string, values: Record<string, string | number | undefined>, inside = ""): string {
  const attributes = Object.entries(values).map(([key, value]) =>
    value === undefined ? "" : ` ${key}="${escapeXml(String(value)).replaceAll("\n", "&#10;")}"`,
  );
  const start = `<${name}${attributes.join("")}`;
  return inside === "" ? `${start}/>` : `${start}>${inside}</${name}>`;
}

const escapeXml = (text: string): string => escapeHtml(inXml(stripVTControlCharacters(text)));
