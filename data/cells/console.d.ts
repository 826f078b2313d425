/** Used when Node's types are not read: the part of Node that most cells use. */

interface Console {
  log(...data: unknown[]): void;
  info(...data: unknown[]): void;
  debug(...data: unknown[]): void;
  warn(...data: unknown[]): void;
  error(...data: unknown[]): void;
  trace(...data: unknown[]): void;
  dir(...data: unknown[]): void;
  time(label?: string): void;
  timeEnd(label?: string): void;
  table(tabularData: unknown, properties?: readonly string[]): void;
  assert(condition?: boolean, ...data: unknown[]): void;
}
declare const console: Console;
