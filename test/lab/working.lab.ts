import { expect } from "chai";
import type { Browser } from "playwright-core";
import { startLab, type Lab } from "./support/lab.js";
import { NotebookPage } from "./support/notebook-page.js";
import { makeProject, type Project } from "./support/project.js";
import { requireTools } from "./support/tools.js";

const IMPORT =
  'import { loadPaper, movingAverage, movingTotal } from "egov-kz";\nconst { table3 } = loadPaper();';

describe("working in JupyterLab", () => {
  let project: Project;
  let lab: Lab;
  let browser: Browser;
  let notebook: NotebookPage;

  before(async function () {
    const tools = await requireTools(this);
    project = makeProject(tools.jupyter);
    lab = await startLab(project);
    browser = await tools.browse();
    notebook = await NotebookPage.of(browser, lab);
  });

  afterEach(() => notebook.close());

  after(async () => {
    await browser?.close();
    await lab?.stop();
    project?.remove();
  });

  /** Opens a notebook of these cells. */
  async function open(name: string, cells: readonly string[]): Promise<void> {
    project.notebook(name, cells);
    await notebook.open(name);
  }

  it("stops Run All at an error, and starts anew after a restart", async () => {
    await open("error.ipynb", ["let a = 1;", 'throw new Error("on purpose");', "console.log(a);"]);
    await notebook.runAll();
    expect(await notebook.counts()).to.deep.equal([1, 2, null]);
    const [, error, rest] = await notebook.outputs();
    expect([error![0]!.ename, error![0]!.evalue]).to.deep.equal(["Error", "on purpose"]);
    expect(rest).to.deep.equal([]);
    await notebook.restart();
    await notebook.runCell(2);
    expect((await notebook.outputs())[2]![0]!.evalue).to.match(/Cannot find name 'a'/);
    await notebook.runCell(0);
    expect((await notebook.counts())[0]).to.equal(2);
  });

  it("interrupts a cell that never ends; the kernel and its values live on", async () => {
    await open("endless.ipynb", ["const kept = 7;", "while (true) {}", "console.log(kept);"]);
    await notebook.runCell(0);
    await notebook.startCell(1);
    await notebook.command("notebook:interrupt-kernel");
    await notebook.idle();
    await notebook.runCell(2);
    const outputs = await notebook.outputs();
    expect(outputs[1]!.map((one) => one.output_type)).to.deep.equal(["error"]);
    expect(outputs[2]![0]).to.include({ name: "stdout", text: "7\n" });
  });

  it("completes the names of our functions and of a DataFrame's members", async () => {
    await open("complete.ipynb", [IMPORT, "moving", "table3.col"]);
    await notebook.runCell(0);
    const functions = await notebook.pressFor(1, "Tab", ".jp-Completer");
    expect(await functions.textContent()).to.contain("movingTotal");
    await notebook.page.keyboard.press("Escape");
    const members = await notebook.pressFor(2, "Tab", ".jp-Completer");
    expect(await members.textContent()).to.contain("columns");
  });

  it("shows our doc comment on Shift-Tab", async () => {
    await open("inspect.ipynb", [IMPORT, "movingTotal"]);
    await notebook.runCell(0);
    const tooltip = await notebook.pressFor(1, "Shift+Tab", ".jp-Tooltip");
    expect(await tooltip.textContent())
      .to.contain("movingTotal(")
      .and.to.match(/centered/i);
  });

  it("says line and column of an argument of the wrong type", async () => {
    await open("types.ipynb", [IMPORT, '\nmovingTotal("abc", 3);']);
    await notebook.runAll();
    const error = (await notebook.outputs())[1]![0];
    expect(error!.output_type).to.equal("error");
    expect(error!.traceback!.join("\n"))
      .to.match(/2:13/)
      .and.to.match(/not assignable to parameter of type/);
  });
});
