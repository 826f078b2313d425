/** What the two threads of a kernel say to each other: the server speaks with Jupyter, the session runs cells. */
import type { ConnectionInfo } from "../connection.js";
import type { Header } from "../wire.js";

/** A request that the session answers, one at a time. */
export interface SessionRequest {
  header: Header;
  content: Record<string, unknown>;
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
  | { kind: "output"; parent: Partial<Header>; msgType: string; json: string }
  /** The answer to the request under way; `abortQueued` when the cells that wait behind it shall not run. */
  | { kind: "reply"; json: string; abortQueued: boolean }
  /** The process ends: let what was sent leave, and close. */
  | { kind: "close" };

/** What the server is started with. */
export interface ServerStart {
  connection: ConnectionInfo;
  connectionFile: string;
  /** Of `SharedFlags`. */
  memory: SharedArrayBuffer;
}

export type StreamName = "stdout" | "stderr";
