import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { projectRoot } from "../../src/base/project.js";
import { compareOutputs } from "../../src/jupyter/compare/compare-outputs.js";
import { builtInPatterns } from "../../src/jupyter/compare/sanitize.js";
import { runAll, startSite, type Site } from "./support/site.js";

interface Cell {
  id: string;
  cell_type: string;
  outputs?: Record<string, unknown>[];
}
const root = projectRoot();
const notebooksIn = (folder: string): string[] =>
  readdirSync(join(root, "notebooks", folder))
    .filter((name) => name.endsWith(".ipynb"))
    .map((name) => join(folder, name));
/** All in English; of the translations, whose cells are the same, one each. */
const NOTEBOOKS = [
  ...notebooksIn(""),
  ...["kk", "ru"].flatMap((language) => notebooksIn(language).filter((name) => name.includes("03-"))),
];
const OPTIONS = { tolerance: 1e-12, patterns: builtInPatterns() };
/** A cell's outputs by its id. */
const outputsOf = (text: string): Map<string, Record<string, unknown>[]> => {
  const { cells } = JSON.parse(text) as { cells: Cell[] };
  return new Map(
    cells.filter((cell) => cell.cell_type === "code").map((cell) => [cell.id, cell.outputs ?? []]),
  );
};

/** Against the stored outputs, which `run --check` holds against our kernel. */
describe("every notebook in the page and in our kernel", () => {
  let site: Site;

  before(async function () {
    site = await startSite(this);
  });

  after(() => site?.stop());

  for (const name of NOTEBOOKS) {
    it(`${name}: the same text, tables and figures`, async () => {
      const path = join(dirname(name), "notebooks", basename(name, ".ipynb"));
      const page = await site.open(`${path}.html`);
      await runAll(page);
      await page.click(".more summary");
      const [download] = await Promise.all([page.waitForEvent("download"), page.click("[data-tool=save]")]);
      const here = outputsOf(readFileSync(await download.path(), "utf8"));
      const there = outputsOf(readFileSync(join(root, "notebooks", name), "utf8"));
      expect([...here.keys()]).to.deep.equal([...there.keys()]);
      const until = [...there].findIndex(([, outputs]) => outputs.some((one) => one.output_type === "error"));
      const run = [...there].slice(0, until < 0 ? undefined : until + 1);
      const differences = run.flatMap(([id, outputs]) =>
        compareOutputs(outputs, here.get(id)!, OPTIONS).map((line) => `${id}: ${line}`),
      );
      expect(differences).to.deep.equal([]);
      await page.context().close();
    });
  }
});
