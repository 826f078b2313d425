/** Node's `fs`, on the page's own files. */
import { Buffer } from "buffer";
import { dirname } from "node:path";
import { contentOf, follow, namesIn, putFile, putFolder, removeFile, type Content } from "./files.js";

type Encoding = string | { encoding?: string | null } | null;

function fail(code: string, what: string, call: string, path: string): never {
  throw Object.assign(new Error(`${code}: ${what}, ${call} '${path}'`), {
    errno: { ENOENT: -2, EISDIR: -21, ENOTDIR: -20 }[code],
    code,
    syscall: call,
    path,
  });
}
const missing = (call: string, path: string): never =>
  fail("ENOENT", "no such file or directory", call, path);
const pathOf = (path: string | URL): string => (path instanceof URL ? path.pathname : String(path));

export function readFileSync(where: string | URL, options?: Encoding): string | Buffer {
  const path = pathOf(where);
  const content = contentOf(path);
  if (content === undefined) {
    if (namesIn(path)) fail("EISDIR", "illegal operation on a directory", "read", path);
    return missing("open", path);
  }
  const encoding = typeof options === "string" ? options : options?.encoding;
  if (encoding && typeof content === "string") return content;
  const bytes = Buffer.from(content as string);
  return encoding ? bytes.toString(encoding as BufferEncoding) : bytes;
}

export function writeFileSync(where: string | URL | number, data: Content): void {
  const path = typeof where === "number" ? opened.get(where)! : pathOf(where);
  if (!namesIn(dirname(follow(path)))) missing("open", path);
  putFile(path, data);
}

export function appendFileSync(path: string, data: string): void {
  const before = existsSync(path) ? (readFileSync(path, "utf8") as string) : "";
  writeFileSync(path, before + data);
}

const kind = (isFile: boolean) => ({
  isFile: () => isFile,
  isDirectory: () => !isFile,
  isSymbolicLink: () => false,
});

export function statSync(where: string | URL, options?: { throwIfNoEntry?: boolean }): object | undefined {
  const path = pathOf(where);
  const content = contentOf(path);
  if (content === undefined && !namesIn(path))
    return options?.throwIfNoEntry === false ? undefined : missing("stat", path);
  const size = typeof content === "string" ? Buffer.byteLength(content) : (content?.length ?? 0);
  return { ...kind(content !== undefined), size, mode: 0o644, mtime: new Date(0), mtimeMs: 0 };
}
export const lstatSync = statSync;

export function readdirSync(where: string, options?: { withFileTypes?: boolean }): unknown[] {
  const names = [...(namesIn(pathOf(where)) ?? missing("scandir", where))].sort();
  if (!options?.withFileTypes) return names;
  return names.map((name) => ({ name, ...kind(contentOf(`${where}/${name}`) !== undefined) }));
}

export const existsSync = (where: string | URL): boolean =>
  contentOf(pathOf(where)) !== undefined || namesIn(pathOf(where)) !== undefined;
export const accessSync = (path: string): void => void (existsSync(path) || missing("access", path));
export const realpathSync = Object.assign((path: string) => follow(path), { native: follow });
export const mkdirSync = (path: string): void => putFolder(path);
export function mkdtempSync(prefix: string): string {
  const path = prefix + Math.random().toString(36).slice(2, 8);
  putFolder(path);
  return path;
}
export function renameSync(from: string, to: string): void {
  putFile(to, contentOf(from) ?? missing("rename", from));
  removeFile(from);
}
export function copyFileSync(from: string, to: string): void {
  putFile(to, contentOf(from) ?? missing("copyfile", from));
}
export function rmSync(path: string, options?: { force?: boolean }): void {
  if (!options?.force && !existsSync(path)) missing("rm", path);
  removeFile(path);
}
export const unlinkSync = (path: string): void => rmSync(path);

const opened = new Map<number, string>();
export function openSync(path: string): number {
  const descriptor = opened.size + 3;
  opened.set(descriptor, path);
  return descriptor;
}
export const closeSync = (): void => undefined;
export const fsyncSync = (): void => undefined;
/** Only the page itself changes its files. */
export const watchFile = (): void => undefined;
export const unwatchFile = (): void => undefined;
export const watch = (): object => ({ on: () => undefined, close: () => undefined });

const later =
  <Given extends unknown[], Result>(work: (...given: Given) => Result) =>
  async (...given: Given): Promise<Result> =>
    work(...given);
export const promises = {
  ...{ readFile: later(readFileSync), writeFile: later(writeFileSync), readdir: later(readdirSync) },
  ...{ stat: later(statSync), access: later(accessSync), mkdir: later(mkdirSync), rm: later(rmSync) },
};
export const { readFile, writeFile, readdir, stat, access, mkdir, rm } = promises;
