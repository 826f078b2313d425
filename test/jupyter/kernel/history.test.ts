import { expect } from "chai";
import { selectHistory } from "../../../src/jupyter/kernel/session/history.js";

const entries = ["a = 1", "b", "a", "b", "c*"].map((input, i) => ({
  line: i + 1,
  input,
  output: i === 1 ? "2" : null,
}));
const lines = (query: object) => selectHistory(entries, query).map((entry) => (entry as number[])[1]);

describe("the history", () => {
  it("gives the last entries, all where no number is said", () => {
    expect(lines({ hist_access_type: "tail", n: 2 })).to.deep.equal([4, 5]);
    expect(lines({ hist_access_type: "tail" })).to.deep.equal([1, 2, 3, 4, 5]);
    expect(lines({ hist_access_type: "tail", n: 0 })).to.deep.equal([]);
  });

  it("gives a range, its end left out", () => {
    expect(lines({ hist_access_type: "range", session: 0, start: 2, stop: 4 })).to.deep.equal([2, 3]);
    expect(lines({ hist_access_type: "range", session: 0, start: 4 })).to.deep.equal([4, 5]);
    expect(lines({ hist_access_type: "range", session: 0, start: 4, stop: null })).to.deep.equal([4, 5]);
  });

  it("searches by a pattern of * and ?, other signs standing for themselves", () => {
    expect(lines({ hist_access_type: "search", pattern: "a*" })).to.deep.equal([1, 3]);
    expect(lines({ hist_access_type: "search", pattern: "?" })).to.deep.equal([2, 3, 4]);
    expect(lines({ hist_access_type: "search", pattern: "a.*" })).to.deep.equal([]);
    expect(lines({ hist_access_type: "search", pattern: "?", unique: true })).to.deep.equal([3, 4]);
    expect(lines({ hist_access_type: "search", pattern: "*", n: 1 })).to.deep.equal([5]);
  });

  it("has outputs where they are asked for", () => {
    expect(
      selectHistory(entries, { hist_access_type: "range", start: 2, stop: 3, output: true }),
    ).to.deep.equal([[0, 2, ["b", "2"]]]);
  });
});
