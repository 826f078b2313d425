import { expect } from "chai";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../src/base/project.js";
import { egovKz, emptyFolder, readCells, shownBy, startEgovKz } from "../jupyter/egov-kz.js";
import { temporaryFile } from "../helper/table/temporary-file.js";

const run = (...options: string[]) => egovKz(["countries", ...options]);

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

const columns = "year=edition country=nation EGDI=overall OSI=services TII=networks HCI=people"
  .split(" ")
  .flatMap((pair) => ["--columns", pair]);

const summaryOf = (folder: string) =>
  readFileSync(join(folder, "summary.csv"), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(",").slice(0, 3).join(","));

const notebookOf = (folder: string, code: string) => join(folder, code, "10-your-country.ipynb");

describe("egov-kz countries @long", () => {
  it("calls data that cannot be read a wrong call, and starts no kernel", async () => {
    const { code, stdout, stderr } = await run("--data", "nowhere.csv");
    expect([code, stdout]).to.deep.equal([2, ""]);
    expect(stderr).to.match(/^egov-kz: egovkbCountries .*nowhere\.csv/);
  });

  it("calls a file without countries a wrong call, and names the option", async () => {
    const own = join(projectRoot(), "data", "template-index-series.csv");
    const { code, stderr } = await run("--data", own);
    expect(code).to.equal(2);
    expect(stderr).to.match(
      /^egov-kz: egovkbCountries found no column "country" in .*; the option columns says which it is: \{ country: "header" \}/,
    );
  });

  it("goes on where it was interrupted, and draws no pictures", async () => {
    const folder = emptyFolder();
    const options = ["--data", foreignFile(), ...columns, "--output-dir", folder, "--jobs", "1"];
    const first = startEgovKz(["countries", ...options]);
    while (!/^(ok|FAILED) /m.test(first.said.stdout)) await new Promise((resolve) => setTimeout(resolve, 20));
    first.child.kill("SIGINT");
    expect((await first.ended).code).to.equal(130);
    expect(summaryOf(folder)[1]).to.equal("Estonia,EST,ran");
    const written = statSync(notebookOf(folder, "EST")).mtimeMs;
    const { code, stdout } = await run(...options);
    expect([code, stdout.trim().split("\n").at(-1)]).to.deep.equal([0, "2 ran; 1 kept from an earlier run"]);
    expect(summaryOf(folder)).to.deep.equal([
      "country,code,result",
      "Estonia,EST,kept",
      "Kazakhstan,KAZ,ran",
      "Uzbekistan,UZB,ran",
    ]);
    expect(statSync(notebookOf(folder, "EST")).mtimeMs).to.equal(written);
    // UN DESA, E-Government Knowledgebase, edition of 2022.
    expect(shownBy(notebookOf(folder, "KAZ"), "read").join("")).to.match(
      /2022 +0\.8628 +0\.9344 +0\.7520 +0\.9021/,
    );
    expect(
      readCells(notebookOf(folder, "KAZ")).some((cell) => JSON.stringify(cell).includes("image/png")),
    ).to.equal(false);
  });

  it("says in the summary what failed, and runs that country again", async () => {
    const folder = emptyFolder();
    const lines = readFileSync(foreignFile(), "utf8").split("\n");
    const few = lines
      .filter((line) => !/^20[012].,Estonia/.test(line) || /^(2003|2024)/.test(line))
      .join("\n");
    const options = ["--data", temporaryFile("few.csv", few), ...columns, "--output-dir", folder];
    for (const kept of ["2 ran", "2 kept from an earlier run"]) {
      const { code, stdout } = await run(...options);
      expect(code).to.equal(1);
      expect(stdout.trim().split("\n").at(-1)).to.equal(`${kept}; 1 failed: Estonia`);
    }
    expect(readFileSync(join(folder, "summary.csv"), "utf8")).to.match(
      /^Estonia,EST,failed,[\d.]+,\d+,.*Error: /m,
    );
    expect(existsSync(notebookOf(folder, "EST"))).to.equal(true);
  });
});
