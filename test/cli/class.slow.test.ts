import { expect } from "chai";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { egovKz, emptyFolder } from "../jupyter/egov-kz.js";

describe("egov-kz class", function () {
  this.timeout(60_000);
  const folder = emptyFolder();

  it("writes copies anew, but none in which somebody has worked", async () => {
    expect((await egovKz(["class", folder])).code).to.equal(0);
    expect(readdirSync(folder)).to.have.length(13);
    expect((await egovKz(["class", folder])).code).to.equal(0);
    const path = join(folder, "03-table-3-index-series.ipynb");
    const answered = readFileSync(path, "utf8").replace('"cells": [', '"cells":  [');
    writeFileSync(path, answered);
    const { code, stderr } = await egovKz(["class", folder]);
    expect(code).to.equal(2);
    expect(stderr).to.match(/class requires a folder without other notebooks of these names, got .*\.ipynb/);
    expect(readFileSync(path, "utf8")).to.equal(answered);
  });
});
