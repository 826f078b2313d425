/** One mutant after another in a thread: the tests that reach it, the quickest first, until one fails. */
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";
import vm from "node:vm";
import { parentPort, workerData } from "node:worker_threads";
import Mocha from "mocha";

globalThis.__active = -1;
globalThis.__reached = null;
globalThis.__mutant = (id) => {
  globalThis.__reached?.add(id);
  return globalThis.__active === id;
};
const require = createRequire(import.meta.url);
const scripts = new Map(
  workerData.bundles.map(({ file, code }) => [
    file,
    new vm.Script(`(function (require, module, exports) {${code}\n})`, { filename: file }),
  ]),
);

/** The tests of a file, its modules evaluated anew. */
function load(file) {
  const mocha = new Mocha({ ui: "bdd", timeout: 0, reporter: function () {}, bail: true });
  mocha.suite.emit("pre-require", globalThis, file, mocha);
  const module = { exports: {} };
  scripts.get(file).runInThisContext()(require, module, module.exports);
  return mocha;
}

const testsOf = (suite) => [...suite.tests, ...suite.suites.flatMap(testsOf)];

/** What fails first, or null. `each` is told of every test that ends. */
function run(mocha, each = () => {}) {
  return new Promise((resolve) => {
    let failed = null;
    const runner = mocha.run(() => resolve(failed));
    runner.on("test", each);
    runner.on("test end", each);
    runner.on("fail", (test) => (failed ??= test.fullTitle()));
  });
}

/** Which mutants each test reaches, and how long it takes. */
async function survey(file) {
  const onLoad = (globalThis.__reached = new Set());
  const start = performance.now();
  const mocha = load(file);
  const loading = performance.now() - start;
  const tests = [];
  let started = 0;
  const failed = await run(mocha, (test) => {
    if (test.state === undefined) [globalThis.__reached, started] = [new Set(), performance.now()];
    else
      tests.push({
        title: test.fullTitle(),
        took: performance.now() - started,
        reached: [...globalThis.__reached],
      });
  });
  globalThis.__reached = null;
  if (failed !== null) throw new Error(`the unchanged code fails "${failed}" in ${file}`);
  return { file, loading, onLoad: [...onLoad], tests };
}

async function attempt(id, plan) {
  globalThis.__active = id;
  try {
    for (const { file, titles } of plan) {
      const mocha = load(file);
      const wanted = titles && new Set(titles);
      const cut = (suite) => {
        if (wanted) suite.tests = suite.tests.filter((test) => wanted.has(test.fullTitle()));
        suite.suites.forEach(cut);
      };
      cut(mocha.suite);
      if (testsOf(mocha.suite).length === 0) continue;
      const failed = await run(mocha);
      if (failed !== null) return failed;
    }
    return null;
  } catch (error) {
    return `on loading: ${error.message}`;
  } finally {
    globalThis.__active = -1;
  }
}

parentPort.on("message", async ({ survey: file, id, plan }) => {
  try {
    parentPort.postMessage(file ? await survey(file) : { killer: await attempt(id, plan) });
  } catch (error) {
    parentPort.postMessage({ error: error.stack });
  }
});
