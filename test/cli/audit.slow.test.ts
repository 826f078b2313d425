import { expect } from "chai";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataPath } from "../../src/base/project.js";
import { auditFolder, loadRecorded } from "../../src/cli/audit/audit-folder.js";
import { verdictChanges, verdictsOf } from "../../src/ledger/expected.js";
import { unexplained } from "../../src/ledger/findings.js";
import { findingsPage } from "../../src/report/findings.js";
import { REPORT_FILES } from "../../src/report/write-report.js";
import { egovKz, startEgovKz } from "../jupyter/egov-kz.js";

describe("egov-kz audit", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "audit-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const template = (): void => cpSync(dataPath("template-paper"), folder, { recursive: true });
  const change = (name: string, from: string, to: string): void => {
    const path = join(folder, name);
    const text = readFileSync(path, "utf8");
    expect(text).to.include(from);
    writeFileSync(path, text.replace(from, to));
  };

  it("writes a template that runs, judges it, and writes the whole report", async () => {
    const paper = join(folder, "paper");
    expect((await egovKz(["audit", "--new", paper])).code).to.equal(0);
    const { code, stdout, stderr } = await egovKz(["audit", paper]);
    expect([code, stderr]).to.deep.equal([0, ""]);
    expect(stdout).to.include("1. The balance of 2023 has two digits transposed (presentation)");
    expect(stdout).to.include("T1.2023.balance  4.3  not reproduced");
    expect(stdout).to.not.include("no finding explains").and.not.include("no rule names");
    expect(readdirSync(join(paper, "report"))).to.have.members([...REPORT_FILES]);
  });

  it("overwrites nothing unasked: neither a folder that has files, nor a report", async () => {
    template();
    const made = await egovKz(["audit", "--new", folder]);
    expect([made.code, made.stderr]).to.deep.equal([
      2,
      `egov-kz: audit --new requires a folder that is empty or not there, got ${folder}, which has T1.csv, claims.csv, findings.json, paper.json, sources\n`,
    ]);
    const report = join(folder, "report");
    expect((await egovKz(["audit", folder])).code).to.equal(0);
    writeFileSync(join(report, "codecheck.yml"), "completed by hand");
    const again = await egovKz(["audit", folder]);
    expect(again.code).to.equal(2);
    expect(again.stderr).to.include(`audit requires --overwrite to replace the report in ${report}`);
    expect(readFileSync(join(report, "codecheck.yml"), "utf8")).to.equal("completed by hand");
    expect((await egovKz(["audit", folder, "--overwrite"])).code).to.equal(0);
    expect(readFileSync(join(report, "codecheck.yml"), "utf8")).to.match(/^---/);
  });

  it("ends with 1 where a verdict is not the recorded one, and says which", async () => {
    template();
    expect((await egovKz(["audit", folder, "--record"])).code).to.equal(0);
    change("T1.csv", "2022,13.9,11.0,2.9", "2022,13.9,11.0,9.2");
    const { code, stderr } = await egovKz(["audit", folder, "--overwrite"]);
    expect(code).to.equal(1);
    expect(stderr).to.include('T1.2022.balance (internal): recorded "reproduced", computed "not reproduced"');
    expect(readFileSync(join(folder, "report", "junit.xml"), "utf8")).to.match(/failures="1"/);
  });

  it("speaks Kazakh and Russian", async () => {
    template();
    for (const [language, words] of [["kk", "қайта алынбады"], ["ru", "не воспроизведено"]] as const) {
      const { stdout } = await egovKz(["audit", folder, "--overwrite", "--language", language]);
      expect(stdout).to.include(words);
      const page = readFileSync(join(folder, "report", "index.html"), "utf8");
      expect(page).to.include(`<html lang="${language}">`).and.to.include(words);
    }
  }); // prettier-ignore

  it("judges again when a file is saved, and waits on where one is half typed", async () => {
    template();
    const { child, ended, said } = startEgovKz(["audit", folder, "--watch"]);
    const until = async (text: string): Promise<void> => {
      for (let at = 0; at < 200 && !(said.stdout + said.stderr).includes(text); at++)
        await new Promise((resolve) => setTimeout(resolve, 100));
      expect(said.stdout + said.stderr).to.include(text);
      said.stdout = said.stderr = "";
    };
    await until("Ctrl-C ends");
    change("T1.csv", "11.8,4.3", "11.8,4x3");
    await until('"4x3" is not a number');
    change("T1.csv", "11.8,4x3", "11.8,3.4");
    await until("all of these agree");
    child.kill("SIGINT");
    expect((await ended).code).to.equal(0);
  });

  it("proves that changed digits are seen", async () => {
    template();
    const { code, stdout } = await egovKz(["audit", folder, "--mutations"]);
    expect(code).to.equal(0);
    expect(stdout).to.match(/^\d+ digits changed, \d+ leave the rounding interval: \d+\.\d % seen/);
    expect(existsSync(join(folder, "report"))).to.equal(false);
  });

  const BAD: [what: string, file: string, from: string, to: string, message: string][] = [
    ["a cell that is no number", "T1.csv", "11.8,4.3", "11.8,4x3", 'T1.csv line 4, column "balance": "4x3" is not a number'],
    ["a rule that names nothing", "claims.csv", "TX.first,", "TX.frist,", 'claims.csv line 8, column "cells": TX.frist: Text has no number "frist"'],
    ["a column that is not there", "claims.csv", "- T1.imports[row]", "- T1.inports[row]", 'T1.inports: Table 1 has no column "inports"; it has exports, imports, balance'],
    ["two rules for a cell", "claims.csv", "TX.first,", "T1.balance[total],", '"T1.total.balance" already has a rule, in claims.csv line 5'],
    ["a circle of rules", "claims.csv", "TX.first,T1.year[2021]", "TX.first,TX.growth,,copy,\nTX.growth,TX.first", "circular rules"],
    ["a missing source", "paper.json", '"key": "stat"', '"key": "bank"', 'sources/bank.csv": there is no such file'],
    ["an unknown function", "claims.csv", "sum(", "summe(", "summe"],
  ]; // prettier-ignore
  for (const [what, file, from, to, message] of BAD)
    it(`refuses ${what}, and writes nothing`, async () => {
      template();
      if (what === "a circle of rules") change("claims.csv", "TX.growth,T1.exports[2023] / T1.exports[2021] - 1,stat.exports[2023] / stat.exports[2021] - 1,result,\n", ""); // prettier-ignore
      change(file, from, to);
      const { code, stderr } = await egovKz(["audit", folder]);
      expect(stderr).to.include(message);
      expect([code, existsSync(join(folder, "report"))]).to.deep.equal([2, false]);
    });

  it("refuses an empty folder, and one that is not there", async () => {
    const empty = await egovKz(["audit", folder]);
    expect([empty.code, empty.stderr]).to.deep.equal([
      2,
      `egov-kz: a paper's folder requires paper.json, got "${folder}", which is empty\n`,
    ]);
    expect((await egovKz(["audit", join(folder, "none")])).code).to.equal(2);
  });

  it("claims --coverage holds a text against the folder's own inventory", async () => {
    template();
    const coverage = (text: string): Promise<{ code: number | null; stderr: string; stdout: string }> => {
      writeFileSync(join(folder, "paper.txt"), text);
      return egovKz(["audit", folder, "--coverage", "--paper", join(folder, "paper.txt")]);
    };
    expect((await coverage("")).stderr).to.include(
      `requires numerals.json in "${folder}", which does not exist`,
    );
    const ids = auditFolder(folder).content.judged;
    const numerals = ids.map(({ id, printed }) => ({
      place: "page",
      numeral: printed.replace("%", ""),
      claims: [id],
    }));
    writeFileSync(join(folder, "numerals.json"), JSON.stringify({ reasons: {}, numerals }));
    const wrong = await coverage("Nothing of 1999.");
    expect(wrong.code).to.equal(1);
    expect(wrong.stderr).to.include(
      'at numeral 1 the text has "1999" on line 1, the inventory has "2021" in page',
    );
    const right = await coverage(numerals.map(({ numeral }) => numeral).join(" "));
    expect([right.code, right.stderr]).to.deep.equal([0, ""]);
    expect(right.stdout).to.include(`${numerals.length} numerals: ${numerals.length} claimed, 0 excluded`);
  });

  it("prints the authors' reply as it stands", async () => {
    template();
    writeFileSync(join(folder, "reply.txt"), "We <b>agree</b>.\n\n2026-11-25");
    expect(auditFolder(folder).content.reply).to.equal("We <b>agree</b>.\n\n2026-11-25");
  });
});

