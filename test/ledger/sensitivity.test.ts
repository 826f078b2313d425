import { expect } from "chai";
import type { Judged } from "../../src/ledger/claim.js";
import { sensitivity } from "../../src/ledger/sensitivity.js";

describe("sensitivity", () => {
  it("names the verdicts that another limit of chance than 5 % would change", () => {
    const chances = [0.004, 0.02, 0.049, 0.05, 0.08, 0.3];
    const judged = [
      ...chances.map((chance, at) => ({ id: `c${at}`, source: { chance } })),
      { id: "none", source: {} },
    ] as unknown as Judged[];
    const changed = sensitivity(judged, [0.01, 0.05, 0.1]).map((one) => one.changed.map(({ id }) => id));
    expect(changed).to.deep.equal([["c1", "c2"], [], ["c3", "c4"]]);
  });
});
