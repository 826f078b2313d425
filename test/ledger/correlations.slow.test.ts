import { expect } from "chai";
import { judgeLedger } from "../../src/ledger/judge.js";
import { readLedger } from "../../src/ledger/load-ledger.js";
import { offendingVariables } from "../../src/ledger/functions/correlation-law.js";
import { pearson } from "../../src/helper/statistics/correlation.js";
import { uniform } from "./uniform.js";

/** Variables that share a factor, so many observations of each. */
function dataOf(variables: number, observations: number, seed: number): number[][] {
  const next = uniform(seed);
  const factor = Array.from({ length: observations }, () => 3 * next());
  return Array.from({ length: variables }, () =>
    factor.map((shared) => shared / 2 + next() + next() + next()),
  );
}

const grid = (file: string, lines: string[][]) => ({
  file,
  header: lines[0]!,
  rows: lines.slice(1).map((cells, at) => ({ line: at + 2, cells })),
});

/** The table of correlations with two decimals, one of them printed otherwise, beside means as the APA has them. */
function judgedTable(data: number[][], slip: string) {
  const names = data.map((_, at) => `v${at}`);
  const rows = names.map((name, i) => [
    name,
    "3.10",
    ...names.map((_, j) =>
      j >= i ? "" : i === 5 && j === 2 && slip !== "" ? slip : pearson(data[i]!, data[j]!).r.toFixed(2),
    ),
  ]);
  const tables = {
    T1: grid("T1.csv", [["variable", "M", ...names], ...rows]),
    claims: grid("claims.csv", [
      ["cells", "role", "law"],
      [
        names
          .slice(0, -1)
          .map((name) => `T1.${name}[*]`)
          .join(", "),
        "result",
        "correlations(T1)",
      ],
    ]),
  };
  const exhibits = [{ key: "T1", name: "Table 1" }];
  const started = process.cpuUsage();
  const judged = judgeLedger(
    readLedger({
      where: "folder",
      findings: [],
      paper: { title: { en: "A paper" }, languages: ["en"], exhibits },
      tables,
    }),
  );
  return { judged, seconds: process.cpuUsage(started).user / 1e6 };
}

describe("correlations of many variables, in seconds of processor time", () => {
  for (const variables of [12, 20, 30])
    it(`of ${variables}: those of data are possible, and one slip is found with its repair @long`, function () {
      this.timeout(60000);
      this.retries(2);
      for (const observations of [100, variables - 4]) {
        const { judged, seconds } = judgedTable(dataOf(variables, observations, variables), "");
        expect(judged.every(({ internal }) => internal!.verdict === "reproduced")).to.equal(true);
        expect(seconds).to.be.below(1);
      }
      const { judged, seconds } = judgedTable(dataOf(variables, 100, variables), "-0.70");
      const broken = judged.filter(({ internal }) => internal!.verdict === "impossible");
      expect(broken.map(({ id }) => id)).to.deep.equal(["T1.v5.v2"]);
      expect(broken[0]!.internal!.working).to.match(/λ\(v2, v5, v\d+\)/);
      expect(seconds).to.be.below(1);
    });

  it("of data are never refuted, however they are rounded, and refuted ones have no data by their determinants", () => {
    const next = uniform(5);
    for (let trial = 0; trial < 200; trial++) {
      const size = 3 + Math.floor(5 * next());
      const data = dataOf(size, size + 2, trial);
      const half = 0.5 * 10 ** -(1 + Math.floor(3 * next()));
      const found = offendingVariables(size, (a, b) => {
        const printed = Math.round(pearson(data[a]!, data[b]!).r / (2 * half)) * 2 * half;
        return [printed - half, printed + half];
      });
      expect(found).to.equal(null);
    }
  });
});
