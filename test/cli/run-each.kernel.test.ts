import { expect } from "chai";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../src/base/project.js";
import { egovKz, emptyFolder, shownBy } from "../jupyter/egov-kz.js";
import { temporaryFile } from "../helper/table/temporary-file.js";

const NOTEBOOK = join(projectRoot(), "notebooks", "10-your-country.ipynb");
const run = (...options: string[]) => egovKz(["run", NOTEBOOK, ...options]);

/** The published figures of three countries, under headers that nobody knows. */
function foreignFile(): string {
  const path = join(projectRoot(), "data", "official", "egovkb-12-countries.csv");
  const rows = readFileSync(path, "utf8")
    .split("\n")
    .map((line) => line.split(","))
    .filter(([year, country]) => year !== "year" && /^(Kazakhstan|Estonia|Uzbekistan)$/.test(country!));
  const lines = rows.map(([year, country, , ...values]) => [year, country, ...values.slice(0, 4)].join(","));
  return temporaryFile(
    "foreign.csv",
    `edition,nation,overall,services,networks,people\n${lines.join("\n")}\n`,
  );
}

const columns = JSON.stringify({
  ...{ year: "edition", country: "nation", EGDI: "overall", OSI: "services", TII: "networks", HCI: "people" },
});

describe("egov-kz run --each @long", () => {
  it("calls data that cannot be read a wrong call, and starts no kernel", async () => {
    const { code, stdout, stderr } = await run("--each", "country=all", "--param", "data=nowhere.csv");
    expect([code, stdout]).to.deep.equal([2, ""]);
    expect(stderr).to.match(/^egov-kz: egovkbCountries .*nowhere\.csv/);
  });

  it("refuses a list without values, and a parameter that the notebook does not have", async () => {
    expect((await run("--each", "country=")).stderr).to.equal(
      "egov-kz: run --each requires values, as in country=Estonia,India, got country=\n",
    );
    expect((await run("--each", "nation=Estonia")).code).to.equal(2);
  });

  it("runs all countries of a file, each into its folder, and names them in the JUnit file", async () => {
    const folder = emptyFolder();
    const junit = join(folder, "results.xml");
    const { code, stdout } = await run(
      ...["--each", "country=all", "--param", `data=${foreignFile()}`, "--param", `columns=${columns}`],
      ...["--output-dir", folder, "--junit", junit],
    );
    expect(code, stdout).to.equal(0);
    expect(readFileSync(junit, "utf8")).to.match(/name="[^"]*10-your-country\.ipynb \[country=Estonia\]"/);
    // UN DESA, E-Government Knowledgebase, edition of 2022.
    expect(shownBy(join(folder, "Kazakhstan", "10-your-country.ipynb"), "read").join("")).to.match(
      /2022 +0\.8628 +0\.9344 +0\.7520 +0\.9021/,
    );
    expect(existsSync(join(folder, "Uzbekistan", "10-your-country.ipynb"))).to.equal(true);
  });

  it("says which value failed, and runs the others", async () => {
    const { code, stdout } = await run("--each", "country=Estonia,Atlantis");
    expect(code).to.equal(1);
    expect(stdout).to.match(/^ok +\S*10-your-country\.ipynb \[country=Estonia\]/m);
    expect(stdout).to.match(/^FAILED +\S*10-your-country\.ipynb \[country=Atlantis\]/m);
  });
});
