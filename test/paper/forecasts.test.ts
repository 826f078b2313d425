import { expect } from "chai";
import { forecastsOf2026 } from "../../src/paper/forecasts.js";

describe("the index of 2026, forecast by one line", () => {
  it("is one table: which data, which axis, how many editions, and what the interval is worth", async () => {
    const rows = await forecastsOf2026();
    expect(rows.map(({ data, axis, n }) => `${data} by ${axis}, ${n}`)).to.deep.equal([
      "printed by edition, 10",
      "official by edition, 10",
      "official by year, 10",
      "all editions by year, 12",
    ]);
    // numpy.polyfit(T, printed EGDI, 1) at 11, with T 1 to 10
    expect(rows[0]!.forecast).to.be.closeTo(0.98763, 5e-6);
    for (const row of rows) {
      expect(row.forecast).to.be.within(...row.interval);
      // A 95 % interval holds less where errors hang together, least in a walk.
      expect(row["holds at ρ = 0.5"]).to.be.within(row["holds in a walk"], 0.95);
    }
  });
});
