import { expect } from "chai";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import papaparse from "papaparse";
import { findSandbox } from "../../src/cli/grade/sandbox.js";
import { egovKz, emptyFolder, startEgovKz } from "../jupyter/egov-kz.js";

const { sandbox, tried } = findSandbox();
const EMPTY = {
  metadata: { kernelspec: { name: "tslab", display_name: "TypeScript", language: "typescript" } },
  nbformat: 4,
  nbformat_minor: 5,
};
const ready = 'import { check } from "egov-kz";';

/** What students hand in, cell by cell. */
const CLASS: Record<string, string[]> = {
  Айгерім: [ready, "noSuchName + 1", 'check("3.1", 1);', 'check("3.1", "0,1685");', 'check("3.6", 3);'],
  Қанат: [ready, 'check("3.1", 0.1598);', 'check("3.3", 0,1685);', 'check("3.2", "=1+1");'],
  Лаура: [
    ready,
    'check("3.1", missing());',
    'throw new Error("too hard"); check("3.2", 1);',
    'await new Promise(() => {}); check("3.3", 1);',
    'process.exit(3); check("3.4", 1);',
    'check("3.5", ;',
    '// check("3.7", 1)',
    'check("3.6", 3);',
  ],
  endless: [ready, 'check("3.1", 0.1685);', "for (;;) {}", 'check("3.6", 3);'],
  // Heeds no interrupt, so that its kernel has to be started anew.
  deaf: [
    ready,
    'check("3.1", 0.1685);',
    "for (;;) { try { while (true) {} } finally { continue; } }",
    'check("3.6", 3);',
  ],
  flood: [ready, 'check("3.1", 0.1685);', 'for (;;) console.log("x".repeat(10000));', 'check("3.6", 3);'],
  nested: [
    ready,
    'check("3.1", 0.1685);',
    'let deep: any = []; for (let i = 0; i < 7500; i++) deep = [deep]; check("3.2", deep);',
    'check("3.6", 3);',
  ],
  choice: [ready, 'check("3.6", true);'],
  large: [ready, 'check("3.1", "a".repeat(15e6));', 'check("3.6", 3);'],
  bomb: [
    ready,
    `import { spawn } from "child_process";
for (let i = 0; i < 30; i++) spawn(process.execPath, ["-e", "for (;;);"]);
await new Promise((done) => setTimeout(done, 15000));
check("3.6", 3);`,
  ],
  honest: [
    ready,
    "const until = process.cpuUsage().user + 3e6; while (process.cpuUsage().user < until);",
    'check("3.6", 3);',
  ],
  nothing: ["1 + 1"],
  refused: [
    ready,
    'import { writeFileSync } from "fs"; writeFileSync("/usr/x", "y");',
    'await fetch("http://1.1.1.1");',
    'check("3.6", 3);',
  ],
};

function handIn(folder: string, student: string, sources: readonly string[]): void {
  const cells = sources.map((source, at) => ({
    ...{ cell_type: "code", execution_count: null, metadata: {}, outputs: [] },
    ...{ id: `c${at}`, source: [source] },
  }));
  writeFileSync(join(folder, `${student}.ipynb`), JSON.stringify({ cells, ...EMPTY }));
}

