import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../../src/base/project.js";

const main = join(projectRoot(), "dist", "cli", "main.js");

describe("egov-kz kernel", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "egov-kz a blank-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  function kernel(...args: string[]) {
    const env = { ...process.env, JUPYTER_DATA_DIR: join(folder, "user") };
    return spawnSync(process.execPath, [main, "kernel", ...args], { encoding: "utf8", env });
  }

  it("installs a specification with absolute paths and a logo, and removes them again", () => {
    const place = join(folder, "share", "jupyter", "kernels", "egov-kz");
    const told = (what: string) => `${what} ${place}\n`;
    expect(kernel("install", "--prefix", folder).stdout).to.equal(told("installed in"));
    expect(JSON.parse(readFileSync(join(place, "kernel.json"), "utf8"))).to.deep.equal({
      argv: [
        ...[process.execPath, "--single-threaded-gc", "--max-semi-space-size=8"],
        ...[join(projectRoot(), "dist", "cli", "kernel", "start.js"), "{connection_file}"],
      ],
      display_name: "TypeScript (egov-kz)",
      language: "typescript",
      interrupt_mode: "message",
      env: { MALLOC_ARENA_MAX: "2" },
    });
    expect(readFileSync(join(place, "logo-svg.svg"), "utf8")).to.match(/^<svg /);
    expect(kernel("install", "--prefix", folder).status).to.equal(0);
    expect(kernel("uninstall", "--prefix", folder).stdout).to.equal(told("removed"));
    expect(existsSync(place)).to.equal(false);
  });

  it("installs for the user where nothing else is said", () => {
    kernel("install");
    expect(readdirSync(join(folder, "user", "kernels"))).to.deep.equal(["egov-kz"]);
    expect(kernel("uninstall", "--user").status).to.equal(0);
  });

  it("says what is not there, and refuses two places at once", () => {
    const gone = kernel("uninstall", "--prefix", folder);
    expect([gone.status, gone.stderr]).to.deep.equal([
      1,
      `egov-kz: kernel uninstall found no ${join(folder, "share", "jupyter", "kernels", "egov-kz")}\n`,
    ]);
    const both = kernel("install", "--user", "--sys-prefix");
    expect(both.status).to.equal(2);
    expect(both.stderr).to.contain("kernel requires one of --user, --prefix and --sys-prefix, got several");
  });
});
