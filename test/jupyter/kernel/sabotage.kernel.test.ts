/** What a cell may do to the objects that it shares with the kernel; the next cells are answered as if it had not. */
import { expect } from "chai";
import { startClient, type KernelClient } from "../../../dist/jupyter/run/client.js";
import { compileService } from "../../../dist/jupyter/run/compile-service.js";
import { SABOTAGES } from "../sabotages.js";
import { builtKernel } from "./installed-kernel.js";

/** What a kernel says of cells that know nothing of the sabotage. */
async function answers(kernel: KernelClient): Promise<unknown[]> {
  const said: unknown[] = [];
  kernel.onOutput = ({ header, content }) => {
    if (header.msg_type === "execute_result")
      said.push((content.data as Record<string, unknown>)["text/plain"]);
  };
  for (const cell of ["6 * 7", "console.log('x'); throw 'none'", "let x = 1", "x + 1"])
    said.push((await kernel.execute(cell).reply).content.status);
  return said;
}
const EXPECTED = ["42", "ok", "error", "ok", "2", "ok"];

describe("a kernel @long", function () {
  this.timeout(60_000);
  const compiler = compileService();
  after(() => compiler.close());

  for (const [what, code] of Object.entries(SABOTAGES))
    it(`says what 6 * 7 is when a cell ${what}`, async () => {
      const kernel = await startClient(builtKernel(), { cwd: process.cwd(), compiler });
      try {
        await kernel.execute(code).reply;
        expect(await answers(kernel)).to.deep.equal(EXPECTED);
      } finally {
        await kernel.kill();
      }
    });

  it("that compiles by itself goes on when cells do all of that", async () => {
    const kernel = await startClient(builtKernel(), { cwd: process.cwd() });
    try {
      for (const [what, code] of Object.entries(SABOTAGES)) {
        await kernel.execute(code).reply;
        expect(await answers(kernel), what).to.deep.equal(EXPECTED);
      }
    } finally {
      await kernel.kill();
    }
  });
});

describe("what a cell changes of JavaScript's own objects @long", function () {
  this.timeout(60_000);
  it("holds for its own code and that of later cells, also behind an await and in timers", async () => {
    const kernel = await startClient(builtKernel(), { cwd: process.cwd() });
    let shown: unknown;
    kernel.onOutput = ({ header, content }) => {
      if (header.msg_type === "execute_result")
        shown = (content.data as Record<string, unknown>)["text/plain"];
    };
    const cells = [
      `Object.defineProperty(Array.prototype, "last", { configurable: true, value() { return this[this.length - 1]; } });
       JSON.stringify = (() => "mine") as any; const seen: unknown[] = [];
       const look = () => seen.push(([7] as any).last(), JSON.stringify(1));
       look(); await 0; look(); await null; setTimeout(look); setTimeout(look, 30); process.nextTick(look);`,
      "look(); await new Promise((done) => setTimeout(done, 60)); look()",
      "seen.join()",
    ];
    try {
      for (const cell of cells)
        expect((await kernel.execute(cell).reply).content, cell).to.include({ status: "ok" });
      expect(shown).to.equal(Array(7).fill("7,mine").join());
    } finally {
      await kernel.kill();
    }
  });
});
