/** The messages between the two threads of a kernel: the server talks to Jupyter, the session runs cells. */
import type { MessagePort } from "node:worker_threads";
import type { ConnectionInfo } from "../../wire/connection.js";
import type { Header } from "../../wire/wire.js";

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

/** Contents travel as the JSON that is sent, so that a value JSON cannot hold is refused where it was made. */
export type ToServer =
  /** The type checker is loaded. */
  | { kind: "ready" }
  | { kind: "stream"; parent: Partial<Header>; name: StreamName; text: string }
  /** A cell asks its user. */
  | { kind: "input"; parent: Partial<Header>; prompt: string }
  | { kind: "output"; parent: Partial<Header>; msgType: string; json: string }
  /** The answer to the request under way; `abortQueued` if the cells waiting after it must not run. */
  | { kind: "reply"; json: string; abortQueued: boolean }
  /** The process ends: let what was sent leave, and close. */
  | { kind: "close" };

/** What the server starts with. */
export interface ServerStart {
  connection: ConnectionInfo;
  connectionFile: string;
  /** Of `sharedFlags`. */
  memory: SharedArrayBuffer;
  /** Brings what a user has typed to the session. */
  inputs: MessagePort;
}

/** About how much memory a message takes on its way out. */
export function weight(message: ToServer): number {
  const text = message.kind === "stream" ? message.text : "json" in message ? message.json : "";
  return 2 * text.length + 4000;
}

export type StreamName = "stdout" | "stderr";

// A cell may have changed what is in their place.
const { add, sub, load, store, notify, wait } = Atomics;

const [CLOSED, WHOLE, HEARD, ON_THE_WAY] = [0, 1, 2, 3] as const;

/** How much may be on the way from cells to clients; whoever writes more has to wait. */
const MOST_ON_THE_WAY = 1024 * 1024;
/** A wait checks this often whether it is over. */
const LOOK_MS = 100;

export type SharedFlags = ReturnType<typeof sharedFlags>;

/**
 * Numbers that both threads of a kernel see at once, even while the other one is busy.
 * @param memory of the other thread
 */
export function sharedFlags(memory = new SharedArrayBuffer(4 * Int32Array.BYTES_PER_ELEMENT)) {
  const cells = new Int32Array(memory);
  return {
    memory,
    /** The sockets are closed. */
    setClosed(): void {
      store(cells, CLOSED, 1);
      notify(cells, CLOSED);
    },
    /** Blocks this thread, until the sockets are closed or no longer than this. */
    waitClosed: (milliseconds: number): void => void wait(cells, CLOSED, 0, milliseconds),
    /** Does work of the main thread that must not be broken off halfway: the compiler's. */
    whole<T>(work: () => T): T {
      add(cells, WHOLE, 1);
      try {
        return work();
      } finally {
        sub(cells, WHOLE, 1);
      }
    },
    isWhole: (): boolean => load(cells, WHOLE) > 0,
    /** Notes that a message is on its way. */
    note: (weight: number): void => void add(cells, ON_THE_WAY, weight),
    /** Blocks this thread while too much is on its way. */
    hold(): void {
      for (let weight; (weight = load(cells, ON_THE_WAY)) > MOST_ON_THE_WAY;)
        wait(cells, ON_THE_WAY, weight, LOOK_MS);
    },
    /** A message has arrived, or at least left. */
    release(weight: number): void {
      sub(cells, ON_THE_WAY, weight);
      notify(cells, ON_THE_WAY);
    },
    /** The event loop of the session has heard an interrupt. */
    countHeard: (): void => void add(cells, HEARD, 1),
    heard: (): number => load(cells, HEARD),
  };
}
