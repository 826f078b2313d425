import { expect } from "chai";
import { caption } from "../../src/paper/captions.js";
import { printedCells } from "../../src/paper/paper.js";

describe("caption", () => {
  it("has a caption and a heading for every exhibit and column in three languages", () => {
    for (const { exhibit, row, column } of printedCells()) {
      const heading = exhibit === "Figure 1" ? row : column;
      const texts = ["en", "kk", "ru"].flatMap((language) => [
        caption(exhibit, language),
        caption(exhibit, language, heading),
      ]);
      expect(texts.every((text) => text.length > 0)).to.equal(true);
    }
  });

  it("is English in a language that the paper's folder lacks", () =>
    expect(caption("Table 3", "de")).to.equal(caption("Table 3", "en")));

  it("refuses an exhibit or part that is not there", () => {
    expect(() => caption("Table 9")).to.throw(
      /^caption requires an exhibit, .* got \["Table 9","en","caption"\]$/,
    );
    expect(() => caption("Table 3", "en", "m3")).to.throw(/got \["Table 3","en","m3"\]$/);
  });
});
