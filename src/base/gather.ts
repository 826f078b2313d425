import { text } from "./text.js";

/** How many faults are listed; more are counted. */
const LISTED = 20;

/** Several faults of one piece of work, a line or more each. */
export class Faults extends Error {
  readonly faults: readonly Error[];

  constructor(faults: readonly Error[]) {
    const messages = [...new Set(faults.map(({ message }) => message))];
    const rest = messages.length - LISTED;
    super(
      [...messages.slice(0, LISTED), ...(rest > 0 ? [text("fault.more", { count: rest })] : [])].join("\n"),
      { cause: faults[0] },
    );
    this.faults = faults;
  }
}

/** Collects what goes wrong, so that all of it is said at once. */
export class Gathering {
  readonly #faults: Error[] = [];

  get isWhole(): boolean {
    return this.#faults.length === 0;
  }

  add(error: unknown): void {
    if (error instanceof Faults) this.#faults.push(...error.faults);
    else this.#faults.push(error as Error);
  }

  /** What the work gives; undefined where it throws, which is kept. */
  try<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.add(error);
      return undefined;
    }
  }

  /** What the work gives of each item that does not make it throw. */
  each<Item, Result>(items: Iterable<Item>, work: (item: Item) => Result): Result[] {
    const results: Result[] = [];
    for (const item of items) this.try(() => results.push(work(item)));
    return results;
  }

  /** @throws the one fault as it is, several that say different things as `Faults` */
  end(): void {
    const [first] = this.#faults;
    if (first === undefined) return;
    throw this.#faults.every(({ message }) => message === first.message) ? first : new Faults(this.#faults);
  }
}

/** What the work gives of each item, the rest done although one throws. @throws all that was thrown, at the end */
export function gathered<Item, Result>(items: Iterable<Item>, work: (item: Item) => Result): Result[] {
  const gathering = new Gathering();
  const results = gathering.each(items, work);
  gathering.end();
  return results;
}