describe("the papers in data/papers", () => {
  for (const key of readdirSync(dataPath("papers")).filter((name) => name !== "doskeeva-ulasbek"))
    it(`${key}: every number has a rule, every disagreement a finding, every verdict is the recorded one`, () => {
      const { content, unruled } = auditFolder(dataPath("papers", key));
      expect(unruled).to.deep.equal([]);
      expect(unexplained(content.judged, content.findings)).to.deep.equal([]);
      for (const { id, evidence } of content.findings)
        expect(
          evidence.map(({ holds }) => holds),
          id,
        ).to.deep.equal(evidence.map(() => true));
      const recorded = loadRecorded(dataPath("papers", key))!;
      expect(verdictChanges(verdictsOf(content.judged), recorded)).to.deep.equal([]);
      const page = readFileSync(dataPath("papers", key, "findings.md"), "utf8");
      expect(page).to.equal(`${findingsPage(content)}\n`);
    });

  it("Student's table would show the slip that a transcription of it has, -1.0 for -0.1", () => {
    const folder = mkdtempSync(join(tmpdir(), "student-"));
    cpSync(dataPath("papers", "student-1908"), folder, { recursive: true });
    const path = join(folder, "T1.csv");
    writeFileSync(path, readFileSync(path, "utf8").replace("5,−0.1,", "5,−1.0,"));
    const changes = verdictChanges(verdictsOf(auditFolder(folder).content.judged), loadRecorded(folder)!);
    rmSync(folder, { recursive: true });
    expect(changes.map(({ id }) => id)).to.have.members([
      "T1.5.difference",
      "T1.mean.dextro",
      "T1.sd.dextro",
    ]);
  });
});
