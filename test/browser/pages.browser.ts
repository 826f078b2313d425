import { expect } from "chai";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { violations } from "../lab/support/axe.js";
import { startSite, untilReady, type Site } from "./support/site.js";

const KINDS = [
  "index.html",
  "what-if.html",
  "report.html",
  "grade.html",
  "audit.html",
  "notebooks/03-table-3-index-series.html",
];
const PAGES = ["", "kk/", "ru/"].flatMap((language) => KINDS.map((kind) => language + kind));

describe("the site's pages", () => {
  let site: Site;
  before(async function () {
    site = await startSite(this);
  });
  after(() => site?.stop());

  it("ask no other host for anything, in any language", async () => {
    const page = await site.open("index.html");
    const elsewhere: string[] = [];
    page.on("request", (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(site.address))
        elsewhere.push(request.url());
    });
    for (const path of PAGES) await page.goto(site.address + path, { waitUntil: "load" });
    await untilReady(page);
    expect(elsewhere).to.deep.equal([]);
    await page.context().close();
  });

  it("could not ask one if they wanted to, neither a page nor a cell's worker", async () => {
    const page = await site.open("notebooks/03-table-3-index-series.html");
    await untilReady(page);
    const ask = `fetch("https://example.org/").then(() => "asked", (error) => error.name)`;
    const inWorker = `new Promise((resolve) => {
      const worker = new Worker(URL.createObjectURL(new Blob(['${ask}.then(postMessage)'])));
      worker.onmessage = ({ data }) => resolve(data);
    })`;
    const sent: string[] = [];
    page.on("response", (response) => void (response.url().startsWith("blob:") || sent.push(response.url())));
    expect(await page.evaluate(ask)).to.equal("TypeError");
    expect(await page.evaluate(inWorker)).to.equal("TypeError");
    expect(sent).to.deep.equal([]);
    await page.context().close();
  });

  for (const [colorScheme, width] of [
    ["light", 1366],
    ["dark", 360],
  ] as const)
    it(`have no fault that axe finds and no overflow: ${colorScheme}, ${width} px`, async () => {
      const page = await site.open("index.html", { colorScheme, viewport: { width, height: 800 } });
      for (const path of [...KINDS, "kk/index.html", "ru/what-if.html"]) {
        await page.goto(site.address + path);
        await page.waitForTimeout(300);
        if (path.endsWith("what-if.html")) await page.click('[data-id="T3.2018.OSI"]');
        expect(await violations(page), path).to.deep.equal([]);
        expect(await page.locator("meta[http-equiv=Content-Security-Policy]").count(), path).to.equal(1);
        const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        expect(await page.evaluate(overflow), path).to.equal(0);
      }
      await page.context().close();
    });

  it("print tables whole on a sheet's width", async () => {
    const page = await site.open("ru/notebooks/04-table-4-correlation.html", {
      viewport: { width: 718, height: 1000 },
    });
    await page.emulateMedia({ media: "print" });
    const cut = `[...document.querySelectorAll(".html")].filter((one) => one.scrollWidth > one.clientWidth).length`;
    expect(await page.evaluate(cut)).to.equal(0);
    await page.context().close();
  });

  it("link to pages that are there", () => {
    const pages = readdirSync(site.folder, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".html"),
    );
    const missing = pages.flatMap((path) => {
      const html = readFileSync(join(site.folder, path), "utf8").replaceAll(/<pre[^]*?<\/pre>/g, "");
      const links = [...html.matchAll(/<(?:a|script|link)\b[^>]*?(?:href|src)="([^":#?]+)(?:[#?][^"]*)?"/g)];
      return links
        .filter(([, link]) => !existsSync(join(site.folder, dirname(path), decodeURI(link!))))
        .map(([, link]) => `${path} -> ${link}`);
    });
    expect([...new Set(missing)]).to.deep.equal([]);
  });

  it("opened from a folder, show their stored outputs and say what is missing to run", async () => {
    const file = join(site.folder, "notebooks/03-table-3-index-series.html");
    const page = await site.open(pathToFileURL(file).href);
    expect(await page.locator(".outputs.stored table").count()).to.be.greaterThan(3);
    await page.waitForSelector("#as-file", { state: "visible" });
    expect(await page.locator("#as-file").textContent()).to.include("npm run site");
    await page.context().close();
  });

  it("load at most 3 MB, compressed, until the first result, and nothing twice after it", async function () {
    const own = await startSite(this);
    const page = await own.open("notebooks/03-table-3-index-series.html");
    await untilReady(page);
    await page.click(".cell.code .run");
    await page.waitForSelector(".cell.code .outputs:not(.stored) table");
    await page.waitForSelector('body[data-offline="ready"]', { timeout: 120_000 });
    // The service worker is asked for once there is a result.
    const first = own.sent.slice(
      0,
      own.sent.findIndex(({ path }) => path.includes("sw.js")),
    );
    expect(first.reduce((sum, { size }) => sum + size, 0) / 1e6).to.be.within(1, 3);
    expect(new Set(own.sent.map(({ path }) => path)).size).to.equal(own.sent.length);
    await own.stop();
    await page.context().close();
  });

  it("run a whole notebook without a network after the first visit", async () => {
    const page = await site.open("notebooks/03-table-3-index-series.html");
    await page.click(".cell.code .run");
    await page.waitForSelector('body[data-offline="ready"]', { timeout: 120_000 });
    await page.context().setOffline(true);
    await page.reload();
    await untilReady(page);
    await page.click("[data-tool=runAll]");
    await page.waitForFunction("!document.querySelector('.waiting, .running')", null, { timeout: 120_000 });
    expect(await page.locator(".failed").count()).to.equal(0);
    expect(await page.locator(".outputs:not(.stored) table").count()).to.be.greaterThan(3);
    await page.context().close();
  });

  it("can be walked through by Tab alone; Escape, then Tab indents in a cell", async () => {
    const page = await site.open("notebooks/03-table-3-index-series.html");
    await untilReady(page);
    const source = await page.locator(".cell.code").first().locator(".source").innerText();
    const focused = (): Promise<string> =>
      page.evaluate("document.activeElement.closest('.cell')?.dataset.id ?? document.activeElement.tagName");
    const seen = new Set<string>();
    for (let at = 0; at < 40; at++) {
      await page.keyboard.press("Tab");
      seen.add(await focused());
    }
    expect(seen.size).to.be.greaterThan(6);
    expect(await page.locator(".cell.changed").count()).to.equal(0);
    await page.locator(".cell.code").first().locator(".cm-content").focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await page.locator(".cell.code").first().locator(".source").innerText()).to.not.equal(source);
    expect(
      await page.locator(".cell.code").first().locator(".cm-content").getAttribute("aria-label"),
    ).to.match(/Escape, then Tab/);
    await page.context().close();
  });
});
