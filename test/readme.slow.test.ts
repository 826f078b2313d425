import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as econometrics from "../src/econometrics.js";
import * as egov from "../src/egov.js";
import * as main from "../src/index.js";
import * as ledgers from "../src/ledger.js";
import { findings, judge } from "../src/paper/judge.js";
import { projectRoot } from "../src/base/project.js";
import { readmeOf, withReadmeBlock } from "../src/report/readme-block.js";

const readme = readFileSync(join(projectRoot(), "README.md"), "utf8");

describe("the README", () => {
  it("keeps everything else when the result is written anew", () => {
    const before =
      "above\n<!-- ledger: written by `egov-kz verify --record` -->\nformer text\n<!-- /ledger -->\nbelow\n";
    const after = withReadmeBlock(before, judge(), findings());
    expect(after.startsWith("above\n<!-- ledger")).to.equal(true);
    expect(after.endsWith("<!-- /ledger -->\nbelow\n")).to.equal(true);
    expect(after).to.not.include("former text");
    expect(() => withReadmeBlock("no block", judge(), findings())).to.throw(
      "docs/results.md requires the lines",
    );
  });

  it("has an example that prints what it says", () => {
    const [, code, output] = /<!-- example -->\n\n```ts\n([^]*?)```[^]*?```text\n([^]*?)```/.exec(readme)!;
    const printed = execFileSync(process.execPath, ["--input-type=module", "-e", code!], {
      cwd: projectRoot(),
      encoding: "utf8",
    });
    expect(printed).to.equal(output);
  });

  for (const language of ["en", "kk", "ru"] as const) {
    const path = join(projectRoot(), readmeOf(language));
    if (!existsSync(path)) continue;
    const text = readFileSync(path, "utf8");

    it(`carries the ledger's result as it is now, in ${language}`, () => {
      expect(withReadmeBlock(text, judge(), findings(), language)).to.equal(text);
    });

    it(`links to files that are there, in ${language}`, () => {
      const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1]!);
      expect(links).to.not.be.empty;
      for (const link of links) expect(existsSync(join(path, "..", link)), link).to.equal(true);
    });
  }

  it("is short, and links to files that are there", () => {
    expect(readme.split("\n").length).to.be.at.most(110);
    for (const [, link] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
      expect(existsSync(join(projectRoot(), link!)), link).to.equal(true);
  });

  it("maps exhibits to functions that the module exports", () => {
    const results = readFileSync(join(projectRoot(), "docs", "results.md"), "utf8");
    const map = results.slice(results.indexOf("## Exhibits, notebooks and functions"));
    const names = [...map.matchAll(/`(\w+)`/g)].map((match) => match[1]!);
    for (const name of names)
      expect({ ...main, ...econometrics, ...egov, ...ledgers }, name).to.have.property(name);
  });
});
