/**
 * `npm run bench -- [notebooks|cells|methods|ledger]`: measures, side by side in one run, and prints Markdown tables for
 * docs/benchmarks.md. Medians of three rounds; wall and processor seconds of a command with all that it starts.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem, type } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROUNDS = 3;
const root = fileURLToPath(new URL("..", import.meta.url));
const main = join(root, "dist", "cli", "main.js");
const load = (path) => import(new URL(`../dist/${path}`, import.meta.url));
mkdirSync(join(root, "test-results"), { recursive: true });
// Inside the project, so that notebooks there find the package.
const folder = mkdtempSync(join(root, "test-results", "bench-"));

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const rounds = (work) => Array.from({ length: ROUNDS }, work);
const duration = (s) =>
  s >= 1
    ? `${s.toFixed(1)} s`
    : s >= 1e-3
      ? `${(s * 1e3).toPrecision(3)} ms`
      : `${(s * 1e6).toPrecision(3)} µs`;
const times = (reference, own) => (reference === undefined ? "–" : `${(reference / own).toFixed(1)} x`);

function print(title, note, head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, at) => (at === 0 ? "---" : "--:"));
  console.log([`\n## ${title}`, "", note, "", line(head), line(rule), ...rows.map(line)].join("\n"));
}

/** Wall and processor seconds of a command; the processor's are those of all processes that it waited for. */
function timed(command, args, env = {}) {
  const script = `import json, os, subprocess, sys, time, resource
began = time.time(); code = subprocess.run(json.loads(sys.argv[1]), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"wall": time.time() - began, "cpu": used.ru_utime + used.ru_stime, "code": code.returncode, "said": code.stderr.decode()[-500:]}))`;
  const options = { encoding: "utf8", env: { ...process.env, ...env }, cwd: root };
  const result = JSON.parse(
    spawnSync("python3", ["-c", script, JSON.stringify([command, ...args])], options).stdout,
  );
  if (result.code !== 0) throw new Error(`${command} ${args[0]} ended with ${result.code}: ${result.said}`);
  return result;
}

/** The first Python that has the modules, or undefined. */
const pythonWith = (...modules) =>
  [process.env.EGOV_KZ_PYTHON ?? "", "python3", "/usr/bin/python3"].find(
    (command) => command !== "" && spawnSync(command, ["-c", `import ${modules.join(", ")}`]).status === 0,
  );

async function notebooks() {
  const { resolveKernel } = await load("jupyter/run/kernel-spec.js");
  const names = readdirSync(join(root, "notebooks")).filter((name) => name.endsWith(".ipynb"));
  const paths = names.map((name) => join(root, "notebooks", name));
  const out = ["--output-dir", join(folder, "executed")];
  const run = (kernel, ...more) => [process.execPath, [main, "run", ...paths, "--kernel", kernel, ...more]];
  const first = "egov-kz run, for the first time";
  const ways = [
    [first, ...run("egov-kz")],
    ["egov-kz run", ...run("egov-kz")],
    ["egov-kz run, written with pictures", ...run("egov-kz", ...out)],
    ["egov-kz run, stock tslab", ...run("tslab")],
  ];
  const python = pythonWith("nbconvert");
  if (python) {
    const spec = join(folder, "jupyter", "kernels", "tslab");
    mkdirSync(spec, { recursive: true });
    const { argv, displayName, language } = resolveKernel("tslab", undefined);
    writeFileSync(join(spec, "kernel.json"), JSON.stringify({ argv, display_name: displayName, language }));
    const args = ["-m", "nbconvert", "--execute", "--to", "notebook", ...out, ...paths];
    ways.push([
      "jupyter nbconvert --execute, stock tslab",
      python,
      args,
      { JUPYTER_PATH: join(folder, "jupyter") },
    ]);
  }
  const rows = ways.map(([name, ...call]) => {
    const all = rounds(() => {
      // Of cells that an earlier run has compiled, none is compiled again.
      if (name === first) rmSync(join(root, "node_modules/.cache/egov-kz"), { recursive: true, force: true });
      return timed(...call);
    });
    return { name, wall: median(all.map(({ wall }) => wall)), cpu: median(all.map(({ cpu }) => cpu)) };
  });
  const theirs = python && rows.at(-1);
  print(
    "All notebooks of the repository",
    `${paths.length} notebooks; median of ${ROUNDS}. "x": how many times nbconvert's.`,
    ["way", "wall time", "x", "processor time", "x"],
    rows.map(({ name, wall, cpu }) => [
      ...[name, duration(wall), times(theirs?.wall, wall), duration(cpu), times(theirs?.cpu, cpu)],
    ]),
  );
}

