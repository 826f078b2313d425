import { expect } from "chai";
import { parseNumber } from "../../src/egov/read-editions.js";
import { trimBlanks } from "../../src/base/grid.js";
import { readCell, readPrinted } from "../../src/ledger/parse-number.js";

describe("parseNumber", () => {
  const understood: [string, number][] = [
    ["0,4876", 0.4876],
    ["0.4876", 0.4876],
    [" 12 ", 12],
    ["\u00a00,5\u202f", 0.5],
    ["1 234,5", 1234.5],
    ["1\u2009234\u2009567", 1234567],
    ["\u22120,25", -0.25],
    ["-3", -3],
    ["+3", 3],
    [".5", 0.5],
    ["5,", 5],
    ["1e-3", 0.001],
    ["1,5E2", 150],
    ["1,234", 1.234],
    ["1.000", 1],
    ["1.234,5", 1234.5],
    ["86 %", 0.86],
  ];
  for (const [text, value] of understood) {
    it(`reads ${JSON.stringify(text)} as ${value}`, () => expect(parseNumber(text)).to.equal(value));
  }

  const refused = ["", "0,94.1", "12 34", "abc", "0x10", "1e999", "NaN", "Infinity", "--1"];
  for (const text of refused) {
    it(`finds no number in ${JSON.stringify(text)}`, () => expect(parseNumber(text)).to.equal(null));
  }
});

describe("trimBlanks", () => {
  it("takes away typographic blanks and a byte order mark, and leaves those inside", () => {
    expect(trimBlanks("\ufeff\u2009Republic of\u00a0Korea\u202f ")).to.equal("Republic of\u00a0Korea");
  });
});

describe("readPrinted", () => {
  const understood: [text: string, value: number, decimals: number, stars?: number][] = [
    ["0,4876", 0.4876, 4],
    ["0.4870", 0.487, 4],
    [".75", 0.75, 2],
    ["2·96", 2.96, 2],
    ["2⋅96", 2.96, 2],
    ["+0.7", 0.7, 1],
    ["−0,25", -0.25, 2],
    ["–1.2", -1.2, 1],
    ["‐3", -3, 0],
    ["‑3", -3, 0],
    ["- 3", -3, 0],
    ["−0.0", 0, 1],
    ["1 234,5", 1234.5, 1],
    ["1\u202f234\u202f567", 1234567, 0],
    ["1’234.50", 1234.5, 2],
    ["1,234.5", 1234.5, 1],
    ["1.234,5", 1234.5, 1],
    ["1,234,567", 1234567, 0],
    ["7,324", 7.324, 3],
    ["0.123***", 0.123, 3, 3],
    ["0.123 **", 0.123, 3, 2],
    ["1.2†", 1.2, 1, 1],
    ["(0.045)", 0.045, 3],
    ["(−0,045)**", -0.045, 3, 2],
    ["[1.96*]", 1.96, 2, 1],
    ["12.5%", 0.125, 3],
    ["12,5 %", 0.125, 3],
    ["50 %", 0.5, 2],
    ["29%", 0.29, 2],
    ["1.5e-3", 0.0015, 4],
    ["2E3", 2000, -3],
    ["4.2E−3", 0.0042, 4],
    ["4.2 × 10⁻³", 0.0042, 4],
    ["4.2x10^-3", 0.0042, 4],
    ["4.2 × 10³", 4200, -2],
    ["$3,004", 3004, 0],
    ["−$3,004.50", -3004.5, 2],
    ["US$ 5", 5, 0],
    ["12 €", 12, 0],
    ["0.45a", 0.45, 2],
    ["0.45a,b", 0.45, 2],
    ["0.45¹", 0.45, 2],
    ["0.52ns", 0.52, 2],
    [".12+", 0.12, 2, 1],
    ["p = .03", 0.03, 2],
    ["0,123", 0.123, 3],
    ["1,23,456.7", 123456.7, 1],
    ["12,34,567", 1234567, 0],
    ["(12.5)%", 0.125, 3],
    ["%12,5", 0.125, 3],
    ["-٠٫٤٥", -0.45, 2],
    ["۱٬۲۳۴٫۵", 1234.5, 1],
    ["۱۲٪", 0.12, 2],
    ["१२.५", 12.5, 1],
    ["４．２０％", 0.042, 4],
    ["（０．０４５）＊＊", 0.045, 3, 2],
    ["\u200e-0.5\u200b", -0.5, 1],
    ["10⁻³", 0.001, 3],
    ["10−3", 0.001, 3],
  ];
  for (const [text, value, decimals, stars = 0] of understood) {
    it(`reads ${JSON.stringify(text)} as ${value} to ${decimals} decimal places, ${stars} stars`, () =>
      expect(readPrinted(text)).to.deep.equal({ value, decimals, stars }));
  }

  it("begins no group of thousands with a zero", () =>
    expect(readPrinted("0,123", ".")).to.deep.equal({ value: 0.123, decimals: 3, stars: 0 }));

  const bounds: [text: string, low: number, high: number][] = [
    ["<.001", 0, 0.001],
    ["p < .001", 0, 0.001],
    ["＜．００１", 0, 0.001],
    ["≤ −2", -Infinity, -2],
    ["p > .05", 0.05, 1],
    ["≥65", 65, Infinity],
  ];
  for (const [text, low, high] of bounds)
    it(`takes ${JSON.stringify(text)} for all from ${low} to ${high}`, () =>
      expect(readPrinted(text)?.range).to.deep.equal([low, high]));

  it("takes a comma between thousands for what the paper's decimal mark says it is", () => {
    expect(readPrinted("7,324", ".")).to.deep.equal({ value: 7324, decimals: 0, stars: 0 });
    expect(readPrinted("7,324", ",")).to.deep.equal({ value: 7.324, decimals: 3, stars: 0 });
    expect(readPrinted("7.324", ",")).to.deep.equal({ value: 7324, decimals: 0, stars: 0 });
  });

  for (const text of [
    "",
    "–",
    "—",
    "n/a",
    "0,94.1",
    "1,2,345",
    "10-12",
    "10–6",
    "12 34",
    "((1))",
    "(1",
    "1e999",
    "Infinity",
    "%",
    "**",
    ".",
    "10²",
    "4.2 × 103",
    "12 (24.5)",
  ]) {
    it(`finds no number in ${JSON.stringify(text)}`, () => expect(readPrinted(text)).to.equal(null));
  }
});

