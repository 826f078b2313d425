/**
 * Node's globals, as far as cells, the compiler and the bundled packages need them. Imported before everything else.
 */
import { Buffer } from "buffer";
import { formatWithOptions } from "node-inspect-extracted";
import { FOLDER } from "./files.js";
import { keepTimersToCells } from "./timers.js";

declare const NODE_VERSION: string;

type Listener = (...args: unknown[]) => void;
const listeners = new Map<string, Listener[]>();

const stream = () => ({ write: (_text: string) => true, isTTY: false, columns: 80 });

// A cell may have another.
const soon = queueMicrotask;
const started = performance.now();
const process = {
  ...{ version: NODE_VERSION, versions: { node: NODE_VERSION.slice(1) }, platform: "linux", arch: "wasm" },
  ...{ argv: ["node"], execArgv: [], pid: 1, exitCode: undefined, stdout: stream(), stderr: stream() },
  env: {} as Record<string, string>,
  cwd: () => FOLDER,
  nextTick: (work: Listener, ...args: unknown[]) => soon(() => work(...args)),
  uptime: () => (performance.now() - started) / 1000,
  hrtime: Object.assign(() => [Math.floor(performance.now() / 1000), (performance.now() % 1000) * 1e6], {
    bigint: () => BigInt(Math.round(performance.now() * 1e6)),
  }),
  memoryUsage: () => ({ heapUsed: 0, heapTotal: 0, rss: 0, external: 0 }),
  emitWarning: (warning: string | Error) =>
    process.stderr.write(`${formatWithOptions({}, String(warning))}\n`),
  on: (event: string, listener: Listener) => {
    listeners.set(event, [...(listeners.get(event) ?? []), listener]);
    return process;
  },
  off: () => process,
  listenerCount: (event: string) => listeners.get(event)?.length ?? 0,
  once: () => process,
  emit: (event: string, ...args: unknown[]) => {
    listeners.get(event)?.forEach((listener) => listener(...args));
    return true;
  },
  exit: (code = 0) => {
    throw new Error(`process.exit(${code}) ends a program; a page goes on`);
  },
};

Object.assign(globalThis, { process, Buffer, global: globalThis });
keepTimersToCells();

export { process, Buffer };
