import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { projectRoot } from "../../src/base/project.js";
import { compareOutputs } from "../../src/jupyter/compare/compare-outputs.js";
import { patternsFor } from "../../src/jupyter/compare/sanitize.js";
import { startJupyterLite, type JupyterLite } from "./support/jupyterlite.js";

interface Cell {
  id: string;
  cell_type: string;
  outputs: Record<string, unknown>[];
}
const NOTEBOOKS = ["03-table-3-index-series.ipynb", "kk/03-table-3-index-series.ipynb"];
const OPTIONS = { tolerance: 1e-12, patterns: patternsFor([]) };

/** What a cell publishes, each with its content, and its reply: sent as JupyterLite's own client sends it. */
const EXECUTE = `async (code) => {
  const future = kernel.requestExecute({ code });
  const messages = [];
  future.onIOPub = ({ header, content }) => messages.push([header.msg_type, content]);
  const { content } = await future.done;
  return { messages, reply: content };
}`;

interface Executed {
  messages: [string, Record<string, unknown>][];
  reply: Record<string, unknown>;
}
const execute = async (page: Page, code: string): Promise<Executed> =>
  (await page.evaluate(`(${EXECUTE})(${JSON.stringify(code)})`)) as Executed;
const typesOf = ({ messages }: Executed): string[] =>
  messages.map(([type]) => type).filter((type) => type !== "status" && type !== "execute_input");

describe("JupyterLite with our kernel", () => {
  let lite: JupyterLite;
  let page: Page;
  before(async function () {
    lite = await startJupyterLite(this, NOTEBOOKS);
  });
  after(() => lite?.stop());
  afterEach(() => page?.context().close());

  for (const name of NOTEBOOKS) {
    it(`runs ${name} and gives the committed outputs`, async () => {
      page = await lite.open(name);
      expect(await page.evaluate("jupyterapp.commands.execute('notebook:run-all-cells')")).to.equal(true);
      const here = (await page.evaluate("panel.content.model.toJSON().cells")) as Cell[];
      const text = readFileSync(join(projectRoot(), "notebooks", name), "utf8");
      const { cells } = JSON.parse(text) as { cells: Cell[] };
      expect(here.map(({ id }) => id)).to.deep.equal(cells.map(({ id }) => id));
      const differences = cells.flatMap(({ id, cell_type, outputs }, at) =>
        cell_type === "code"
          ? compareOutputs(outputs, here[at]!.outputs, OPTIONS).map((line) => `${id}: ${line}`)
          : [],
      );
      expect(differences).to.deep.equal([]);
      expect(lite.elsewhere).to.deep.equal([]);
    });
  }

  it("answers messages as the kernel does", async () => {
    page = await lite.open(NOTEBOOKS[0]!);
    const info = (await page.evaluate("kernel.info")) as { implementation: string };
    expect(info.implementation).to.equal("egov-kz");
    const shown = await execute(
      page,
      `import { newDisplay } from "tslab"; const shown = newDisplay(); const values = [1, 2];
       shown.html("a"); shown.html("b"); console.log("text"); values`,
    );
    expect(typesOf(shown)).to.deep.equal(["display_data", "update_display_data", "stream", "execute_result"]);
    expect(shown.messages.find(([type]) => type === "execute_result")?.[1]).to.deep.include({
      execution_count: 1,
    });
    const failed = await execute(page, 'const wrong: number = "text";');
    expect(typesOf(failed)).to.deep.equal(["error"]);
    expect(failed.reply).to.include({ status: "error", ename: "TypeScriptError" });
    const ask = async (request: string, content: object): Promise<Record<string, unknown>> =>
      (await page.evaluate(
        `kernel.${request}(${JSON.stringify(content)}).then(({ content }) => content)`,
      )) as Record<string, unknown>;
    const { matches, cursor_start } = await ask("requestComplete", {
      code: '"😀"; values.ma',
      cursor_pos: 14,
    });
    expect(matches).to.include("map");
    expect(cursor_start).to.equal(12);
    const { data } = await ask("requestInspect", { code: "values", cursor_pos: 3, detail_level: 0 });
    expect(data).to.have.property("text/plain", "const values: number[]");
    expect(await ask("requestIsComplete", { code: "for (;;) {" })).to.include({ status: "incomplete" });
  });

  for (const way of ["interrupt", "restart"]) {
    it(`ends a loop by ${way}, and then has no variables`, async () => {
      page = await lite.open(NOTEBOOKS[0]!);
      await execute(page, "const before = 1;");
      await page.evaluate("kernel.interrupt()"); // of nothing: variables stay
      expect((await execute(page, "before")).reply).to.include({ status: "ok" });
      await page.evaluate("void (globalThis.loop = kernel.requestExecute({ code: 'for (;;) {}' }).done)");
      await page.waitForFunction("kernel.status === 'busy'");
      await page.evaluate(`kernel.${way}()`);
      if (way === "interrupt")
        expect(await page.evaluate("loop.then(({ content }) => content.ename)")).to.equal("Interrupted");
      const gone = await execute(page, "before");
      expect(gone.reply).to.include({ ename: "TypeScriptError" });
      expect((await execute(page, "6 * 7")).reply).to.include({ status: "ok" });
    });
  }
});
