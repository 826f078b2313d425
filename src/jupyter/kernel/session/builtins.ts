/**
 * JavaScript's own objects, which kernel and cells share, as they were before the first cell. A cell's changes to them
 * (`JSON = null`, another `Array.prototype.map`) hold for cells alone: the kernel works with the originals.
 */
import { EventEmitter } from "node:events";
import { types } from "node:util";

// The code that restores them may itself use nothing that a cell can have changed.
const { apply, ownKeys, getOwnPropertyDescriptor, defineProperty, deleteProperty, setPrototypeOf } = Reflect;
const { has } = Set.prototype;
const { nextTick } = process;
const functionPrototype = Function.prototype;

const NAMES =
  "Object Function Array String Number Boolean Symbol BigInt Math JSON Reflect Promise Proxy Map Set WeakMap WeakSet " +
  "WeakRef RegExp Date Atomics Intl Error TypeError RangeError SyntaxError ReferenceError ArrayBuffer " +
  "SharedArrayBuffer Uint8Array Int32Array DataView Buffer URL process parseInt parseFloat isNaN setTimeout " +
  "clearTimeout setInterval clearInterval setImmediate queueMicrotask structuredClone";

/** Objects that syntax uses: spreading, `for ... of`, `await`, generators. */
const HIDDEN = [
  ...[[].values(), new Map().values(), new Set().values(), "".matchAll(/x/g), Uint8Array.prototype],
  ...[function* () {}.prototype, async function* () {}.prototype, async () => undefined],
].map((one) => Object.getPrototypeOf(one) as object);

/** A property with its descriptor, undefined where there is none; a list, since arrays can be changed as well. */
interface Property {
  owner: object;
  key: PropertyKey;
  descriptor: PropertyDescriptor | undefined;
  next: Property | undefined;
}

/** What an object had before the first cell. */
interface Known {
  owner: object;
  keys: Set<PropertyKey>;
  next: Known | undefined;
}

function propertyOf(owner: object, key: PropertyKey, next: Property | undefined): Property {
  const descriptor = getOwnPropertyDescriptor(owner, key);
  if (descriptor !== undefined) setPrototypeOf(descriptor, null);
  return { owner, key, descriptor, next };
}

function set({ owner, key, descriptor }: Property): void {
  if (descriptor === undefined) deleteProperty(owner, key);
  else defineProperty(owner, key, descriptor);
}

export class Builtins {
  #own: Property | undefined;
  #known: Known | undefined;
  /** What cells have changed, while the kernel has its own. */
  #aside: Property | undefined;
  #lent = false;

  constructor() {
    const all = globalThis as unknown as Record<string, { prototype?: object }>;
    const note = (owner: object, keys: readonly PropertyKey[]): void => {
      for (const key of keys) this.#own = propertyOf(owner, key, this.#own);
    };
    const names = NAMES.split(" ").filter((name) => name in all);
    // Node keeps some of them behind a setter: what a cell sets there could not be taken back.
    for (const name of names)
      defineProperty(globalThis, name, { value: all[name], writable: true, configurable: true });
    note(globalThis, names);
    note(process, ["nextTick", "emit"]);
    const owners = names.filter((name) => name !== "process").map((name) => all[name]!);
    const prototypes = owners.map(({ prototype }) => prototype).filter((one) => one !== undefined);
    // A page has no emitters.
    const emitter = (EventEmitter as typeof EventEmitter | undefined)?.prototype ?? {};
    for (const owner of [...owners, ...prototypes, ...HIDDEN, emitter]) {
      note(owner, ownKeys(owner));
      this.#known = { owner, keys: new Set(ownKeys(owner)), next: this.#known };
    }
  }

  /** From here on the originals are in place. */
  take(): void {
    if (!this.#lent) return;
    this.#lent = false;
    let aside: Property | undefined;
    for (let own = this.#own; own !== undefined; own = own.next) {
      const now = propertyOf(own.owner, own.key, aside);
      const was = own.descriptor;
      const is = now.descriptor;
      if (was?.value === is?.value && was?.get === is?.get && was?.set === is?.set) continue;
      // Node itself calls by it what comes from timers and sockets.
      if (own.key !== "apply" || own.owner !== functionPrototype) aside = now;
      set(own);
    }
    for (let known = this.#known; known !== undefined; known = known.next) {
      const keys = ownKeys(known.owner);
      for (let at = 0; at < keys.length; at++) {
        if (apply(has, known.keys, [keys[at]])) continue;
        aside = propertyOf(known.owner, keys[at]!, aside);
        deleteProperty(known.owner, keys[at]!);
      }
    }
    this.#aside = aside;
  }

  /** From here on everything is as cells have changed it. */
  giveBack(): void {
    this.#lent = true;
    for (let one = this.#aside; one !== undefined; one = one.next) set(one);
    this.#aside = undefined;
  }

  /** Does the kernel's work, wherever it is called from. */
  own<T>(work: () => T): T {
    const lent = this.#lent;
    this.take();
    try {
      return work();
    } finally {
      if (lent) this.giveBack();
    }
  }

  /** Does the work of cells, to the end of what it awaits. */
  async lend<T>(work: () => T | Promise<T>): Promise<T> {
    let awaits = false;
    // Before all that the work puts off by itself; all that waits for it has begun to by then.
    for (const soon of [nextTick, queueMicrotask]) soon(() => awaits && this.giveBack());
    this.giveBack();
    let given: T | Promise<T>;
    try {
      given = work();
    } finally {
      this.take();
    }
    if (!types.isPromise(given)) return given as T;
    awaits = true;
    try {
      return await given;
    } finally {
      awaits = false;
      this.take();
    }
  }
}
