import * as ours from "../../../src/helper/statistics/distributions.js";
import { expectClose } from "../../fixtures/fixture.js";
import { series } from "./series-figures.js";

const { t, tCritical, normal, normalCritical, f, chiSquared } = series.distributions;
const rows = (figures: number[][], call: (...given: number[]) => number, digits: number) =>
  figures.forEach((row) => expectClose(call(...row.slice(0, -1)) / row.at(-1)!, 1, digits, row.join(", ")));

describe("the distributions agree with SciPy to the last small p-value:", () => {
  it("Student's t", () => rows(t, ours.tPValue as never, 10));
  it("quantiles of Student's t", () => rows(tCritical, ours.tCritical as never, 10));
  it("the normal", () => rows(normal, ours.normalPValue as never, 10));
  it("quantiles of the normal", () => rows(normalCritical, ours.normalCritical as never, 12));
  it("F", () => rows(f, ours.fPValue as never, 10));
  it("chi-squared", () => rows(chiSquared, ours.chiSquaredPValue as never, 10));
});
