import { junitXml, type TestCase } from "../base/junit.js";
import { SIDES, type Judged } from "../ledger/claim.js";
import type { VerdictChange } from "../ledger/expected.js";
import { byExhibit } from "./summary.js";

/**
 * The ledger as JUnit XML: one test case per claim, failed if a computed verdict differs from the recorded one, an error
 * if a recorded claim no longer exists. A difference in the paper's number is a result, reported in the case's output,
 * not a failure.
 */
export function claimsJunit(judged: readonly Judged[], changes: readonly VerdictChange[]): string {
  const changed = new Map<string, VerdictChange[]>();
  for (const change of changes) changed.set(change.id, [...(changed.get(change.id) ?? []), change]);
  const ids = new Set(judged.map(({ id }) => id));
  const gone = [...changed.keys()].filter((id) => !ids.has(id));
  const error = "the recorded claim is not in the ledger";
  const recorded = {
    name: "recorded",
    cases: gone.map((name) => ({ classname: "recorded", name, error })),
  };
  const suites = [...byExhibit(judged)].map(([name, own]) => ({
    name,
    cases: own.map((claim) => testCase(claim, changed.get(claim.id))),
  }));
  return junitXml([...suites, ...(gone.length > 0 ? [recorded] : [])]);
}

function testCase(claim: Judged, changes: readonly VerdictChange[] = []): TestCase {
  const { id, exhibit: classname, printed } = claim;
  const failures = changes.map(({ side, recorded, computed }) => ({
    message: `${side} verdict is "${computed}", recorded is "${recorded}"`,
  }));
  const rulings = SIDES.flatMap((side) => claim[side] ?? []);
  const said = rulings.map(
    ({ verdict, reason, working }) => `${verdict}: ${reason}${working === undefined ? "" : ` [${working}]`}`,
  );
  return { classname, name: `${id} prints ${printed}`, failures, output: said.join("\n") };
}
