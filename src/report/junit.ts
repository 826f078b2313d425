import type { Judged } from "../ledger/claim.js";
import xmlbuilder from "xmlbuilder";
import type { VerdictChange } from "../ledger/expected.js";
import { exhibitsOf } from "./summary.js";

/**
 * The ledger as JUnit XML as Jenkins's xUnit schema (junit-10.xsd) wants it: one test case a claim, failed where a
 * computed verdict is not the recorded one, an error where a recorded claim is no longer there. That the paper's number
 * differs is a result, told in the case's output, not a failure.
 */
export function claimsJunit(judged: readonly Judged[], changes: readonly VerdictChange[]): string {
  const ids = new Set(judged.map(({ id }) => id));
  const gone = [...new Set(changes.map(({ id }) => id))].filter((id) => !ids.has(id));
  const suites = exhibitsOf(judged).map((exhibit) =>
    suite(
      exhibit,
      judged.filter((claim) => claim.exhibit === exhibit),
      changes,
    ),
  );
  const failed = judged.filter(({ id }) => changes.some((change) => change.id === id)).length;
  const testsuites = {
    "@tests": judged.length + gone.length,
    "@failures": failed,
    "@errors": gone.length,
    testsuite: [...suites, ...(gone.length > 0 ? [goneSuite(gone)] : [])],
  };
  return xmlbuilder.create({ testsuites }, { version: "1.0", encoding: "UTF-8" }).end({ pretty: true });
}

function suite(exhibit: string, own: readonly Judged[], changes: readonly VerdictChange[]): object {
  const failed = own.filter(({ id }) => changes.some((change) => change.id === id));
  return {
    "@name": exhibit,
    "@tests": own.length,
    "@failures": failed.length,
    "@errors": 0,
    testcase: own.map((claim) =>
      testCase(
        claim,
        changes.filter(({ id }) => id === claim.id),
      ),
    ),
  };
}

function testCase(claim: Judged, changes: readonly VerdictChange[]): object {
  const findings = [claim.internal, claim.source].filter((finding) => finding !== undefined);
  return {
    "@classname": claim.exhibit,
    "@name": `${claim.id} prints ${claim.printed}`,
    ...(changes.length > 0 && {
      failure: changes.map(({ side, recorded, computed }) => ({
        "@message": `${side} verdict is "${computed}", recorded is "${recorded}"`,
      })),
    }),
    "system-out": findings
      .map(
        ({ verdict, reason, working }) =>
          `${verdict}: ${reason}${working === undefined ? "" : ` [${working}]`}`,
      )
      .join("\n"),
  };
}

function goneSuite(gone: readonly string[]): object {
  const testcase = gone.map((id) => ({
    "@classname": "recorded",
    "@name": id,
    error: { "@message": "the recorded claim is not in the ledger" },
  }));
  return { "@name": "recorded", "@tests": gone.length, "@failures": 0, "@errors": gone.length, testcase };
}
