import { expect } from "chai";
import {
  completeness,
  pagedName,
  toCodePoints,
  toUtf16,
} from "../../../src/jupyter/kernel/session/questions.js";

describe("whether code is complete", () => {
  const cases = {
    complete: ["", "1 + 1", "// only a comment", "for (const a of []) {}", "await f()", "movingTotal?"],
    incomplete: [
      "function f() {",
      "[1,",
      "`text",
      "/* text",
      "1 +",
      "if (a)",
      "const f = (x) =>",
      "f(\n\n",
      "1 + // two",
      "f(a, /* b */\n",
    ],
    invalid: ["let let let", "const = 1", "f(]", "}", "'text", "1 1", "function f() { ) {"],
  };
  for (const [status, codes] of Object.entries(cases)) {
    it(`says ${status} where it is`, () => {
      for (const code of codes) expect(completeness(code).status, JSON.stringify(code)).to.equal(status);
    });
  }

  it("indents what comes after an opening bracket by two more blanks", () => {
    expect(completeness("  if (a) {")).to.deep.equal({ status: "incomplete", indent: "    " });
    expect(completeness("1 +")).to.deep.equal({ status: "incomplete", indent: "" });
  });
});

describe("a cursor", () => {
  it("is counted in code points by Jupyter, in UTF-16 units by TypeScript", () => {
    expect(toUtf16("a\u{1f600}b", 2)).to.equal(3);
    expect(toCodePoints("a\u{1f600}b", 3)).to.equal(2);
    expect(toUtf16("әғқ", 2)).to.equal(2);
  });
});

describe("a question for documentation", () => {
  it("is a name before or after a question mark", () => {
    for (const code of ["ols?", "? ols", "  ols ?\n"]) expect(pagedName(code), code).to.equal("ols");
    expect(pagedName("Math.max?")).to.equal("Math.max");
    expect(pagedName("ұзындық?")).to.equal("ұзындық");
  });

  it("is no other code", () => {
    for (const code of ["ols", "a ? b : c", "f()?", "?", "1?"])
      expect(pagedName(code), code).to.equal(undefined);
  });
});
