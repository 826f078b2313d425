import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import type { Project } from "./project.js";

/** A JupyterLab that our own command has started. */
export interface Lab {
  /** Where a browser finds it, token included. */
  address: string;
  /** The address of the server's interface for programs. */
  api(path: string): string;
  port: number;
  /** Ctrl-C; the exit code once it has ended. */
  stop(): Promise<number | null>;
}

/** `egov-kz lab --no-browser` in a project, once its server answers. */
export async function startLab(project: Project, asked?: number): Promise<Lab> {
  const port = asked ?? (await freePort());
  const args = ["dist/cli/main.js", "lab", "--no-browser", "--port", String(port)];
  const child = spawn(process.execPath, args, { cwd: project.root, env: project.environment });
  const lines: string[] = [];
  let tell: (token: string) => void = () => undefined;
  const told = new Promise<string>((resolve) => (tell = resolve));
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      const token = /127\.0\.0\.1:\d+\/\S*[?&]token=(\w+)/.exec(line)?.[1];
      if (token) tell(token);
    });
  const ended = once(child, "exit") as Promise<[number | null]>;
  const failed = ended.then(([code]) => {
    throw new Error(`egov-kz lab ended with ${code}:\n${lines.join("\n")}`);
  });
  const token = await Promise.race([told, failed]);
  failed.catch(() => undefined);
  return {
    address: `http://127.0.0.1:${port}/lab?reset&token=${token}`,
    api: (path) => `http://127.0.0.1:${port}/api/${path}?token=${token}`,
    port,
    stop: async () => {
      child.kill("SIGINT");
      return (await ended)[0];
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
