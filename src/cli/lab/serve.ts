import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { delimiter, posix } from "node:path";
import { createInterface } from "node:readline";
import { folderOf, type Language } from "../../base/language.js";
import type { JupyterLab } from "./jupyterlab.js";

/** Options of the server. */
export interface ServeOptions {
  root: string;
  jupyterPath: string;
  port?: number;
  language: Language;
  browser: boolean;
}

/**
 * The server's arguments: loopback only, the token that Jupyter generates, the project as its root. In a container the
 * user is often root, which Jupyter accepts only with a flag.
 */
export function serverArguments(options: ServeOptions): string[] {
  const first = posix.join("notebooks", folderOf(options.language), "00-start-here.ipynb");
  return [
    "--ServerApp.ip=127.0.0.1",
    `--ServerApp.root_dir=${options.root}`,
    `--LabApp.default_url=/lab/tree/${first}`,
    ...(options.port === undefined ? [] : [`--ServerApp.port=${options.port}`, "--ServerApp.port_retries=0"]),
    ...(options.browser ? [] : ["--no-browser"]),
    ...(process.getuid?.() === 0 ? ["--allow-root"] : []),
  ];
}

/**
 * Runs JupyterLab until it ends or Ctrl-C is pressed, then ends it and its kernels.
 * @returns the exit code: 0 when it was stopped, 1 when it ended by itself with an error.
 */
export async function serve(lab: JupyterLab, options: ServeOptions): Promise<number> {
  // In its own group: Ctrl-C reaches only this process, since Jupyter would ask for confirmation on the terminal.
  const server = spawn(lab.command, serverArguments(options), {
    cwd: options.root,
    detached: process.platform !== "win32",
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...process.env,
      JUPYTER_PATH: [options.jupyterPath, process.env.JUPYTER_PATH].filter(Boolean).join(delimiter),
    },
  });
  report(server, options);
  let stopping = false;
  const stop = (): void => {
    if (stopping) endGroup(server);
    else server.kill("SIGTERM");
    stopping = true;
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, stop);
  const [code] = await once(server, "exit").finally(() => signals.forEach((name) => process.off(name, stop)));
  return stopping || code === 0 ? 0 : 1;
}

/** Jupyter's log reduced to what a reader needs: the address once, then warnings and errors. */
function report(server: ChildProcess, options: ServeOptions): void {
  let told = false;
  createInterface({ input: server.stderr! }).on("line", (line) => {
    const address = /http:\/\/127\.0\.0\.1:\S+token=\S+/.exec(line)?.[0];
    if (address && !told) {
      told = true;
      console.log(`\n  ${address}\n`);
      console.log(`${options.browser ? "Your browser opens it." : "Open it in a browser."} Ctrl-C ends all.`);
    } else if (/^\[(W|E|C) /.test(line)) console.error(line);
  });
}

/** Ends the server and its kernels immediately. */
function endGroup(server: ChildProcess): void {
  if (server.pid === undefined) return;
  if (process.platform === "win32") server.kill("SIGKILL");
  else process.kill(-server.pid, "SIGKILL");
}
