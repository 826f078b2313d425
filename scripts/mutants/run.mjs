/**
 * `node scripts/mutants/run.mjs [--sample 400] [--seed 1] [--only FILE] [--again REPORT] [--out FILE]`: changes operators, constants
 * and conditions of src/ledger and src/helper/statistics one at a time, and runs the tests that reach the place. What no test
 * notices is listed. Not part of npm test: it takes minutes. See docs/mutants.md.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { clearTimeout, setTimeout } from "node:timers";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { instrument } from "./instrument.mjs";

const { values } = parseArgs({
  options: {
    sample: { type: "string" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    out: { type: "string" },
    again: { type: "string" },
    slow: { type: "boolean", default: false },
  },
});
const under = (folder, end) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith(end))
    .map((file) => join(folder, file));
const MUTATED = [...under("src/ledger", ".ts"), ...under("src/helper/statistics", ".ts")].filter((file) =>
  file.includes(values.only),
);
/** Their tests judge whole papers, many times: seconds each. */
const SLOW = [
  "test/ledger/ledger.slow.test.ts",
  "test/ledger/what-if.slow.test.ts",
  "test/paper/verdicts.test.ts",
];
const TESTS = [
  ...[...under("test/ledger", ".test.ts"), ...under("test/helper/statistics", ".test.ts")].filter(
    (file) => !SLOW.includes(file),
  ),
  ...(values.slow ? SLOW : []),
];

const mutants = [];
const texts = new Map(
  MUTATED.map((file) => [resolve(file), instrument(file, readFileSync(file, "utf8"), mutants)]),
);

/** Tests of one file with all they import of ours; packages are required as they are. */
async function bundle(file) {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: "cjs",
    platform: "node",
    packages: "external",
    logLevel: "error",
    plugins: [
      {
        name: "mutants",
        setup: ({ onLoad }) =>
          onLoad({ filter: /\.ts$/ }, ({ path }) => ({
            loader: "ts",
            contents: (texts.get(path) ?? readFileSync(path, "utf8")).replaceAll(
              "import.meta.url",
              JSON.stringify(pathToFileURL(path).href),
            ),
          })),
      },
    ],
  });
  return { file, code: outputFiles[0].text };
}

const bundles = await Promise.all(TESTS.map(bundle));
const start = () =>
  new Worker(new URL("worker.mjs", import.meta.url), { workerData: { bundles }, stdout: true, stderr: true });
let worker = start();

/** The worker's answer; one that never comes is a mutant noticed, and another worker goes on. */
function ask(message, limit) {
  return new Promise((done, fail) => {
    const end = (how, what) => {
      clearTimeout(timer);
      worker.removeAllListeners("message");
      worker.removeAllListeners("error");
      how(what);
    };
    const restart = (killer) => {
      const old = worker;
      end(done, { killer });
      worker = start();
      void old.terminate();
    };
    const timer = setTimeout(() => restart("takes for ever"), limit);
    worker.once("message", (answer) =>
      answer.error ? end(fail, new Error(answer.error)) : end(done, answer),
    );
    worker.once("error", (error) => restart(error.message));
    worker.postMessage(message);
  });
}

/** What a bundle's tests reach is kept under the bundle's hash: after a changed test only its file is looked at again. */
async function surveyOf({ file, code }) {
  const kept = join("test-results", "mutants", `${createHash("sha256").update(code).digest("hex")}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const found = await ask({ survey: file }, 3_600_000);
  mkdirSync(join("test-results", "mutants"), { recursive: true });
  writeFileSync(kept, JSON.stringify(found));
  return found;
}

const surveys = [];
for (const one of bundles) surveys.push(await surveyOf(one));

/** Tests that take longer are left out: what they alone notice counts as not noticed. */
const LONGEST_MS = 2_000;

/** Files and tests that reach a mutant, the quickest first; what is reached while a file loads concerns all its tests. */
function planOf(id) {
  return surveys
    .flatMap(({ file, loading, onLoad, tests }) => {
      const quick = tests.filter(({ took }) => took < LONGEST_MS);
      const reaching = onLoad.includes(id) ? quick : quick.filter(({ reached }) => reached.includes(id));
      if (reaching.length === 0) return [];
      const took = loading + reaching.reduce((sum, test) => sum + test.took, 0);
      return [{ file, titles: reaching.map(({ title }) => title), took }];
    })
    .sort((a, b) => a.took - b.took);
}

/** Numbers from 0 to 1 that follow from the seed (Marsaglia's xorshift). */
function draws(seed) {
  let state = seed * 2654435761 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const draw = draws(Number(values.seed));
const order = mutants.map((_, id) => ({ id, at: draw() })).sort((a, b) => a.at - b.at);
const line = ({ id, file, line, from, to, reached, within }) =>
  `${id}  ${file}:${line}  ${from.replaceAll(/\s+/g, " ")}  ->  ${to.replaceAll(/\s+/g, " ")}${reached ? "" : "  (no test comes here)"}  in  ${within}`;
const same = (text) => text.replace(/^\d+ +(\S+):\d+/, "$1").replace("  (no test comes here)", "");
const before = values.again && readFileSync(values.again, "utf8").split("\n").map(same);
const chosen = before
  ? mutants.flatMap((mutant, id) =>
      before.includes(same(line({ id, ...mutant, reached: true }))) ? [id] : [],
    )
  : order.slice(0, Number(values.sample ?? mutants.length)).map(({ id }) => id);
const survivors = [];
for (const [at, id] of chosen.entries()) {
  const plan = planOf(id);
  const { killer } = await ask({ id, plan }, 20_000 + 10 * plan.reduce((sum, { took }) => sum + took, 0));
  if (killer === null) {
    survivors.push({ id, ...mutants[id], reached: plan.length > 0 });
    process.stderr.write(`${line(survivors.at(-1))}\n`);
  }
  if (process.stderr.isTTY || at % 50 === 49)
    process.stderr.write(`${at + 1}/${chosen.length}, ${survivors.length} not noticed\n`);
}
const share = ((100 * (chosen.length - survivors.length)) / chosen.length).toFixed(1);
const report = `${chosen.length} of ${mutants.length} mutants (seed ${values.seed}), ${share} % noticed; not noticed:\n${survivors
  .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
  .map(line)
  .join("\n")}\n`;
process.stdout.write(report);
if (values.out) writeFileSync(values.out, report);
await worker.terminate();
