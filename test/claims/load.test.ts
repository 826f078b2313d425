import { expect } from "chai";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judgeClaims } from "../../src/claims/judge.js";
import { loadClaims } from "../../src/claims/load.js";
import { printedCells } from "../../src/paper.js";

const good = {
  id: "T9.1",
  exhibit: "Table 3",
  row: "2020",
  column: "EGDI",
  printed: "0,8375",
  decimals: 4,
  kind: "index",
  check: "indexValue",
};

describe("loadClaims", () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), "claims-"))));
  after(() => rmSync(folder, { recursive: true }));

  const load = (text: string) => {
    const path = join(folder, "claims.json");
    writeFileSync(path, text);
    return () => loadClaims(path);
  };
  const loadRecords = (...records: unknown[]) => load(JSON.stringify(records));

  it("reads the project's ledger, which has a claim for every printed cell, with the same string", () => {
    const claims = loadClaims();
    for (const { exhibit, row, column, printed, decimals } of printedCells()) {
      const own = claims.filter(
        (claim) => claim.exhibit === exhibit && claim.row === row && claim.column === column,
      );
      expect(own, `${exhibit} ${row} ${column}`).to.have.length(1);
      expect(own[0]).to.include({ printed, decimals });
    }
  });

  const refused: [string, () => () => unknown, RegExp][] = [
    [
      "a file that is not there",
      () => () => loadClaims(join(folder, "none.json")),
      /^loadClaims cannot read .*none\.json: ENOENT/,
    ],
    ["text that is not JSON", () => load("[{"), /^loadClaims cannot read .*claims\.json: .*JSON/],
    [
      "something else than a list",
      () => load("{}"),
      /claims\.json requires a list of records, got an object/,
    ],
    ["a record that is no object", () => loadRecords(7), /record 1 requires an object, got 7/],
    [
      "a missing field",
      () => loadRecords({ ...good, row: undefined }),
      /record 1 \(T9\.1\) requires "row" to be text, got undefined/,
    ],
    [
      "a field of the wrong type",
      () => loadRecords({ ...good, printed: 0.8 }),
      /record 1 \(T9\.1\) requires "printed" to be text, got 0\.8/,
    ],
    [
      "an unknown field",
      () => loadRecords({ ...good, verdict: "reproduced" }),
      /record 1 \(T9\.1\) has an unknown field "verdict"/,
    ],
    ["a duplicate id", () => loadRecords(good, good), /record 2: the id "T9\.1" is there twice/],
    [
      "an unknown exhibit",
      () => loadRecords({ ...good, exhibit: "Table 6" }),
      /requires an exhibit among Table 1, .*, got "Table 6"/,
    ],
    [
      "an unknown check",
      () => loadRecords({ ...good, check: "guess" }),
      /record 1 \(T9\.1\) names an unknown check "guess"/,
    ],
    [
      "a printed that is no numeral",
      () => loadRecords({ ...good, printed: "many" }),
      /record 1 \(T9\.1\): "many" is not a numeral/,
    ],
    [
      "decimals that the string does not have",
      () => loadRecords({ ...good, decimals: 3 }),
      /requires decimals 4 as "0,8375" has, got 3/,
    ],
  ];
  for (const [what, call, message] of refused)
    it(`refuses ${what}, naming file and record`, () => expect(call()).to.throw(message));

  it("is not where a claim without its input passes: judgeClaims names the claim and the input", () => {
    const [claim] = loadRecords({ ...good, row: "2031" })() as ReturnType<typeof loadClaims>;
    expect(() => judgeClaims([claim!])).to.throw(
      'judgeClaims found no input Table 3, row "2031", column "OSI" for claim "T9.1"',
    );
  });
});
