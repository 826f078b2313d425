import { expect } from "chai";
import { tableFormOf } from "../../src/base/display.js";
import { breuschGodfrey } from "../../src/econometrics/breusch-godfrey.js";
import { modelTable } from "../../src/econometrics/model-table.js";
import { ols } from "../../src/econometrics/ols.js";
import { predict } from "../../src/econometrics/predict.js";
import { regressionDiagnostics } from "../../src/econometrics/regression-diagnostics.js";
import { robustStandardErrors } from "../../src/econometrics/robust-standard-errors.js";
import { regressionPlots } from "../../src/figures/regression-plots.js";
import { dataFrame } from "../../src/helper/table/table.js";
import { expectClose, fixture } from "../fixtures/fixture.js";
import { refuses } from "../helper/statistics/says.js";

interface OfR {
  formula: string;
  data: Record<string, number[]>;
  durbinWatson: number;
  durbinWatsonPValue: number;
  fit: number[];
  interval: number[][];
  meanInterval: number[][];
}
interface OfStatsmodels {
  conditionNumber: number;
  jarqueBera: object;
  hc3: number[];
  interval: number[][];
  meanInterval: number[][];
}
/** Computed by R's lm with lmtest, and by statsmodels; commands and versions stand in the files. */
const ofR = fixture<{ sets: Record<string, OfR> }>("r/regression-tests.json").sets;
const ofStatsmodels = fixture<{ sets: Record<string, OfStatsmodels> }>(
  "statsmodels/regression-tests.json",
).sets;

for (const [name, r] of Object.entries(ofR)) {
  const table = dataFrame(r.data);
  const fit = ols(r.formula, table);
  const { durbinWatson, durbinWatsonPValue, fit: fitted, interval, meanInterval, ...rest } = r;
  const outside = { ...rest, formula: undefined, data: undefined };
  const { jarqueBera, hc3, conditionNumber, ...statsmodels } = ofStatsmodels[name]!;

  describe(`ols("${r.formula}", ${name})`, () => {
    it("agrees with R's lm", () => {
      const { terms, rSquared, adjustedRSquared, logLikelihood, aic, bic } = outside as never as typeof fit;
      expectClose(fit, { terms, rSquared, adjustedRSquared, logLikelihood, aic, bic }, 8);
    });
    it("agrees with statsmodels' OLS: AIC, BIC, log-likelihood, condition number", () =>
      expectClose(fit, { ...statsmodels, interval: undefined, meanInterval: undefined, params: undefined, bse: undefined, conditionNumber } as never, 7)); // prettier-ignore
    it("Durbin-Watson's p agrees with R's lmtest, Jarque-Bera with statsmodels", () =>
      expectClose(regressionDiagnostics(fit), { durbinWatson, durbinWatsonPValue, jarqueBera }, 6));
    it("HC3 errors agree with statsmodels", () =>
      expectClose(robustStandardErrors(fit, "HC3").map((term) => term.standardError), hc3, 7)); // prettier-ignore
    it("predictions agree with R and statsmodels", () => {
      const found = predict(fit, table.head(3), { level: 0.9 });
      expectClose(found.map((one) => one.fit), fitted, 9); // prettier-ignore
      for (const other of [{ interval, meanInterval }, statsmodels]) {
        expectClose(found.map((one) => one.interval), other.interval, 8); // prettier-ignore
        expectClose(found.map((one) => one.meanInterval), other.meanInterval, 8); // prettier-ignore
      }
    });
  });
}

const { data, formula } = ofR["mtcars"]!;
const fit = ols(formula, data);

