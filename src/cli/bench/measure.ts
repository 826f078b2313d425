import { spawn, spawnSync } from "node:child_process";

/** The middle one; of an even number the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle) - 1]!) / 2;
}

/** The results of `rounds` calls, one after another. */
export async function repeat<T>(rounds: number, work: (round: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let round = 0; round < rounds; round++) results.push(await work(round));
  return results;
}

/** Seconds until a command has ended, and the most memory that it and all it started held at one time. */
export interface Measured {
  seconds: number;
  megabytes: number;
}

/** Seldom enough to cost next to nothing. */
const SAMPLE_MS = 500;

/** @throws Error with its last words when the command fails */
export async function runCommand(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Measured> {
  const started = performance.now();
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let kilobytes = 0;
  const timer = setInterval(
    () => (kilobytes = Math.max(kilobytes, kilobytesBelow(child.pid ?? 0))),
    SAMPLE_MS,
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => (said = (said + String(chunk)).slice(-2000)));
  const code = await new Promise((resolve) => child.once("error", resolve).once("close", resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`${command} ${args[0]} ended with ${String(code)}: ${said}`);
  return { seconds: (performance.now() - started) / 1000, megabytes: kilobytes / 1024 };
}

function kilobytesBelow(root: number): number {
  const { stdout } = spawnSync("ps", ["-axo", "pid=,ppid=,rss="], { encoding: "utf8" });
  const rows = stdout.split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  const family = new Set([root]);
  let sum = 0;
  // Children have larger numbers than their parents, but for a wrap-around that a benchmark may ignore.
  for (const [pid, parent, kilobytes] of rows.sort((a, b) => a[0]! - b[0]!)) {
    if (!family.has(parent!) && pid !== root) continue;
    family.add(pid!);
    sum += kilobytes!;
  }
  return sum;
}
