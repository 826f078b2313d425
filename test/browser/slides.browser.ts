import { expect } from "chai";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { startSite, untilReady, type Site } from "./support/site.js";

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1366, height: 768 },
];

/** What of the present slide does not fit, with the size of its type. */
const MEASURE = `(() => {
  const bar = document.querySelector(".slide-bar").getBoundingClientRect().top;
  const cells = [...document.querySelectorAll(".cell.on")];
  const low = cells.some((cell) => cell.getBoundingClientRect().bottom > bar + 1);
  const wide = cells.some((cell) => cell.getBoundingClientRect().right > innerWidth + 1 ||
    [...cell.querySelectorAll(".output > *, .formula")].some((node) => node.scrollWidth > node.clientWidth + 1));
  const small = Number(document.getElementById("main").style.zoom) < 1;
  return cells.length === 0 || low || wide || small ? [location.hash, { low, wide, small }] : null;
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
      await page.keyboard.press("Home");
      expect(await misfits(page), `${path}, ${size.width} x ${size.height}`).to.deep.equal([]);
    }
    await page.context().close();
  }

  const folder = join(import.meta.dirname, "../../notebooks");
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ipynb")))
    it(`${file}: every slide fits in each language, in type no smaller than the page's`, async () => {
      const pages = ["", "kk", "ru"].map((language) =>
        join(language, "notebooks", file.replace(".ipynb", ".html")),
      );
      await Promise.all(pages.map(fits));
    });

  it("goes on and back by keys and by the browser's own Back and Forward, code folded until asked for", async () => {
    const page = await site.open("notebooks/03-table-3-index-series.html");
    await untilReady(page);
    await page.keyboard.press("p");
    const place = (): Promise<unknown> => page.evaluate("location.hash");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await place()).to.equal("#slide=4");
    await page.goBack();
    expect(await place()).to.equal("#slide=3");
    expect(await page.locator(".slide-bar span").textContent()).to.match(/^3 \//);
    await page.goForward();
    expect(await page.locator(".slide-bar span").textContent()).to.match(/^4 \//);
    while ((await page.locator(".cell.on.code").count()) === 0) await page.keyboard.press("ArrowRight");
    expect(await page.locator(".cell.on.code .source").first().isVisible()).to.equal(false);
    await page.keyboard.press("c");
    expect(await page.locator(".cell.on.code .source").first().isVisible()).to.equal(true);
    await page.keyboard.press("Escape");
    expect(await page.locator(".toolbar").isVisible()).to.equal(true);
    await page.context().close();
  });
});