describe("A regression", () => {
  it("is the same by formula, by columns and by what a fit gives to others", () => {
    const { mpg, ...columns } = data;
    const other = ols(mpg!, columns);
    expect(other.terms).to.deep.equal(fit.terms);
    expect(ols("mpg ~ .", data).terms).to.deep.equal(fit.terms);
    expect(ols("mpg ~ wt - 1", data).terms.map((term) => term.name)).to.deep.equal(["wt"]);
    expect(ols("mpg ~ 0 + wt", data).terms).to.deep.equal(ols("mpg ~ wt + 0", data).terms);
    expect(ols("`miles, all` ~ `a+b` + c d", { "miles, all": mpg!, "a+b": data["wt"]!, "c d": data["hp"]! }).rSquared).to.equal(ols("mpg ~ wt + hp", data).rSquared); // prettier-ignore
    expect(robustStandardErrors(mpg!, columns)).to.deep.equal(robustStandardErrors(fit));
    expect(breuschGodfrey(fit, 2)).to.deep.equal(breuschGodfrey(mpg!, columns, 2));
    expect(regressionDiagnostics(formula, data)).to.deep.equal(regressionDiagnostics(fit));
  });

  it("says below its table what a paper and a sceptic want to know", () => {
    const { notes, columns } = tableFormOf(ols("mpg ~ wt", data, { level: 0.9 }))!;
    expect(Object.keys(columns!)).to.include("90 % interval");
    expect(notes![0]).to.match(
      /^dependent variable: mpg, n = 32, df = 30, R² = 0\.7528, .* \(p: < 0\.0001\)$/,
    );
    expect(notes![1]).to.equal(
      "AIC = 164.03, BIC = 166.96, log-likelihood = -80.01, condition number = 12.7",
    );
    expect(notes![2]).to.match(/^Durbin-Watson: 1\.2517 \(p: 0\.0102, against positive autocorrelation\); Jarque-Bera: \d\.\d{4} \(p: 0\.\d{4}\)$/); // prettier-ignore
    expect(notes).to.have.lengthOf(3);
  });

  it("warns of a large condition number, few rows and series that trend", () => {
    const { warnings } = ols("employed ~ gnp + year", ofR["longley"]!.data);
    expect(warnings).to.have.lengthOf(3);
    expect(warnings[0]).to.match(/^The condition number is large, /);
    expect(warnings[1]).to.equal("16 observations: tests of the residuals say little.");
    expect(warnings[2]).to.match(/^employed, gnp all rise or fall with the rows: /);
    expect(ols("mpg ~ wt", data).warnings).to.deep.equal([]);
  });

  refuses("ols", [
    ["a column named twice", () => ols("mpg ~ wt + wt", data), 'each column once, got "wt" twice'],
    ["the like in columns", () => ols(data["mpg"]!, data, { columns: ["wt", "wt"] }), 'each column once, got "wt" twice'],
    ["a duplicate of another name", () => ols("mpg ~ wt + w2", { ...data, w2: data["wt"]! }), 'linearly independent columns, got "w2" as a linear combination of "wt"'],
    ["no formula", () => ols("mpg", data), 'a formula such as "y ~ a + b", got "mpg"'],
    ["a computed column", () => ols("mpg ~ log(wt)", data), /^ols requires names of columns in its formula .*, got "log\(wt\)"$/],
    ["itself on the right", () => ols("mpg ~ mpg", data), 'a dependent variable that is not among the columns, got "mpg"'],
  ]); // prettier-ignore

  it("names the columns that there are", () =>
    expect(() => ols("mpg ~ weight", data)).to.throw('ols found no column "weight"; there are "mpg", "wt", "hp", "qsec"')); // prettier-ignore
});

// statsmodels 0.15 on pandas 3.0.6: smf.ols("y ~ x + C(k)", d).fit(), and "y ~ C(k) - 1", "y ~ x + f"
describe("A regression on categories", () => {
  const d = dataFrame({
    y: [3.1, 4.7, 2.2, 5.9, 6.1, 3.3, 4.8, 7.2, 2.9, 5.1],
    x: [1, 2, 1.5, 3, 2.5, 1.2, 2.2, 3.6, 0.9, 2.8],
    k: ["b", "a", "c", "b", "a", "c", "b", "a", "c", "a"],
    f: [true, false, true, true, false, false, true, false, true, false],
  });
  const estimates = ({ terms }: ReturnType<typeof ols>) => Object.fromEntries(terms.map((term) => [term.name, term.estimate])); // prettier-ignore

  it("agrees with statsmodels: each against the first, predictions, and each alone without an intercept", () => {
    const fit = ols("y ~ x + C(k)", d);
    expectClose(
      estimates(fit),
      {
        "(intercept)": 2.2999062133645967,
        x: 1.2752637749120757,
        "C(k)[T.b]": -0.33545134818288314,
        "C(k)[T.c]": -1.0302227432590825,
      },
      12,
    );
    const errors = [1.0004809309038334, 0.3469760129829017, 0.5493482498873978, 0.7277311223896398];
    expectClose(fit.terms.map(({ standardError }) => standardError), errors, 12); // prettier-ignore
    const predicted = predict(fit, dataFrame({ x: [2, 2], k: ["c", "a"] })).map((one) => one.fit);
    expectClose(predicted, [3.8202110199296655, 4.850433763188748], 12);
    const alone = { "C(k)[a]": 5.775, "C(k)[b]": 4.6000000000000005, "C(k)[c]": 2.8000000000000003 };
    expectClose(estimates(ols("y ~ C(k) - 1", d)), alone, 12);
  });

  it("takes true and false for 1 and 0", () => {
    const found = { "(intercept)": 1.5695376820772622, x: 1.5332488917036116, f: -0.4267257758074734 };
    expectClose(estimates(ols("y ~ x + f", d)), found, 12);
  });

  it("refuses a category that it was not fitted to, and a column that is not there", () => {
    const fit = ols("y ~ x + C(k)", d);
    expect(() => predict(fit, dataFrame({ x: [2], k: ["z"] }))).to.throw(
      'predict requires one of a, b, c, got "z"',
    );
    expect(() => ols("y ~ C(q)", d)).to.throw('ols found no column "q"; there are "y", "x", "k", "f"');
  });
});

