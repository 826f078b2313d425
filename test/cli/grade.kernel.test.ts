import { expect } from "chai";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import papaparse from "papaparse";
import { projectRoot } from "../../src/base/project.js";
import { egovKz, emptyFolder } from "../jupyter/egov-kz.js";

interface Row {
  student: string;
  exercise: string;
  answer: string;
  result: string;
  mistake: string;
}

const EMPTY = {
  metadata: { kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" } },
  nbformat: 4,
  nbformat_minor: 5,
};
const ready = 'import { check } from "egov-kz";';
const outside = join(tmpdir(), `egov-kz-outside-${process.pid}`);

/** What students hand in, cell by cell. */
const CLASS: Record<string, string[]> = {
  aigerim: [ready, "noSuchName + 1", 'check("3.1", 1);', 'check("3.1", 0.1685);', 'check("3.6", 3);'],
  bauyrzhan: [ready, 'check("3.1", 0.1598);', 'check("3.3", 0,1685);', 'check("10.2", "=1+1");'],
  endless: [ready, 'check("3.1", 0.1685);', "for (;;) {}"],
  flood: [ready, 'for (;;) console.log("x".repeat(10000));'],
  reader: [
    ready,
    `import * as fs from "fs";
const tried = [${JSON.stringify(outside)}, "/etc/passwd", "../0/notebook.ipynb"].map((path) => {
  try { return fs.readFileSync(path, "utf8"); } catch (error) { return (error as { code: string }).code; }
});
fs.writeFileSync("own.txt", "mine");
check("10.2", tried.join());`,
    `fs.writeFileSync(${JSON.stringify(outside)}, "written");`,
    'import { execSync } from "child_process"; execSync("true");',
    'process.kill(process.ppid, "SIGKILL");',
  ],
};

describe("egov-kz grade @long", function () {
  this.timeout(180_000);
  const folder = emptyFolder();
  let rows: Row[] = [];
  const of = (student: string): string[] =>
    rows
      .filter((row) => row.student === student)
      .map((row) => `${row.exercise} ${row.result} ${row.mistake}`.trim());

  before(async () => {
    writeFileSync(outside, "secret");
    for (const [student, sources] of Object.entries(CLASS)) {
      const cells = sources.map((source, at) => ({
        ...{ cell_type: "code", execution_count: null, metadata: {}, outputs: [] },
        ...{ id: `c${at}`, source: [source] },
      }));
      writeFileSync(join(folder, `${student}.ipynb`), JSON.stringify({ cells, ...EMPTY }));
    }
    writeFileSync(join(folder, "broken.ipynb"), "{ no notebook");
    const { code, stderr } = await egovKz(["grade", folder, "--output", "1", "--language", "kk"]);
    expect(code, stderr).to.equal(0);
    const csv = readFileSync(join(folder, "grades.csv"), "utf8");
    rows = papaparse.parse<Row>(csv, { header: true, skipEmptyLines: true }).data;
  });

  it("judges the last answer to each exercise and names the mistake", () => {
    expect(of("aigerim")).to.deep.equal(["3.1 right", "3.6 right"]);
    expect(of("bauyrzhan")).to.deep.equal(["3.1 wrong population", "3.3 wrong decimal comma", "10.2 wrong"]);
  });

  it("writes no answer that a spreadsheet would take for a formula", () => {
    expect(rows.find(({ answer }) => answer.includes("1+1"))!.answer).to.equal("'=1+1");
  });

  it("lets an endless and a flooding notebook, and a broken file, spoil their own line alone", () => {
    expect(of("endless")[0]).to.equal("3.1 right");
    expect(of("endless")[1]).to.match(/^ ?stopped CellTimeoutError: the cell ran longer than 20 s/);
    expect(of("flood").at(-1)).to.match(/stopped OutputLimitError/);
    expect(of("broken")).to.have.length(1);
  });

  it("keeps a notebook away from files outside its folder, from processes and from the grader", () => {
    const { answer } = rows.find(({ student }) => student === "reader")!;
    expect(answer).to.equal("ERR_ACCESS_DENIED,ERR_ACCESS_DENIED,ERR_ACCESS_DENIED");
    expect(readFileSync(outside, "utf8")).to.equal("secret");
  });

  it("shows the class on a page, in its language, and leaves nothing behind", () => {
    const page = readFileSync(join(folder, "class.html"), "utf8");
    expect(page).to.contain('<html lang="kk">').and.to.contain("1 × бас жиынтық формуласы");
    expect(readdirSync(projectRoot()).filter((name) => name.startsWith(".grade-"))).to.deep.equal([]);
  });
});
