/** Numbers that both threads of a kernel see at once, while the other one is busy as well. */

const CLOSED = 0;
const STAGE = 1;
const HEARD = 2;

/** What the main thread is at; the number is what the threads share. */
const STAGE_OF = {
  /** Its event loop, or code that this has called: the kernel's own, or a cell's behind an `await` or in a timer. */
  loop: 0,
  /** The compiler, which must not be broken off half-way. */
  compiling: 1,
  /** A cell's first stretch, which a signal ends. */
  cell: 2,
} as const;

export type Stage = keyof typeof STAGE_OF;

export class SharedFlags {
  /** What is handed to the other thread. */
  readonly memory: SharedArrayBuffer;
  readonly #cells: Int32Array;

  constructor(memory = new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT)) {
    this.memory = memory;
    this.#cells = new Int32Array(memory);
  }

  /** The sockets are closed. */
  setClosed(): void {
    Atomics.store(this.#cells, CLOSED, 1);
    Atomics.notify(this.#cells, CLOSED);
  }

  /** Blocks this thread until the sockets are closed, but no longer than so. */
  waitClosed(milliseconds: number): void {
    Atomics.wait(this.#cells, CLOSED, 0, milliseconds);
  }

  /** Does the work with the stage marked. */
  during<T>(stage: Stage, work: () => T): T {
    const before = Atomics.exchange(this.#cells, STAGE, STAGE_OF[stage]);
    try {
      return work();
    } finally {
      Atomics.store(this.#cells, STAGE, before);
    }
  }

  isAt(stage: Stage): boolean {
    return Atomics.load(this.#cells, STAGE) === STAGE_OF[stage];
  }

  /** The event loop of the session has heard an interrupt. */
  countHeard(): void {
    Atomics.add(this.#cells, HEARD, 1);
  }

  get heard(): number {
    return Atomics.load(this.#cells, HEARD);
  }
}
