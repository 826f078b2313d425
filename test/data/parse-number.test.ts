import { expect } from "chai";
import { parseNumber, printedDecimals, trimBlanks } from "../../src/data/parse-number.js";

describe("parseNumber", () => {
  const understood: [string, number][] = [
    ["0,4876", 0.4876],
    ["0.4876", 0.4876],
    [" 12 ", 12],
    ["\u00a00,5\u202f", 0.5],
    ["1 234,5", 1234.5],
    ["1\u2009234\u202f567", 1234567],
    ["\u22120,25", -0.25],
    ["-3", -3],
    ["+3", 3],
    [".5", 0.5],
    ["5,", 5],
    ["1e-3", 0.001],
    ["1,5E2", 150],
  ];
  for (const [text, value] of understood) {
    it(`reads ${JSON.stringify(text)} as ${value}`, () => expect(parseNumber(text)).to.equal(value));
  }

  const refused = ["", "0,94.1", "1.234,5", "1,234.5", "12 34", "abc", "0x10", "1e999", "NaN", "Infinity", "5%", "--1"];
  for (const text of refused) {
    it(`finds no number in ${JSON.stringify(text)}`, () => expect(parseNumber(text)).to.equal(null));
  }
});

describe("printedDecimals", () => {
  it("counts the digits behind a comma or a dot, trailing zeros included", () => {
    expect(["24", "0,4876", "0.7520", "4,555", "1,000"].map(printedDecimals)).to.deep.equal([0, 4, 4, 3, 3]);
  });
});

describe("trimBlanks", () => {
  it("takes away typographic blanks and a byte order mark, and leaves those inside", () => {
    expect(trimBlanks("\ufeff\u2009Republic of\u00a0Korea\u202f ")).to.equal("Republic of\u00a0Korea");
  });
});
