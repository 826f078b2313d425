/** The few parts needed of Node's other modules; the bundler maps each module to this file. */
import { TraceMap, originalPositionFor } from "@jridgewell/trace-mapping";

export const EOL = "\n";
export const platform = (): string => "linux";
export const release = (): string => "";
export const isatty = (): boolean => false;
export const homedir = (): string => "/";
export const tmpdir = (): string => "/tmp";
export const cpus = (): object[] => [];
export const availableParallelism = (): number => navigator.hardwareConcurrency || 1;

export const randomBytes = (size: number): Buffer =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(size)));
/** Browsers have one for https addresses only; a school's server often has none. */
export const randomUUID = (): string =>
  randomBytes(16)
    .toString("hex")
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})/, "$1-$2-4$3-8$4-");
export const { crypto: webcrypto } = globalThis;

export const fileURLToPath = (url: string | URL): string => decodeURIComponent(new URL(url).pathname);
export const pathToFileURL = (path: string): URL => new URL(`file://${path}`);
export const { URL, URLSearchParams } = globalThis;

export const isMainThread = true;
export { MessageChannel, performance } from "./timers.js";

/** Text that comes in pieces. */
export class StringDecoder {
  readonly #decoder = new TextDecoder();
  write(bytes: Uint8Array): string {
    return this.#decoder.decode(bytes, { stream: true });
  }
  end(): string {
    return this.#decoder.decode();
  }
}

/** Node's source map, whose positions count from 0. */
export class SourceMap {
  readonly #map: TraceMap;
  constructor(map: ConstructorParameters<typeof TraceMap>[0]) {
    this.#map = new TraceMap(map);
  }
  findEntry(line: number, column: number): object {
    const found = originalPositionFor(this.#map, { line: line + 1, column });
    if (found.line === null) return {};
    const generated = { generatedLine: line, generatedColumn: column };
    return { ...generated, originalLine: found.line - 1, originalColumn: found.column };
  }
}
