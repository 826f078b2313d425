import { expect } from "chai";
import { loadOfficial } from "../../src/egov/official.js";
import { checkIndexSeries } from "../../src/egov/check-index-series.js";
import { numbers } from "../../src/helper/table/table.js";
import { refuses } from "../helper/statistics/says.js";

const columns = (country: string) => {
  const df = loadOfficial(country);
  const [year, EGDI, OSI, TII, HCI] = ["year", "EGDI", "OSI", "TII", "HCI"].map((name) => numbers(df, name));
  return { year: year!, EGDI: EGDI!, OSI: OSI!, TII: TII!, HCI: HCI! };
};
const series = columns("Kazakhstan");
const changed = (name: "EGDI" | "OSI" | "TII", at: number, value: number) => ({
  ...series,
  [name]: series[name].with(at, value),
});
const where = (given: typeof series) => checkIndexSeries(given)["where"].values as string[];

describe("checkIndexSeries", () => {
  it("finds the identity and no copies in the UN's own values", () => {
    for (const country of ["Kazakhstan", "China", "Germany"]) {
      expect(where(columns(country)).slice(0, 3), country).to.deep.equal(["", "", ""]);
    }
  });

  it("finds an index that is not the mean of its components, and by how much", () =>
    expect(where(changed("EGDI", 7, series.EGDI[7]! + 0.04))[0]).to.match(/^2016: off by 0\.040\d$/));

  it("finds a component that the UN itself left as it was", () =>
    expect(where(columns("India"))[2]).to.equal("HCI: 2003 = 2004"));

  it("does not take the last printed digit for a difference", () =>
    expect(where({ ...series, EGDI: series.EGDI.map((value) => Number(value.toFixed(4))) })[0]).to.equal(""));

  it("finds a value that stands in two columns, and one that stands in two editions", () => {
    expect(where(changed("OSI", 3, series.TII[3]!))[1]).to.equal("2008: OSI = TII");
    expect(where(changed("TII", 3, series.TII[2]!))[2]).to.equal("TII: 2005 = 2008");
  });

  it("finds a step that stands out, a year at a time", () => {
    const yearly = [0.02, 0.022, 0.018, 0.021, 0.019, 0.02, 0.022, 0.018, 0.021, 0.019, 0.02];
    let index = 0.3;
    const EGDI = series.year.map(
      (one, at) => (index += at && yearly[at - 1]! * (one - series.year[at - 1]!)),
    );
    const even = { ...series, EGDI };
    expect(checkIndexSeries(even)["holds"].values[3]).to.equal(true);
    const jump = { ...even, EGDI: even.EGDI.with(11, even.EGDI[11]! + 0.1) };
    expect(where(jump)[3]).to.match(/^2022 to 2024: 0\.0700 a year$/);
  });

  refuses("checkIndexSeries", [
    [
      "columns of unequal length",
      () => checkIndexSeries({ ...series, HCI: [0.5] }),
      "HCI of length 12, got 1",
    ],
    ["NaN", () => checkIndexSeries({ ...series, OSI: series.OSI.with(2, NaN) }), "OSI to hold finite numbers only, got NaN at position 2"], // prettier-ignore
    [
      "a component that is no index",
      () => checkIndexSeries(changed("OSI", 0, 94.1)),
      /^egdiOf requires OSI between 0 and 1, got 94.1$/,
    ],
    [
      "unsorted years",
      () => checkIndexSeries({ ...series, year: series.year.toReversed() }),
      "years in increasing order without duplicates after 2024, got 2022",
    ],
  ]);
});
