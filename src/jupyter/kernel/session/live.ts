/** The names that a session's cells share. Each is one binding: whichever cell reads it reads its present value. */
import { onceLoaded } from "./cell-require.js";

/** One name. A cell's code holds it, and reads and sets `live`; what declares the name sets `let` or `const`. */
export class Live {
  isSet = false;
  readonly #name: string;
  #value: unknown;
  #constant = false;
  /** Where the value is not its own: of an import, or of a name that nothing has set yet. */
  #from: (() => unknown) | undefined;

  constructor(name: string) {
    this.#name = name;
    this.#from = () => {
      if (name in globalThis) return (globalThis as Record<string, unknown>)[name];
      throw new ReferenceError(`${name} is not defined`);
    };
  }

  get live(): unknown {
    return this.#from === undefined ? this.#value : this.#from();
  }
  set live(value: unknown) {
    if (this.#constant) throw new TypeError(`${this.#name} is a constant: it cannot be assigned to`);
    this.#give(value, false);
  }
  set let(value: unknown) {
    this.#give(value, false);
  }
  set const(value: unknown) {
    this.#give(value, true);
  }

  /** Of a `var`: it is undefined until it is assigned to, or what an earlier cell has made it. */
  open(): void {
    if (!this.isSet) this.#give(undefined, false);
    this.#constant = false;
  }

  /** An import: what its module says at any time. */
  bind(from: () => unknown): void {
    this.#from = from;
    this.#constant = true;
    this.isSet = true;
  }

  #give(value: unknown, constant: boolean): void {
    this.#value = value;
    this.#from = undefined;
    this.#constant = constant;
    this.isSet = true;
  }
}

type Exports = Record<string, unknown>;

export type CellSession = ReturnType<typeof cellSession>;

/**
 * What a cell's code asks of its session, as compile/rewrite-cell.ts writes it.
 * @param meta `import.meta`
 */
export function cellSession(require: (id: string) => unknown, meta: object) {
  /** No Map, whose methods a cell may have changed. */
  const names = Object.create(null) as Record<string, Live>;
  return {
    meta,
    require,
    name: (name: string): Live => (names[name] ??= new Live(name)),
    /** What a name holds; undefined where it holds nothing. */
    peek: (name: string): unknown => (names[name]?.isSet ? names[name].live : undefined),
    /** `import { imported as name } from "id"`; `default` and `*` are names, too. */
    bind(live: Live, id: string, imported: string): void {
      const module = require(id) as Exports;
      if (imported === "*") return ((live.const = wholeModule(module)), undefined);
      const from = imported === "default" ? withDefault(module) : module;
      if (!(imported in Object(from)))
        throw new SyntaxError(`module "${id}" has no export named "${imported}"`);
      live.bind(() => from[imported]);
    },
    /** `import("id")` */
    load: (id: string): Promise<unknown> => onceLoaded(() => wholeModule(require(id) as Exports)),
  };
}

const isModule = (exports: Exports): boolean =>
  Boolean(Object(exports).__esModule) || Object(exports)[Symbol.toStringTag] === "Module";

/** A module of CommonJS is its own default. */
function withDefault(exports: Exports): Exports {
  return isModule(exports) ? exports : { default: exports };
}

const whole = new WeakMap<object, Exports>();

/** As `import * as name` gives it: of CommonJS, its properties and the default. */
function wholeModule(exports: Exports): unknown {
  if (isModule(exports)) return exports;
  if (Object(exports) !== exports) return { default: exports };
  const known = whole.get(exports);
  if (known) return known;
  const made: Exports = {};
  for (const name of Object.getOwnPropertyNames(exports))
    if (name !== "default") Object.defineProperty(made, name, { enumerable: true, get: () => exports[name] });
  Object.defineProperty(made, "default", { enumerable: true, value: exports });
  whole.set(exports, made);
  return made;
}
