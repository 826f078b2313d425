import { expect } from "chai";
import { inspect } from "node:util";
import { cellPlaces } from "../../../src/jupyter/kernel/traceback/frames.js";
import { Cell, Cells, strayErrors } from "../../../src/jupyter/kernel/session/cells.js";
import { completeAt, inspectAt } from "../../../src/jupyter/kernel/session/questions.js";
import { kernelInfo } from "../../../src/jupyter/kernel/server/kernel-info.js";
import { createOutput } from "../../../src/jupyter/kernel/session/output.js";
import { render } from "../../../src/jupyter/kernel/session/render.js";
import type { ToServer } from "../../../src/jupyter/kernel/server/between-threads.js";
import { loadPaper } from "../../../src/paper/paper.js";
import { mimeBundle } from "../../../src/show/show.js";
import { newMessage } from "../../../src/jupyter/wire/wire.js";

const places = cellPlaces();
const newCell = (count: number, silent = false) =>
  new Cell(newMessage("execute_request", "s").header, count, { silent });

describe("a value as a bundle of MIME types", () => {
  const shown = (value: unknown) => render(value, places, mimeBundle);

  it("is text as Node's console has it, without colours", async () => {
    expect(await shown({ a: [1, "b", null] })).to.deep.equal({ "text/plain": "{ a: [ 1, 'b', null ] }" });
    expect(await shown("text")).to.deep.equal({ "text/plain": "text" });
    expect(await shown(10n)).to.deep.equal({ "text/plain": "10n" });
  });

  it("is what the value says of itself, by Jupyter's symbol or by $display", async () => {
    const display = () => ({ "text/html": "<b>x</b>", "text/plain": "x" });
    expect(await shown({ [Symbol.for("Jupyter.display")]: display })).to.deep.equal(display());
    const later = await shown({ $display: async () => ({ "text/markdown": "*x*" }) });
    expect(later).to.have.property("text/markdown", "*x*");
    expect(later).to.have.property("text/plain");
  });

  it("is a table of a DataFrame and of a Series, a chart of a figure", async () => {
    const table = loadPaper().table3;
    expect(await shown(table)).to.include.keys("text/html", "text/latex", "text/plain");
    expect(await shown(table.column("EGDI"))).to.include.keys("text/html", "text/plain");
    const figure = { data: [{ type: "scatter", y: [1, 2] }], layout: {} };
    const bundle = await shown(figure);
    expect(bundle["application/vnd.plotly.v1+json"]).to.deep.include({ data: figure.data });
  });

  it("is text, and the error printed, where what it says of itself fails", async () => {
    const { write } = process.stderr;
    let printed = "";
    process.stderr.write = (chunk) => (printed += String(chunk)) !== "";
    const fails = { $display: () => Promise.reject(new RangeError("no display")) };
    try {
      expect(Object.keys(await shown(fails))).to.deep.equal(["text/plain"]);
    } finally {
      process.stderr.write = write;
    }
    expect(printed).to.contain("RangeError: no display");
  });

  it("asks nothing of a proxy", async () => {
    const asked = () => expect.fail("was asked");
    const handler = { get: asked, has: asked, getPrototypeOf: asked, ownKeys: asked };
    expect(await shown(new Proxy({ a: 1 }, handler))).to.deep.equal({ "text/plain": "{ a: 1 }" });
  });

  it("keeps of what a value says only MIME types, and takes a string for text", async () => {
    expect(await shown({ $display: () => "word" })).to.deep.equal({ "text/plain": "word" });
    expect(Object.keys(await shown({ $display: () => ({ html: 1, "text/html": "x" }) }))).to.deep.equal([
      "text/plain",
      "text/html",
    ]);
  });

  it("takes nothing for a figure that is none", async () => {
    for (const value of [
      { data: [1], layout: {} },
      { data: [], layout: 3 },
      { columns: [], values: 1 },
    ])
      expect(Object.keys(await shown(value))).to.deep.equal(["text/plain"]);
  });
});

