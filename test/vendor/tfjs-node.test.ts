import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "chai";

const require = createRequire(import.meta.url);
const { operations } = require("../fixtures/tfjs/operations.cjs") as {
  operations: () => Promise<Record<string, unknown>>;
};
const expected = JSON.parse(
  readFileSync(new URL("../fixtures/tfjs/danfo-tfjs-4.22.0.json", import.meta.url), "utf8"),
) as Record<string, unknown>;

/** TensorFlow.js computed the fixture in float32: seven digits. */
const FLOAT32 = 3e-7;

function expectClose(actual: unknown, wanted: unknown): void {
  if (Array.isArray(wanted)) {
    expect(actual).to.be.an("array").with.length(wanted.length);
    wanted.forEach((value, index) => expectClose((actual as unknown[])[index], value));
  } else if (typeof wanted === "number") {
    expect(actual).to.be.closeTo(wanted, FLOAT32 * Math.max(1, Math.abs(wanted)));
  } else if (wanted === "NaN") {
    expect(actual).to.be.NaN;
  } else {
    expect(actual).to.equal(wanted);
  }
}

describe("the float64 arrays behind danfo's arithmetic", () => {
  let actual: Record<string, unknown>;
  before(async () => {
    actual = await operations();
  });

  for (const [name, wanted] of Object.entries(expected)) {
    it(`agree with TensorFlow.js: ${name}`, () => {
      expectClose(actual[name], wanted);
    });
  }

  it("keep float64: 0.4876 * 3 has no float32 tail", () => {
    const { DataFrame } = require("danfojs-node") as typeof import("danfojs-node");
    expect(new DataFrame({ a: [0.4876] }).mul(3).values).to.deep.equal([[0.4876 * 3]]);
  });

  it("refuse shapes that do not fit", () => {
    const { DataFrame } = require("danfojs-node") as typeof import("danfojs-node");
    const two = new DataFrame({ a: [1, 2], b: [3, 4] });
    const three = new DataFrame({ a: [1, 2, 3], b: [3, 4, 5] });
    expect(() => two.add(three)).to.throw(/could not be broadcast|shape|length/i);
  });
});
