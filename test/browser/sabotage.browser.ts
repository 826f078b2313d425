/** As the kernel's test of that name: the page answers the next cells as if nothing had been changed. */
import { expect } from "chai";
import type { Page } from "playwright-core";
import { SABOTAGES } from "../jupyter/sabotages.js";
import { startSite, untilIdle, untilReady, type Site } from "./support/site.js";

/** A cell that takes `then` from all promises, or gives one to all objects, still ends the page's session. */
const TRIED = [
  "sets JSON to null",
  "replaces JSON's functions",
  "has all objects write themselves",
  "removes what arrays do",
  "removes timers",
];

async function run(page: Page, source: string): Promise<string> {
  const cell = page.locator(".cell.code").first();
  await cell.locator("pre.code, .cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(source);
  await page.keyboard.press("ControlOrMeta+Enter");
  await page.waitForSelector(".waiting, .running", { timeout: 1000 }).catch(() => undefined);
  await untilIdle(page);
  return (await cell.locator(".outputs").textContent()) ?? "";
}

describe("a session of the page", function () {
  let site: Site;
  before(async function () {
    site = await startSite(this);
  });
  after(() => site?.stop());

  for (const what of TRIED)
    it(`says what 6 * 7 is when a cell ${what}`, async function () {
      this.timeout(60_000);
      const page = await site.open("notebooks/03-table-3-index-series.html");
      await untilReady(page);
      await run(page, SABOTAGES[what]!);
      expect(await run(page, "6 * 7")).to.equal("42");
      expect(await run(page, "throw new Error('thrown')")).to.include("thrown");
      expect(await run(page, "let x = 1")).to.equal("");
      expect(await run(page, "x + 1")).to.equal("2");
      await page.context().close();
    });
});
