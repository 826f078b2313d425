import { expect } from "chai";
import { installKernel, requirePython, runSuite, type InstalledKernel } from "./installed-kernel.js";

/** The suites of test/kernel, each with the Python modules that it needs. */
const SUITES = [
  { file: "test_kernel.py", modules: ["jupyter_kernel_test"] },
  { file: "test_testbed.py", modules: ["jupyter_client"] },
  { file: "test_nbclient.py", modules: ["nbclient", "nbconvert"] },
];

for (const { file, modules } of SUITES) {
  describe(`our kernel under ${modules.join(" and ")}, ${file} @long`, function () {
    this.timeout(300_000);
    let python: string;
    let kernel: InstalledKernel;

    before(function () {
      python = requirePython(this, ...modules);
      kernel = installKernel();
    });
    after(() => kernel?.remove());

    it("passes all tests, and none is skipped", async () => {
      const { status, report } = await runSuite(python, file, kernel);
      // What failed stands behind the first double line.
      expect(status, report.slice(Math.max(0, report.indexOf("\n====")))).to.equal(0);
      expect(report)
        .to.match(/^Ran [1-9]\d* tests/m)
        .and.not.match(/skipped/);
    });
  });
}
