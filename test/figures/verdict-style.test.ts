import { expect } from "chai";
import { VERDICT_STYLE } from "../../src/figures/verdict-style.js";

type Triple = [number, number, number];

/** What the three kinds of colour blindness make of linear RGB: Machado, Oliveira and Fernandes (2009), severity 1. */
const VISIONS: Record<string, Triple[]> = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}; // prettier-ignore
/** From linear sRGB to CIE XYZ, as a share of the white point D65 (IEC 61966-2-1). */
const XYZ: Triple[] = [
  [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339 / 1.08883, 0.119192 / 1.08883, 0.9503041 / 1.08883],
];
const times = (matrix: Triple[], vector: Triple): Triple =>
  matrix.map((row) => row.reduce((sum, value, at) => sum + value * vector[at]!, 0)) as Triple;
const linear = (colour: string): Triple =>
  [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as Triple;
/** CIE 1976 L*a*b* of a colour as one kind of eye sees it. */
function lab(colour: string, vision: string): Triple {
  const seen = times(VISIONS[vision]!, linear(colour)).map((value) => Math.min(1, Math.max(0, value)));
  const [x, y, z] = times(XYZ, seen as Triple).map((t) =>
    t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116,
  );
  return [116 * y! - 16, 500 * (x! - y!), 200 * (y! - z!)];
}

describe("the colours of verdicts", () => {
  const colours = Object.values(VERDICT_STYLE).map(({ colour }) => colour);

  for (const vision of Object.keys(VISIONS))
    it(`are all told apart with ${vision === "normal" ? "normal vision" : vision}`, () => {
      const places = colours.map((colour) => lab(colour, vision));
      places.forEach((one, at) =>
        places.slice(0, at).forEach((other, before) => {
          const apart = Math.hypot(...one.map((value, part) => value - other[part]!));
          expect(apart, `${colours[at]} and ${colours[before]}`).to.be.above(15);
        }),
      );
    });

  it("carry black signs, by WCAG's contrast of 4.5", () => {
    for (const colour of colours)
      expect((times(XYZ, linear(colour))[1] + 0.05) / 0.05, colour).to.be.above(4.5);
  });

  it("have signs that differ", () => {
    const signs = Object.values(VERDICT_STYLE).map(({ sign }) => sign);
    expect(new Set(signs).size).to.equal(signs.length);
  });
});
