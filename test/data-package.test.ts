import { Ajv } from "ajv";
import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import Papa from "papaparse";
import * as XLSX from "xlsx";
import { dataPath } from "../src/base/project.js";

interface TableSchema {
  fields: { name: string; type: string; description: string; constraints?: Record<string, unknown> }[];
  primaryKey?: string | string[];
}

interface Resource {
  name: string;
  path: string;
  title: string;
  format: string;
  profile: string;
  schema: TableSchema;
  sources: object[];
  licenses: object[];
}

const descriptor = readJson(dataPath("datapackage.json")) as { resources: Resource[] };
const tabular = descriptor.resources.filter(({ profile }) => profile === "tabular-data-resource");

describe("data/datapackage.json", () => {
  it("fits Frictionless Data's profile of a data package", () => {
    const profile = readJson(new URL("fixtures/frictionless/data-package.json", import.meta.url)) as object;
    // Draft 4 of JSON Schema; nothing that later drafts changed is used.
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const fits = ajv.validate({ ...profile, $schema: undefined }, descriptor);
    expect(fits, ajv.errorsText()).to.equal(true);
  });

  // The other papers' folders and the exercises are held against data/schemas.
  const elsewhere =
    /^schemas\/|^exercises\/|^(cells|grade|report|lab|figures)\/|^template-paper\/|^papers\/(?!doskeeva-ulasbek\/)/;
  it("describes every file in data/, schemas and other papers apart, and none that is not there", () => {
    const files = readdirSync(dataPath(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !["README.md", "datapackage.json"].includes(entry.name))
      .map((entry) => relative(dataPath(), join(entry.parentPath, entry.name)).split(sep).join("/"))
      .filter((path) => !elsewhere.test(path));
    expect(descriptor.resources.map(({ path }) => path)).to.have.members(files);
  });

  it("says of every file its source and licence, and of every column what it holds", () => {
    for (const { name, sources, licenses, title } of descriptor.resources) {
      expect([sources.length > 0, licenses.length > 0, title.length > 0], name).to.deep.equal([
        true,
        true,
        true,
      ]);
    }
    for (const { schema, name } of tabular) {
      expect(
        schema.fields.every(({ description }) => description.length > 0),
        name,
      ).to.equal(true);
    }
  });

  it("is told of in data/README.md, file by file", () => {
    const readme = readFileSync(dataPath("README.md"), "utf8");
    expect(descriptor.resources.filter(({ path }) => !readme.includes(basename(path)))).to.deep.equal([]);
  });
});

/** Frictionless Data's Table Schema as JSON Schema, which a kept validator reads. */
describe("The schema of each table", () => {
  for (const resource of tabular) {
    it(`holds for every row of data/${resource.path}`, () => {
      expect(faultsOf(rowsOf(resource), resource.schema)).to.equal("");
    });
  }

  const table3 = tabular.find(({ name }) => name === "paper-t3")!;
  const faults: Record<string, (rows: unknown[][]) => void> = {
    "text for a number": (rows) => (rows[1]![3] = "high"),
    "an index above 1": (rows) => (rows[1]![3] = "1.2"),
    "an empty cell where one is required": (rows) => (rows[1]![2] = ""),
    "a year that is none": (rows) => (rows[1]![0] = "GDP"),
    "a row that is there twice": (rows) => rows.push([...rows[1]!]),
    "another header": (rows) => (rows[0]![2] = "OS"),
  };
  for (const [fault, plant] of Object.entries(faults)) {
    it(`refuses ${fault}`, () => {
      const rows = rowsOf(table3);
      plant(rows);
      expect(faultsOf(rows, table3.schema)).to.match(/^(rows|keys|header)/);
    });
  }
});

/** What is wrong with the rows below a header, "" when nothing is. Cells are text in a csv file; an empty one is missing. */
function faultsOf([header = [], ...rows]: unknown[][], { fields, primaryKey = [] }: TableSchema): string {
  const properties = fields.map(({ name, type, constraints = {} }) => {
    const limits = Object.entries(constraints).filter(([what]) => what !== "required" && what !== "unique");
    return [name, { type, ...(Object.fromEntries(limits) as object) }];
  });
  const named = (what: string) =>
    fields.filter(({ constraints }) => constraints?.[what]).map(({ name }) => name);
  const row = {
    type: "object",
    properties: Object.fromEntries(properties) as object,
    required: named("required"),
    additionalProperties: false,
  };
  const filled = rows.map((cells) =>
    Object.fromEntries(
      cells.map((cell, at) => [header[at], cell] as const).filter(([, cell]) => cell !== ""),
    ),
  ) as Record<string, unknown>[];
  const keys = [[primaryKey].flat(), ...named("unique").map((name) => [name])].filter(
    (key) => key.length > 0,
  );
  const parts = {
    header: [{ const: fields.map(({ name }) => name) }, header],
    rows: [{ type: "array", minItems: 1, items: row }, filled],
    keys: [
      { type: "array", items: { type: "array", uniqueItems: true } },
      keys.map((key) => filled.map((cells) => JSON.stringify(key.map((name) => cells[name])))),
    ],
  } satisfies Record<string, [object, unknown]>;
  const ajv = new Ajv({ coerceTypes: true });
  return Object.entries(parts)
    .map(([part, [schema, value]]) =>
      ajv.validate(schema, value) ? "" : ajv.errorsText(ajv.errors, { dataVar: part }),
    )
    .join("");
}

/** A table's rows, the header first. */
function rowsOf({ path, format }: Resource): unknown[][] {
  if (format === "csv") return Papa.parse<string[]>(readFileSync(dataPath(path), "utf8").trim()).data;
  const book = XLSX.read(readFileSync(dataPath(path)));
  return XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1, defval: "" });
}

function readJson(path: string | URL): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
