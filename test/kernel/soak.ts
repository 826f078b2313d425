/**
 * Many cells in one kernel, with memory and latency at the start and at the end:
 * `node --import ts-blank-space/register test/kernel/soak.ts [CELLS]`, after `npm run build`.
 */
import { join } from "node:path";
import { startClient } from "../../dist/jupyter/run/client.js";
import { resolveKernel } from "../../dist/jupyter/run/kernel-spec.js";
import { projectRoot } from "../../dist/base/project.js";

const cells = Number(process.argv[2] ?? 2000);
/** How many cells count as the start, and as the end. */
const WINDOW = 100;

/** What people run: values, variables, functions, output, errors, asynchronous work. */
const KINDS: ((i: number) => string)[] = [
  (i) => `${i} + 1`,
  (i) => `let v${i % 50} = ${i}; v${i % 50} * 2`,
  (i) => `function f${i % 20}(x: number): number { return x + ${i}; }\nf${i % 20}(1)`,
  (i) => `console.log("cell", ${i});`,
  (i) => `throw new Error("cell ${i}");`,
  (i) => `await Promise.resolve(${i})`,
];

const begun = performance.now();
const kernel = await startClient(resolveKernel("egov-kz", undefined), {
  cwd: join(projectRoot(), "notebooks"),
});
const since = () => Math.round(performance.now() - begun);
console.log(`kernel_info answered after ${since()} ms`);
await run("1 + 1");
console.log(`first 1 + 1 answered after ${since()} ms`);

const latencies: number[] = [];
for (let i = 0; i < cells; i++) {
  const { status, took } = await run(KINDS[i % KINDS.length]!(i));
  if ((status === "error") !== (i % KINDS.length === 4)) throw new Error(`cell ${i} answered ${status}`);
  latencies.push(took);
  if (i === WINDOW) await report("start", latencies.slice(-WINDOW));
}
await report("end", latencies.slice(-WINDOW));
await kernel.shutdown();

async function run(code: string): Promise<{ status: unknown; took: number }> {
  const start = performance.now();
  const { content } = await kernel.execute(code).reply;
  return { status: content.status, took: performance.now() - start };
}

async function report(when: string, sample: number[]): Promise<void> {
  const sorted = sample.toSorted((a, b) => a - b);
  const quantile = (q: number) => sorted[Math.floor(q * (sorted.length - 1))]!.toFixed(1);
  const memory = new Promise<string>((resolve) => {
    kernel.onOutput = ({ header, content }) => {
      if (header.msg_type === "stream") resolve(String(content.text).trim());
    };
  });
  await run(`console.log(Math.round((globalThis as any)["process"].memoryUsage.rss() / 2 ** 20));`);
  console.log(`${when}: ${quantile(0.5)} ms a cell (95 %: ${quantile(0.95)} ms), ${await memory} MB`);
}
