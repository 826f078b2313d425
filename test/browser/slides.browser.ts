import { expect } from "chai";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { violations } from "../lab/support/axe.js";
import { startSite, untilReady, type Site } from "./support/site.js";

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1366, height: 768 },
];

/** What of the present slide is wider than it, or set in another size than the rest. */
const MEASURE = `(() => {
  const section = document.querySelector(".reveal section.present");
  const wide = [...section.querySelectorAll(".output > *, .formula")].filter((node) => node.scrollWidth > node.clientWidth + 1);
  const sizes = [...section.querySelectorAll(".markdown > p")].map((node) => getComputedStyle(node).fontSize);
  if (section.scrollWidth > section.clientWidth + 1) wide.push(section);
  return wide.length > 0 || sizes.some((size) => size !== "26px") ? [location.hash, wide.length, sizes] : null;
})()`;

async function misfits(page: Page): Promise<unknown[]> {
  const found: unknown[] = [];
  const count = Number(await page.evaluate("document.body.dataset.slides"));
  for (let at = 0; at < count; at++) {
    await page.waitForTimeout(30);
    const misfit = await page.evaluate(MEASURE);
    if (misfit !== null) found.push(misfit);
    await page.keyboard.press("ArrowRight");
  }
  return found;
}

describe("a notebook as slides", () => {
  let site: Site;
  before(async function () {
    site = await startSite(this);
  });
  after(() => site?.stop());

  async function fits(path: string): Promise<void> {
    const page = await site.open(path);
    await untilReady(page);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.keyboard.press("p");
      await page.waitForSelector(".reveal.ready");
      await page.keyboard.press("Home");
      expect(await misfits(page), `${path}, ${size.width} x ${size.height}`).to.deep.equal([]);
      await page.keyboard.press("Escape");
      await page.waitForSelector(".reveal", { state: "detached" });
    }
    await page.context().close();
  }

  const folder = join(import.meta.dirname, "../../notebooks");
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ipynb")))
    it(`${file}: every slide fits in each language, in one type size`, async () => {
      const pages = ["", "kk", "ru"].map((language) =>
        join(language, "notebooks", file.replace(".ipynb", ".html")),
      );
      await Promise.all(pages.map(fits));
    });

  for (const colorScheme of ["light", "dark"] as const)
    it(`can be read on a ${colorScheme} background`, async () => {
      const page = await site.open("notebooks/03-table-3-index-series.html#/2", { colorScheme });
      await page.waitForSelector(".reveal.ready");
      for (let at = 2; at < 7; at++) {
        await page.waitForTimeout(300);
        expect(await violations(page, { runOnly: ["color-contrast"] }), `slide ${at}`).to.deep.equal([]);
        await page.keyboard.press("ArrowRight");
      }
      await page.context().close();
    });

  it("goes on and back by keys and by the browser's own Back and Forward, code folded until asked for", async () => {
    const page = await site.open("notebooks/03-table-3-index-series.html");
    await untilReady(page);
    // The key of "p" on a Cyrillic keyboard.
    const key = `new KeyboardEvent("keydown", { key: "з", code: "KeyP", bubbles: true })`;
    await page.evaluate(`document.body.dispatchEvent(${key})`);
    await page.waitForSelector(".reveal.ready");
    const place = (): Promise<unknown> => page.evaluate("location.hash");
    await page.keyboard.press("Home");
    for (let at = 0; at < 3; at++) await page.keyboard.press("ArrowRight");
    await page.waitForFunction("location.hash === '#/4'");
    await page.goBack();
    expect(await place()).to.equal("#/3");
    await page.goForward();
    expect(await page.locator(".slide-number").innerText()).to.match(/^4\s*\//);
    while ((await page.locator("section.present .cell.code").count()) === 0)
      await page.keyboard.press("ArrowRight");
    const source = page.locator("section.present .cell.code .source").first();
    expect(await source.isVisible()).to.equal(false);
    await page.keyboard.press("c");
    expect(await source.isVisible()).to.equal(true);
    await page.keyboard.press("Escape");
    expect(await page.locator(".toolbar").isVisible()).to.equal(true);
    expect(await page.locator("#main > .cell").count()).to.be.greaterThan(20);
    while (!String(await place()).startsWith("#/")) await page.goBack();
    await page.waitForSelector(".reveal.ready");
    while (String(await place()).startsWith("#/")) await page.goBack();
    await page.waitForSelector(".reveal", { state: "detached" });
    await page.context().close();
  });
});
