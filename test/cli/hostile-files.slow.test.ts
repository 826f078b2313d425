/** Files that are none, folders that are somebody's own, a full disk: said by name, at once, and nothing is spoiled. */
import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataPath, projectRoot } from "../../src/base/project.js";
import { egovKz, emptyFolder, notebookFolder } from "../jupyter/egov-kz.js";

const BWRAP = ["bwrap", "--dev-bind", "/", "/"];
const hasBwrap = spawnSync("bwrap", [...BWRAP.slice(1), "true"]).status === 0;
const inBwrap = hasBwrap ? it : it.skip;
const noBwrap = hasBwrap ? "" : " (skipped: bwrap does not run here)";

/** A paper's folder that can be judged. */
function paper(): string {
  const folder = join(emptyFolder(), "paper");
  cpSync(dataPath("template-paper"), folder, { recursive: true });
  return folder;
}

/** The built command in a mount namespace of its own, with `mounts`. */
function inNamespace(mounts: readonly string[], script: string): { stdout: string; stderr: string } {
  const main = join(projectRoot(), "dist", "cli", "main.js");
  const shell = ["sh", "-c", `egov() { "${process.execPath}" "${main}" "$@"; }\n${script}`];
  return spawnSync("bwrap", [...BWRAP.slice(1), ...mounts, ...shell], {
    encoding: "utf8",
    cwd: notebookFolder,
  });
}

describe("a pipe or a device in place of a file @long", function () {
  this.timeout(60_000);

  const pipe = (path: string): string => {
    rmSync(path, { force: true });
    spawnSync("mkfifo", [path]);
    return path;
  };
  const own = join(emptyFolder(), "own.yaml");
  const calls: Record<string, () => string[]> = {
    notebook: () => ["run", pipe(join(emptyFolder(), "a.ipynb"))],
    "file of patterns": () => [
      "run",
      "--check",
      "--sanitize",
      pipe(join(emptyFolder(), "own.cfg")),
      "small.ipynb",
    ],
    "file of exercises": () => ["class", emptyFolder(), "--exercises", pipe(own)],
    "text of the paper": () => ["audit", "--coverage", "--paper", pipe(join(emptyFolder(), "paper.txt"))],
    document: () => [
      "audit",
      "--new",
      join(emptyFolder(), "x"),
      "--from",
      pipe(join(emptyFolder(), "a.html")),
    ],
  };
  for (const [what, call] of Object.entries(calls))
    it(`is refused as a ${what}`, async () => {
      const { code, stderr } = await egovKz(call());
      expect([code, stderr]).to.deep.equal([2, stderr]);
      expect(stderr).to.match(/must be a file, got a folder, pipe or device|requires a file, got/);
    });

  for (const name of [
    "paper.json",
    "T1.csv",
    "claims.csv",
    "sources/stat.csv",
    "findings.json",
    "proposed.csv",
  ])
    it(`is refused as ${name} of a paper's folder`, async () => {
      const folder = paper();
      pipe(join(folder, name));
      const { code, stderr } = await egovKz(["audit", folder]);
      expect([code, stderr]).to.deep.equal([2, stderr]);
      expect(stderr).to.include(`${name} must be a file, got a folder, pipe or device`);
    });

  it("is refused as the recorded verdicts, and as what has no end", async () => {
    const folder = paper();
    symlinkSync("/dev/zero", join(folder, "expected-verdicts.json"));
    const { code, stderr } = await egovKz(["audit", folder]);
    expect([code, stderr]).to.deep.equal([2, stderr]);
    expect(stderr).to.include("expected-verdicts.json must be a file");
  });
});

