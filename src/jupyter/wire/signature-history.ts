/** The signatures of the last messages, so that a repeated message is refused; the oldest ones are forgotten. */
export class SignatureHistory {
  readonly #seen = new Set<string>();
  readonly #capacity: number;
  constructor(capacity = 65536) {
    this.#capacity = capacity;
  }
  /** false when the signature has been seen. */
  add(signature: string): boolean {
    if (this.#seen.has(signature)) return false;
    this.#seen.add(signature);
    if (this.#seen.size > this.#capacity) this.#seen.delete(this.#seen.values().next().value!);
    return true;
  }
}
