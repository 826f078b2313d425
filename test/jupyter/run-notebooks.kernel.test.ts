import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { egovKz, emptyFolder, shownBy, titled, type Ended } from "./egov-kz.js";
import { endless, failing, passing, TIMEOUT, type Behaviour } from "./behaviours.js";

interface Report {
  notebooks: { path: string; ok: boolean; failures: { index: number; ename: string; evalue: string }[] }[];
}

for (const kernel of ["egov-kz", "tslab"] as const) {
  describe(`egov-kz run with the kernel ${titled(kernel)}`, function () {
    this.timeout(240_000);
    group(passing, 0);
    group(failing, 1);
    group(endless, 1, TIMEOUT);

    /** One call for all notebooks of an exit code; each must then be ok, or not ok, by itself. */
    function group(behaviours: readonly Behaviour[], exitCode: number, timeout = 15): void {
      const folder = emptyFolder();
      let ended: Ended;
      let report: Report;

      before(async () => {
        const files = behaviours.map(({ file }) => `${file}.ipynb`);
        const json = join(folder, "outcome.json");
        const args = [
          "--kernel",
          kernel,
          "--timeout",
          String(timeout),
          "--output-dir",
          folder,
          "--json",
          json,
        ];
        ended = await egovKz(["run", ...files, ...args]);
        report = JSON.parse(readFileSync(json, "utf8")) as Report;
      });

      it(`exits with ${exitCode} when ${exitCode === 0 ? "all is well" : "a notebook fails"}`, () => {
        expect(ended.code, ended.stdout + ended.stderr).to.equal(exitCode);
      });

      for (const { file, does, failed = [], shows = {} } of behaviours) {
        it(`${file}.ipynb: ${does}`, () => {
          const outcome = report.notebooks.find(({ path }) => path === `${file}.ipynb`)!;
          const failures = outcome.failures.map(({ index, ename, evalue }) => [index, ename, evalue]);
          expect(failures).to.deep.equal(failed.map((each) => each[kernel] ?? each.any));
          expect(outcome.ok).to.equal(exitCode === 0);
          for (const [id, { any, ...own }] of Object.entries(shows)) {
            const shown = shownBy(join(folder, `${file}.ipynb`), id).filter(isNoTrace);
            expect(shown, `${file}.ipynb, ${id}`).to.deep.equal(own[kernel] ?? any);
          }
        });
      }
    }
  });
}

/** Stock tslab tells of errors on stderr besides, with a stack that names its own files. */
function isNoTrace(shown: string): boolean {
  return !/^stderr: [^]*(\n {4}at |\d+:\d+ - )/.test(shown);
}