describe("what is somebody's own @long", function () {
  this.timeout(120_000);

  it("keeps its files where a report is asked for in their place", async () => {
    const folder = paper();
    const before = readFileSync(join(folder, "claims.csv"), "utf8");
    for (const command of ["verify", "audit"]) {
      const { code, stderr } = await egovKz([command, "--report", folder]);
      expect([command, code]).to.deep.equal([command, 2]);
      expect(stderr).to.include("audit never writes a report into a folder with a paper's files");
    }
    const notes = emptyFolder();
    writeFileSync(join(notes, "findings.md"), "mine");
    const { code, stderr } = await egovKz(["verify", "--report", notes]);
    expect([code, stderr]).to.deep.equal([2, stderr]);
    expect(stderr).to.include("contains findings.md, which no report wrote");
    expect(readFileSync(join(folder, "claims.csv"), "utf8")).to.equal(before);
    expect(readFileSync(join(notes, "findings.md"), "utf8")).to.equal("mine");
  });

  it("is not emptied for a site because it has assets", async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, "assets"));
    writeFileSync(join(folder, "thesis.txt"), "mine");
    const { code, stderr } = await egovKz(["site", folder]);
    expect(code).to.equal(1);
    expect(stderr).to.include(`site requires an empty folder or one with a site, got ${folder}`);
    expect(readdirSync(folder)).to.deep.equal(["assets", "thesis.txt"]);
  });

  it("cannot reach the terminal as commands, and is quoted in part where it is long", async () => {
    const folder = paper();
    appendFileSync(
      join(folder, "text.csv"),
      `evil,5,page 1,\u001b]0;title\u0007\u001b[31mred ${"x".repeat(3000)},,,\n`,
    );
    for (const flags of [[], ["--overwrite"], ["--list"], ["--coverage"]]) {
      const { stdout, stderr } = await egovKz(["audit", folder, ...flags]);
      expect(stdout + stderr, flags.join()).to.not.match(/\p{Cc}(?<![\n\t])/u);
    }
    writeFileSync(join(folder, "T1.csv"), `year,${"é\u001b[2J".repeat(5000)}\n2021,1\n`);
    const { stderr } = await egovKz(["audit", folder, "--overwrite"]);
    expect(stderr).to.not.include("\u001b");
    expect(Math.max(...stderr.split("\n").map((line) => line.length))).to.be.below(220);
  });
});

describe("a full disk @long", function () {
  this.timeout(120_000);
  const small = join(emptyFolder(), "small");
  mkdirSync(small);
  const full = "dd if=/dev/zero of=fill bs=1k 2>/dev/null; ";
  const script: Record<string, [ready: string, command: string, said: RegExp]> = {
    report: [`cp -r ${dataPath("template-paper")} p`, "egov audit p", /cannot write p\/report: ENOSPC/],
    "list of proposals": [
      `cp -r ${dataPath("template-paper")} p`,
      "egov audit p --propose",
      /cannot write p\/proposed\.csv: ENOSPC/,
    ],
    "class's notebooks": ["", "egov class c", /cannot write c\/00-start-here\.ipynb: ENOSPC/],
    outcome: ["", "egov run NOTEBOOK --json r.json", /cannot write r\.json: ENOSPC/],
    site: ["", "egov site s", /cannot write .*small\/s\/assets\/paper\.json: ENOSPC/],
  };
  for (const [what, [ready, command, said]] of Object.entries(script))
    inBwrap(`is told of with the path of a ${what}, of which no half is left${noBwrap}`, () => {
      const mounts = ["--size", "300000", "--tmpfs", small];
      const run = command.replace("NOTEBOOK", join(notebookFolder, "small.ipynb"));
      const { stdout, stderr } = inNamespace(
        mounts,
        `cd ${small}; ${ready}\n${full}\n${run}; find . -type f -size +0 -name '*tmp' -o -name '.draft*'`,
      );
      expect(stderr).to.match(said);
      expect(stdout).to.not.match(/\.tmp|\.draft/);
    });

  inBwrap(`leaves no connection file of a kernel behind${noBwrap}`, () => {
    const mounts = ["--size", "100000", "--tmpfs", small];
    const good = join(notebookFolder, "small.ipynb");
    const { stdout } = inNamespace(mounts, `cd ${small}; ${full}\nTMPDIR=${small} egov run ${good}; ls -A`);
    expect(stdout).to.match(/cannot write .*egov-kz-kernel-.*ENOSPC/);
    expect(stdout.trim().split("\n").at(-1)).to.equal("fill");
  });

  inBwrap(`and a device are written to, not replaced by a file${noBwrap}`, () => {
    const good = join(notebookFolder, "small.ipynb");
    const mounts = ["--dev", "/dev"];
    const { stdout, stderr } = inNamespace(
      mounts,
      `egov run ${good} --json /dev/stdout | tail -n 1; egov run ${good} --junit /dev/full; ls -l /dev/stdout /dev/full | cut -c1`,
    );
    expect(stdout.split("\n")[0]).to.equal("}");
    expect(stderr).to.include("cannot write /dev/full: ENOSPC");
    expect(stdout.trim().split("\n").slice(-2)).to.deep.equal(["c", "l"]);
    expect(existsSync("/dev/null")).to.equal(true);
  });
});
