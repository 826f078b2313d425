import type { Judged, Verdict } from "../../src/ledger/claim.js";
import type { Finding } from "../../src/ledger/findings.js";
import { expect } from "chai";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read, utils } from "xlsx";
import { checkConclusions } from "../../src/paper/conclusions.js";
import { judgeClaims } from "../../src/paper/judge.js";
import { dataPath } from "../../src/base/project.js";
import { claimsCsv } from "../../src/report/csv.js";
import { findingsMarkdown } from "../../src/report/findings.js";
import type { ReportContent } from "../../src/report/content.js";
import { reportFigures } from "../../src/report/figures.js";
import { reportHtml } from "../../src/report/html.js";
import { claimsJunit } from "../../src/report/junit.js";
import { provenance } from "../../src/report/provenance.js";
import { headline, summarise } from "../../src/report/summary.js";
import { setLanguage, withLanguage } from "../../src/base/text.js";
import { writeReport } from "../../src/report/write-report.js";

/** jsdom has no types of its own; the tests use the little of it that is here. */
interface Node {
  id: string;
  hidden: boolean;
  value: string;
  textContent: string;
  parentElement: Node;
  getAttribute(name: string): string | null;
  dispatchEvent(event: unknown): void;
}
interface Page {
  body: Node;
  querySelector(selector: string): Node | null;
  querySelectorAll(selector: string): Iterable<Node>;
  getElementById(id: string): Node | null;
}
const { JSDOM } = createRequire(import.meta.url)("jsdom") as {
  JSDOM: new (
    text: string,
    options?: object,
  ) => { window: { document: Page; Event: new (type: string) => unknown } };
};

const claim = (id: string, more: Partial<Judged>): Judged => ({
  id,
  exhibit: "Table 1",
  row: "2012",
  column: "EPI",
  printed: "2",
  value: 2,
  decimals: 0,
  role: "result",
  rule: "claims.csv line 2",
  ...more,
});

/** Three claims whose counts can be told by hand. */
const few: Judged[] = [
  claim("a", { source: { verdict: "matches source", recomputed: 2, reason: "It is 2." } }),
  claim("b", {
    exhibit: "Table 5",
    printed: "1,62",
    value: 1.62,
    decimals: 2,
    statement: '<b onclick="x">mean</b>, "quoted", with a comma',
    internal: { verdict: "mislabelled", recomputed: [1.619, 1.625], reason: "A total | not a mean." },
    source: { verdict: "differs from source", recomputed: [1.5, 1.51], reason: "Other." },
  }),
  claim("c", { exhibit: "Table 5", internal: { verdict: "reproduced", recomputed: null, reason: "Yes." } }),
];

/** A root cause of two verdicts, one of which is in `few`. */
const cause: Finding = {
  id: "totals",
  title: { en: "Totals <called> means", kk: "Орташа деп аталған қосындылар", ru: "Суммы названы средними" },
  evidence: [{ formula: "T5.m3[2012] == 3 * 1.62", says: { en: "three times the mean" }, holds: true }],
  explains: [{ id: "b", side: "internal" }],
  reach: "number",
  reading: { en: "If the column is a total." },
  settles: { en: "The authors' sheet." },
  correction: { en: "Name it a total." },
};

const content = (judged: Judged[]): ReportContent => ({
  paper: {
    title: { en: "A paper & its numbers" },
    ...{ authors: ["A. Author"], languages: ["en"], exhibits: [], sources: [] },
    ...{ key: "a-paper", text: { key: "TX", name: "Text" } },
  },
  judged,
  findings: [cause],
  conclusions: checkConclusions(),
  figures: [{ title: "A picture", alt: 'of "it"', png: new Uint8Array([137, 80, 78, 71]) }],
  made: provenance(),
});

