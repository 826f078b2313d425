import { text } from "./text.js";

/** Several faults of one task, one or more lines each; the first twenty are listed, the rest counted. */
export class Faults extends Error {
  readonly faults: readonly Error[];

  constructor(faults: readonly Error[]) {
    const messages = [...new Set(faults.map(({ message }) => message))];
    const rest = messages.splice(20).length;
    super([...messages, ...(rest > 0 ? [text("fault.more", { count: rest })] : [])].join("\n"), { cause: faults[0] }); // prettier-ignore
    this.faults = faults;
  }
}

/** Collects errors so that all are reported at once. */
export class Gathering {
  readonly #faults: Error[] = [];

  get isWhole(): boolean {
    return this.#faults.length === 0;
  }

  add(error: unknown): void {
    this.#faults.push(...(error instanceof Faults ? error.faults : [error as Error]));
  }

  /** Returns what the work returns, or undefined if it throws; the error is kept. */
  try<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.add(error);
      return undefined;
    }
  }

  /** Returns the results for all items that do not throw. */
  each<Item, Result>(items: Iterable<Item>, work: (item: Item) => Result): Result[] {
    const results: Result[] = [];
    for (const item of items) this.try(() => results.push(work(item)));
    return results;
  }

  /** @throws the fault itself if there is one, `Faults` if several differ */
  end(): void {
    const [first] = this.#faults;
    if (first === undefined) return;
    throw this.#faults.every(({ message }) => message === first.message) ? first : new Faults(this.#faults);
  }
}

/** Returns the result for each item, continuing after errors. @throws all errors, at the end */
export function gathered<Item, Result>(items: Iterable<Item>, work: (item: Item) => Result): Result[] {
  const gathering = new Gathering();
  const results = gathering.each(items, work);
  gathering.end();
  return results;
}
