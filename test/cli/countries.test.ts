import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));
const run = (...options: string[]) =>
  spawnSync(process.execPath, [command, "countries", ...options], { encoding: "utf8" });

describe("egov-kz countries", () => {
  it("calls data that cannot be read a wrong call, and starts no kernel", () => {
    const { status, stdout, stderr } = run("--data", "nowhere.csv");
    expect([status, stdout]).to.deep.equal([2, ""]);
    expect(stderr).to.match(/^egov-kz: egovkbCountries .*nowhere\.csv/);
  });

  it("calls a file without countries a wrong call", () => {
    const own = fileURLToPath(new URL("../../data/template-index-series.csv", import.meta.url));
    const { status, stderr } = run("--data", own);
    expect(status).to.equal(2);
    expect(stderr).to.match(/^egov-kz: egovkbCountries found no column "country"/);
  });
});
