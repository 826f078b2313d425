import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import ts from "typescript";
import { projectRoot } from "../src/base/project.js";

const root = join(projectRoot(), "src");
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"));

/** Files of one kind that are used through their folder, and the page's stand-ins for modules of the kernel, by their names. */
const ONE_A_FILE = /^(cli\/[\w-]+|paper\/exercises\/[\w-]+|browser\/worker\/ask-compiler)\.ts$/;
/** The report's two files that know this paper. */
const OF_THIS_PAPER = ["report/content.ts", "report/figures.ts"];

describe("The house", () => {
  it("has no two exports of one name", () => {
    const places = new Map<string, Set<string>>();
    for (const file of files.filter((path) => !ONE_A_FILE.test(path))) {
      const text = readFileSync(join(root, file), "utf8");
      for (const [, name] of text.matchAll(
        /^export (?:async )?(?:function\*?|const|let|class|interface|type) (\w+)/gm,
      ))
        places.set(name!, (places.get(name!) ?? new Set()).add(file));
    }
    const twice = [...places].filter(([, where]) => where.size > 1);
    expect(twice.map(([name, where]) => `${name}: ${[...where].join(", ")}`)).to.deep.equal([]);
  });

  it("stands without this paper: everything but the entries, the command and the page still type-checks @long", () => {
    const paper = `${join(root, "paper")}${sep}`;
    const kept = files.filter(
      (file) =>
        !/^(paper|cli|browser)\//.test(file) &&
        !/^(index|ledger)\.ts$/.test(file) &&
        !OF_THIS_PAPER.includes(file),
    );
    const { options } = ts.parseJsonConfigFileContent(
      ts.readConfigFile(join(projectRoot(), "tsconfig.json"), ts.sys.readFile).config,
      ts.sys,
      projectRoot(),
    );
    const host = ts.createCompilerHost(options);
    const { fileExists } = host;
    host.fileExists = (path) => !path.startsWith(paper) && fileExists(path);
    const program = ts.createProgram(
      kept.map((file) => join(root, file)),
      options,
      host,
    );
    const faults = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
      return `${file ? relative(root, file.fileName) : ""}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    });
    expect(faults.filter((fault) => !OF_THIS_PAPER.includes(fault.split(":")[0]!))).to.deep.equal([]);
  }).timeout(120_000);
});
