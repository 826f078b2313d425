import { spawnSync } from "node:child_process";
import { expect } from "chai";
import { projectRoot } from "../src/base/project.js";

// Beside the other tests, of which most wait for a kernel now and then.
describe("Source and tests", function () {
  this.timeout(180_000);
  for (const [script, what] of [
    ["typecheck", "type-check"],
    ["lint", "are linted and formatted, and import only where they may"],
  ] as const)
    it(what, () => {
      const options = { cwd: projectRoot(), encoding: "utf8", shell: process.platform === "win32" } as const;
      const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", script], options);
      expect(status, stdout + stderr).to.equal(0);
    });
});
