import { Ajv } from "ajv";
import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import Papa from "papaparse";
import { Schema, Table } from "tableschema";
import * as XLSX from "xlsx";
import { dataPath } from "../src/project.js";

interface Resource {
  name: string;
  path: string;
  title: string;
  format: string;
  profile: string;
  schema: { fields: { name: string; description: string }[] };
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

  it("describes every file in data/, and none that is not there", () => {
    const files = readdirSync(dataPath(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !["README.md", "datapackage.json"].includes(entry.name))
      .map((entry) => relative(dataPath(), join(entry.parentPath, entry.name)).split(sep).join("/"));
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

describe("The Frictionless validator", () => {
  for (const resource of tabular) {
    it(`accepts every row of data/${resource.path}`, async () => {
      const rows = await validated(sourceOf(resource), resource.schema);
      expect(rows).to.be.greaterThan(0);
    });
  }

  const table3 = tabular.find(({ name }) => name === "paper-table-3")!;
  const faults: Record<string, (rows: unknown[][]) => void> = {
    "text for a number": (rows) => (rows[1]![3] = "high"),
    "an index above 1": (rows) => (rows[1]![3] = "1.2"),
    "an empty cell where one is required": (rows) => (rows[1]![2] = ""),
    "an unknown column key": (rows) => (rows[1]![1] = "GDP"),
    "a cell that is there twice": (rows) => rows.push([...rows[1]!]),
    "another header": (rows) => (rows[0]![2] = "print"),
  };
  for (const [fault, plant] of Object.entries(faults)) {
    it(`refuses ${fault}`, async () => {
      const rows: unknown[][] = Papa.parse<string[]>(readFileSync(dataPath(table3.path), "utf8").trim()).data;
      plant(rows);
      const outcome = await validated(rows, table3.schema).catch((error: Error) => error);
      expect(outcome).to.be.instanceOf(Error);
    });
  }
});

/** How many rows the validator read; it throws at the first fault. */
async function validated(source: string | unknown[][], descriptor: object): Promise<number> {
  const schema = await Schema.load(descriptor, { strict: true });
  const table = await Table.load(source, { schema, strict: true });
  return (await table.read()).length;
}

/** What the validator reads: a csv file itself, a workbook by its cells. */
function sourceOf({ path, format }: Resource): string | unknown[][] {
  if (format === "csv") return dataPath(path);
  const book = XLSX.read(readFileSync(dataPath(path)));
  return XLSX.utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1 });
}

function readJson(path: string | URL): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
