/** What a cell may do to the objects that it shares with what runs it, by what it is. */
export const SABOTAGES: Record<string, string> = {
  "sets JSON to null": "(globalThis as any).JSON = null;",
  "replaces JSON's functions": `JSON.stringify = (() => "{") as any; JSON.parse = (() => { throw 1; }) as any;`,
  "has all objects write themselves":
    "(Object.prototype as any).toJSON = () => 1; (Array.prototype as any).toJSON = () => 2;",
  "gives Object.prototype the fields of a descriptor":
    "Object.assign(Object.prototype, { get: 1, set: 2, writable: true });",
  "makes every object a promise": "(Object.prototype as any).then = () => {};",
  "removes what arrays do": `for (const key of ["map", "filter", "push", "join", "find", "some", "every", "shift", "flatMap"]) (Array.prototype as any)[key] = null;`,
  "breaks iteration":
    "delete (Array.prototype as any)[Symbol.iterator]; Object.getPrototypeOf([].keys()).next = null;",
  "removes what texts do": `for (const key of ["replace", "replaceAll", "split", "slice", "trim", "includes", "match"]) (String.prototype as any)[key] = () => { throw new Error(key); };`,
  "breaks patterns": "(RegExp.prototype as any).exec = null; RegExp.prototype.test = () => true;",
  "breaks maps and sets":
    "(Map as any).prototype.get = null; (Map as any).prototype.set = null; (Set as any).prototype.has = null; (globalThis as any).Map = null;",
  "breaks promises":
    "(Promise.prototype as any).then = () => {}; (Promise.prototype as any).constructor = null; (globalThis as any).Promise = null;",
  "removes what objects can be asked":
    "for (const key of Object.getOwnPropertyNames(Object)) try { (Object as any)[key] = null; } catch {}",
  "breaks functions":
    "(Function.prototype as any).call = null; (Function.prototype as any).bind = null; (Function.prototype as any).apply = null;",
  "removes timers":
    "for (const key of ['setTimeout', 'setImmediate', 'queueMicrotask', 'clearTimeout']) (globalThis as any)[key] = null;",
  "removes process, Buffer and Atomics":
    "for (const key of ['process', 'Buffer', 'Atomics', 'Reflect', 'Symbol', 'Error']) (globalThis as any)[key] = null;",
  "removes all listeners": "process.removeAllListeners();",
  "breaks events": `(require("events").EventEmitter.prototype as any).emit = null; (process as any).nextTick = null;`,
  "breaks errors": `Error.prepareStackTrace = () => { throw new Error("no stack"); }; Error.stackTraceLimit = 0;`,
  "freezes what all objects have":
    "for (const one of [Object, Array, Function, Promise, String]) Object.freeze(one.prototype);",
  "does it later":
    "void setTimeout(() => { (globalThis as any).JSON = null; (Array.prototype as any).map = null; }, 1); await new Promise((done) => setTimeout(done, 20));",
};
