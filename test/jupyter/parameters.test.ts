import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseNotebook } from "../../src/jupyter/notebook/notebook-file.js";
import { declaredParameters, literal, withParameters } from "../../src/jupyter/notebook/parameters.js";
import { notebookFolder } from "./egov-kz.js";

function open(name: string, change = (text: string) => text) {
  const path = join(notebookFolder, name);
  return parseNotebook(name, change(readFileSync(path, "utf8")));
}

const sourceOf = (name: string, values: Record<string, string>) =>
  withParameters(open(name), values).cells.find((cell) => cell.tags.includes("injected-parameters"))!.source;

describe("withParameters", () => {
  it("puts a cell behind the declaring one, and changes nothing else", () => {
    const before = open("parameters.ipynb");
    const after = withParameters(before, { country: "Uzbekistan" });
    expect(after.cells.map((cell) => cell.id)).to.deep.equal([
      "expected",
      "cell-1",
      "injected-parameters",
      "cell-2",
    ]);
    const at = after.text.indexOf(
      '{\n   "cell_type": "code",\n   "execution_count": null,\n   "id": "injected',
    );
    const end = after.text.indexOf(
      '{\n   "cell_type": "code",\n   "execution_count": null,\n   "id": "cell-2"',
    );
    expect(after.text.slice(0, at) + after.text.slice(end)).to.equal(before.text);
  });

  it("types each value by its default, in TypeScript", () => {
    expect(
      sourceOf("parameters.ipynb", {
        country: "007",
        years: "010",
        detailed: "True",
        weights: "[0.5, null]",
      }),
    ).to.equal('let country = "007"\nconst years = 10\nlet detailed = true\nlet weights = [0.5,null]');
  });

  it("types each value by its default, in Python", () => {
    expect(
      sourceOf("python.ipynb", {
        country: 'a"b\\',
        years: "-1.5e3",
        detailed: "true",
        weights: '{"a": [true, null]}',
      }),
    ).to.equal('country = "a\\"b\\\\"\nyears = -1.5e3\ndetailed = True\nweights = {"a": [True, None]}');
  });

  it("replaces a cell injected earlier", () => {
    const once = withParameters(open("parameters.ipynb"), { years: "4" });
    const twice = withParameters(once, { country: "Uzbekistan" });
    expect(twice.text).to.equal(withParameters(open("parameters.ipynb"), { country: "Uzbekistan" }).text);
  });

  it("gives the cell an id that is free, and none where cells have none", () => {
    const taken = open("parameters.ipynb", (text) => text.replace('"cell-2"', '"injected-parameters"'));
    expect(withParameters(taken, { years: "4" }).cells[2]!.id).to.equal("injected-parameters-2");
    const old = open("parameters.ipynb", (text) =>
      text.replace(/^ *"id": .*\n/gm, "").replace('"nbformat_minor": 5', '"nbformat_minor": 4'),
    );
    expect(withParameters(old, { years: "4" }).cells[2]).to.include({
      id: undefined,
      source: "const years = 4",
    });
  });

  it("keeps a notebook on one line on one line", () => {
    const oneLine = open("parameters.ipynb", (text) => JSON.stringify(JSON.parse(text)));
    expect(withParameters(oneLine, { years: "4" }).text).not.to.contain("\n");
  });

  for (const [values, message] of [
    [
      { contry: "x" },
      'run found no parameter "contry" in parameters.ipynb, which declares "country", "years", "detailed", "weights"',
    ],
    [{ years: "many" }, 'run requires a number for the parameter years, whose default is 3, got "many"'],
    [
      { detailed: "1" },
      'run requires true or false for the parameter detailed, whose default is false, got "1"',
    ],
  ] as const) {
    it(`refuses ${JSON.stringify(values)}`, () => {
      expect(() => withParameters(open("parameters.ipynb"), values)).to.throw(message);
    });
  }

  it("refuses a notebook without parameters, and one in another language", () => {
    expect(() => withParameters(open("throws.ipynb"), { a: "1" })).to.throw(
      'run found no cell tagged "parameters" in throws.ipynb, which --param requires',
    );
    const julia = open("parameters.ipynb", (text) => text.replace('"typescript"', '"julia"'));
    expect(() => withParameters(julia, { years: "1" })).to.throw(
      'run requires a notebook in TypeScript or Python for --param, got parameters.ipynb in "julia"',
    );
  });
});

describe("declaredParameters", () => {
  const defaults = (source: string, language: "typescript" | "python") =>
    [...declaredParameters(source, language)].map(([name, { prefix, initial }]) => [prefix + name, initial]);

  it("finds several declarations on a line, in TypeScript", () => {
    const source = [
      'let a = 1, b = "x;y"; const c = [1, 2]; // let d = 3',
      "var { e } = { e: 4 };",
      "let f: number | null =\n  5;",
      "let g: string;",
      "/* first */ let h = { i: (x: number) => x }",
    ].join("\n");
    expect(defaults(source, "typescript")).to.deep.equal([
      ["let a", "1"],
      ["let b", '"x;y"'],
      ["const c", "[1, 2]"],
      ["let f", "5"],
      ["let h", "{ i: (x: number) => x }"],
    ]);
  });

  it("and in Python", () => {
    const source = "a = 1; b = 'x;y'  # c = 2\nd: int = 3\ne == 4\nif f: g = 5";
    expect(defaults(source, "python")).to.deep.equal([
      ["a", "1"],
      ["b", "'x;y'"],
      ["d", "3"],
    ]);
  });
});

describe("literal", () => {
  for (const [declaration, language, value, expected] of [
    ['const path = "a;b"; // where', "typescript", "c", 'const path = "c"'],
    ["let rate: number | null = null", "typescript", "0.5", "let rate = 0.5"],
    ["let rate: number | null = null", "typescript", "half", 'let rate = "half"'],
    ["n = 1_000  # people", "python", "2", "n = 2"],
    ["name = f'x'", "python", "5", 'name = "5"'],
    ["қала: str = 'Алматы'", "python", "Астана", 'қала = "Астана"'],
  ] as const) {
    it(`writes ${value} for ${declaration}`, () => {
      const [declared] = declaredParameters(declaration, language).values();
      const { prefix, name } = declared!;
      expect(`${prefix}${name} = ${literal(declared!, value, language)}`).to.equal(expected);
    });
  }
});
