import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { auditFolder } from "../../src/cli/audit/audit-folder.js";
import { dataPath } from "../../src/base/project.js";
import { setLanguage } from "../../src/base/text.js";
import { paperFolder } from "../../src/paper/paper.js";
import { writeReport } from "../../src/report/write-report.js";
import { violations } from "./support/axe.js";
import { requireBrowser } from "./support/tools.js";

const LANGUAGES = ["en", "kk", "ru"] as const;
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

describe("the report in a browser", () => {
  let browser: Browser;
  let folder: string;

  before(async function () {
    browser = await (await requireBrowser(this))();
    folder = mkdtempSync(join(tmpdir(), "report-lab-"));
    for (const language of LANGUAGES) {
      setLanguage(language);
      writeReport(join(folder, language), auditFolder(paperFolder()).content, []);
    }
    setLanguage("en");
    writeReport(join(folder, "student"), auditFolder(dataPath("papers", "student-1908")).content, []);
  });

  after(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  async function open(report: string, options: object = {}): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    await page.goto(pathToFileURL(join(folder, report, "index.html")).href);
    return page;
  }

  for (const report of [...LANGUAGES, "student"])
    for (const colorScheme of ["light", "dark"])
      it(`has no violation of WCAG AA that axe finds: ${report}, ${colorScheme}`, async () => {
        const page = await open(report, { colorScheme });
        await page.evaluate(() =>
          document.querySelectorAll("details").forEach((details) => (details.open = true)),
        );
        expect(await violations(page, { runOnly: { type: "tag", values: RULES } })).to.deep.equal([]);
        await page.close();
      });

  for (const report of [...LANGUAGES, "student"])
    it(`shows verdict and reason on a phone, 390 px wide, without scrolling sideways: ${report}`, async () => {
      const page = await open(report, { viewport: { width: 390, height: 844 } });
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wider).to.be.at.most(0);
      await page.evaluate(() =>
        document.querySelectorAll("details").forEach((details) => (details.open = true)),
      );
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).to.be.at.most(0);
      const claim = page.locator(".claims tbody").first();
      for (const part of [claim.locator(".badge").first(), claim.locator("td").last()]) {
        const box = (await part.boundingBox())!;
        expect([box.x >= 0, box.x + box.width <= 390, box.width > 40]).to.deep.equal([true, true, true]);
      }
      await page.close();
    });

  it("prints the summary on at most four pages, and everything where that is chosen", async () => {
    const page = await open("en");
    const pages = async (): Promise<number> =>
      ((await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
    const summary = await pages();
    expect(summary).to.be.within(1, 4);
    await page.selectOption("#print", "all");
    expect(await pages()).to.be.above(summary);
    await page.close();
  });

  it("opens a folded number that a link names, and says how many numbers a filter leaves", async () => {
    const page = await open("student");
    await page.goto(`${page.url()}#T1.1.difference`);
    expect(await page.locator("[id='T1.1.difference']").isVisible()).to.equal(true);
    await page.selectOption("#exhibit", "Illustration III");
    expect(await page.locator("#shown").textContent()).to.match(/: 6 of \d+$/);
    await page.close();
  });
});
