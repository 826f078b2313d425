import { expect } from "chai";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { egovKz, emptyFolder, notebookFolder, shownBy } from "./egov-kz.js";

const NOTEBOOKS = 8;
/** `test/kernel/soak-kernels.ts` does the same a thousand times. */
const ROUNDS = 2;

describe(`${NOTEBOOKS} notebooks at once`, function () {
  this.timeout(180_000);
  const folder = emptyFolder();
  const paths = Array.from({ length: NOTEBOOKS }, (_, at) => join(folder, `small-${at}.ipynb`));

  before(() => paths.forEach((path) => copyFileSync(join(notebookFolder, "small.ipynb"), path)));

  for (let round = 1; round <= ROUNDS; round++) {
    it(`run without a fault, round ${round}`, async () => {
      const out = emptyFolder();
      const args = ["--kernel", "egov-kz", "--jobs", String(NOTEBOOKS), "--output-dir", out];
      const { code, stdout } = await egovKz(["run", ...paths, ...args]);
      expect(code, stdout).to.equal(0);
      for (let at = 0; at < NOTEBOOKS; at++) {
        const shown = Array.from({ length: 10 }, (_, cell) =>
          shownBy(join(out, `small-${at}.ipynb`), `cell-${cell + 1}`),
        );
        expect(shown).to.deep.equal(Array.from({ length: 10 }, (_, cell) => [`stdout: ${cell}\n`]));
      }
    });
  }
});
