import xmlbuilder from "xmlbuilder";
import type { Judged } from "../claims/claim.js";
import type { VerdictChange } from "../claims/expected.js";
import { exhibitsOf } from "./summary.js";

/**
 * The ledger as JUnit XML: one test case a claim, failed where a computed verdict is not the recorded one. That the
 * paper's number differs is a result, told in the case's output, not a failure.
 */
export function claimsJunit(judged: readonly Judged[], changes: readonly VerdictChange[]): string {
  const exhibits = exhibitsOf(judged);
  return xmlbuilder
    .create({
      testsuites: {
        "@tests": judged.length,
        "@failures": new Set(changes.map(({ id }) => id)).size,
        testsuite: exhibits.map((exhibit) => suite(exhibit, judged, changes)),
      },
    }, { version: "1.0", encoding: "UTF-8" }).end({ pretty: true });
}

function suite(exhibit: string, judged: readonly Judged[], changes: readonly VerdictChange[]) {
  const own = judged.filter((claim) => claim.exhibit === exhibit);
  const failed = own.filter(({ id }) => changes.some((change) => change.id === id));
  return {
    "@name": exhibit,
    "@tests": own.length,
    "@failures": failed.length,
    testcase: own.map((claim) => testCase(claim, changes.filter(({ id }) => id === claim.id))),
  };
}

function testCase(claim: Judged, changes: readonly VerdictChange[]) {
  const findings = [claim.internal, claim.source].filter((finding) => finding !== undefined);
  return {
    "@classname": claim.exhibit,
    "@name": `${claim.id} prints ${claim.printed}`,
    ...(changes.length > 0 && {
      failure: changes.map(({ side, recorded, computed }) => ({
        "@message": `${side} verdict is "${computed}", recorded is "${recorded}"`,
      })),
    }),
    "system-out": findings.map(({ verdict, reason }) => `${verdict}: ${reason}`).join("\n"),
  };
}
