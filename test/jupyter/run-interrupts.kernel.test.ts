import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { emptyFolder, shownBy, startEgovKz, titled } from "./egov-kz.js";

const SOON_MS = 4000;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(what: string, happened: () => boolean, milliseconds: number): Promise<void> {
  for (const start = Date.now(); !happened(); await pause(50)) {
    if (Date.now() - start > milliseconds) throw new Error(`${what} did not happen in ${milliseconds} ms`);
  }
}

/** The processes whose command line holds this text. */
function processesWith(text: string): string[] {
  const all = execFileSync("ps", ["-axo", "pid=,args="], { encoding: "utf8" }).split("\n");
  return all.filter((line) => line.includes(text) && !line.includes("ps -axo"));
}

/** Starts a run in temporary folders of its own, by which its kernels are known, and waits until its second cell runs. */
async function startRun(notebook: string, kernel: string) {
  const [folder, temporary] = [emptyFolder(), emptyFolder()];
  const marker = join(folder, "running");
  const args = ["run", notebook, "--kernel", kernel, "--output-dir", folder, "--env", `RUNNING=${marker}`];
  const started = startEgovKz(args, { env: { TMPDIR: temporary } });
  await until("the second cell", () => existsSync(marker), 30_000);
  // A child that has only just been started still bears the kernel's command line.
  await until("one kernel that runs", () => processesWith(temporary).length === 1, SOON_MS);
  return { ...started, folder, temporary };
}

for (const kernel of ["egov-kz", "tslab"]) {
  describe(`Ctrl-C while egov-kz run works with the kernel ${titled(kernel)}`, function () {
    this.timeout(60_000);

    it("once: interrupts, saves what has run, and leaves no kernel and no file", async () => {
      const { child, ended, folder, temporary } = await startRun("interrupted.ipynb", kernel);
      child.kill("SIGINT");
      const { code, stdout } = await ended;
      expect(stdout).to.contain("interrupted: saving what has run");
      expect(code).to.equal(130);
      const path = join(folder, "interrupted.ipynb");
      expect(shownBy(path, "cell-1")).to.deep.equal(["stdout: done\n"]);
      expect(shownBy(path, "cell-2").at(-1)).to.match(/interrupt/i);
      expect(shownBy(path, "cell-3")).to.deep.equal([]);
      expect(processesWith(temporary)).to.deep.equal([]);
      expect(readdirSync(temporary)).to.deep.equal([]);
    });

    it("twice: kills a cell that does not listen at once, with what it has started", async () => {
      const { child, ended, temporary } = await startRun("deaf.ipynb", kernel);
      child.kill("SIGINT");
      await pause(300);
      const again = Date.now();
      expect(child.exitCode, "ended by the first one").to.equal(null);
      child.kill("SIGINT");
      expect((await ended).code).to.equal(130);
      expect(Date.now() - again).to.be.below(1500);
      const left = () => [...processesWith(temporary), ...processesWith("sleep 6113")];
      await until("the end of all processes", () => left().length === 0, SOON_MS);
      expect(readdirSync(temporary)).to.deep.equal([]);
    });

    it("and a SIGKILL of the runner leave no kernel, nothing that a cell has started, and no file", async () => {
      const { child, ended, temporary } = await startRun("deaf.ipynb", kernel);
      child.kill("SIGKILL");
      await ended;
      const left = () => [...processesWith(temporary), ...processesWith("sleep 6113")];
      await until("the end of all processes", () => left().length === 0, SOON_MS);
      expect(readdirSync(temporary)).to.deep.equal([]);
    });
  });
}
