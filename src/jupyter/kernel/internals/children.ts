/** Shows in the cell, not in the server's log, what child processes write to the output that they inherit. */
import childProcess, { ChildProcess } from "node:child_process";
import { closeSync, fstatSync, openSync, readSync, rmSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";

/** A child's output, and the stream of this process that it is to go to. */
type Shown = Map<number, NodeJS.WriteStream>;

interface Options {
  stdio?: unknown;
}

type Spawns = ChildProcess & { spawn(options: Options): unknown };
type Sync = (...call: unknown[]) => unknown;

/** Changes Node's functions that start processes, so that none writes past the cells. */
export function showChildren(): void {
  const { spawn } = ChildProcess.prototype as Spawns;
  (ChildProcess.prototype as Spawns).spawn = function (this: Spawns, options) {
    const shown = shownOf(options.stdio);
    if (shown.size === 0) return spawn.call(this, options);
    const result = spawn.call(this, { ...options, stdio: replaced(options.stdio, shown, () => "pipe") });
    for (const [fd, stream] of shown) takeOver(this, fd, stream);
    return result;
  };
  const functions = childProcess as unknown as Record<string, Sync>;
  for (const name of ["spawnSync", "execSync", "execFileSync"]) functions[name] = byFile(functions[name]!);
  syncBuiltinESMExports();
}

function shownOf(stdio: unknown): Shown {
  const { stdout, stderr } = process;
  const shown: Shown = new Map();
  for (const fd of [1, 2]) {
    const to: unknown = Array.isArray(stdio) ? stdio[fd] : stdio;
    if (to === 1 || to === stdout || (to === "inherit" && fd === 1)) shown.set(fd, stdout);
    if (to === 2 || to === stderr || (to === "inherit" && fd === 2)) shown.set(fd, stderr);
  }
  return shown;
}

function replaced(stdio: unknown, shown: Shown, by: (fd: number) => unknown): unknown[] {
  const all: unknown[] = Array.isArray(stdio) ? stdio : [stdio, stdio, stdio];
  return all.map((to, fd) => (shown.has(fd) ? by(fd) : to));
}

/** To its owner the child looks as requested: without a stream of its own. */
function takeOver(child: ChildProcess, fd: number, stream: NodeJS.WriteStream): void {
  const streams = child.stdio as unknown as (Readable | null | undefined)[] | undefined;
  streams?.[fd]?.on("data", (chunk: Uint8Array) => stream.write(chunk));
  if (streams) streams[fd] = null;
  Object.assign(child, fd === 1 ? { stdout: null } : { stderr: null });
}

/** A function that waits for its child: the output goes into files, and to the cell when the child has ended. */
function byFile(start: Sync): Sync {
  return (...call) => {
    const last = call.at(-1) as Options | undefined;
    const shown = shownOf(Array.isArray(last) ? undefined : Object(last).stdio);
    if (shown.size === 0) return start(...call);
    const files = new Map([...shown.keys()].map((fd) => [fd, temporary()]));
    const stdio = replaced(last!.stdio, shown, (fd) => files.get(fd)!.file);
    try {
      return start(...call.slice(0, -1), { ...last, stdio });
    } finally {
      for (const [fd, stream] of shown) stream.write(files.get(fd)!.take());
    }
  };
}

function temporary() {
  const path = join(tmpdir(), `egov-kz-${randomUUID()}`);
  const file = openSync(path, "w+", 0o600);
  const take = (): Uint8Array => {
    const content = Buffer.alloc(fstatSync(file).size);
    readSync(file, content, 0, content.length, 0);
    closeSync(file);
    rmSync(path);
    return content;
  };
  return { file, take };
}
