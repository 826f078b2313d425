import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { projectRoot } from "../../src/base/project.js";
import { createCompiler } from "../../src/jupyter/kernel/compile/compiler.js";
import { redeclared, type Declarations } from "../../src/jupyter/kernel/compile/declarations.js";
import { inspectAt } from "../../src/jupyter/kernel/session/questions.js";
import { startSite, type Site } from "./support/site.js";

type Probe =
  | { kind: "check"; before: string[]; source: string }
  | { kind: "complete" | "inspect"; before: string[]; source: string; cursor: number };

const NOTEBOOKS = ["00-start-here", "03-table-3-index-series", "04-table-4-correlation", "08-verdict"];

/** Of a cell: what stands at a name, what can follow a dot, and what two slips in it are. */
function probesOf(before: string[], source: string, at: number): Probe[] {
  const names = [...source.matchAll(/(?<![\w."'/])[A-Za-z]\w{2,}(?!["'])/g)].map(({ index }) => index);
  const dots = [...source.matchAll(/[\w\])]\.(?=[a-zA-Z])/g)].map(({ index }) => index + 2);
  const called = /\b([a-z]\w+)\(/i.exec(source)?.[1];
  const name = names[(at * 3) % Math.max(1, names.length)];
  const dot = dots[at % Math.max(1, dots.length)];
  return [
    ...(name === undefined ? [] : [{ kind: "inspect" as const, before, source, cursor: name + 1 }]),
    ...(dot === undefined
      ? []
      : [{ kind: "complete" as const, before, source: source.slice(0, dot), cursor: dot }]),
    ...(called
      ? [{ kind: "check" as const, before, source: source.replace(`${called}(`, `${called}s(`) }]
      : []),
    { kind: "check", before, source: `${source}\nconst wrong${at}: number = "text";` },
  ];
}

function allProbes(): Probe[] {
  return NOTEBOOKS.flatMap((name) => {
    const text = readFileSync(join(projectRoot(), "notebooks", `${name}.ipynb`), "utf8");
    const { cells } = JSON.parse(text) as { cells: { cell_type: string; source: string | string[] }[] };
    const code = cells
      .filter(({ cell_type }) => cell_type === "code")
      .map(({ source }) => [source].flat().join(""));
    return code.flatMap((source, at) => probesOf(code.slice(0, at), source, at));
  });
}

/** The kernel's answers, by its own compiler. */
function kernelAnswers(probes: readonly Probe[]): unknown[] {
  const compiler = createCompiler(join(projectRoot(), "notebooks"), true);
  const known = new Map<string, Declarations>([["[]", []]]);
  const declaredBy = (before: string[]): Declarations => {
    const key = JSON.stringify(before);
    if (known.has(key)) return known.get(key)!;
    const previous = declaredBy(before.slice(0, -1));
    const declared = redeclared(previous, compiler.convert(previous, before.at(-1)!).declared ?? []);
    known.set(key, declared);
    return declared;
  };
  return probes.map((probe) => {
    const previous = declaredBy(probe.before);
    if (probe.kind === "check") return compiler.convert(previous, probe.source).diagnostics;
    if (probe.kind === "complete") return compiler.complete(previous, probe.source, probe.cursor);
    const engine = { inspect: (code: string, at: number) => compiler.inspect(previous, code, at) };
    return inspectAt(engine, probe.source, [...probe.source.slice(0, probe.cursor)].length);
  });
}

/** The page's own worker, asked as its editors ask it. */
const START_WORKER = `(async () => {
  const [code, types, data] = await Promise.all(["compiler.js", "types.json", "data.json"].map(
    async (name) => (await fetch("../assets/" + name)).text()));
  const worker = new Worker(URL.createObjectURL(new Blob([code])));
  const waiting = new Map();
  worker.onmessage = ({ data }) => waiting.get(data.id)(data.value);
  const call = (id, name, ...args) => new Promise((resolve) => {
    waiting.set(id, resolve);
    const argumentList = args.map((value) => ({ type: "RAW", value }));
    worker.postMessage({ id, type: "APPLY", path: [name], argumentList }); // as Comlink asks
  });
  void call("start", "start", { ...JSON.parse(types), ...JSON.parse(data) });
  globalThis.ask = (id, { kind, before, source, cursor }) => call(String(id), kind, before, source, cursor);
})()`;

async function pageAnswers(page: Page, probes: readonly Probe[]): Promise<unknown[]> {
  await page.evaluate(START_WORKER);
  return (await page.evaluate(
    `Promise.all(${JSON.stringify(probes)}.map((question, id) => ask(id, question)))`,
  )) as unknown[];
}

describe("type errors, completions and hovers", () => {
  let site: Site;
  before(async function () {
    site = await startSite(this);
  });
  after(() => site?.stop());

  it("are those of the kernel, at 200 places of the notebooks and more", async () => {
    const probes = allProbes();
    expect(probes.length).to.be.greaterThan(200);
    const page = await site.open("notebooks/00-start-here.html");
    const here = await pageAnswers(page, probes);
    const there = kernelAnswers(probes);
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
    const differ = probes.filter(
      (_, at) => JSON.stringify(plain(here[at])) !== JSON.stringify(plain(there[at])),
    );
    expect(differ.map(({ kind, source }) => [kind, source.slice(0, 60)])).to.deep.equal([]);
    const found = there.filter((answer) => JSON.stringify(answer).length > 60).length;
    expect(found).to.be.greaterThan(150); // they do say something
    await page.context().close();
  });
});