function rowsOf(path: string): Record<string, string>[] {
  return papaparse.parse<Record<string, string>>(readFileSync(path, "utf8"), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

/** Where these runs make their copies, apart from what others leave in the system's folder. */
const copies = emptyFolder();
const env = { TMPDIR: copies };
const leftovers = (): string[] => readdirSync(copies).filter((name) => name.startsWith(".grade-"));

(sandbox === undefined ? describe.skip : describe)(
  `egov-kz grade @long${sandbox === undefined ? ` (skipped: ${tried.join("; ")})` : ""}`,
  function () {
    this.timeout(300_000);
    const folder = emptyFolder();
    let answers: Record<string, string>[] = [];
    let grades: Record<string, string>[] = [];
    const of = (student: string): string[] =>
      answers
        .filter(({ id, result }) => id === student && result !== "deleted")
        .map(({ exercise, result, mistake }) => `${exercise} ${result} ${mistake}`.trim());
    const commentOn = (student: string): string => grades.find(({ id }) => id === student)!.comment!;

    before(async () => {
      for (const [student, sources] of Object.entries(CLASS)) handIn(folder, student, sources);
      writeFileSync(join(folder, "broken.ipynb"), "{ no notebook");
      symlinkSync("/etc/passwd", join(folder, "link.ipynb"));
      mkdirSync(join(folder, "folder"));
      handIn(join(folder, "folder"), "own", [ready, 'check("own.1", 2);', 'check("own.1", "1");']);
      const own = join(folder, "own.yaml");
      writeFileSync(own, 'notebook: "03"\nexercises: [{id: own.1, question: "?", hint: "?", answer: 1}]');
      const flags = [
        "--output",
        "25",
        "--timeout",
        "8",
        "--language",
        "kk",
        "--exercises",
        own,
        "--jobs",
        "2",
      ];
      const { code, stderr } = await egovKz(["grade", folder, ...flags], { env });
      expect(code, stderr).to.equal(0);
      answers = rowsOf(join(folder, "answers.csv"));
      grades = rowsOf(join(folder, "grades.csv"));
    });

    it("judges the last answer to each exercise and names the mistake", () => {
      expect(of("Айгерім")).to.deep.equal(["3.1 right", "3.6 right"]);
      expect(of("Қанат")).to.deep.equal([
        "3.1 wrong population",
        "3.2 wrong text",
        "3.3 wrong decimal comma",
      ]);
      expect(of("folder/own")).to.deep.equal(["own.1 right"]);
    });

    it("tells blank, crashed, uncompiled and late apart, each with its reason", () => {
      expect(of("Лаура")).to.deep.equal([
        ...[
          "3.1 syntax",
          "3.2 crashed",
          "3.3 timed out",
          "3.4 crashed",
          "3.5 syntax",
          "3.6 right",
          "3.7 blank",
        ],
      ]);
      const reasons = answers.filter(({ id }) => id === "Лаура").map(({ reason }) => reason);
      expect(reasons[1]).to.equal("Error: too hard");
      expect(commentOn("Лаура")).to.contain("3.3 уақыты бітті").and.to.contain("3.7 жауапсыз");
      expect(commentOn("Айгерім")).to.contain("3.2 жаттығу өшірілген");
    });

    it("counts right answers behind a loop, a flood and what breaks the reader", () => {
      for (const student of ["endless", "deaf", "flood", "large", "nested"])
        expect(of(student), student).to.include("3.6 right");
      for (const student of ["endless", "deaf", "flood", "nested"])
        expect(of(student), student).to.include("3.1 right");
    });

    it("gives a notebook its time, whatever runs beside it", () => {
      expect(of("honest")).to.deep.equal(["3.6 right"]);
    });

    it("names what cannot be graded, and refuses no other its mark for it", () => {
      expect(grades).to.have.lengthOf(Object.keys(CLASS).length + 3);
      expect(commentOn("link")).to.match(/сілтеме/);
      expect(commentOn("broken")).to.match(/^оқу мүмкін емес: .*broken|^оқу мүмкін емес: /);
      expect(commentOn("nothing")).to.equal("ішінде жаттығу жоқ");
      expect(of("choice")).to.deep.equal(["3.6 wrong empty"]);
    });

    it("writes what an LMS and a spreadsheet can read: no formula, no endless cell", () => {
      expect(Object.keys(grades[0]!)).to.deep.equal(["id", "score", "out of", "comment"]);
      expect(grades.find(({ id }) => id === "Айгерім")).to.include({ score: "2", "out of": "7" });
      expect(answers.find(({ answer }) => answer!.includes("1+1"))!.answer).to.equal("'=1+1");
      for (const { answer } of answers) expect(answer!.length).to.be.below(400);
    });

    it("orders names as their language does", () => {
      const names = grades.map(({ id }) => id!).filter((name) => /^[А-Яа-яӘҒҚҢӨҰҮІ]/.test(name));
      expect(names).to.deep.equal(["Айгерім", "Қанат", "Лаура"]);
    });

    it("shows the class on a page: mistakes, answers, what was refused; and leaves nothing behind", () => {
      const page = readFileSync(join(folder, "class.html"), "utf8");
      expect(page).to.contain('<html lang="kk">').and.to.contain('name="viewport"');
      expect(page).to.contain("1 × бас жиынтық формуласы").and.to.contain("<code>0.1598</code>");
      expect(page).to.contain("EROFS").and.to.contain("ENETUNREACH");
      expect(page).to.contain(sandbox!.name);
      expect(leftovers()).to.deep.equal([]);
    });

    it("keeps what is graded when it is interrupted", async () => {
      const class2 = emptyFolder();
      handIn(class2, "a", [ready, 'check("3.6", 3);']);
      handIn(class2, "b", [ready, "await new Promise(() => {});"]);
      const { child, ended, said } = startEgovKz(["grade", class2, "--jobs", "1", "--timeout", "100"], {
        env,
      });
      while (!said.stdout.includes("1/2")) await new Promise((resolve) => setTimeout(resolve, 200));
      setTimeout(() => child.kill("SIGINT"), 3000);
      expect((await ended).code).to.equal(130);
      const rows = rowsOf(join(class2, "grades.csv"));
      expect(rows[0]).to.include({ id: "a", score: "1" });
      expect(rows[1]).to.include({ id: "b", comment: "not graded: interrupted" });
      expect(leftovers()).to.deep.equal([]);
    });
  },
);

describe("egov-kz grade without a sandbox", function () {
  this.timeout(60_000);

  it("refuses strangers' code and says what to install", async () => {
    const folder = emptyFolder();
    handIn(folder, "a", [ready, 'check("3.6", 3);']);
    const { code, stderr } = await egovKz(["grade", folder], { env: { PATH: "/nowhere" } });
    expect(code).to.equal(2);
    expect(stderr).to.match(
      /grade requires a sandbox for untrusted code\. Install bubblewrap .* --trust\. Tried:\n {2}bwrap: ENOENT/,
    );
    expect(existsSync(join(folder, "grades.csv"))).to.equal(false);
  });

  it("runs what is trusted, and says so", async () => {
    const folder = emptyFolder();
    handIn(folder, "a", [ready, 'check("3.6", 3);']);
    const { code, stdout } = await egovKz(["grade", folder, "--trust"]);
    expect(code).to.equal(0);
    expect(stdout).to.contain("Run with --trust, without a sandbox:");
    expect(readFileSync(join(folder, "class.html"), "utf8")).to.contain('class="warning"');
    expect(rowsOf(join(folder, "grades.csv"))[0]).to.include({ id: "a", score: "1", "out of": "7" });
  });
});