async function cells() {
  const [{ KernelClient }, { resolveKernel }, { parseNotebook }, { executeNotebook }] = await Promise.all(
    ["client", "kernel-spec"]
      .map((name) => load(`jupyter/run/${name}.js`))
      .concat(load("jupyter/notebook/notebook-file.js"), load("jupyter/run/run-notebook.js")),
  );
  const rows = [];
  for (const kernel of ["egov-kz", "tslab"])
    for (const size of [10, 100, 1000]) {
      const code = (_, at) => ({
        ...{
          cell_type: "code",
          execution_count: null,
          metadata: {},
          outputs: [],
          source: `const x${at} = ${at};`,
        },
      });
      const text = JSON.stringify({
        cells: Array.from({ length: size }, code),
        metadata: {},
        nbformat: 4,
        nbformat_minor: 4,
      });
      const all = [];
      for (let round = 0; round < ROUNDS; round++) {
        const began = performance.now();
        const client = await KernelClient.start(resolveKernel(kernel, undefined), { cwd: root });
        let first = 0;
        const onProgress = (done) => (first ||= done === 1 ? (performance.now() - began) / 1000 : 0);
        const { cells } = await executeNotebook(parseNotebook("cells", text), client, { onProgress });
        all.push({
          first,
          whole: (performance.now() - began) / 1000,
          next: median(cells.slice(1).map((cell) => cell.seconds)),
        });
        await client.kill();
      }
      const of = (name) => duration(median(all.map((one) => one[name])));
      rows.push([kernel, String(size), of("first"), of("next"), of("whole")]);
    }
  print(
    "Cells",
    "A notebook of cells like `const x7 = 7;`.",
    ["kernel", "cells", "first cell", "each further cell", "total"],
    rows,
  );
}

async function methods() {
  const { correlationMatrix, linearTrend, movingTotal, pearson } = await load("index.js");
  const { linearRegression, sampleCorrelation } = await import("simple-statistics");
  const perCall = (work) => {
    const began = performance.now();
    let calls = 0;
    for (; performance.now() - began < 50; calls++) work();
    return (performance.now() - began) / 1000 / calls;
  };
  const rows = [10, 1000, 10_000, 100_000].flatMap((size) => {
    const [a, b, c, d] = Array.from({ length: 4 }, () => Array.from({ length: size }, Math.random));
    const pairs = a.map((x, at) => [x, b[at]]);
    const ours = {
      movingTotal: [() => movingTotal(a, 5)],
      pearson: [() => pearson(a, b), () => sampleCorrelation(a, b)],
      correlationMatrix: [() => correlationMatrix({ a, b, c, d })],
      linearTrend: [() => linearTrend(a, b), () => linearRegression(pairs)],
    };
    return Object.entries(ours).map(([name, works]) => {
      const [own, other] = works.map((work) => median(rounds(() => perCall(work))));
      return [name, String(size), duration(own), other ? duration(other) : "–", times(other, own)];
    });
  });
  const head = ["method", "values", "egov-kz", "simple-statistics", "x"];
  print("The methods", "Per call; ours with their tests and intervals.", head, rows);
}

async function ledger() {
  const { loadLedger, judge } = await load("ledger.js");
  const all = rounds(() => {
    const began = performance.now();
    const read = loadLedger();
    const between = performance.now();
    judge(read);
    return [(between - began) / 1000, (performance.now() - between) / 1000];
  });
  const of = (at) => duration(median(all.map((pair) => pair[at])));
  print("The ledger", "This paper, median of three.", ["read", "judge"], [[of(0), of(1)]]);
}

const parts = { notebooks, cells, methods, ledger };
const wanted = process.argv.slice(2);
if (wanted.some((part) => !(part in parts)))
  throw new Error(`bench requires ${Object.keys(parts).join(", ")}, got ${wanted}`);
console.log(
  `${availableParallelism()} cores (${cpus()[0]?.model}), ${Math.round(totalmem() / 2 ** 30)} GB, ${type()}, Node ${process.version}`,
);
try {
  for (const part of wanted.length > 0 ? wanted : Object.keys(parts)) await parts[part]();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