describe("completion and inspection", () => {
  it("count in code points on both sides", () => {
    const engine = {
      complete: (_: string, position: number) => ({
        start: position - 2,
        end: position,
        candidates: ["trim"],
      }),
    };
    expect(completeAt(engine, '"\u{1f600}".tr', 6)).to.include({ cursor_start: 4, cursor_end: 6 });
  });

  it("tell signature, documentation and tags as text and as Markdown", () => {
    const parts = (text: string) => [{ text }];
    const info = {
      displayParts: parts("f(x: number): void"),
      documentation: parts("Does it."),
      tags: [{ name: "param", text: parts("x a number") }, { name: "deprecated" }],
    };
    const { data } = inspectAt({ inspect: () => info }, "f", 1);
    expect(data["text/plain"]).to.equal("f(x: number): void\n\nDoes it.\n\n@param x a number\n@deprecated");
    expect(data["text/markdown"]).to.match(/^```typescript\nf\(x: number\): void\n```\n\nDoes it\./);
  });

  it("look one place before the cursor where there is nothing at it", () => {
    const engine = {
      inspect: (_: string, at: number) => (at === 2 ? { displayParts: [{ text: "f" }] } : undefined),
    };
    expect(inspectAt(engine, "f()", 3).found).to.equal(true);
    expect(inspectAt(engine, "f()  ", 5)).to.deep.equal({
      status: "ok",
      found: false,
      data: {},
      metadata: {},
    });
  });
});

describe("what the kernel says of itself", () => {
  it("has the true versions", () => {
    const info = kernelInfo() as { language_info: Record<string, unknown>; banner: string };
    expect(info).to.include({ status: "ok", protocol_version: "5.4", implementation: "egov-kz" });
    expect(info.language_info).to.include({ name: "typescript", version: "6.0.3", file_extension: ".ts" });
    expect(info.banner).to.contain(process.versions.node);
  });
});

describe("output and errors of cells", () => {
  function world() {
    const posted: ToServer[] = [];
    const cells = new Cells();
    let ended = 0;
    const stray = strayErrors(cells, places, () => ended++);
    return {
      posted,
      cells,
      stray,
      output: createOutput(cells, places, { tell: (m) => posted.push(m), hold: () => undefined }),
      ended: () => ended,
    };
  }

  it("belong to the cell that set off the work, also when another runs", async () => {
    const { posted, cells, output } = world();
    const [first, second] = [newCell(1), newCell(2)];
    const late = cells.run(first, async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      output.publish("display_data", { data: {} });
    });
    cells.run(second, () => output.publish("display_data", { data: {} }));
    await late;
    const parents = posted.map((message) => message.kind === "output" && message.parent.msg_id);
    expect(parents).to.deep.equal([second.header.msg_id, first.header.msg_id]);
  });

  it("are not shown of a silent cell", () => {
    const { posted, cells, output } = world();
    cells.run(newCell(1, true), () => output.publish("display_data", {}));
    expect(posted).to.deep.equal([]);
  });

  it("refuse what JSON cannot hold, in the cell that shows it", () => {
    const { cells, output } = world();
    expect(() => cells.run(newCell(1), () => output.publish("display_data", { data: 1n }))).to.throw(
      "BigInt",
    );
  });

  it("end the running cell they come from", () => {
    const { cells, stray, ended } = world();
    const cell = newCell(3);
    cells.run(cell, () => stray.add(new Error("unawaited")));
    expect(ended()).to.equal(1);
    expect(stray.take(cell).map(({ evalue }) => evalue)).to.deep.equal(["unawaited"]);
  });

  it("of a cell that has ended are told in the next one that is not silent, once", () => {
    const { cells, stray, ended } = world();
    const over = Object.assign(newCell(3), { running: false });
    const { write } = process.stderr;
    const written: unknown[] = [];
    process.stderr.write = (text) => written.push(text) > 0;
    try {
      cells.run(over, () => stray.add(new Error("late")));
    } finally {
      process.stderr.write = write;
    }
    expect(String(written[0])).to.contain("Error: late");
    expect(ended()).to.equal(0);
    expect(stray.take(newCell(4, true))).to.deep.equal([]);
    const [error] = stray.take(newCell(5));
    expect(error?.evalue).to.equal("late (from cell [3], which had already ended)");
    expect(stray.take(newCell(6))).to.deep.equal([]);
  });

  it("of no cell are told as such", () => {
    const { stray } = world();
    const { write } = process.stderr;
    process.stderr.write = () => true;
    try {
      stray.add("nowhere");
    } finally {
      process.stderr.write = write;
    }
    expect(stray.take(newCell(1))[0]?.traceback.at(-1)).to.equal(
      "(from unknown work, which had already ended)",
    );
  });

  it("leave a short note where Node prints the cell", () => {
    expect(inspect(newCell(1))).to.equal("<cell>");
  });
});
