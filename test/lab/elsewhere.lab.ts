import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { copyFileSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator } from "playwright-core";
import { startLab, type Lab } from "./support/lab.js";
import { NotebookPage, rowsIn, WIDTH, type StoredOutput } from "./support/notebook-page.js";
import { makeProject, type Project } from "./support/project.js";
import { requireCommand, requireTools, type Tools } from "./support/tools.js";

const NAME = "06-figure-1-trend-and-forecast.ipynb";

describe("an executed notebook where no script runs", () => {
  let tools: Tools;
  let project: Project;
  let lab: Lab;
  let browser: Browser;
  let notebook: NotebookPage;
  let outputs: StoredOutput[];

  before(async function () {
    tools = await requireTools(this);
    project = makeProject(tools.jupyter, false);
    const args = ["dist/cli/main.js", "run", "--output-dir", "executed", join("notebooks", NAME)];
    execFileSync(process.execPath, args, { cwd: project.root });
    copyFileSync(join(project.root, "executed", NAME), join(project.root, "notebooks", "copy.ipynb"));
    const { cells } = JSON.parse(readFileSync(join(project.root, "executed", NAME), "utf8")) as {
      cells: { outputs?: StoredOutput[] }[];
    };
    outputs = cells.flatMap((cell) => cell.outputs ?? []);
    lab = await startLab(project);
    browser = await tools.browse();
    notebook = await NotebookPage.of(browser, lab);
  });

  after(async () => {
    await browser?.close();
    await lab?.stop();
    project?.remove();
  });

  const pictures = () => outputs.filter(({ data }) => data?.["image/png"]).length;
  const rows = () => outputs.map(({ data }) => rowsIn(data?.["text/html"])).filter((count) => count > 0);
  async function expectWhole(images: Locator, tables: Locator): Promise<void> {
    await images.nth(pictures() - 1).waitFor();
    const widths = await images.evaluateAll((all) => all.map((one) => (one as unknown as { naturalWidth: number }).naturalWidth)); // prettier-ignore
    expect(widths).to.deep.equal(new Array(pictures()).fill(900));
    const counts = await Promise.all((await tables.all()).map((table) => table.locator("tr").count()));
    expect(counts).to.deep.equal(rows());
  }

  it("is small, and has a picture for every figure", () => {
    expect(statSync(join(project.root, "executed", NAME)).size).to.be.below(400_000);
    expect(pictures()).to.equal(3);
  });

  it("shows tables and pictures in a JupyterLab that does not trust it", async () => {
    await notebook.open("copy.ipynb");
    await expectWhole(
      notebook.find(".jp-OutputArea-output img"),
      notebook.find(".jp-OutputArea-output table"),
    );
    await notebook.picture("untrusted");
    await notebook.close();
  });

  it("draws live, once it is run, in a JupyterLab without plotly's renderer", async () => {
    await notebook.open(NAME);
    await notebook.runAll();
    const plots = notebook.find(".jp-RenderedHTML .js-plotly-plot");
    await plots
      .nth(pictures() - 1)
      .locator(".trace path")
      .first()
      .waitFor({ state: "attached" });
    expect(await plots.count()).to.equal(pictures());
    await notebook.picture("without-extension");
    await notebook.close();
  });

  it("shows tables and pictures as a page of nbconvert, offline", async function () {
    const nbconvert = join(tools.jupyter, "jupyter-nbconvert");
    requireCommand(this, nbconvert);
    execFileSync(nbconvert, ["--to", "html", join("executed", NAME)], { cwd: project.root, stdio: "pipe" });
    const context = await browser.newContext({ offline: true, viewport: { width: WIDTH, height: 900 } });
    const page = await context.newPage();
    await page.goto(`file://${join(project.root, "executed", NAME.replace(".ipynb", ".html"))}`);
    await expectWhole(page.locator(".jp-OutputArea-output img"), page.locator(".jp-OutputArea-output table"));
    await page.screenshot({ path: "test-results/lab/nbconvert.png", fullPage: true });
    await context.close();
  });

  it("gives clean cells to a spreadsheet", async () => {
    project.notebook("paste.ipynb", [
      'import { show } from "egov-kz";\nshow({ year: [2018, 2020], n: [1234567.5, null] });',
    ]);
    await notebook.open("paste.ipynb");
    await notebook.runAll();
    expect(await notebook.page.evaluate<string>(COPIED)).to.equal("year\tn\n2018\t1234567.5\n2020");
    await notebook.close();
  });
});

/** Selects the table as a mouse would and gives the text that goes to the clipboard. */
const COPIED = `{
  const selection = getSelection();
  selection.selectAllChildren(document.querySelector(".jp-OutputArea-output table"));
  selection.toString().trim();
}`;
