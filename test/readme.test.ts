import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as egov from "../src/index.js";
import { judgeClaims } from "../src/claims/judge.js";
import { projectRoot } from "../src/project.js";
import { readmeBlock, withReadmeBlock } from "../src/report/readme-block.js";

const readme = readFileSync(join(projectRoot(), "README.md"), "utf8");

describe("the README", () => {
  it("carries the ledger's result as it is now", () => {
    expect(readme).to.include(readmeBlock(judgeClaims()));
  });

  it("keeps everything else when the result is written anew", () => {
    const before =
      "above\n<!-- ledger: written by `egov-kz verify --record` -->\nold\n<!-- /ledger -->\nbelow\n";
    const after = withReadmeBlock(before, judgeClaims());
    expect(after.startsWith("above\n<!-- ledger")).to.equal(true);
    expect(after.endsWith("<!-- /ledger -->\nbelow\n")).to.equal(true);
    expect(after).to.not.include("old");
    expect(() => withReadmeBlock("no block", judgeClaims())).to.throw("README.md requires the lines");
  });

  it("has an example that prints what it says", () => {
    const [, code, output] = /<!-- example -->\n\n```ts\n([^]*?)```[^]*?```text\n([^]*?)```/.exec(readme)!;
    const printed = execFileSync(process.execPath, ["--input-type=module", "-e", code!], {
      cwd: projectRoot(),
      encoding: "utf8",
    });
    expect(printed).to.equal(output);
  });

  it("links to files that are there", () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1]!);
    expect(links).to.not.be.empty;
    for (const link of links) expect(existsSync(join(projectRoot(), link)), link).to.equal(true);
  });

  it("maps exhibits to functions that the module exports", () => {
    const map = readme.slice(readme.indexOf("## What is where"), readme.indexOf("## Your own numbers"));
    const names = [...map.matchAll(/`(\w+)`/g)].map((match) => match[1]!);
    for (const name of names) expect(egov, name).to.have.property(name);
  });
});
