import { expect } from "chai";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dataPath, projectRoot } from "../../src/base/project.js";

describe("projectRoot", () => {
  it("is the folder of this package's package.json", () => {
    const { name } = JSON.parse(readFileSync(join(projectRoot(), "package.json"), "utf8")) as {
      name: string;
    };
    expect(name).to.equal("egov-kz");
  });
});

describe("dataPath", () => {
  it("points into data/", () => {
    expect(dataPath("paper", "table-1.csv")).to.equal(join(projectRoot(), "data", "paper", "table-1.csv"));
    expect(existsSync(dataPath("datapackage.json"))).to.equal(true);
  });
});
