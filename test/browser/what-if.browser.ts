import { expect } from "chai";
import type { Page } from "playwright-core";
import { startSite, untilReady, type Site } from "./support/site.js";

const status = async (page: Page): Promise<string> => (await page.locator("#status").textContent())!;

describe("the page on which printed numbers can be changed", () => {
  let site: Site;
  before(async function () {
    site = await startSite(this);
  });
  after(() => site?.stop());

  async function open(path: string, width = 1366): Promise<Page> {
    const page = await site.open(path, { viewport: { width, height: 800 }, hasTouch: width < 500 });
    await untilReady(page);
    return page;
  }

  // By hand: (0.7944 + 0.7847 + 0.9333) / 3 = 0.8375, and with 0.9145 in place of 0.7944 it is 0.8775, as printed.
  it("turns the verdict of the index when a component is set right, by touch at 390 px, and takes it back", async () => {
    const page = await open("what-if.html#T3.2018.OSI=0,9045", 390);
    const index = page.locator('button[data-id="T3.2018.EGDI"]');
    expect(await index.getAttribute("aria-label")).to.include("inconsistent");
    await page.locator('button[data-id="T3.2018.OSI"]').tap();
    await page.locator('[data-step="+3"]').tap();
    expect(await index.getAttribute("aria-label")).to.match(/: 0,8775; reproduced/);
    expect(await index.getAttribute("class")).to.include("turned");
    await page.locator("[data-tool=undo]").tap();
    expect(await index.getAttribute("aria-label")).to.include("inconsistent");
    await page.context().close();
  });

  it("draws what a number rests on and what rests on it", async () => {
    const page = await open("what-if.html");
    await page.click('[data-id="T3.2018.OSI"]');
    const to = await page
      .locator("svg.ways path.to")
      .evaluateAll((paths) => paths.map((path) => path.dataset["id"]));
    expect(to).to.include.members(["T3.2018.EGDI", "T4.OSI.EGDI", "T4.TII.OSI", "T4.HCI.OSI"]);
    expect(to).to.not.include("T4.HCI.TII");
    await page.click('[data-id="T3.2018.EGDI"]');
    const from = await page
      .locator("svg.ways path.from")
      .evaluateAll((paths) => paths.map((path) => path.dataset["id"]));
    expect(from).to.include.members(["T3.2018.OSI", "T3.2018.TII", "T3.2018.HCI"]);
    expect(await page.locator("#panel code").first().textContent()).to.include("mean(T3.OSI[2018]");
    await page.context().close();
  });

  it("takes a finding its evidence: 0.650 in place of 0.836 is a correlation that some data have", async () => {
    const page = await open("what-if.html#T4.HCI.EGDI=0,650");
    expect(await page.locator('[data-finding="matrix-of-no-data"]').first().getAttribute("class")).to.equal(
      "other",
    );
    expect(await status(page)).to.match(/Verdicts that changed: 1/);
    await page.click("[data-tool=reset]");
    expect(await status(page)).to.equal("Every number is as the paper prints it.");
    expect(await page.locator("li.gone").count()).to.equal(0);
    await page.context().close();
  });

  it("shows one that matters, in Kazakh, and a change costs a small part of judging everything", async () => {
    const page = await open("kk/what-if.html");
    await page.click("[data-tool=matters]");
    await page.waitForSelector("#panel:not([hidden])", { timeout: 60_000 });
    expect(await page.locator(".turned, #findings .other, #findings .gone").count()).to.be.greaterThan(0);
    const took = Number(await page.evaluate("document.body.dataset.took"));
    const whole = Number(await page.evaluate("document.body.dataset.whole"));
    expect(took).to.be.lessThan(whole);
    await page.context().close();
  });

  it("works by keys alone, and keeps the focus on the digit", async () => {
    const page = await open("ru/what-if.html");
    await page.locator('button[data-id="T5.2010.m5"]').focus();
    await page.keyboard.press("Enter");
    await page.locator('[data-step="+2"]').focus();
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.dataset.step")).to.equal("+2");
    expect(await page.locator('button[data-id="T5.2010.m5"]').textContent()).to.include("2,0586");
    await page.keyboard.press("ControlOrMeta+z");
    expect(await page.locator('button[data-id="T5.2010.m5"]').textContent()).to.include("2,9586");
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.dataset.id")).to.equal("T5.2010.m5");
    await page.context().close();
  });

  it("begins with one change that turns a verdict, on the first page too", async () => {
    const page = await site.open("what-if.html");
    await page.waitForSelector('body[data-state="ready"]');
    await page.click("#guide");
    await page.waitForFunction("document.body.dataset.took");
    expect(await page.locator("#panel").innerText()).to.match(/inconsistent\s*→\s*.*reproduced/);
    await page.goto(`${site.address}index.html`);
    await page.waitForSelector('body[data-state="ready"]');
    const verdict = page.locator("#try p");
    expect(await verdict.innerText()).to.include("inconsistent");
    for (let step = 0; step < 4; step++) await page.click('[data-step="-3"]');
    expect(await verdict.innerText()).to.match(/^\W*reproduced$/);
    await page.context().close();
  });
});
