import { expect } from "chai";
import { createConverter } from "../../../src/jupyter/kernel/compile/converter.js";

const before =
  'import { loadPaper, show, correlationMatrix } from "egov-kz";\nconst { table3 } = loadPaper();';
const COLUMNS = ["year", "EGDI", "OSI", "TII", "HCI"];
const QUOTED = COLUMNS.map((name) => JSON.stringify(name));

describe("completion", function () {
  this.timeout(120_000);
  const converter = createConverter(process.cwd());
  const { declared: declarations = [] } = converter.convert([], before);
  /** @param typed the cursor stands at `|` */
  const complete = (typed: string, columnsOf?: (name: string) => string[] | undefined) => {
    const at = typed.indexOf("|");
    return converter.complete(declarations, typed.replace("|", ""), at, columnsOf);
  };

  for (const typed of [
    'table3["|',
    "table3['|']",
    'table3.sortValues("|")',
    'table3.groupby(["|',
    'table3.loc({ columns: ["|"] })',
    'correlationMatrix(table3, { columns: ["|',
    'show(table3, { caption: "a", columns: ["|"] })',
    'table3.query(table3["|',
  ])
    // prettier-ignore
    it(`${typed} offers the table's columns first, in their order`, () => {
      expect(complete(typed).candidates.slice(0, 5)).to.deep.equal(COLUMNS);
    });

  it("offers columns in quotes where none is open", () => {
    expect(complete("correlationMatrix(table3, { columns: [|").candidates.slice(0, 5)).to.deep.equal(QUOTED);
    expect(complete("table3[|").candidates.slice(0, 5)).to.deep.equal(QUOTED);
  });

  it("goes on with a list of columns, and with a name that is begun", () => {
    expect(complete('show(table3, { columns: ["year", "|"] })').candidates).to.include("TII");
    expect(complete('table3["E|"]').candidates[0]).to.equal("EGDI");
  });

  it("knows from the session the columns of a table that was read, names of several words included", () => {
    const columnsOf = (name: string) => (name === "mine" ? ["GDP per head", "gdp"] : undefined);
    const { start, end, candidates } = complete('const mine: any = 1;\nmine["GDP p|"]', columnsOf);
    expect(candidates[0]).to.equal("GDP per head");
    expect([start, end]).to.deep.equal([27, 32]);
  });

  it("offers the package's subpaths", () => {
    const { candidates } = complete('import { ols } from "egov-kz/|');
    expect(candidates).to.include.members(["econometrics", "egov", "figures", "ledger"]);
    expect(candidates).to.not.include("package.json");
  });

  it("offers nothing of what the project is tested with", () => {
    for (const typed of ["descri|", "Chai|", "suite|", "befor|"])
      expect(complete(typed).candidates, typed).to.deep.equal([]);
  });
});
