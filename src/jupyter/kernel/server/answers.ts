/** Requests that the server answers without the session. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { PROTOCOL_VERSION, type Message } from "../../wire/wire.js";
import type { SessionRequest } from "./between-threads.js";

export type Channel = "shell" | "control" | "stdin";

/** The outside world of a dispatcher. */
export interface Surroundings {
  send(channel: Channel | "iopub", message: Message): void;
  /** Hands a request to the session, which answers with a `reply`. */
  forward(request: SessionRequest): void;
  /** Breaks off what the session does. */
  interrupt(): void;
  /** Ends the kernel, after what was sent has left. */
  exit(): void;
  kernelInfo(): Content;
  /** The ports of the five sockets. */
  ports(): Content;
  /** Hands on what a user has typed. */
  input(text: string): void;
}

type Content = Record<string, unknown>;

/** The reply's content; an interrupt is carried out as well. */
export function ownAnswer(msgType: string, content: Content, around: Surroundings): Content {
  switch (msgType) {
    case "kernel_info_request":
      return around.kernelInfo();
    case "connect_request":
      return { status: "ok", ...around.ports() };
    case "comm_info_request":
      return { status: "ok", comms: {} };
    case "interrupt_request":
      around.interrupt();
      return { status: "ok" };
    case "shutdown_request":
      return { status: "ok", restart: content.restart === true };
    case "is_complete_request":
      // The compiler is not loaded yet.
      return { status: "unknown" };
    default: {
      const evalue = `the kernel answers no ${msgType}`;
      return { status: "error", ename: "UnknownRequest", evalue, traceback: [evalue] };
    }
  }
}

const require = createRequire(import.meta.url);
const version = (path: string): string =>
  (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;

const TYPESCRIPT = {
  name: "typescript",
  mimetype: "text/typescript",
  file_extension: ".ts",
  // JupyterLab and the classic notebook take the first, nbconvert the second.
  codemirror_mode: { name: "javascript", mode: "typescript", typescript: true },
  pygments_lexer: "typescript",
};

/** The content of `kernel_info_reply`; versions are read from package files, so that nothing heavy is loaded for it. */
export function kernelInfo(): Record<string, unknown> {
  const typescript = version(require.resolve("typescript/package.json"));
  const own = version(fileURLToPath(new URL("../../../../package.json", import.meta.url)));
  return {
    status: "ok",
    protocol_version: PROTOCOL_VERSION,
    implementation: "egov-kz",
    implementation_version: own,
    language_info: { ...TYPESCRIPT, version: typescript },
    banner: `egov-kz ${own}: TypeScript ${typescript}, Node.js ${process.versions.node}`,
    help_links: [
      { text: "TypeScript handbook", url: "https://www.typescriptlang.org/docs/handbook/" },
      { text: "danfo.js", url: "https://danfo.jsdata.org/" },
      { text: "Plotly.js", url: "https://plotly.com/javascript/" },
    ],
    debugger: false,
    supported_features: [],
  };
}
