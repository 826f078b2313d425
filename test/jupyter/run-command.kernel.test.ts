import { expect } from "chai";
import { chmodSync, symlinkSync, copyFileSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "node-html-parser";
import { temporaryFile, temporaryFolder } from "../helper/table/temporary-file.js";
import { egovKz, emptyFolder, notebookFolder, readCells, shownBy, titled, type Ended } from "./egov-kz.js";

/** Works as root too, whom no permission stops: the command is then started as a user without rights. */
const NOBODY = 65534;

function copyOf(name: string, folder = emptyFolder()): string {
  const path = join(folder, name);
  copyFileSync(join(notebookFolder, name), path);
  return path;
}

const run = (...args: string[]) => egovKz(["run", ...args]);

describe("egov-kz run refuses, with exit code 2 and before anything is started,", () => {
  const cases: [string, string[], string][] = [
    [
      "a kernel that is not installed",
      ["wrong-kernel.ipynb"],
      'there is none named "no-such-kernel". Found:\n  egov-kz (built in)',
    ],
    [
      "nbformat 3",
      ["nbformat-3.ipynb"],
      "run requires a notebook of nbformat 4, got nbformat-3.ipynb with nbformat 3",
    ],
    ["corrupt JSON", ["corrupt.ipynb"], "run requires a notebook in JSON, got corrupt.ipynb: "],
    [
      "what nbformat's schema does not allow",
      ["bad-id.ipynb"],
      "got bad-id.ipynb: cells.0.id must match pattern",
    ],
    ["a file that is not there", ["none.ipynb"], "run requires a readable notebook, got none.ipynb: ENOENT"],
    [
      "two notebooks for one file",
      ["empty.ipynb", "../notebooks/empty.ipynb", "--output-dir", emptyFolder()],
      "written to different files, got empty.ipynb and ../notebooks/empty.ipynb",
    ],
    [
      "a parameter that is not declared",
      ["parameters.ipynb", "--param", "contry=x"],
      'run found no parameter "contry"',
    ],
    [
      "a pattern file with a fault",
      ["empty.ipynb", "--check", "--sanitize", temporaryFile("none.cfg", "x\n")],
      'none.cfg line 1: "x" is neither',
    ],
    [
      "patterns that are neither built in nor a file",
      ["empty.ipynb", "--check", "--sanitize", "duration"],
      '--sanitize requires a file, or one of ids, addresses, times, durations, folders; got "duration"',
    ],
    ["a pair without =", ["empty.ipynb", "--env", "NAME"], "it must be NAME=VALUE"],
    ["no jobs", ["empty.ipynb", "--jobs", "0"], "it must be a number above 0"],
    ["half a job", ["empty.ipynb", "--jobs", "1.5"], "it must be a whole number"],
    ["a negative tolerance", ["empty.ipynb", "--tolerance", "-1"], "it must be a number from 0"],
    [
      "an output folder that cannot be made",
      ["empty.ipynb", "--output-dir", join(temporaryFile("taken", ""), "x")],
      "run requires a folder that can be made for --output-dir, got ",
    ],
    [
      "a report in a folder that is not there",
      ["empty.ipynb", "--junit", join("none", "x.xml")],
      "run requires a folder that it can write to for --junit, got none",
    ],
    [
      "two places to write to",
      ["empty.ipynb", "--in-place", "--output-dir", "x"],
      "cannot be used with option",
    ],
  ];
  for (const [what, args, message] of cases) {
    it(what, async () => {
      const { code, stderr } = await run(...args);
      expect(stderr).to.contain(message);
      expect(code).to.equal(2);
    });
  }

  it("--in-place a link that leads out of its folder, and a read-only file", async () => {
    const [folder, other] = [emptyFolder(), emptyFolder()];
    const file = copyOf("throws.ipynb", other);
    const link = join(folder, "link.ipynb");
    symlinkSync(file, link);
    const followed = await run(link, "--in-place");
    expect(followed.stderr).to.contain(`requires a file of its own folder, got ${link}, a link to ${file}`);
    expect(followed.code).to.equal(2);
    chmodSync(file, 0o444);
    const written = await run(file, "--in-place");
    expect(written.stderr).to.contain(`requires a file that may be written, got ${file}, which is read-only`);
    expect(written.code).to.equal(2);
  });

  it("a folder that cannot be written to", async () => {
    const folder = emptyFolder();
    const path = copyOf("throws.ipynb", folder);
    chmodSync(temporaryFolder, 0o711);
    chmodSync(folder, 0o555);
    const uid = process.getuid?.() === 0 ? NOBODY : undefined;
    const { code, stderr } = await egovKz(["run", path, "--in-place"], { uid });
    expect(stderr).to.contain(`run requires a folder that it can write to, got ${folder}`);
    expect(code).to.equal(2);
  });
});

for (const kernel of ["egov-kz", "tslab"]) {
  describe(`egov-kz run --kernel ${titled(kernel)}`, function () {
    this.timeout(120_000);

    it("--in-place changes outputs and counts, and no other byte", async () => {
      const text = readFileSync(join(notebookFolder, "small.ipynb"), "utf8")
        .replaceAll(/^ +/gm, (spaces) => "\t".repeat(spaces.length))
        .replace('"nbformat": 4', '"nbformat" :  4.0')
        .replace("Ten cells", "Ten\\u0020\\/cells");
      const path = temporaryFile(`odd-${kernel}.ipynb`, text);
      const { code, stderr } = await run(path, "--in-place", "--kernel", kernel);
      expect(code, stderr).to.equal(0);
      const written = readFileSync(path, "utf8");
      const empty = written
        .replace(/"outputs": \[\n[^]*?\n\t\t\t\]/g, '"outputs": []')
        .replace(/"execution_count": \d+/g, '"execution_count": null');
      expect(empty).to.equal(text);
      expect(shownBy(path, "cell-7")).to.deep.equal(["stdout: 6\n"]);
      expect(readCells(path)[7]!.execution_count).to.be.a("number");
    });

    it("does not overwrite a notebook that was changed while it ran", async () => {
      const path = copyOf("changed-meanwhile.ipynb");
      const { code, stdout } = await run(path, "--in-place", "--kernel", kernel);
      expect(stdout).to.contain(
        `NotebookChangedError: ${path} was changed while it ran; its outputs were not written`,
      );
      expect(code).to.equal(1);
      expect(readFileSync(path, "utf8")).to.equal(
        `${readFileSync(join(notebookFolder, "changed-meanwhile.ipynb"), "utf8")}\n`,
      );
      expect(readdirSync(join(path, "..")), "no temporary file is left").to.have.length(1);
    });

    it("--param and --env reach the cells", async () => {
      const folder = emptyFolder();
      const both = ["--kernel", kernel, "--output-dir", folder];
      const results = await Promise.all([
        run("parameters.ipynb", ...both, "--param", "country=Өзбекстан", "--param", "years=5"),
        run("environment.ipynb", ...both, "--env", "GREETING=a=b"),
      ]);
      expect(results.map(({ code }) => code)).to.deep.equal([0, 0]);
      expect(shownBy(join(folder, "parameters.ipynb"), "cell-2")).to.deep.equal([
        'stdout: ["Өзбекстан",5,false,[1,2]]\n',
      ]);
      expect(shownBy(join(folder, "environment.ipynb"), "cell-1")).to.deep.equal(["stdout: a=b\n"]);
    });

    it("--check finds the stored outputs again, and says of others how they differ", async () => {
      const { code, stdout } = await run(
        "check-same.ipynb",
        "check-different.ipynb",
        "--check",
        "--sanitize",
        "durations",
        "--kernel",
        kernel,
      );
      expect(code).to.equal(1);
      expect(stdout).to.contain("ok      check-same.ipynb  3/3 cells");
      const told = stdout.split("\n").filter((line) => /^ {8}([-+] |table|cell )/.test(line));
      expect(
        told.map((line) => line.trim()),
        stdout,
      ).to.deep.equal([
        "cell 2:",
        "- r = 0.9840",
        "+ r = 0.9841",
        "cell 3:",
        'table 1, row 1, column 2: stored "2", now "3"',
        "cell 4:",
        "- other",
        "+ tagged",
      ]);
    });

    it("--check-tagged, --tolerance and --sanitize narrow what is compared", async () => {
      const patterns = temporaryFile(`words-${kernel}.cfg`, "[word]\nregex: other|tagged\nreplace: WORD\n");
      const call = (...args: string[]) => run("check-different.ipynb", "--kernel", kernel, ...args);
      const results = await Promise.all([
        call("--check-tagged", "--sanitize", patterns),
        call("--check", "--tolerance", "0.5", "--sanitize", patterns),
        call("--check-tagged"),
      ]);
      // A whole number is compared exactly, whatever the tolerance: 2 rows are not 3.
      expect(results.map(({ code }) => code)).to.deep.equal([0, 1, 1]);
      expect(results[1]!.stdout).to.contain('stored "2", now "3"').and.not.contain("0.9840");
    });
  });
}

describe("egov-kz run with several notebooks", function () {
  this.timeout(120_000);
  const folder = emptyFolder();
  let ended: Ended[];

  before(async () => {
    const files = ["throws.ipynb", "small.ipynb", "skipped.ipynb"];
    const common = ["--jobs", "1", "--kernel", "egov-kz"];
    ended = await Promise.all([
      run(...files, ...common, "--allow-errors", "--junit", join(folder, "all.xml"), "--output-dir", folder),
      run(...files, ...common, "--fail-fast", "--json", join(folder, "fast.json")),
    ]);
  });

  it("--allow-errors goes on behind a failed cell, and the notebook still fails", () => {
    expect(ended[0]!.code).to.equal(1);
    expect(shownBy(join(folder, "throws.ipynb"), "cell-2")).to.deep.equal(["stdout: never\n"]);
  });

  it("--junit writes a suite a notebook and a case a cell", () => {
    const report = parse(readFileSync(join(folder, "all.xml"), "utf8"));
    const suites = report
      .querySelectorAll("testsuite")
      .map(({ attributes: { name, tests, failures, skipped } }) => [name, tests, failures, skipped]);
    expect(suites).to.deep.equal([
      ["throws.ipynb", "2", "1", "0"],
      ["small.ipynb", "10", "0", "0"],
      ["skipped.ipynb", "4", "0", "3"],
    ]);
    const failure = report.querySelector("failure")!;
    expect(failure.attributes).to.deep.equal({ type: "RangeError", message: "out of range" });
    expect(failure.textContent).to.contain('throw new RangeError("out of range");');
  });

  it("--fail-fast starts no further notebook", () => {
    const { ok, notebooks } = JSON.parse(readFileSync(join(folder, "fast.json"), "utf8")) as {
      ok: boolean;
      notebooks: { path: string; cells: object[] }[];
    };
    expect([ok, notebooks.map(({ path }) => path)]).to.deep.equal([false, ["throws.ipynb"]]);
    expect(notebooks[0]!.cells.map((cell) => ({ ...cell, seconds: 0 }))).to.deep.equal([
      { index: 1, seconds: 0, status: "failed" },
      { index: 2, seconds: 0, status: "not run" },
    ]);
  });

  it("ends with a table of all notebooks and the slowest cells, without a terminal's codes", () => {
    expect(ended[0]!.stdout).to.match(/║ small\.ipynb +│ +10\/10 │ +\d+\.\d │ ok +║/);
    expect(ended[0]!.stdout).to.match(/slowest cells: \S+ cell \d+ \(\d+\.\d s\), /);
    expect(ended[0]!.stdout).not.to.contain("\x1b[");
  });
});

describe("a million small writes @long", function () {
  this.timeout(120_000);
  it("arrive whole and in order", async () => {
    const folder = emptyFolder();
    const { code, stdout } = await run("many-writes.ipynb", "--kernel", "egov-kz", "--output-dir", folder);
    expect(code, stdout).to.equal(0);
    const [text] = shownBy(join(folder, "many-writes.ipynb"), "cell-1");
    expect(text).to.equal(`stdout: ${Array.from({ length: 1_000_000 }, (_, i) => `${i}\n`).join("")}`);
  });
});

// A file that no test needs would be a file that no test covers.
describe("test/notebooks", () => {
  it("holds no notebook that is not used by a test", () => {
    const tests = readdirSync(join(notebookFolder, "..", "jupyter"))
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFileSync(join(notebookFolder, "..", "jupyter", name), "utf8"))
      .join("\n");
    const notebooks = readdirSync(notebookFolder).filter((name) => name.endsWith(".ipynb"));
    for (const name of notebooks) expect(tests).to.contain(name.replace(".ipynb", ""));
  });
});