describe("readCell", () => {
  const cells: [text: string, values: (number | null)[]][] = [
    ["12 (24.5)", [12, 24.5]],
    ["[10.0,16.8]", [10, 16.8]],
    ["1.5 (0.3;2.4)", [1.5, 0.3, 2.4]],
    ["-0.2,-.1", [-0.2, -0.1]],
    ["12 (24.5%)", [12, 0.245]],
    ["3.5 ± 1.2", [3.5, 1.2]],
    ["1.5 (0.3–2.4)", [1.5, 0.3, 2.4]],
    ["1,5 (0,3–2,4)", [1.5, 0.3, 2.4]],
    ["1.5 (95% CI 0.3 to 2.4)", [1.5, 0.3, 2.4]],
    ["1,5 (95 % ДИ: от 0,3 до 2,4)", [1.5, 0.3, 2.4]],
    ["1,5 (95%-СИ −0,3; 2,4)", [1.5, -0.3, 2.4]],
    ["0.45 (0.3~0.5)", [0.45, 0.3, 0.5]],
    ["0,45 [−0,3÷0,5]", [0.45, -0.3, 0.5]],
    ["—0.45 (‒0.3)", [-0.45, -0.3]],
    ["−0.5 [−0.9, −0.1]", [-0.5, -0.9, -0.1]],
    ["−0.5 (−0.9 – −0.1)", [-0.5, -0.9, -0.1]],
    ["-0.3 (-0.8--0.2)", [-0.3, -0.8, -0.2]],
    ["-0.3 (-0.8-0.2)", [-0.3, -0.8, 0.2]],
    ["-0.8-0.2", [-0.8, 0.2]],
    ["0.12** (0.03)", [0.12, 0.03]],
    ["0.3-2.4", [0.3, 2.4]],
    ["3/12", [3, 12]],
    ["10–12", [10, 12]],
    ["10-6", [10, 6]],
    ["0.3～0.8", [0.3, 0.8]],
    ["1.2（0.3，0.8）", [1.2, 0.3, 0.8]],
    ["45 (IQR 38–52)", [45, 38, 52]],
    ["45.2 (SD 12.1, range: 20–70)", [45.2, 12.1, 20, 70]],
    ["1,5 (95 % ДИ 1,2–1,9)", [1.5, 1.2, 1.9]],
    ["1,5 (ДИ 95 %: 1,2–1,9)", [1.5, 1.2, 1.9]],
    ["۱۲ (۵۰٪)", [12, 0.5]],
    ["1 234 (56)", [1234, 56]],
    ["0.12**\n(0.03)", [0.12, 0.03]],
    ["–\n(0.03)", [null, 0.03]],
    ["0.12\n", [0.12, null]],
    ["0.45a", [0.45]],
    ["–", []],
    ["−", []],
    ["n.s.", []],
    ["NA", []],
    ["(ref.)", []],
    ["..", []],
  ];
  for (const [text, values] of cells)
    it(`finds ${JSON.stringify(values)} in ${JSON.stringify(text)}`, () =>
      expect(readCell(text)?.map((part) => part?.value ?? null)).to.deep.equal(values));

  it("gives the stars behind all to the first number", () =>
    expect(readCell("0.12 (0.03)**")?.map((part) => part?.stars)).to.deep.equal([2, 0]));

  for (const text of ["abc", "0;9;4", "0,94.1", "2020-01-05", "12 24", "(0.3", "0.3 (x)"])
    it(`finds no numbers in ${JSON.stringify(text)}`, () => expect(readCell(text)).to.equal(null));
});
