import { expect } from "chai";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { projectRoot } from "../../src/base/project.js";
import { startLab, type Lab } from "./support/lab.js";
import { NotebookPage, rowsIn } from "./support/notebook-page.js";
import { makeProject, type Project } from "./support/project.js";
import { requireTools } from "./support/tools.js";

const PLOTLY = "application/vnd.plotly.v1+json";
const NOTEBOOKS = readdirSync(join(projectRoot(), "notebooks")).filter((name) => name.endsWith(".ipynb"));

/** JupyterLab complains so of every kernel that has no debugger. */
const NO_DEBUGGER = /^No active debugger session$/;
/** And so, now and then, of a notebook that was closed, even when the next one runs; what a page lacks is counted below. */
const CLOSING = /removeChild/;

describe("every notebook in JupyterLab", () => {
  let project: Project;
  let lab: Lab;
  let browser: Browser;
  let notebook: NotebookPage;
  const broken: string[] = [];

  before(async function () {
    const tools = await requireTools(this);
    project = makeProject(tools.jupyter);
    lab = await startLab(project);
    browser = await tools.browse();
    notebook = await NotebookPage.of(browser, lab);
    notebook.page.on("pageerror", ({ message }) => {
      if (!NO_DEBUGGER.test(message) && !CLOSING.test(message)) broken.push(message);
    });
  });

  afterEach(async () => {
    await notebook.close();
    broken.length = 0;
  });

  after(async () => {
    await browser?.close();
    await lab?.stop();
    project?.remove();
  });

  for (const name of NOTEBOOKS) {
    it(`${name} runs to its end, every figure drawn and every table filled, in light and in dark`, async () => {
      await notebook.open(name);
      await notebook.runAll();
      const outputs = (await notebook.outputs()).flat();
      const wrong = outputs.filter((one) => one.output_type === "error" || one.name === "stderr");
      expect(wrong).to.deep.equal([]);
      for (const theme of ["Light", "Dark"]) {
        await notebook.command("apputils:change-theme", { theme: `JupyterLab ${theme}` });
        await expectDrawn(notebook, outputs.filter(({ data }) => data?.[PLOTLY]).length);
        await expectFilled(
          notebook,
          outputs.map(({ data }) => rowsIn(data?.["text/html"])).filter((rows) => rows > 0),
        );
        await notebook.picture(`${name.slice(0, 2)}-${theme.toLowerCase()}`);
      }
      expect(broken).to.deep.equal([]);
    });
  }
});

/** Each figure has marks: paths of SVG in one of its traces. */
async function expectDrawn(notebook: NotebookPage, figures: number): Promise<void> {
  const drawn = notebook.find(".js-plotly-plot");
  if (figures > 0)
    await drawn
      .nth(figures - 1)
      .locator(".trace path")
      .first()
      .waitFor({ state: "attached" });
  expect(await drawn.count()).to.equal(figures);
  for (let at = 0; at < figures; at++)
    expect(await drawn.nth(at).locator(".trace path").count(), `marks of figure ${at + 1}`).to.be.above(0);
}

async function expectFilled(notebook: NotebookPage, rows: readonly number[]): Promise<void> {
  const tables = await notebook.find(".jp-OutputArea-output table").all();
  expect(await Promise.all(tables.map((table) => table.locator("tr").count()))).to.deep.equal(rows);
}
