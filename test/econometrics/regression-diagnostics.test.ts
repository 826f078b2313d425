import { expect } from "chai";
import { breuschGodfrey } from "../../src/econometrics/breusch-godfrey.js";
import { ols } from "../../src/econometrics/ols.js";
import { regressionDiagnostics } from "../../src/econometrics/regression-diagnostics.js";
import { robustStandardErrors } from "../../src/econometrics/robust-standard-errors.js";
import { regressionPlots } from "../../src/figures/regression-plots.js";
import { ranks } from "../../src/helper/statistics/ranks.js";
import { dataFrame } from "../../src/helper/table/table.js";
import { mimeBundle } from "../../src/show/show.js";
import { expectClose } from "../fixtures/fixture.js";
import { regressions } from "./regression-figures.js";
import { refuses } from "../helper/statistics/says.js";

const [{ y, columns }] = regressions as [(typeof regressions)[number]];
const errorsOf = (terms: { standardError: number }[]) => terms.map((term) => term.standardError);

describe("what statsmodels says of a regression beyond its table:", () => {
  for (const { name, y, columns, intercept, outside } of regressions) {
    it(`leverage, studentized residuals, Cook's distance, Durbin-Watson: ${name}`, () => {
      const { studentized, ...rest } = outside.diagnostics;
      const found = regressionDiagnostics(y, columns, { intercept });
      expectClose(found, rest, 8);
      expectClose(found.studentizedResiduals, studentized, 8);
    });

    for (const kind of ["HC1", "HC3"] as const)
      it(`${kind} errors and their p-values: ${name}`, () => {
        const terms = robustStandardErrors(y, columns, { kind, intercept });
        expectClose(errorsOf(terms), outside.robust[kind].standardErrors, 8);
        expectClose(terms.map((term) => term.pValue), outside.robust[kind].pValues, 7); // prettier-ignore
      });

    for (const [lags, errors] of Object.entries(outside.neweyWest))
      it(`Newey-West errors with ${lags} lags: ${name}`, () => {
        const options = { kind: "Newey-West", lags: Number(lags), intercept } as const;
        expectClose(errorsOf(robustStandardErrors(y, columns, options)), errors, 8);
      });

    for (const [lags, test] of Object.entries(outside.breuschGodfrey ?? {}))
      it(`Breusch-Godfrey with ${lags} lags: ${name}`, () =>
        expectClose(breuschGodfrey(y, columns, Number(lags)), test, 8));
  }
});

describe("regressionDiagnostics", () => {
  it("has leverages that add up to the number of terms", () => {
    const { leverage } = regressionDiagnostics(y, columns);
    expect(leverage.reduce((sum, value) => sum + value, 0)).to.be.closeTo(2, 1e-12);
  });

  it("has no residual to speak of, and none that is NaN, for a perfect fit", () => {
    const found = regressionDiagnostics([0, 0, 0, 0], { x: [1, 2, 4, 5] });
    expect(found.studentizedResiduals).to.deep.equal([0, 0, 0, 0]);
    expect(found.durbinWatson).to.equal(0);
  });

  refuses("regressionDiagnostics", [
    [
      "too few rows",
      () => regressionDiagnostics([1, 2], { x: [1, 3] }),
      "more than 2 rows for 2 terms, got 2",
    ],
  ]);
});

describe("a regression of many rows", () => {
  const rows = Array.from({ length: 2000 }, (_, row) => row);
  const noise = rows.map((row) => ((row * 7919) % 1009) / 1009 - 0.5);
  const columns = { x: rows.map((row) => (row * 37) % 101), z: rows.map((row) => (row * row) % 89) };
  const y = noise.map(
    (e, row) => 1 + 2 * columns.x[row]! - columns.z[row]! + e + 0.3 * (noise[row - 1] ?? 0),
  );

  // R 4.2.2, lmtest 0.9.40: dwtest(lm(y ~ x + z)), which treats d as normal from 100 rows on, too
  it("has R's Durbin-Watson test, without a matrix of as many columns as rows", () => {
    const start = process.cpuUsage();
    const { durbinWatson, durbinWatsonPValue } = regressionDiagnostics(y, columns);
    expectClose({ durbinWatson, durbinWatsonPValue }, { durbinWatson: 1.236808030687792, durbinWatsonPValue: 1.312537890390735e-65 }, 9); // prettier-ignore
    expect(process.cpuUsage(start).user / 1e6).to.be.below(3);
  });

  it("is plotted and shown, however many there are", () => {
    const many = Array.from({ length: 150_000 }, (_, row) => row % 97);
    expect(regressionPlots({ fitted: many, leverage: many, studentizedResiduals: many }).data).to.have.lengthOf(4); // prettier-ignore
    expect(mimeBundle(dataFrame({ many }))["text/plain"]).to.match(/\n\+ \d+ more rows$/);
    expect(ranks(many)[97]).to.equal((1 + Math.ceil(150_000 / 97)) / 2);
  });
});

describe("robustStandardErrors", () => {
  it("keeps the estimates of ols", () =>
    expect(robustStandardErrors(y, columns).map((term) => term.estimate)).to.deep.equal(
      ols(y, columns).terms.map((term) => term.estimate),
    ));

  refuses("robustStandardErrors", [
    [
      "a kind that it does not know",
      () => robustStandardErrors(y, columns, { kind: "HC9" as never }),
      'a kind of "HC1", "HC3" or "Newey-West", got "HC9"',
    ],
    [
      "more lags than rows",
      () => robustStandardErrors(y, columns, { kind: "Newey-West", lags: 12 }),
      "lags from 0 to 11, got 12",
    ],
    [
      "for HC3, a row that alone decides its fitted value",
      () => robustStandardErrors([1, 2, 4, 3], { x: [0, 0, 0, 1] }, { kind: "HC3" }),
      /^robustStandardErrors requires row 4 not to determine its own fitted value alone, got (1|0\.9999)/,
    ],
    [
      "a level that is none",
      () => robustStandardErrors(y, columns, { level: 0 }),
      "a level between 0 and 1, got 0",
    ],
  ]);
});

describe("breuschGodfrey", () => {
  refuses("breuschGodfrey", [
    ["no lag", () => breuschGodfrey(y, columns, 0), "a whole number of lags from 1, got 0"],
    ["a perfect fit", () => breuschGodfrey([1, 3, 5, 7, 9], { x: [0, 1, 2, 3, 4] }), /^breuschGodfrey requires residuals that are not all 0, got/], // prettier-ignore
    [
      "more lags than rows allow",
      () => breuschGodfrey([1, 3, 2, 7], { x: [0, 1, 2, 3] }, 2),
      "more than 4 rows for 4 terms, got 4",
    ],
  ]);
});
