import { expect } from "chai";
import { setTimeout as pause } from "node:timers/promises";
import { startClient } from "../../../dist/jupyter/run/client.js";
import { resolveKernel } from "../../../dist/jupyter/run/kernel-spec.js";
import { notebookFolder } from "../egov-kz.js";

describe("a kernel that has waited for its first cell", function () {
  this.timeout(60_000);

  it("runs nothing of the helper module before a cell imports it: what a cell before that sets is heeded", async () => {
    const client = await startClient(resolveKernel("egov-kz"), { cwd: notebookFolder });
    try {
      await pause(1500);
      await client.execute('process.env.EGOV_KZ_LANGUAGE = "kk";').reply;
      const { content } = await client.execute('import { pearson } from "egov-kz";\npearson([1], [2]);')
        .reply;
      expect(content.evalue).to.contain("pearson функциясына");
    } finally {
      await client.kill();
    }
  });
});
