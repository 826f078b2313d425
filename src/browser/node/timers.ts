/** The cell that a callback belongs to: Node's AsyncLocalStorage, for timers. After an `await` it is the latest cell. */

type Work = (...args: unknown[]) => void;
type Timer = (...args: unknown[]) => number;

let current: unknown;

export class AsyncLocalStorage<T> {
  run<R>(store: T, work: () => R): R {
    current = store;
    return work();
  }
  getStore(): T | undefined {
    return current as T | undefined;
  }
}

export const AsyncResource = { bind: (work: Work): Work => within(current, work) };

/** Node's, as far as the engine uses it. */
export class MessageChannel {
  readonly port1 = { once: (_: "message", hear: () => void) => void (this.#hear = hear) };
  readonly port2 = { postMessage: () => this.#turn.port2.postMessage(undefined) };
  readonly #turn = new globalThis.MessageChannel();
  #hear: () => void = () => undefined;
  constructor() {
    this.#turn.port1.onmessage = () => this.#hear();
  }
}

/** Node's timers are objects, which a cell may `unref`. */
class Timeout {
  readonly #id: number;
  constructor(id: number) {
    this.#id = id;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  hasRef(): boolean {
    return true;
  }
  [Symbol.toPrimitive](): number {
    return this.#id;
  }
}

class Immediate extends Timeout {}

function within(store: unknown, work: Work): Work {
  return (...args) => {
    const before = current;
    current = store;
    try {
      work(...args);
    } finally {
      current = before;
    }
  };
}

/** Makes callbacks of timers belong to the cell that set them. */
export function keepTimersToCells(): void {
  const { setTimeout, setInterval, clearTimeout } = globalThis as unknown as Record<string, Timer>;
  // A page has one list of timers, so that this clears any of them.
  const clear = (id: unknown): unknown => clearTimeout!(Number(id));
  Object.assign(globalThis, {
    setTimeout: (work: Work, ...args: unknown[]) => new Timeout(setTimeout!(within(current, work), ...args)),
    setInterval: (work: Work, ...args: unknown[]) =>
      new Timeout(setInterval!(within(current, work), ...args)),
    // After everything that is already due, including unhandled rejections.
    setImmediate: (work: Work, ...args: unknown[]) => {
      const later = within(current, work);
      return new Immediate(setTimeout!(() => setTimeout!(later, 0, ...args), 0));
    },
    ...{ clearImmediate: clear, clearTimeout: clear, clearInterval: clear },
  });
}

export const { performance } = globalThis;
const sleep = (ms: number, value?: unknown): Promise<unknown> =>
  new Promise((resolve) => globalThis.setTimeout(() => resolve(value), ms));
export { sleep as setTimeout };
export const setImmediate = (value?: unknown): Promise<unknown> => sleep(0, value);
