import { expect } from "chai";
import type { Page } from "playwright-core";
import { startSite, untilIdle, untilReady, type Site } from "./support/site.js";

const NOTEBOOK = "notebooks/03-table-3-index-series.html";

/** Writes into the first code cell, and tells where it is. */
async function write(page: Page, source: string): Promise<string> {
  await page.locator(".cell.code").first().locator("pre.code, .cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(source);
  return (await page.locator(".cell.code").first().getAttribute("data-id"))!;
}

/** A tool that stands behind "More". */
async function more(page: Page, tool: string): Promise<void> {
  await page.click(".more summary");
  await page.click(`[data-tool=${tool}]`);
}

describe("a cell of the page", () => {
  let site: Site;
  before(async function () {
    site = await startSite(this);
  });
  after(() => site?.stop());

  it("that never ends is interrupted, and the next runs in a fresh worker", async () => {
    const page = await site.open(NOTEBOOK);
    await untilReady(page);
    const id = await write(page, "while (true) {}");
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.waitForSelector(".running");
    await page.click("[data-tool=interrupt]");
    await untilIdle(page);
    const output = page.locator(`[data-id="${id}"] .outputs`);
    expect(await output.textContent()).to.include("The worker was stopped");
    await write(page, "[1, 2, 3].map((x) => x * x)");
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.waitForFunction(
      `document.querySelector('[data-id="${id}"] .outputs').textContent.includes("[ 1, 4, 9 ]")`,
    );
    await page.context().close();
  });

  it("that came by a link is shown and said to be another's, and runs when it is run, not before", async () => {
    const page = await site.open(NOTEBOOK, { permissions: ["clipboard-read", "clipboard-write"] });
    await untilReady(page);
    await write(page, "2 ** 10");
    await more(page, "link");
    await page.getByText("It has been copied").waitFor();
    expect(await page.locator(".more[open]").count()).to.equal(0);
    const address = (await page.evaluate("navigator.clipboard.readText()")) as string;
    expect(address).to.include("#cells=");
    await page.context().close();

    const theirs = await site.open(address.slice(site.address.length));
    await untilReady(theirs);
    const cell = theirs.locator(".cell.linked");
    expect(await cell.count()).to.equal(1);
    expect(await cell.locator("pre.code").textContent()).to.equal("2 ** 10");
    expect(await theirs.locator(".notice.warning").textContent()).to.include("somebody else");
    await theirs.waitForTimeout(500);
    expect(await cell.locator(".outputs").textContent()).to.not.include("1024");
    await cell.locator("button.run").click();
    await untilIdle(theirs);
    expect(await cell.locator(".outputs").textContent()).to.include("1024");
    await theirs.context().close();
  });

  it("of a notebook from elsewhere shows its stored outputs without what could do anything", async () => {
    const page = await site.open(NOTEBOOK);
    await untilReady(page);
    const html = `<b>kept</b><img src="x" onerror="globalThis.hit = 1"><script>globalThis.hit = 2</script><a href="javascript:globalThis.hit = 3">x</a><iframe src="https://example.org"></iframe>`;
    const notebook = {
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {},
      cells: [
        { id: "prose", cell_type: "markdown", metadata: {}, source: `Text ${html}` },
        {
          ...{ id: "code", cell_type: "code", metadata: {}, source: "1", execution_count: 1 },
          outputs: [{ output_type: "display_data", metadata: {}, data: { "text/html": html } }],
        },
      ],
    };
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), more(page, "open")]);
    const buffer = Buffer.from(JSON.stringify(notebook));
    await chooser.setFiles({ name: "theirs.ipynb", mimeType: "application/json", buffer });
    await page.waitForSelector(".outputs b");
    const left = await page.locator("#main").innerHTML();
    for (const bad of ["onerror", "<script", "javascript:", "<iframe"]) expect(left).to.not.include(bad);
    expect(await page.evaluate("globalThis.hit")).to.equal(undefined);
    await page.context().close();
  });

  it("draws a figure, and has a new cell below it, at an address that is not secure", async () => {
    const page = await site.open(site.address.replace("127.0.0.1", "school.test") + NOTEBOOK);
    await untilReady(page);
    expect(await page.evaluate("isSecureContext")).to.equal(false);
    const draw = 'import { chart, show } from "egov-kz";\nshow(chart([{ name: "a", x: [1, 2], y: [3, 4] }]))';
    const id = await write(page, draw);
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.waitForSelector(`[data-id="${id}"] .figure .main-svg`);
    await page.locator(`[data-id="${id}"] .add`).click();
    expect(await page.locator(`[data-id="${id}"] + .cell.changed`).count()).to.equal(1);
    await page.context().close();
  });

  it("says when what runs it cannot be loaded, and runs once it can", async () => {
    const page = await site.open("index.html");
    await page.route("**/session.js", (route) => route.abort());
    await page.goto(site.address + NOTEBOOK);
    const status = page.locator("#status");
    await status.filter({ hasText: "could not be loaded" }).waitFor();
    await page.click(".cell.code .run");
    await untilIdle(page);
    expect(await status.textContent()).to.include("could not be loaded");
    await page.unroute("**/session.js");
    await page.click(".cell.code .run");
    await page.waitForSelector(".cell.code .outputs:not(.stored) table");
    await page.context().close();
  });

  it("that is changed in one tab changes in another, where nothing else is lost", async () => {
    const one = await site.open(NOTEBOOK);
    await untilReady(one);
    const two = await one.context().newPage();
    await two.goto(site.address + NOTEBOOK);
    await untilReady(two);
    await write(one, "1 + 1");
    await two.waitForSelector(".cell.changed");
    await two.locator(".cell.code").nth(1).locator("pre.code").click();
    await two.keyboard.type("// ");
    await one.waitForFunction("document.querySelectorAll('.cell.changed').length === 2");
    await one.reload();
    await untilReady(one);
    expect(await one.locator(".cell.changed").count()).to.equal(2);
    await more(one, "original");
    await two.waitForFunction("document.querySelectorAll('.cell.changed').length === 0");
    await one.context().close();
  });

  it("that prints 20,000 lines shows them all within seconds", async () => {
    const page = await site.open(NOTEBOOK);
    await untilReady(page);
    const id = await write(page, "for (let at = 1; at <= 20_000; at++) console.log(at);");
    await page.keyboard.press("ControlOrMeta+Enter");
    const last = `document.querySelector('[data-id="${id}"] .outputs').textContent.endsWith("20000\\n")`;
    await page.waitForFunction(last, null, { timeout: 20_000 });
    await page.context().close();
  });

  it("imports a page's own classes from the modules that Node has them in", async () => {
    const page = await site.open(NOTEBOOK);
    await untilReady(page);
    const id = await write(page, 'import { URL } from "url";\nnew URL("https://example.org/path").pathname');
    await page.keyboard.press("ControlOrMeta+Enter");
    await untilIdle(page);
    expect(await page.locator(`[data-id="${id}"] .outputs`).textContent()).to.include("/path");
    await page.context().close();
  });

  it("reads a file that was put on the page", async () => {
    const page = await site.open(NOTEBOOK);
    await untilReady(page);
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), more(page, "files")]);
    const buffer = Buffer.from("year,EGDI,OSI,TII,HCI\n2018,0.5,0.4,0.5,0.6\n2020,0.6,0.5,0.6,0.7\n");
    await chooser.setFiles({ name: "my.csv", mimeType: "text/csv", buffer });
    await page.waitForSelector(".notice.added");
    const id = await write(
      page,
      'import { readIndexSeries } from "egov-kz/egov";\nreadIndexSeries("my.csv")["EGDI"].mean()',
    );
    await page.keyboard.press("ControlOrMeta+Enter");
    await untilIdle(page);
    expect(await page.locator(`[data-id="${id}"] .outputs`).textContent()).to.include("0.55");
    await page.context().close();
  });
});