describe("modelTable", () => {
  const models = [ols("mpg ~ wt", data), fit];
  const table = modelTable(models, { stars: true, decimals: 2 });

  it("sets models side by side, as R's stargazer and statsmodels' summary_col do", () => {
    expect(table.head).to.deep.equal(["", "(1) mpg", "(2) mpg"]);
    // R: coef(summary(lm(mpg ~ wt, mtcars))), coef(summary(lm(mpg ~ wt + hp + qsec, mtcars)))
    expect(table.rows).to.deep.equal([
      ["wt", "-5.34***", "-4.36***"], ["", "(0.56)", "(0.75)"],
      ["hp", "", "-0.02"], ["", "", "(0.01)"],
      ["qsec", "", "0.51"], ["", "", "(0.44)"],
      ["(intercept)", "37.29***", "27.61**"], ["", "(1.88)", "(8.42)"],
      ["n", "32", "32"], ["R²", "0.753", "0.835"], ["adjusted R²", "0.745", "0.817"], ["s", "3.05", "2.58"],
    ]); // prettier-ignore
  });

  it("writes Markdown and LaTeX", () => {
    expect(table.toMarkdown().split("\n").slice(0, 3)).to.deep.equal(["|  | (1) mpg | (2) mpg |", "|---|--:|--:|", "| wt | -5.34\\*\\*\\* | -4.36\\*\\*\\* |"]); // prettier-ignore
    expect(table.toLatex().split("\n").slice(0, 5)).to.deep.equal(["\\begin{tabular}{lrr}", "\\toprule", " & (1) mpg & (2) mpg \\\\", "\\midrule", "wt & -5.34*** & -4.36*** \\\\"]); // prettier-ignore
  });

  it("takes other standard errors and names", () => {
    const robust = modelTable(models, { terms: models.map((one) => robustStandardErrors(one, "HC3")), names: ["a", "b"] }); // prettier-ignore
    expect(robust.head).to.deep.equal(["", "a", "b"]);
    expect(robust.rows[1]![2]).to.equal(`(${ofStatsmodels["mtcars"]!.hc3[1]!.toFixed(3)})`);
  });

  it("shows models of one name, and named by years, in their order", () => {
    for (const names of [
      ["a", "a"],
      ["2021", "2020"],
    ]) {
      // prettier-ignore
      const { columns } = tableFormOf(modelTable(models, { names }))!;
      expect((columns as [string, string[]][]).map(([name]) => name)).to.deep.equal(["", ...names]);
    }
  });

  refuses("modelTable", [
    ["no model", () => modelTable([]), "at least one fit of ols, got an array of length 0"],
    ["too few names", () => modelTable(models, { names: ["a"] }), "one for each of the 2 models, got an array of length 1"],
  ]); // prettier-ignore
});

describe("regressionPlots", () => {
  it("has each row's residual three times, against what the diagnostics say", () => {
    const diagnostics = regressionDiagnostics(fit);
    const { data: traces } = regressionPlots(diagnostics);
    expect(traces.slice(0, 3).map((trace) => trace.y)).to.deep.equal(Array(3).fill(diagnostics.studentizedResiduals)); // prettier-ignore
    expect(traces[0]!.x).to.deep.equal(diagnostics.fitted);
    expect(traces[1]!.x).to.deep.equal(diagnostics.leverage);
  });
});
