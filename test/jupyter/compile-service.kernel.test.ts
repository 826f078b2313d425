import { expect } from "chai";
import { notebookFolder } from "./egov-kz.js";
import { parseDeclarations } from "../../src/jupyter/kernel/compile/declarations.js";
import { compileService, type CompileService } from "../../dist/jupyter/run/compile-service.js";

describe("CompileService", function () {
  this.timeout(60_000);
  let service: CompileService;
  const ask = (source: string, previous = "") =>
    service.compile({ folder: notebookFolder, previous: parseDeclarations(previous), source });

  before(() => (service = compileService()));
  after(() => service.close());

  it("compiles a cell with the declarations of those before it", async () => {
    const compiled = await ask("const b: number = a + 1;\nb;", "declare const a: number;");
    expect(compiled!.output).to.include("a$.live + 1").and.not.include("number");
    expect(compiled!.declared![0]!.text).to.equal("declare const b: number;");
  });

  for (const [what, source] of [
    ["is faulty", 'const b: number = "b";'],
    ["needs Node's types", "process.pid"],
    ["imports a file of the user's own", 'import { twice } from "./twice";\ntwice(2)'],
    [
      "imports it as another cell has done, of another notebook",
      'import { twice } from "./twice";\ntwice(3)',
    ],
  ] as const) {
    it(`leaves a cell that ${what} to the kernel`, async () => {
      expect(await ask(source)).to.equal(undefined);
    });
  }

  it("leaves all to the kernels when its thread has ended", async () => {
    const asked = ask("1 + 1");
    await service.close();
    expect(await asked).to.equal(undefined);
    expect(await ask("1 + 2")).to.equal(undefined);
  });
});
