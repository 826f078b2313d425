import { html, type Html } from "../base/escape.js";
import type { Judged } from "../ledger/claim.js";
import type { VerdictChange } from "../ledger/expected.js";
import { byExhibit } from "./summary.js";

/** Characters that XML 1.0 has no way to write. */
// eslint-disable-next-line no-control-regex
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * The ledger as JUnit XML as Jenkins's xUnit schema (junit-10.xsd) wants it: one test case a claim, failed where a
 * computed verdict is not the recorded one, an error where a recorded claim is no longer there. That the paper's number
 * differs is a result, told in the case's output, not a failure.
 */
export function claimsJunit(judged: readonly Judged[], changes: readonly VerdictChange[]): string {
  const ids = new Set(judged.map(({ id }) => id));
  const changed = new Map<string, VerdictChange[]>();
  for (const change of changes) changed.set(change.id, [...(changed.get(change.id) ?? []), change]);
  const gone = [...changed.keys()].filter((id) => !ids.has(id));
  const cases = gone.map(
    (id) =>
      html`<testcase classname="recorded" name="${id}"
        ><error message="the recorded claim is not in the ledger"
      /></testcase>`,
  );
  const suites = [...byExhibit(judged)].map(([exhibit, own]) => {
    const failed = own.filter(({ id }) => changed.has(id)).length;
    return suite(
      exhibit,
      [own.length, failed, 0],
      own.map((claim) => testCase(claim, changed.get(claim.id))),
    );
  });
  const counts = countsOf([judged.length + gone.length, changed.size - gone.length, gone.length]);
  const all = html`<testsuites ${counts}
    >${suites}${gone.length > 0 && suite("recorded", [gone.length, 0, gone.length], cases)}</testsuites
  > `;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${all.text.replace(NOT_XML, "\ufffd")}`;
}

type Counts = readonly [tests: number, failures: number, errors: number];

const countsOf = ([tests, failures, errors]: Counts): Html =>
  html`tests="${tests}" failures="${failures}" errors="${errors}"`;

const suite = (name: string, counts: Counts, cases: readonly Html[]): Html =>
  html`<testsuite name="${name}" ${countsOf(counts)}>${cases}</testsuite> `;

function testCase(claim: Judged, changes: readonly VerdictChange[] = []): Html {
  const failures = changes.map(
    ({ side, recorded, computed }) =>
      html`<failure message="${`${side} verdict is "${computed}", recorded is "${recorded}"`}" />`,
  );
  const said = [claim.internal, claim.source].flatMap((ruling) =>
    ruling === undefined
      ? []
      : `${ruling.verdict}: ${ruling.reason}${ruling.working === undefined ? "" : ` [${ruling.working}]`}`,
  );
  return html`<testcase classname="${claim.exhibit}" name="${`${claim.id} prints ${claim.printed}`}"
    >${failures}<system-out>${said.join("\n")}</system-out></testcase
  > `;
}
