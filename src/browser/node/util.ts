/** Node's `util`: its own `inspect`, taken out of Node for pages. */
import * as extracted from "node-inspect-extracted";

export const { inspect, format, formatWithOptions, stripVTControlCharacters } = extracted;
export const isDeepStrictEqual = (a: unknown, b: unknown): boolean => inspect(a) === inspect(b);
export const { TextDecoder, TextEncoder } = globalThis;
const { Promise: OwnPromise } = globalThis;
export const types = { isProxy: () => false, isPromise: (value: unknown) => value instanceof OwnPromise };

type Callback = (error: unknown, value?: unknown) => void;
export const promisify =
  (work: (...args: unknown[]) => void) =>
  (...args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const done: Callback = (error, value) => (error ? reject(error as Error) : resolve(value));
      work(...args, done);
    });
export const deprecate = <T>(work: T): T => work;
export const inherits = (child: { prototype: object }, parent: { prototype: object }): void =>
  void Object.setPrototypeOf(child.prototype, parent.prototype);
