import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { startLab } from "./support/lab.js";
import { makeProject, type Project } from "./support/project.js";
import { requireTools } from "./support/tools.js";

describe("egov-kz lab", () => {
  let project: Project;

  before(async function () {
    project = makeProject((await requireTools(this)).jupyter);
  });

  after(() => project?.remove());

  it("keeps to itself: loopback, a token, kernels that no other server sees; Ctrl-C ends all of it", async () => {
    const lab = await startLab(project);
    const ask = (path: string, init?: RequestInit) => fetch(lab.api(path), init);
    expect((await fetch(lab.api("kernelspecs").replace(/token=.*/, ""))).status).to.equal(403);
    const { kernelspecs } = (await (await ask("kernelspecs")).json()) as {
      kernelspecs: Record<string, { spec: { display_name: string } }>;
    };
    expect(kernelspecs.tslab!.spec.display_name).to.equal("TypeScript");
    expect(kernelspecs["tslab-stock"]!.spec.display_name).to.equal("TypeScript (stock tslab)");
    for (const name of ["tslab", "tslab-stock"]) {
      const started = await ask("kernels", { method: "POST", body: JSON.stringify({ name }) });
      expect(started.status).to.equal(201);
    }
    const kernels = processes().filter((line) => /kernel-[\w-]+\.json/.test(line));
    const [folder] = processes().flatMap((line) => /--ServerApp.root_dir=(\S+)/.exec(line)?.[1] ?? []);
    expect([kernels.length, folder]).to.deep.equal([2, project.root]);

    expect(await lab.stop()).to.equal(0);
    expect(processes()).to.deep.equal([]);
    expect(readdirSync(project.temporary)).to.deep.equal([]);
  });

  it("says in words that a port is taken", async () => {
    const lab = await startLab(project);
    const second = await startLab(project, lab.port).catch((error: Error) => error.message);
    await lab.stop();
    expect(second).to.match(/egov-kz lab ended with 1:[^]*port \d+ is not available/);
  });

  /** The processes of this project's server and kernels. */
  function processes(): string[] {
    const all = execFileSync("ps", ["-e", "-o", "args"], { encoding: "utf8" }).split("\n");
    return all.filter((line) => line.includes(project.root));
  }
});
