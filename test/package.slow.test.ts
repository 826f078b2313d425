import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import ts from "typescript";
import { projectRoot } from "../src/base/project.js";
import { stockTslabFolder } from "./jupyter/egov-kz.js";
import { temporaryFolder } from "./helper/table/temporary-file.js";

const PATHS = ["egov-kz", "egov-kz/econometrics", "egov-kz/egov", "egov-kz/figures", "egov-kz/ledger"];

/** A cell as somebody writes it who takes a table, a method beyond the paper's, and a chart. */
const CELL = `
import { loadPaper, movingTotal, pearson, type DataFrame, type Series } from "egov-kz";
import { ols } from "egov-kz/econometrics";
import { readCountry } from "egov-kz/egov";
import { backTest } from "egov-kz/figures";
import { judgeClaims } from "egov-kz/ledger";
const { table3, table5 } = loadPaper();
const longer = table5.addColumn("recomputed", movingTotal(table5["EGDI"], 5));
const total: Series = longer["recomputed"];
const late: DataFrame<"year" | "EGDI"> = table3.query(table3["year"].gt(2010)).loc({ columns: ["year", "EGDI"] });
const r: number = pearson(late["EGDI"], readCountry("data", "Estonia")["TII"]).r;
const estimate: number = ols(table3["EGDI"], table3, { columns: ["OSI", "TII"] }).terms[0].estimate;
backTest(table3, table3); judgeClaims(); total; r; estimate;
`;
const WRONG = 'import { loadPaper, pearson } from "egov-kz";\nconst { table3 } = loadPaper();\n';

interface Way {
  compiler(): typeof ts;
  options: ts.CompilerOptions;
}
const { ESNext, NodeNext } = ts.ModuleKind;
const { Node10, NodeNext: NodeNextWay, Bundler } = ts.ModuleResolutionKind;
const editor = { compiler: () => ts, options: { strict: true } };
const WAYS: Record<string, Way> = {
  "an editor, as Node resolves": {
    ...editor,
    options: { strict: true, module: NodeNext, moduleResolution: NodeNextWay },
  },
  "an editor, as bundlers resolve": {
    ...editor,
    options: { strict: true, module: ESNext, moduleResolution: Bundler },
  },
  "a cell: TypeScript 5.0.4 and the old resolution": {
    compiler: () =>
      createRequire(join(stockTslabFolder(), "node_modules/tslab/package.json"))(
        "@tslab/typescript-for-tslab",
      ) as typeof ts,
    options: { module: ESNext, moduleResolution: Node10 },
  },
};

/** What the compiler says of each of the texts, which stand in the project's folder of notebooks. */
function messages({ compiler: load, options }: Way, texts: readonly string[]): string[][] {
  const compiler = load();
  const files = texts.map((_, at) => join(projectRoot(), "notebooks", `cell-${at}.mts`));
  const all = {
    ...options,
    target: compiler.ScriptTarget.ES2022,
    types: [],
    noEmit: true,
    skipLibCheck: false,
  };
  const host = compiler.createCompilerHost(all);
  const { fileExists, getSourceFile } = host;
  const textOf = (path: string) => texts[files.indexOf(path)];
  host.fileExists = (path) => textOf(path) !== undefined || fileExists(path);
  host.getSourceFile = (path, ...rest) => {
    const text = textOf(path);
    return text === undefined
      ? getSourceFile(path, ...rest)
      : compiler.createSourceFile(path, text, compiler.ScriptTarget.ES2022);
  };
  const found = compiler.getPreEmitDiagnostics(compiler.createProgram(files, all, host));
  // What is said of no cell is said of all.
  const of = (path: string) =>
    found.filter(({ file }) => !files.includes(file?.fileName ?? "") || file!.fileName === path);
  return files.map((path) =>
    of(path).map(({ messageText }) => compiler.flattenDiagnosticMessageText(messageText, "\n")),
  );
}

