import { expect } from "chai";
import { notebookFolder } from "./egov-kz.js";
import { parseDeclarations } from "../../src/jupyter/kernel/compile/parse-declarations.js";
import { CompileService } from "../../dist/jupyter/run/compile-service.js";

describe("CompileService", function () {
  this.timeout(60_000);
  let service: CompileService;
  const ask = (id: number, source: string, previous = "") =>
    service.compile({ id, folder: notebookFolder, previous: parseDeclarations(previous), source });

  before(() => (service = new CompileService()));
  after(() => service.close());

  it("compiles a cell with the declarations of those before it", async () => {
    const { id, compiled } = await ask(7, "const b: number = a + 1;\nb;", "declare const a: number;");
    expect(id).to.equal(7);
    expect(compiled!.output).to.include("a$.live + 1").and.not.include("number");
    expect(compiled!.declared![0]!.text).to.equal("declare const b: number;");
  });

  for (const [what, source] of [
    ["is faulty", 'const b: number = "b";'],
    ["needs Node's types", "process.pid"],
    ["imports a file of the user's own", 'import { twice } from "./twice";\ntwice(2)'],
  ] as const) {
    it(`leaves a cell that ${what} to the kernel`, async () => {
      expect(await ask(8, source)).to.deep.equal({ id: 8, compiled: undefined });
    });
  }

  it("leaves all to the kernels when its thread has ended", async () => {
    const asked = ask(9, "1 + 1");
    await service.close();
    expect(await asked).to.deep.equal({ id: 9, compiled: undefined });
    expect(await ask(10, "1 + 1")).to.deep.equal({ id: 10, compiled: undefined });
  });
});