describe("the report", () => {
  it("speaks in sentences that fit the number of numbers, and leaves out what there is none of", () => {
    const own = (id: string, verdict: Verdict) =>
      claim(id, { internal: { verdict, recomputed: 9, reason: "" } });
    const input = (id: string, verdict: Verdict) =>
      claim(id, { role: "input", source: { verdict, recomputed: 9, reason: "" } });
    const said = (judged: Judged[], language: "en" | "ru" | "kk" = "en"): string =>
      withLanguage(language, () => headline(judged));
    expect(said([])).to.equal("No printed number has a rule yet.");
    expect(said([own("a", "not reproduced")])).to.equal(
      "The one number that can be recomputed from the paper's own tables does not match to the last digit. " +
        "1 printed number: 1 compared with others or with a source; 1 result. From the paper's own inputs: not reproduced 1.",
    );
    expect(said([own("a", "reproduced"), own("b", "impossible")])).to.match(
      /^1 of the 2 numbers .* matches to the last digit\. 2 printed numbers: 2 compared .*; 2 results\./,
    );
    expect(said([own("a", "impossible"), own("b", "impossible")])).to.match(/^None of the 2 numbers/);
    expect(said([input("a", "differs from source"), input("b", "mislabelled")])).to.match(
      /^Of 2 inputs 1 differs from the published figure and 1 matches a published figure other than the one named\. /,
    );
    expect(said([input("a", "matches source")])).to.match(
      /^The one input with a published figure matches it\. 1 printed number: .*; 1 input\. Against the published figures: matches source 1\.$/,
    );
    const five = Array.from({ length: 5 }, (_, at) => own(`a${at}`, at < 2 ? "reproduced" : "impossible"));
    expect(said(five, "ru")).to.match(
      /\(5\), до последней цифры совпадают 2\. 5 напечатанных чисел: .*; 5 результатов\./,
    );
    expect(said(five, "kk")).to.match(
      /5 санның соңғы цифрына дейін шығатыны – 2\. Басылған 5 сан: .*; 5 нәтиже\./,
    );
    for (const language of ["en", "ru", "kk"] as const)
      expect(said(five, language)).to.not.match(/\b0\b|\{\{/);
  });

  it("counts verdicts side by side", () => {
    expect(headline(few)).to.equal(
      "All 2 numbers that can be recomputed from the paper's own tables match to the last digit, 1 of them under another name. " +
        "3 printed numbers: 3 compared with others or with a source; 3 results. " +
        "From the paper's own inputs: reproduced 1, mislabelled 1. " +
        "Against the published figures: matches source 1, differs from source 1. " +
        "Where a number differs from the source, size of the difference (median, largest): Table 5 0.12, 0.12.",
    );
    expect(summarise(few).find(({ verdict }) => verdict === "mislabelled")).to.deep.equal({
      side: "internal",
      verdict: "mislabelled",
      counts: [0, 1],
      total: 1,
    });
  });

  it("writes CSV that a spreadsheet reads back", () => {
    const sheet = read([...claimsCsv(few)].join(""), { type: "string", raw: true }).Sheets["Sheet1"]!;
    const rows = utils.sheet_to_json<Record<string, string>>(sheet);
    expect(rows).to.have.length(3);
    expect(rows[1]).to.include({
      id: "b",
      printed: "1,62",
      statement: few[1]!.statement,
      internal_recomputed_low: "1.619",
      internal_recomputed_high: "1.625",
      source_verdict: "differs from source",
    });
  });

  it("writes JUnit XML in which a changed verdict is a failure, and a differing number is none", () => {
    const xml = claimsJunit(few, [
      { id: "b", side: "source", recorded: "matches source", computed: "differs from source" },
    ]);
    const page = new JSDOM(xml, { contentType: "text/xml" }).window.document;
    expect(page.querySelector("testsuites")!.getAttribute("tests")).to.equal("3");
    expect(page.querySelector("testsuites")!.getAttribute("failures")).to.equal("1");
    expect(page.querySelector("testsuites")!.getAttribute("errors")).to.equal("0");
    const failures = [...page.querySelectorAll("failure")];
    expect(failures.map((failure) => failure.parentElement!.getAttribute("name"))).to.deep.equal([
      "b prints 1,62",
    ]);
    expect(failures[0]!.getAttribute("message")).to.equal(
      'source verdict is "differs from source", recorded is "matches source"',
    );
  });

  it("lists for a data editor what does not agree: printed, replicated, difference", () => {
    const text = findingsMarkdown(content(few));
    const rows = text.split("\n").filter((line) => /^\| [abc][ :]/.test(line));
    expect(rows).to.have.length(2);
    expect(
      rows[0]!
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim())
        .slice(2, 6),
    ).to.deep.equal(["1,62", "1.6190 to 1.6250", "0.00", "mislabelled"]);
    expect(text).to.include("A total \\| not a mean.");
    expect(text).to.include("## What this does not prove");
  });

  it("is a page that stands alone, with every claim, and with text as text", () => {
    const page = new JSDOM(reportHtml(content(few))).window.document;
    expect([...page.querySelectorAll(".claims tbody")].map(({ id }) => id)).to.deep.equal(["a", "b", "c"]);
    expect(page.querySelector("h1")!.textContent).to.equal("Re-execution of “A paper & its numbers”");
    expect(page.getElementById("finding-totals")!.textContent).to.include("Totals <called> means");
    expect(page.getElementById("b")!.textContent).to.include('<b onclick="x">mean</b>');
    expect(page.querySelector(".claims b")).to.equal(null);
    expect(page.querySelector("img")!.getAttribute("alt")).to.equal('of "it"');
    const outside = [...page.querySelectorAll("[src], link[href]")].map(
      (element) => element.getAttribute("src") ?? element.getAttribute("href")!,
    );
    expect(outside.filter((address) => !address.startsWith("data:"))).to.deep.equal([]);
    expect(page.body.textContent).to.include("Node.js " + process.versions.node);
  });

  it("says in three sentences what stands, then a folded line a finding", () => {
    const page = new JSDOM(reportHtml(content(few))).window.document;
    // Counted by hand among the paper's conclusions, the project's own questions left out.
    expect(page.querySelector(".lead")!.textContent).to.match(
      /^All 2 numbers .*name\. +Of the paper's 15 conclusions, .* 2 are confirmed, 2 are not confirmed, 1 can .* 10 are not tested .*\.$/s,
    );
    const lines = [...page.querySelectorAll("#findings > details:not([open]) > summary")];
    expect(lines.map(({ textContent }) => textContent)).to.deep.equal(["Totals <called> means"]);
  });

  it("filters by exhibit, verdict and words", () => {
    const { window } = new JSDOM(reportHtml(content(few)), { runScripts: "dangerously" });
    const shown = (): string[] =>
      [...window.document.querySelectorAll(".claims tbody")]
        .filter((body) => !body.hidden)
        .map(({ id }) => id);
    const choose = (id: string, value: string): void => {
      const control = window.document.getElementById(id)!;
      control.value = value;
      control.dispatchEvent(new window.Event("input"));
    };
    expect(shown()).to.deep.equal(["a", "b", "c"]);
    choose("exhibit", "Table 5");
    expect(shown()).to.deep.equal(["b", "c"]);
    choose("verdict", "reproduced");
    expect(shown()).to.deep.equal(["c"]);
    choose("verdict", "");
    choose("search", "TOTAL mean");
    expect(shown()).to.deep.equal(["b"]);
  });

  it("names the hash of every data file", () => {
    const { data, commit, software } = provenance();
    const table = data.find(({ file }) => file === "data/papers/doskeeva-ulasbek/T3.csv")!;
    const hash = createHash("sha256")
      .update(readFileSync(dataPath("papers", "doskeeva-ulasbek", "T3.csv")))
      .digest("hex");
    expect(table.sha256).to.equal(hash);
    expect(commit).to.match(/^([0-9a-f]{40}( \+ changes)?|unknown)$/);
    expect(software.map(({ name }) => name)).to.include.members([
      "egov-kz",
      "Node.js",
      "typescript",
      "simple-statistics",
    ]);
  });

  describe("on disk", () => {
    let folder: string;
    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "report-"))));
    afterEach(() => rmSync(folder, { recursive: true }));

    it("has its files and nothing else", () => {
      writeReport(folder, content(judgeClaims()), []);
      expect(readdirSync(folder).sort()).to.deep.equal([
        "claims.csv",
        "claims.json",
        "codecheck.yml",
        "exhibits.md",
        "findings.md",
        "index.html",
        "junit.xml",
      ]);
      const { claims } = JSON.parse(readFileSync(join(folder, "claims.json"), "utf8")) as {
        claims: unknown[];
      };
      expect(claims.length).to.be.above(130);
    });

    it("leaves the former report untouched when a new one cannot be made", () => {
      writeFileSync(join(folder, "index.html"), "former");
      const broken = { ...content(few), conclusions: null as never };
      expect(() => writeReport(folder, broken, [])).to.throw();
      expect(readFileSync(join(folder, "index.html"), "utf8")).to.equal("former");
      expect(existsSync(join(folder, "claims.csv"))).to.equal(false);
    });
  });

  it("captions and describes its pictures in each language", async function () {
    this.timeout(20_000);
    try {
      for (const language of ["kk", "ru"]) {
        setLanguage(language);
        for (const { title, alt } of await reportFigures(judgeClaims([])))
          expect(`${title} ${alt}`).not.to.match(/[a-z]{3}/);
      }
    } finally {
      setLanguage("en");
    }
  });
});
