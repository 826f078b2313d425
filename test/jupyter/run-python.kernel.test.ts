import { expect } from "chai";
import { join } from "node:path";
import { egovKz, emptyFolder, readCells, shownBy } from "./egov-kz.js";
import { pythonHas, runPython } from "./python.js";

/** The environment that holds the kernel python3, as `VIRTUAL_ENV` names it. */
const prefixOf = () => runPython("import sys; print(sys.prefix, end='')");

if (pythonHas("nbformat")) {
  describe("nbformat's own validation @long", function () {
    this.timeout(120_000);
    it("accepts what is written, of notebooks that pass and that fail, with the stock kernel and ours", async () => {
      const files = [
        "throws",
        "type-error",
        "raises-exception",
        "unicode",
        "display-updates",
        "parameters",
        "process-exit",
      ];
      const paths = files.map((name) => `${name}.ipynb`);
      const folders = [emptyFolder(), emptyFolder()];
      await Promise.all(
        ["tslab", "egov-kz"].map((kernel, at) =>
          egovKz(["run", ...paths, "--kernel", kernel, "--output-dir", folders[at]!]),
        ),
      );
      const written = folders.flatMap((folder) => paths.map((path) => join(folder, path)));
      const program =
        "import sys, nbformat\nfor p in sys.argv[1:]: nbformat.validate(nbformat.read(p, as_version=4)); print(p)";
      expect(
        runPython(program, ...written)
          .trim()
          .split("\n"),
      ).to.deep.equal(written);
    });
  });
}

if (pythonHas("ipykernel", "nbclient")) {
  describe("egov-kz run with ipykernel @long", function () {
    this.timeout(120_000);
    const folder = emptyFolder();
    let codes: (number | null)[];

    before(async () => {
      const env = { VIRTUAL_ENV: prefixOf() };
      const ended = await Promise.all([
        egovKz(
          [
            "run",
            "python.ipynb",
            "--output-dir",
            folder,
            "--param",
            "years=5",
            "--param",
            "weights=[null, 0.5]",
          ],
          { env },
        ),
        egovKz(["run", "python-throws.ipynb", "--output-dir", folder], { env }),
      ]);
      codes = ended.map(({ code }) => code);
    });

    it("exits with 0 when all is well and with 1 when a cell raises", () => {
      expect(codes).to.deep.equal([0, 1]);
      expect(shownBy(join(folder, "python-throws.ipynb"), "cell-1")).to.deep.equal([
        "ZeroDivisionError: division by zero",
      ]);
    });

    it("takes a warning on stderr for what it is, and parameters as Python writes them", () => {
      expect(shownBy(join(folder, "python.ipynb"), "cell-2")).to.deep.equal([
        "stdout: Kazakhstan 5 False [None, 0.5]\n",
        "stderr: a warning is no failure\n",
        "0.3333333333333333",
      ]);
    });

    it("collects the outputs that nbclient collects, but for applying carriage returns", () => {
      const program = `
import json, sys, nbformat
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, kernel_name="python3").execute()
print(json.dumps([[dict(o) for o in c.outputs] for c in notebook.cells if c.cell_type == "code"]))`;
      const theirs = JSON.parse(runPython(program, join(folder, "python.ipynb"))) as Record<
        string,
        unknown
      >[][];
      const ours = readCells(join(folder, "python.ipynb")).filter((cell) => cell.cell_type === "code");
      expect(ours.map((cell) => cell.outputs!.map(comparable))).to.deep.equal(
        theirs.map((outputs) =>
          outputs.map((output) => comparable({ ...output, text: overwritten(output.text) })),
        ),
      );
    });
  });
}

/** Text as one string; tracebacks left out, whose colours depend on the terminal. */
function comparable(output: Record<string, unknown>): Record<string, unknown> {
  const joined = (value: unknown) => (Array.isArray(value) ? value.join("") : value);
  const data = Object.entries((output.data ?? {}) as object).map(([type, value]) => [type, joined(value)]);
  const { output_type, name, ename, evalue, execution_count } = output;
  return { output_type, name, ename, evalue, execution_count, text: joined(output.text), data };
}

/** What the one line of the notebook that is written over shows. */
function overwritten(text: unknown): unknown {
  return typeof text === "string" ? text.replace("10 %\r", "") : text;
}
