import { escapeHtml, html, inXml, type Html } from "../base/escape.js";
import { SIDES, type Judged } from "../ledger/claim.js";
import type { VerdictChange } from "../ledger/expected.js";
import { byExhibit } from "./summary.js";

/**
 * The ledger as JUnit XML for Jenkins's xUnit schema (junit-10.xsd): one test case per claim, failed if a computed
 * verdict differs from the recorded one, an error if a recorded claim no longer exists. A difference in the paper's
 * number is a result, reported in the case's output, not a failure. It is written in parts, so that a large paper's is
 * never in memory as a whole.
 */
export function* claimsJunit(
  judged: readonly Judged[],
  changes: readonly VerdictChange[],
): Generator<string> {
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
  const counts = countsOf([judged.length + gone.length, changed.size - gone.length, gone.length]);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ${counts}\n    >`;
  for (const [exhibit, own] of byExhibit(judged)) {
    const failed = own.filter(({ id }) => changed.has(id)).length;
    yield opening(exhibit, [own.length, failed, 0]);
    for (const claim of own) yield inXml(testCase(claim, changed.get(claim.id)).text);
    yield CLOSING;
  }
  if (gone.length > 0)
    yield `${opening("recorded", [gone.length, 0, gone.length])}${inXml(cases.join(""))}${CLOSING}`;
  yield "</testsuites\n  > ";
}

type Counts = readonly [tests: number, failures: number, errors: number];

const countsOf = ([tests, failures, errors]: Counts): Html =>
  html`tests="${tests}" failures="${failures}" errors="${errors}"`;

const opening = (name: string, counts: Counts): string =>
  `<testsuite name="${inXml(escapeHtml(name))}" ${countsOf(counts)}>`;

const CLOSING = "</testsuite> ";

function testCase(claim: Judged, changes: readonly VerdictChange[] = []): Html {
  const failures = changes.map(
    ({ side, recorded, computed }) =>
      html`<failure message="${`${side} verdict is "${computed}", recorded is "${recorded}"`}" />`,
  );
  const rulings = SIDES.flatMap((side) => claim[side] ?? []);
  const said = rulings.map(
    ({ verdict, reason, working }) => `${verdict}: ${reason}${working === undefined ? "" : ` [${working}]`}`,
  );
  return html`<testcase classname="${claim.exhibit}" name="${`${claim.id} prints ${claim.printed}`}"
    >${failures}<system-out>${said.join("\n")}</system-out></testcase
  > `;
}
