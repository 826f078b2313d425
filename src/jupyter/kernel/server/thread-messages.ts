/** What the two threads of a kernel say to each other: the server speaks with Jupyter, the session runs cells. */
import type { MessagePort } from "node:worker_threads";
import type { ConnectionInfo } from "../../wire/connection.js";
import type { Header } from "../../wire/wire.js";
import type { Cell } from "../session/cells.js";

/** A request that the session answers, one at a time. */
export interface SessionRequest {
  header: Header;
  content: Record<string, unknown>;
  metadata?: Record<string, unknown>;
}

export type ToSession =
  | ({ kind: "request" } & SessionRequest)
  /** Leave, as a client has asked. */
  | { kind: "exit" };

/** Contents travel as the JSON that is sent, so that what JSON cannot hold is refused where it was made. */
export type ToServer =
  /** The type checker is loaded. */
  | { kind: "ready" }
  | { kind: "stream"; parent: Partial<Header>; name: StreamName; text: string }
  /** A cell asks its user. */
  | { kind: "input"; parent: Partial<Header>; prompt: string }
  | { kind: "output"; parent: Partial<Header>; msgType: string; json: string }
  /** The answer to the request under way; `abortQueued` when the cells that wait behind it shall not run. */
  | { kind: "reply"; json: string; abortQueued: boolean }
  /** The process ends: let what was sent leave, and close. */
  | { kind: "close" };

/** What the server is started with. */
export interface ServerStart {
  connection: ConnectionInfo;
  connectionFile: string;
  /** Cells are in JavaScript. */
  isJS: boolean;
  /** Of `SharedFlags`. */
  memory: SharedArrayBuffer;
  /** By which what a user has typed comes to the session. */
  inputs: MessagePort;
}

/** About how much memory a message takes on its way out. */
export function weight(message: ToServer): number {
  const text = message.kind === "stream" ? message.text : "json" in message ? message.json : "";
  return 2 * text.length + 4000;
}

export type StreamName = "stdout" | "stderr";

/** Sends a question to the front end; the answer is waited for in the way that suits the caller. */
export interface Asker {
  ask(cell: Cell, prompt: string): void;
  /** Blocks this thread. */
  answer(): string;
  answerLater(): Promise<string>;
}
