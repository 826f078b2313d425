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

// A cell may have changed what stands in their place.
const { add, sub, load, store, notify, wait } = Atomics;

const CLOSED = 0;
const WHOLE = 1;
const HEARD = 2;
const ON_THE_WAY = 3;
const INPUTS = 4;

/** As much may be on the way from cells to clients; what writes more has to wait. */
const MOST_ON_THE_WAY = 1024 * 1024;
/** How long a wait goes on before it is looked whether it is over. */
const LOOK_MS = 100;

/** Numbers that both threads of a kernel see at once, while the other one is busy as well. */
export class SharedFlags {
  /** What is handed to the other thread. */
  readonly memory: SharedArrayBuffer;
  readonly #cells: Int32Array;

  constructor(memory = new SharedArrayBuffer(5 * Int32Array.BYTES_PER_ELEMENT)) {
    this.memory = memory;
    this.#cells = new Int32Array(memory);
  }

  /** The sockets are closed. */
  setClosed(): void {
    store(this.#cells, CLOSED, 1);
    notify(this.#cells, CLOSED);
  }

  /** Blocks this thread until the sockets are closed, but no longer than so. */
  waitClosed(milliseconds: number): void {
    wait(this.#cells, CLOSED, 0, milliseconds);
  }

  /** Does work of the main thread that must not be broken off halfway: the compiler's. */
  whole<T>(work: () => T): T {
    add(this.#cells, WHOLE, 1);
    try {
      return work();
    } finally {
      sub(this.#cells, WHOLE, 1);
    }
  }

  get isWhole(): boolean {
    return load(this.#cells, WHOLE) > 0;
  }

  /** Notes that a message is on its way. */
  note(weight: number): void {
    add(this.#cells, ON_THE_WAY, weight);
  }

  /** Blocks this thread while too much is on its way. */
  hold(): void {
    for (;;) {
      const onTheWay = load(this.#cells, ON_THE_WAY);
      if (onTheWay <= MOST_ON_THE_WAY) return;
      wait(this.#cells, ON_THE_WAY, onTheWay, LOOK_MS);
    }
  }

  /** A message has arrived, or at least left. */
  release(weight: number): void {
    sub(this.#cells, ON_THE_WAY, weight);
    notify(this.#cells, ON_THE_WAY);
  }

  /** Something was typed. */
  notifyInput(): void {
    add(this.#cells, INPUTS, 1);
    notify(this.#cells, INPUTS);
  }

  get inputs(): number {
    return load(this.#cells, INPUTS);
  }

  /** Blocks this thread until something is typed, but not for long. */
  waitInput(before: number): void {
    wait(this.#cells, INPUTS, before, LOOK_MS);
  }

  /** The event loop of the session has heard an interrupt. */
  countHeard(): void {
    add(this.#cells, HEARD, 1);
  }

  get heard(): number {
    return load(this.#cells, HEARD);
  }
}
