import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../src/base/project.js";
import { FUNCTIONS } from "../../src/ledger/functions/index.js";
import { judgeLedger } from "../../src/ledger/judge.js";
import { readLedger } from "../../src/ledger/load-ledger.js";

/** The table of functions on the page for data editors. */
const page = readFileSync(join(projectRoot(), "docs", "a-paper-of-your-own.md"), "utf8");
const rows = page
  .slice(page.indexOf("<!-- functions:"), page.indexOf("## Verdicts"))
  .split("\n")
  .flatMap((line) => {
    const found = /^\| `(\w+)` \| .* \| `(.*)` \|$/.exec(line);
    return found === null ? [] : [{ name: found[1]!, example: found[2]! }];
  });

describe("the functions on docs/a-paper-of-your-own.md", () => {
  it("are those that formulas can call", () => {
    expect(rows.map(({ name }) => name)).to.have.members(Object.keys(FUNCTIONS));
  });

  for (const { name, example } of rows)
    it(`run as the page has them: ${example}`, () => {
      expect(example).to.match(new RegExp(`^${name}\\(`));
      const claims = { file: "claims.csv", header: ["cells", "role", "formula"], rows: [line(2, "T3.value[one]", "result", example)] }; // prettier-ignore
      const ledger = readLedger({ ...folder, tables: { ...folder.tables, claims } });
      expect(judgeLedger(ledger)[0]!.internal!.reason).to.not.include("requires");
    });
});

const line = (at: number, ...cells: string[]) => ({ line: at, cells });
const grid = (file: string, text: string) => {
  const [header, ...more] = text.split("\n").map((cells) => cells.split(","));
  return { file, header: header!, rows: more.map((cells, at) => line(at + 2, ...cells)) };
};

const folder = {
  where: "folder",
  paper: { title: { en: "A paper" }, languages: ["en"], exhibits: ["T1", "T2", "T3"].map((key) => ({ key, name: key })) }, // prettier-ignore
  findings: [],
  tables: {
    T1: grid("T1.csv", "case,x,y,b\n1,1,9,0.5**\n2,3,7,0.1\n3,4,6,0.2\n4,6,3,0.3\n5,8,1,0.4"),
    T2: grid("T2.csv", "variable,a,b,c\na,1,,\nb,0.5,1,\nc,0.4,0.3,1"),
    T3: grid("T3.csv", "row,value\none,0"),
  },
};
