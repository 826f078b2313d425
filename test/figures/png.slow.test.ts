import { expect } from "chai";
import { chart } from "../../src/figures/chart.js";
import { figureToPng, figureToSvg } from "../../src/figures/png/png.js";
import { svgToPng } from "../../src/figures/png/rasterizer.js";
import { colours, differing, readPng } from "./pixels.js";
import { SPECIMENS } from "./specimens.js";

const TEXT = /<text[\s>][^]*?<\/text>/g;
const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];

describe("the PNG of every figure", function () {
  this.timeout(30_000);

  for (const [name, make] of Object.entries(SPECIMENS)) {
    it(`${name}: has its size, is not blank, and shows its words`, async () => {
      const figure = make();
      const svg = await figureToSvg(figure);
      const png = svgToPng(svg);
      expect([...png.subarray(0, 8)]).to.deep.equal(SIGNATURE);
      const pixels = readPng(png);
      expect([pixels.width, pixels.height]).to.deep.equal([900, figure.layout.height]);
      expect(colours(pixels)).to.be.above(10);
      const words = svg.match(TEXT) ?? [];
      expect(words.length).to.be.above(3);
      const silent = readPng(svgToPng(svg.replace(TEXT, "")));
      expect(differing(pixels, silent)).to.be.above(30 * words.length);
    });
  }
});

describe("figureToPng", function () {
  this.timeout(30_000);

  it("takes another size", async () => {
    const { width, height } = readPng(await figureToPng(SPECIMENS.rankLines!(), { width: 400, height: 300 }));
    expect([width, height]).to.deep.equal([400, 300]);
  });

  it("leaves the figure as it was", async () => {
    const figure = SPECIMENS.indexSeries!();
    const before = structuredClone(figure);
    await figureToPng(figure);
    expect(figure).to.deep.equal(before);
  });

  it("gives the same picture twice", async () => {
    const twice = [await figureToPng(SPECIMENS.rankLines!()), await figureToPng(SPECIMENS.rankLines!())];
    expect(twice[0]!.equals(twice[1]!)).to.equal(true);
  });

  it("refuses a size of nothing", async () => {
    const refusal = await figureToPng(SPECIMENS.rankLines!(), { width: 0 }).catch((error: Error) => error);
    expect(String(refusal)).to.match(/figureToPng requires a width and a height above 0, got "0 x 500"/);
  });

  it("draws each letter that Kazakh adds to the Russian alphabet, and not the box of a letter that is missing", async () => {
    const draw = async (letter: string) => {
      const figure = chart([{ name: "", x: [1], y: [1] }], { title: letter });
      return readPng(await figureToPng({ ...figure, data: [] }, { width: 120, height: 160 }));
    };
    const [nothing, box] = [await draw(""), await draw("\u{10FFFD}")];
    const seen: Buffer[] = [];
    for (const letter of "әғқңөұүһіӘҒҚҢӨҰҮҺІ") {
      const drawn = await draw(letter);
      expect(differing(drawn, nothing), letter).to.be.above(20);
      expect(differing(drawn, box), letter).to.be.above(20);
      const bytes = Buffer.from(drawn.data);
      expect(
        seen.some((other) => other.equals(bytes)),
        `${letter} like another`,
      ).to.equal(false);
      seen.push(bytes);
    }
  });
});
