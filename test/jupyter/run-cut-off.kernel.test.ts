import { expect } from "chai";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { egovKz, emptyFolder, shownBy } from "./egov-kz.js";

/** A last cell, what it shows in the executed notebook, and what is said to be cut off. */
const CASES: Record<string, { source: string; shown?: string[]; cutOff?: string }> = {
  nothing: { source: "setInterval(() => undefined, 100).unref();" },
  "a timer due soon": { source: 'setTimeout(() => console.log("late"), 400);', shown: ["stdout: late\n"] },
  "a timer due late": { source: "setTimeout(() => undefined, 60_000);", cutOff: "a timer" },
  "an interval": { source: "setInterval(() => undefined, 100);", cutOff: "a timer" },
  "a loop that awaits": {
    source: "void (async () => { for (;;) await new Promise(setImmediate); })();",
    cutOff: "a timer",
  },
  "a loop that does not": {
    source: "setTimeout(() => { for (;;); }, 200);",
    cutOff: "code that does not return",
  },
  "a child process": {
    source: 'import { spawn } from "node:child_process";\nvoid spawn("sleep", ["60"]);',
    cutOff: "a child process",
  },
  "a server": {
    source: 'import { createServer } from "node:net";\nvoid createServer().listen(0);',
    cutOff: "a server",
  },
};

describe("egov-kz run, when a notebook's last cell has left behind @long", function () {
  this.timeout(120_000);
  const folder = emptyFolder();
  const out = emptyFolder();
  const paths = Object.keys(CASES).map((name) => join(folder, `${name}.ipynb`));
  let lines: string[];
  let report: { notebooks: { ok: boolean; cutOff?: string[] }[] };

  before(async () => {
    Object.values(CASES).forEach(({ source }, at) => writeFileSync(paths[at]!, notebook(source)));
    const json = join(folder, "report.json");
    const { code, stdout } = await egovKz(["run", ...paths, "--output-dir", out, "--json", json]);
    expect(code, stdout).to.equal(0);
    lines = stdout.split("\n");
    report = JSON.parse(readFileSync(json, "utf8")) as typeof report;
  });

  for (const [at, [name, { shown = [], cutOff }]] of Object.entries(CASES).entries())
    it(`${name}: ${cutOff === undefined ? "says nothing" : `names ${cutOff}`}`, () => {
      expect(shownBy(join(out, `${name}.ipynb`), "cell-1")).to.deep.equal(shown);
      const told = lines[lines.findIndex((line) => line.includes(`${name}.ipynb`)) + 1];
      const wanted = `        cut off, still running a second after the last cell: ${cutOff}`;
      if (cutOff === undefined) expect(told).not.to.contain("cut off");
      else expect(told).to.equal(wanted);
      expect(report.notebooks[at]).to.include({ ok: true });
      expect(report.notebooks[at]!.cutOff).to.deep.equal(cutOff === undefined ? undefined : [cutOff]);
    });
});

function notebook(source: string): string {
  const cell = { cell_type: "code", id: "cell-1", execution_count: null, metadata: {}, outputs: [], source };
  const kernelspec = { name: "tslab", display_name: "TypeScript", language: "typescript" };
  return JSON.stringify({ cells: [cell], metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 });
}
