/** A kernel's operating-system process: started in its own group, watched, and ended when this process ends. */
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import type { CompileService } from "./compile-service.js";
import { newConnection, writeConnectionFile, type ConnectionInfo } from "../wire/connection.js";
import { COMPILER, type CompileRequest } from "../kernel/compile/compile-elsewhere.js";
import type { KernelSpec } from "./kernel-spec.js";
import { watchMemory } from "./memory-watch.js";

interface ProcessOptions {
  /** The kernel's working folder. */
  cwd: string;
  env?: Record<string, string>;
  compiler?: CompileService;
}

const posix = process.platform !== "win32";

/** How long the last messages of an ended process may take to arrive. */
const DRAIN_MS = 50;

const LAST_WORDS = 2000;

/** Printed by a kernel whose port was taken between reservation and bind; stock tslab then waits forever. */
const PORT_TAKEN = /EADDRINUSE|address already in use/i;

/** These end with this process however it ends, except by SIGKILL (which the kernels notice themselves). */
const running = new Set<KernelProcess>();
process.on("exit", () => {
  for (const kernel of running) {
    kernel.signal("SIGKILL");
    kernel.removeConnectionFile();
  }
});

export class KernelProcess {
  readonly connection: ConnectionInfo;
  /** Resolves when the process has ended, with the cause and its last words. */
  readonly exited: Promise<string>;
  alive = true;
  /** Until the kernel has answered; set by the client. */
  starting = true;
  readonly #child: ChildProcess;
  readonly #connectionFile: string;
  #lastWords = "";

  private constructor(child: ChildProcess, connection: ConnectionInfo, connectionFile: string) {
    this.connection = connection;
    this.#connectionFile = connectionFile;
    this.#child = child;
    running.add(this);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => {
        this.#lastWords = (this.#lastWords + String(chunk)).slice(-LAST_WORDS);
        if (this.starting && PORT_TAKEN.test(this.#lastWords)) this.signal("SIGKILL");
      });
    }
    this.exited = new Promise((resolve) => {
      const end = (how: string) => {
        this.alive = false;
        running.delete(this);
        this.removeConnectionFile();
        const said = this.#lastWords.trim();
        setTimeout(() => resolve(said === "" ? how : `${how}: ${said}`), DRAIN_MS);
      };
      child.once("error", (error) => end(`could not be started: ${error.message}`));
      child.once("exit", (code, signal) =>
        end(signal ? `was ended by ${signal}` : `exited with code ${code}`),
      );
    });
  }

  /** @throws Error when the folder does not exist */
  static async start(spec: KernelSpec, { cwd, env, compiler }: ProcessOptions): Promise<KernelProcess> {
    if (!existsSync(cwd)) throw new Error(`run requires the notebook's folder, got ${cwd}`);
    const connection = await newConnection(spec.name);
    const file = writeConnectionFile(connection);
    const [command, ...args] = spec.argv.map((part) => part.replaceAll("{connection_file}", file));
    const offer = compiler && spec.compilesElsewhere ? { [COMPILER]: "parent" } : undefined;
    const folder = resolve(spec.compileFolder ?? cwd);
    if (offer) compiler!.expect(folder);
    const child = spawn(command!, args, {
      cwd,
      env: { ...process.env, ...spec.env, ...env, ...offer, JPY_PARENT_PID: String(process.pid) },
      // Its own group: Ctrl-C reaches only the runner, which then decides what happens to the kernel.
      detached: posix,
      stdio: ["ignore", "pipe", "pipe", ...(offer ? (["ipc"] as const) : [])],
      windowsHide: true,
    });
    child.on("message", ({ id, ...cell }: CompileRequest) => {
      // A kernel that has ended meanwhile does not need the answer.
      void compiler
        ?.compile({ ...cell, folder })
        .then((compiled) => child.connected && child.send({ id, compiled }, () => undefined));
    });
    const kernel = new KernelProcess(child, connection, file);
    if (spec.memory !== undefined && child.pid !== undefined) {
      const stop = watchMemory(child.pid, spec.memory, () => {
        kernel.#lastWords = `it held more than ${spec.memory} MB`;
        kernel.signal("SIGKILL");
      });
      void kernel.exited.then(stop);
    }
    return kernel;
  }

  /** Seconds during which its main thread was ready to run but had no processor; 0 if the system does not tell. */
  waited(): number {
    try {
      return Number(readFileSync(`/proc/${this.#child.pid}/schedstat`, "utf8").split(" ")[1]) / 1e9;
    } catch {
      return 0;
    }
  }

  /** Sends a signal to the process; SIGKILL goes to its whole group, so that nothing it started is left behind. */
  signal(name: "SIGINT" | "SIGKILL"): void {
    const { pid } = this.#child;
    if (!this.alive || pid === undefined) return;
    if (posix && name === "SIGKILL") process.kill(-pid, name);
    else this.#child.kill(name);
  }

  removeConnectionFile(): void {
    rmSync(this.#connectionFile, { force: true });
  }
}
