import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../src/base/project.js";

/** A copy of the project with one small notebook, in which data may be changed. */
describe("egov-kz verify, in a copy of the project", function () {
  this.timeout(120_000);
  let copy: string;
  before(() => {
    copy = mkdtempSync(join(tmpdir(), "verify test "));
    for (const part of ["dist", "data", "locales", "vendor", "package.json", "README.md"])
      cpSync(join(projectRoot(), part), join(copy, part), { recursive: true });
    symlinkSync(join(projectRoot(), "node_modules"), join(copy, "node_modules"));
    mkdirSync(join(copy, "docs"));
    mkdirSync(join(copy, "notebooks"));
    writeFileSync(join(copy, "notebooks", "one.ipynb"), notebook("1 + 1"));
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  const egovKz = (...args: string[]) => {
    const main = join(copy, "dist", "cli", "main.js");
    return spawnSync(process.execPath, [main, ...args], { cwd: copy, encoding: "utf8" });
  };
  const change = (file: string, from: string, to: string): (() => void) => {
    const path = join(copy, file);
    const before = readFileSync(path, "utf8");
    expect(before).to.include(from);
    writeFileSync(path, before.replace(from, to));
    return () => writeFileSync(path, before);
  };

  it("exits 0, tells the result and writes the report", () => {
    const { status, stdout, stderr } = egovKz("verify");
    expect([status, stderr]).to.deep.equal([0, ""]);
    expect(stdout)
      .to.match(/ok +notebooks\/one\.ipynb/)
      .and.to.match(/\d+ printed numbers: \d+ compared/);
    expect(readFileSync(join(copy, "report", "index.html"), "utf8")).to.include("<!doctype html>");
    expect(readFileSync(join(copy, "report", "notebooks", "one.ipynb"), "utf8")).to.include('"2"');
  });

  it("exits 1 when a notebook fails", () => {
    const restore = change("notebooks/one.ipynb", "1 + 1", "throw new Error()");
    const { status, stdout } = egovKz("verify");
    restore();
    expect(status).to.equal(1);
    expect(stdout).to.match(/FAILED +notebooks\/one\.ipynb/);
  });

  it("takes changed verdicts over with --record, says which, and exits 1 when they are not those computed", () => {
    const restore = change("data/papers/doskeeva-ulasbek/sources/ranks.csv", "\n2024,24,", "\n2024,23,");
    const recorded = egovKz("verify", "--record");
    expect(recorded.status).to.equal(0);
    expect(recorded.stdout).to.include(
      'T1.2024.EGDI (source): recorded "matches source", computed "differs from source"',
    );
    restore();
    const { status, stderr } = egovKz("verify");
    expect(status).to.equal(1);
    expect(stderr).to.include(
      'T1.2024.EGDI (source): recorded "differs from source", computed "matches source"',
    );
    expect(readFileSync(join(copy, "report", "junit.xml"), "utf8")).to.match(
      /<testsuites tests="\d+" failures="1"/,
    );
  });

  it("names file and record of a malformed claim before anything runs", () => {
    const restore = change("data/papers/doskeeva-ulasbek/claims.csv", "ranks.EGDI[row]", "ranks.EGDP[row]");
    const { status, stdout, stderr } = egovKz("verify");
    restore();
    expect(status).to.equal(1);
    expect(stdout).to.equal("");
    expect(stderr).to.match(/^egov-kz: .*claims\.csv line 3, column "source": ranks\.EGDP/);
  });

  it("lists claims, checks coverage and refuses a wrong call", () => {
    expect(egovKz("audit", "--list", "T4.HCI.EGDI").stdout).to.match(
      /^T4\.HCI\.EGDI {2}0,836.*\n +impossible \(/,
    );
    expect(egovKz("audit", "--coverage").status).to.equal(0);
    writeFileSync(join(copy, "paper.txt"), "2005-2024");
    const parted = egovKz("audit", "--coverage", "--paper", join(copy, "paper.txt"));
    expect([parted.status, parted.stderr]).to.satisfy(
      ([status, text]: [number, string]) => status === 1 && /at numeral 3 the text ends/.test(text),
    );
    for (const wrong of [
      ["audit", "--list", "X9"],
      ["audit", "--paper", "x"],
      ["audit", "--coverage", "--paper", "none"],
      ["verify", "now"],
    ])
      expect(egovKz(...wrong).status, wrong.join(" ")).to.equal(2);
  });
});

function notebook(source: string): string {
  const cell = {
    cell_type: "code",
    id: "a",
    metadata: {},
    execution_count: null,
    outputs: [],
    source: [source],
  };
  const kernelspec = { name: "tslab", display_name: "TypeScript", language: "typescript" };
  return JSON.stringify({ cells: [cell], metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 }, null, 1);
}
