/** A kernel's operating-system process: started in its own group, watched, and ended when this process ends. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import type { CompileService } from "./compile-service.js";
import { newConnection, writeConnectionFile } from "../wire/connection.js";
import { COMPILER, type CompileRequest } from "../kernel/compile/compile-elsewhere.js";
import type { KernelSpec } from "./kernel-spec.js";
import { watchMemory } from "./memory-watch.js";

export interface ProcessOptions {
  /** The kernel's working folder. */
  cwd: string;
  env?: Record<string, string>;
  /** Compiles the cells of a kernel that leaves compiling to others. */
  compiler?: CompileService;
}

const posix = process.platform !== "win32";

/** How long the last messages of an ended process may take to arrive. */
const DRAIN_MS = 50;

const LAST_WORDS = 2000;

/** Printed by a kernel whose port was taken between reservation and bind; stock tslab then waits forever. */
const PORT_TAKEN = /EADDRINUSE|address already in use/i;

export type KernelProcess = Awaited<ReturnType<typeof startProcess>>;

/** These end with this process however it ends, except by SIGKILL (which the kernels notice themselves). */
const running = new Set<KernelProcess>();
process.on("exit", () => {
  for (const kernel of running) {
    kernel.signal("SIGKILL");
    kernel.removeConnectionFile();
  }
});

/** @throws Error when the folder does not exist */
export async function startProcess(spec: KernelSpec, { cwd, env, compiler }: ProcessOptions) {
  if (!existsSync(cwd)) throw new Error(`run requires the notebook's folder, got ${cwd}`);
  const connection = await newConnection(spec.name);
  const connectionFile = writeConnectionFile(connection);
  const [command, ...args] = spec.argv.map((part) => part.replaceAll("{connection_file}", connectionFile));
  const offered = spec.compilesElsewhere ? compiler : undefined;
  const folder = resolve(cwd);
  offered?.expect(folder);
  const offer = offered && { [COMPILER]: "parent" };
  const child = spawn(command!, args, {
    cwd,
    env: { ...process.env, ...spec.env, ...env, ...offer, JPY_PARENT_PID: String(process.pid) },
    // Its own group: Ctrl-C reaches only the runner, which then decides what happens to the kernel.
    detached: posix,
    stdio: ["ignore", "pipe", "pipe", ...(offered ? (["ipc"] as const) : [])],
    windowsHide: true,
  });
  let lastWords = "";
  const kernel = {
    connection,
    alive: true,
    /** Until the kernel has answered; set by the client. */
    starting: true,
    /** Resolves when the process has ended, with the cause and its last words. */
    exited: new Promise<string>((settle) => {
      const end = (how: string): void => {
        kernel.alive = false;
        running.delete(kernel);
        kernel.removeConnectionFile();
        setTimeout(() => settle([how, lastWords.trim()].filter(Boolean).join(": ")), DRAIN_MS);
      };
      child.once("error", (error) => end(`could not be started: ${error.message}`));
      child.once("exit", (code, signal) =>
        end(signal ? `was ended by ${signal}` : `exited with code ${code}`),
      );
    }),
    /** Sends a signal to the process; SIGKILL goes to its whole group, so that nothing it started is left behind. */
    signal(name: "SIGINT" | "SIGKILL"): void {
      if (!kernel.alive || child.pid === undefined) return;
      if (posix && name === "SIGKILL") process.kill(-child.pid, name);
      else child.kill(name);
    },
    /** Seconds during which its main thread was ready to run but had no processor; 0 if the system does not tell. */
    waited(): number {
      try {
        return Number(readFileSync(`/proc/${child.pid}/schedstat`, "utf8").split(" ")[1]) / 1e9;
      } catch {
        return 0;
      }
    },
    removeConnectionFile: (): void => rmSync(connectionFile, { force: true }),
  };
  running.add(kernel);
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => {
      lastWords = (lastWords + String(chunk)).slice(-LAST_WORDS);
      if (kernel.starting && PORT_TAKEN.test(lastWords)) kernel.signal("SIGKILL");
    });
  child.on("message", ({ id, ...cell }: CompileRequest) => {
    // A kernel that has ended meanwhile does not need the answer.
    void offered
      ?.compile({ ...cell, folder })
      .then((compiled) => child.connected && child.send({ id, compiled }, () => undefined));
  });
  if (spec.memory !== undefined && child.pid !== undefined) {
    const stop = watchMemory(child.pid, spec.memory, () => {
      lastWords = `it held more than ${spec.memory} MB`;
      kernel.signal("SIGKILL");
    });
    void kernel.exited.then(stop);
  }
  return kernel;
}
