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

/** A property with its descriptor, undefined where there is none. */
interface Property {
  owner: object;
  key: PropertyKey;
  descriptor: PropertyDescriptor | undefined;
}

function propertyOf(owner: object, key: PropertyKey): Property {
  const descriptor = getOwnPropertyDescriptor(owner, key);
  if (descriptor !== undefined) setPrototypeOf(descriptor, null);
  return { owner, key, descriptor };
}

function set({ owner, key, descriptor }: Property): void {
  if (descriptor === undefined) deleteProperty(owner, key);
  else defineProperty(owner, key, descriptor);
}

/** A list without what cells can change of lists: it has entries and a length. */
const bare = <T>(list: T[]): T[] => (setPrototypeOf(list, null), list);

export type Builtins = ReturnType<typeof keepBuiltins>;

/** Notes the objects as they are now. */
export function keepBuiltins() {
  const all = globalThis as unknown as Record<string, { prototype?: object }>;
  const names = NAMES.split(" ").filter((name) => name in all);
  // Node keeps some of them behind a setter: what a cell sets there could not be taken back.
  for (const name of names)
    defineProperty(globalThis, name, { value: all[name], writable: true, configurable: true });
  const constructors = names.filter((name) => name !== "process").map((name) => all[name]!);
  // Not flattened: the prototype of arrays is one.
  const prototypes = constructors.map(({ prototype }) => prototype).filter((one) => one !== undefined);
  // A page has no emitters.
  const emitter = (EventEmitter as typeof EventEmitter | undefined)?.prototype ?? {};
  const owners = [...constructors, ...prototypes, ...HIDDEN, emitter];
  const kept = bare([
    ...names.map((name) => propertyOf(globalThis, name)),
    ...["nextTick", "emit"].map((name) => propertyOf(process, name)),
    ...owners.flatMap((owner) => ownKeys(owner).map((key) => propertyOf(owner, key))),
  ]);
  const known = bare(owners.map((owner) => ({ owner, keys: new Set<PropertyKey>(ownKeys(owner)) })));
  /** What cells have changed, while the kernel has its own. */
  let aside = bare<Property>([]);
  let isLent = false;

  /** From here on the originals are in place. */
  function take(): void {
    if (!isLent) return;
    isLent = false;
    for (let at = 0; at < kept.length; at++) {
      const { owner, key, descriptor: was } = kept[at]!;
      const now = propertyOf(owner, key);
      const is = now.descriptor;
      if (was?.value === is?.value && was?.get === is?.get && was?.set === is?.set) continue;
      // Node itself calls by it what comes from timers and sockets.
      if (key !== "apply" || owner !== functionPrototype) aside[aside.length] = now;
      set(kept[at]!);
    }
    for (let at = 0; at < known.length; at++) {
      const { owner, keys } = known[at]!;
      const present = ownKeys(owner);
      for (let each = 0; each < present.length; each++) {
        if (apply(has, keys, [present[each]])) continue;
        aside[aside.length] = propertyOf(owner, present[each]!);
        deleteProperty(owner, present[each]!);
      }
    }
  }

  /** From here on everything is as cells have changed it. */
  function giveBack(): void {
    isLent = true;
    for (let at = 0; at < aside.length; at++) set(aside[at]!);
    aside = bare([]);
  }

  return {
    take,
    giveBack,
    /** Does the kernel's work, wherever it is called from. */
    own<T>(work: () => T): T {
      const wasLent = isLent;
      take();
      try {
        return work();
      } finally {
        if (wasLent) giveBack();
      }
    },
    /** Does the work of cells, to the end of what it awaits. */
    async lend<T>(work: () => T | Promise<T>): Promise<T> {
      let awaits = false;
      // Before all that the work puts off by itself; all that waits for it has begun to by then.
      for (const soon of [nextTick, queueMicrotask]) soon(() => awaits && giveBack());
      giveBack();
      let given: T | Promise<T>;
      try {
        given = work();
      } finally {
        take();
      }
      if (!types.isPromise(given)) return given as T;
      awaits = true;
      try {
        return await given;
      } finally {
        awaits = false;
        take();
      }
    },
  };
}
