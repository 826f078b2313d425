import { expect } from "chai";
import { createRequire } from "node:module";
import { judgeLedger } from "../../src/ledger/judge.js";
import { ledgerOf } from "../../src/ledger/ledger-of.js";

const { DataFrame } = createRequire(import.meta.url)("danfojs-node") as typeof import("danfojs-node");

/** Verdicts by id of a table with means and SDs beside numbered correlations, as the APA has it. */
function verdicts(second: string, third: string, columns = ["1", "2"]): Record<string, string | undefined> {
  const T1 = new DataFrame(
    [
      ["1. Age", "42.32", "13.53", "–", ""],
      ["2. Education", "13.71", "3.44", second, "–"],
      ["3. Log income", "7.06", "0.41", ...third.split(" ")],
    ],
    { columns: ["variable", "M", "SD", ...columns] },
  );
  const claims = new DataFrame([["T1[*]", "result", "correlations(T1)"]], {
    columns: ["cells", "role", "law"],
  });
  const judged = judgeLedger(ledgerOf({ title: "A", tables: { T1 }, claims }));
  return Object.fromEntries(judged.map(({ id, internal }) => [id, internal?.verdict]));
}

describe("correlations of numbered variables", () => {
  const IDS = ["T1.2. Education.1", "T1.3. Log income.1", "T1.3. Log income.2"];

  for (const columns of [
    ["1", "2"],
    ["(1)", "(2)"],
    ["1.", "2."],
  ])
    it(`are those of the rows "1. Age", "2. Education" under ${columns.join(", ")}; means and SDs are not judged`, () => {
      const ids = IDS.map((id) => id.replace(/\d$/, (at) => columns[Number(at) - 1]!));
      const found = verdicts("-.18*", ".20** .38**", columns);
      expect(ids.map((id) => found[id])).to.deep.equal(["reproduced", "reproduced", "reproduced"]);
      expect(found["T1.1. Age.M"]).to.equal(undefined);
    });

  it("accuse none but the correlations where no data can have them", () => {
    // numpy.linalg.eigvalsh: the smallest eigenvalue is -0.854
    const found = verdicts("-.98*", ".90** .90**");
    expect(IDS.map((id) => found[id])).to.deep.equal(["inconsistent", "inconsistent", "inconsistent"]);
    expect(Object.values(found).filter((one) => one === "inconsistent")).to.have.length(3);
  });
});
