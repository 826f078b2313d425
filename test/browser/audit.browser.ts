import { expect } from "chai";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { word } from "../documents/archive.js";
import { startSite, type Site } from "./support/site.js";

const { utils, write } = createRequire(import.meta.url)("xlsx") as typeof import("xlsx");
const rows = [[1, 10.31, 20.52, 30.83], [2, 71.25, 11.94, 83.19], [3, 42.77, 33.18, 75.95], [4, 9.12, 70.4, 79.52]]; // prettier-ignore
const gaps = "<tr><td>5</td><td>–</td><td>n/a</td><td>not asked</td></tr>";
const html = (cell: "td" | "w:tc", row: string): string =>
  [["x", "a", "b", "c"], ...rows].map((cells) => `<${row}>${cells.map((one) => (cell === "td" ? `<td>${one}</td>` : `<w:tc><w:p><w:r><w:t>${one}</w:t></w:r></w:p></w:tc>`)).join("")}</${row}>`).join(""); // prettier-ignore
const book = utils.book_new();
utils.book_append_sheet(book, utils.aoa_to_sheet([["x", "a", "b", "c"], ...rows]), "Table 1");

/** One table, c = a + b, in each kind of document. */
const DOCUMENTS: [name: string, content: string | Buffer][] = [
  ["paper.html", `<h1>Sums</h1><table><caption>Table 1. Sums</caption>${html("td", "tr")}</table>`],
  ["gaps.html", `<h1>Sums</h1><table><caption>Table 1. Sums</caption>${html("td", "tr")}${gaps}</table>`],
  ["paper.xml", `<?xml version="1.0"?><article><body><table-wrap><label>Table 1</label><table>${html("td", "tr")}</table></table-wrap></body></article>`],
  ["paper.docx", word(`<w:tbl>${html("w:tc", "w:tr")}</w:tbl>`)],
  ["paper.tex", `\\begin{table}\\caption{Sums}\\begin{tabular}{lrrr}x&a&b&c\\\\\\midrule ${rows.map((cells) => cells.join("&")).join("\\\\")}\\\\\\end{tabular}\\end{table}`],
  ["paper.xlsx", write(book, { type: "buffer" }) as Buffer],
]; // prettier-ignore

describe("auditing in the page", () => {
  let site: Site;
  let page: Page;
  before(async function () {
    site = await startSite(this);
    page = await site.open("ru/audit.html");
    await page.locator("#files:enabled").waitFor();
  });
  after(() => site?.stop());

  const drop = async (name: string, content: string | Buffer): Promise<void> =>
    page.locator("#files").setInputFiles({ name, mimeType: "", buffer: Buffer.from(content) });

  for (const [name, content] of DOCUMENTS)
    it(`reads, searches and reports on ${name}`, async () => {
      await drop(name, content);
      await page.locator("#keep a").first().waitFor({ timeout: 20_000 });
      const lines = await page.locator("#result li").allTextContents();
      expect(lines.length).to.be.within(2, 10);
      expect(lines.join("\n")).to.include(name).and.to.match(/4/);
      const report = page.frameLocator("#result iframe");
      expect(await report.locator("#proposals").textContent()).to.include("T1.a[row] + T1.b[row]");
      expect(await page.locator("#keep a").allTextContents()).to.deep.equal([
        "report.html",
        `${name.replace(/\.\w+$/, "")}-audit.zip`,
      ]);
    });

  it("loads what reads documents when there is one, and sends nothing", async () => {
    const loaded = (): number => site.sent.filter(({ path }) => path.includes("audit-work")).length;
    const before = loaded();
    const other = await site.open("audit.html");
    await other.locator("#files:enabled").waitFor();
    expect(loaded()).to.equal(before);
    const asked: string[] = [];
    other.on("request", (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await other
      .locator("#files")
      .setInputFiles({ name: "a.html", mimeType: "", buffer: Buffer.from(DOCUMENTS[0]![1]) });
    await other.locator("#keep a").first().waitFor();
    expect(asked.every((one) => one.startsWith("GET "))).to.equal(true);
    expect(asked.some((one) => one.endsWith("audit-work.js"))).to.equal(true);
  });

  it("says what is wrong with a document that cannot be read", async () => {
    await drop("broken.docx", "plain");
    await page.locator("#status", { hasText: "broken.docx" }).filter({ hasText: /[а-я]/ }).waitFor();
    expect(await page.locator("#result li").count()).to.equal(0);
    // A zip bomb: 40 MB of one letter.
    await drop("bomb.docx", word("x".repeat(40 * 2 ** 20)));
    await page.locator("#status", { hasText: "40" }).waitFor({ timeout: 20_000 });
  });

  it("fits a telephone's width, in English, with a real article's table", async () => {
    const narrow = await site.open("audit.html", { viewport: { width: 390, height: 800 } });
    await narrow.locator("#files:enabled").waitFor();
    const table = readFileSync("test/fixtures/statsmodels/rerun.html", "utf8");
    await narrow
      .locator("#files")
      .setInputFiles({ name: "rerun.html", mimeType: "", buffer: Buffer.from(table) });
    await narrow.locator("#keep a").first().waitFor();
    expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).to.be.at.most(390);
    if (process.env["SHOTS"]) for (const [one, name] of [[narrow, "narrow"], [page, "wide"]] as const) await one.screenshot({ path: `${process.env["SHOTS"]}/${name}.png`, fullPage: true }); // prettier-ignore
  });
});