/** A package.json in the tarball. */
interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  bundleDependencies?: string[];
}

/** What `npm run tarball` makes, unpacked: every package.json in it by its path. */
function packed(): Record<string, Manifest> {
  const folder = mkdtempSync(join(temporaryFolder, "packed-"));
  execFileSync(process.execPath, [join(projectRoot(), "scripts", "tarball.mjs"), folder], {
    stdio: "ignore",
  });
  execFileSync("tar", ["-xzf", readdirSync(folder)[0]!], { cwd: folder });
  const root = join(folder, "package");
  const paths = (readdirSync(root, { recursive: true }) as string[]).filter((path) =>
    /(^|node_modules\/(@[^/]+\/)?[^/@]+\/)package\.json$/.test(path),
  );
  return Object.fromEntries(
    paths.map((path) => [path, JSON.parse(readFileSync(join(root, path), "utf8")) as Manifest]),
  );
}

describe("The package", () => {
  it("is packed so that the registry alone has what it lacks @long", () => {
    const manifests = packed();
    const { "package.json": own, ...bundled } = manifests;
    expect(Object.values(bundled).map(({ name }) => name)).to.have.members(own!.bundleDependencies!);
    const addresses = Object.values(manifests).flatMap(({ dependencies = {} }) =>
      Object.values(dependencies),
    );
    for (const address of addresses)
      expect(address).to.match(/^(npm:(@[\w-]+\/)?[\w-]+@)?[\^~]?\d+\.\d+\.\d+$/);
    // Each copy of a spreadsheet reader, of `request`, is the one that this repository was tested with.
    expect(bundled["node_modules/danfojs-node/package.json"]!.dependencies).to.include({
      xlsx: "npm:@e965/xlsx@0.20.3",
      request: "npm:@cypress/request@4.0.1",
    });
  });

  for (const path of PATHS)
    it(`gives Node ${path}, and declares to TypeScript all of it`, async () => {
      const file = join(projectRoot(), "dist", `${path === "egov-kz" ? "index" : path.slice(8)}.d.ts`);
      const given = Object.keys(await import(path));
      expect(given).not.to.have.length(0);
      expect(readFileSync(file, "utf8").split(/[^\w]+/)).to.include.members(given);
    });

  it("says its version, the one to be cited", () => {
    const main = join(projectRoot(), "dist", "cli", "main.js");
    const said = execFileSync(process.execPath, [main, "--version"], { encoding: "utf8" });
    const citation = readFileSync(join(projectRoot(), "CITATION.cff"), "utf8");
    expect(/^version: (.+)$/m.exec(citation)![1]).to.equal(said.trim());
  });

  it("keeps its main entry at 40 names and fewer", async () =>
    expect(Object.keys(await import("egov-kz"))).to.have.length.at.most(40));

  it("keeps the helper module at 2,500 lines and fewer, comments included", () => {
    const folder = join(projectRoot(), "src", "helper");
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    const files = names.filter((name) => name.endsWith(".ts")).map((name) => join(folder, name));
    const lines = files.map((file) => readFileSync(file, "utf8").split("\n").length - 1);
    expect(lines.reduce((sum, count) => sum + count, 0)).to.be.at.most(2500);
  });

  for (const [name, way] of Object.entries(WAYS)) {
    it(`has types that fit together for ${name}, and, where strict, names the columns where one is missing @long`, () => {
      const [fitting, [said]] = messages(way, [CELL, `${WRONG}pearson(table3["EGDI"], table3["EGDP"]);`]) as [
        string[],
        string[],
      ];
      expect(fitting).to.deep.equal([]);
      // A cell may assign a new column: what a table lacks is told when the cell runs.
      if (way.options.strict !== true) return expect(said).to.equal(undefined);
      for (const column of ["year", "EGDI", "OSI", "TII", "HCI"]) expect(said).to.include(`"${column}"`);
    });
  }
});
