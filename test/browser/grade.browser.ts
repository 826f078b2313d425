import { expect } from "chai";
import type { Page } from "playwright-core";
import { startSite, type Site } from "./support/site.js";

const file = (name: string, sources: readonly string[]) => ({
  name: `${name}.ipynb`,
  mimeType: "application/json",
  buffer: Buffer.from(
    JSON.stringify({
      cells: sources.map((source, at) => ({
        ...{ cell_type: "code", execution_count: null, metadata: {}, outputs: [] },
        ...{ id: `c${at}`, source: [source] },
      })),
      ...{ metadata: {}, nbformat: 4, nbformat_minor: 5 },
    }),
  ),
});
const ready = 'import { check } from "egov-kz";';

describe("grading in the page", () => {
  let site: Site;
  let page: Page;
  before(async function () {
    site = await startSite(this);
    page = await site.open("ru/grade.html");
  });
  after(() => site?.stop());

  it("gives the class's table of the notebooks that a teacher drops in", async () => {
    await page.locator("#files:enabled").waitFor();
    await page.locator("#files").setInputFiles([
      file("Қанат", [ready, 'check("3.1", "0,1685");', 'check("3.2", 1/', 'check("own.1", 1);']),
      file("Айгерім", [ready, "for (;;) {}", 'check("3.1", 0.1598);', 'check("3.6", 3);']),
      file("reader", [
        ready,
        `import { readFileSync } from "fs"; check("3.1", readFileSync("/egov-kz/data/exercises/03.yaml", "utf8").slice(0, 9));`,
      ]),
      { name: "broken.ipynb", mimeType: "application/json", buffer: Buffer.from("{") },
      {
        name: "own.yaml",
        mimeType: "text/yaml",
        buffer: Buffer.from('notebook: "03"\nexercises: [{id: own.1, question: "?", hint: "?", answer: 1}]'),
      },
    ]);
    await page.locator("#keep a").first().waitFor({ timeout: 120_000 });
    const summaries = await page.locator("#result summary").allTextContents();
    expect(summaries.map((one) => one.split(":")[0])).to.have.members([
      "Айгерім",
      "Қанат",
      "broken",
      "reader",
    ]);
    expect(summaries).to.include("Айгерім: 1/7").and.to.include("Қанат: 2/8").and.to.include("reader: 0/7");
    const result = await page.locator("#result").textContent();
    expect(result).to.contain("формула для генеральной совокупности").and.to.contain("код не компилируется");
    expect(result).to.contain("ENOENT").and.not.to.contain("notebook:");
    expect(await page.locator("#keep a").allTextContents()).to.deep.equal([
      "grades.csv",
      "answers.csv",
      "class.html",
    ]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate("document.documentElement.scrollWidth")).to.equal(360);
  });
});
