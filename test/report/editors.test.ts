import type { Judged } from "../../src/ledger/claim.js";
import { load } from "js-yaml";
import { createRequire } from "node:module";
import { expect } from "chai";
import { codecheckYaml } from "../../src/report/codecheck.js";
import type { ReportContent } from "../../src/report/content.js";
import { exhibitList } from "../../src/report/exhibit-list.js";
import { claimsJunit } from "../../src/report/junit.js";
import { REPORT_FILES } from "../../src/report/write-report.js";

const claim = (id: string, more: Partial<Judged>): Judged => ({
  ...{
    id,
    exhibit: "Table 1",
    row: "1",
    column: "a",
    printed: "2",
    value: 2,
    decimals: 0,
    role: "result",
    rule: "",
  },
  ...more,
});
const judged: Judged[] = [
  claim("T1.1.a", { role: "input", rule: "claims.csv line 2" }),
  claim("T1.2.a", { rule: "claims.csv line 4", internal: { verdict: "reproduced", recomputed: 2, reason: "It is 2." } }),
  claim("T1.3.a", { rule: "claims.csv line 4", internal: { verdict: "not reproduced", recomputed: 3, reason: "It is 3." } }),
  claim("TX.odds", { exhibit: "Text", where: "p. 20", printed: "24", rule: "claims.csv line 9", source: { verdict: "matches source", recomputed: 24, reason: "" } }),
]; // prettier-ignore
const content: ReportContent = {
  paper: { key: "p", title: { en: 'On "x": #1' }, authors: ["A. Author", "B. Author"], languages: ["en"], exhibits: [], sources: [] },
  ...{ judged, findings: [], conclusions: [], figures: [] },
  made: { software: [{ name: "egov-kz", version: "1" }], commit: "abc", data: [], made: "2026-01-02T03:04:05Z" },
}; // prettier-ignore

/**
 * What the register's rules-2.0.yml of CODECHECK (specification 2.0, of 2026-09-11) asks of a configuration file: its
 * rules for the file by their identifiers, in our words. Looked up in codecheckers/register on 2026-11-25.
 */
describe("the draft of a codecheck.yml", () => {
  const text = codecheckYaml(content);
  const config = load(text) as {
    version: string;
    manifest: { file: string; comment: string }[];
    paper: { title: string; authors: { name: string; ORCID?: string }[]; reference?: string };
    summary: string;
    check_time: string;
  };

  it("is YAML that begins with the document's marker (CC-CFG-001, 002) and names the version (014, 015)", () => {
    expect(text.startsWith("---\n")).to.equal(true);
    expect(config.version).to.equal("https://codecheck.org.uk/spec/config/2.0/");
  });

  it("lists files of the report by relative paths, each with a comment (CC-CFG-004 to 007, CC-BUN-001)", () => {
    expect(config.manifest).to.not.have.length(0);
    for (const { file, comment } of config.manifest) {
      expect(REPORT_FILES).to.include(file);
      expect(comment).to.be.a("string").and.not.equal("");
    }
  });

  it("has the paper's title and authors (CC-CFG-016 to 019) and a summary (024)", () => {
    expect(config.paper.title).to.equal('On "x": #1');
    expect(config.paper.authors).to.deep.equal([{ name: "A. Author" }, { name: "B. Author" }]);
    expect(config.summary).to.include("4 printed numbers");
  });

  it("invents nothing: what is not known is named as missing, with its rule, and no placeholder stands in (023)", () => {
    for (const rule of ["CC-CFG-008", "CC-CFG-011", "CC-CFG-020", "CC-CFG-021", "CC-CFG-025", "CC-BUN-004"])
      expect(text).to.match(new RegExp(`^ *# MISSING .*${rule}`, "m"));
    expect(Object.keys(config)).to.have.members(["version", "manifest", "paper", "summary", "check_time"]);
    expect(text).to.not.match(/FIXME|TODO|XXXXX|0000-000/);
  });

  it("gives a DOI as a resolvable address (CC-CFG-021, 027, 028) where the folder has one", () => {
    const paper = { ...content.paper, doi: "10.1093/biomet/6.1.1" };
    const made = load(codecheckYaml({ ...content, paper })) as typeof config;
    expect(made.paper.reference).to.equal("https://doi.org/10.1093/biomet/6.1.1");
  });
});

/** Columns of the Data Editor's code-check.xlsx and of the template README, looked up on 2026-11-25. */
describe("the AEA Data Editor's list of exhibits", () => {
  const lines = exhibitList(content).split("\n");
  const cells = (line: string): string[] =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());

  it("has a line an exhibit and a line an in-text number, under the form's columns", () => {
    const heads = lines.filter((_, at) => lines[at + 1]?.startsWith("| ---")).map(cells);
    const form = ["Program", "Line Number", "Reproduced?"];
    expect(heads.map(([first]) => first)).to.deep.equal(["Figure/Table #", "In-text numbers"]);
    for (const head of heads) expect(head).to.include.members([...form, "Output file", "Note"]);
  });

  it("names program and lines, and what of it was reproduced", () => {
    const rows = lines.filter((line) => /^\| (Table 1|p\. 20)/.test(line)).map(cells);
    expect(rows).to.deep.equal([
      ["Table 1", "claims.csv", "2, 4", "claims.csv", "no: 1 of 3 numbers", ""],
      ["p. 20, odds: 24", "claims.csv", "9", "claims.csv", "yes", "matches source"],
    ]);
  });
});

/** Attributes that Jenkins's junit-10.xsd (xunit-plugin) allows, required ones with "!", looked up on 2026-11-25. */
const JUNIT: Record<string, string[]> = {
  testsuites: ["name", "time", "tests", "failures", "errors"],
  testsuite: ["name!", "tests!", "failures!", "errors!", "group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"],
  testcase: ["name!", "time", "classname", "group"],
  failure: ["type", "message"],
  error: ["type", "message"],
  "system-out": [],
}; // prettier-ignore

describe("the JUnit report", () => {
  interface Element {
    tagName: string;
    attributes: Iterable<{ name: string }>;
    textContent: string;
  }
  const { JSDOM } = createRequire(import.meta.url)("jsdom") as {
    JSDOM: new (text: string, options: object) => { window: { document: { querySelectorAll(all: string): Iterable<Element> } } };
  }; // prettier-ignore
  const xml = claimsJunit(judged, [
    { id: "T1.2.a", side: "internal", recorded: "not reproduced", computed: "reproduced" },
    { id: "T9.gone", side: "internal", recorded: "reproduced", computed: "none" },
  ]);
  const elements = [...new JSDOM(xml, { contentType: "text/xml" }).window.document.querySelectorAll("*")];

  it("has the elements and attributes that Jenkins's schema knows, and those that it requires", () => {
    for (const { tagName, attributes } of elements) {
      const rules = JUNIT[tagName];
      expect(rules, tagName).to.be.an("array");
      const names = [...attributes].map(({ name }) => name);
      expect(rules!.map((rule) => rule.replace("!", ""))).to.include.members(names);
      expect(names).to.include.members(
        rules!.filter((rule) => rule.endsWith("!")).map((rule) => rule.slice(0, -1)),
      );
    }
  });

  it("counts a claim that is gone as an error", () => {
    expect(xml).to.match(/<testsuites tests="5" failures="1" errors="1"\s*>/);
    expect(xml).to.match(/<error message="the recorded claim is not in the ledger"\s*\/>/);
  });
});
