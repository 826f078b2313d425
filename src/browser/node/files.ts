/** The page's own file system, since a page has no disk. Paths are POSIX and absolute. */
import { Buffer } from "buffer";
import { basename, dirname, resolve } from "node:path";

export type Content = string | Uint8Array;

/** The folder of the project. */
export const ROOT = "/egov-kz";
/** Notebooks in another language than English lie in its folder, which tells the module its language. */
export const FOLDER = `${ROOT}/notebooks${(globalThis as { LANGUAGE_FOLDER?: string }).LANGUAGE_FOLDER ?? ""}`;

const contents = new Map<string, Content>();
/** Each folder with the names in it. */
const folders = new Map<string, Set<string>>([["/", new Set()]]);
/** The package finds itself in node_modules, as npm links it. */
const LINK = `${ROOT}/node_modules/egov-kz`;

/** Resolves a path's links. */
export function follow(path: string): string {
  const whole = resolve(FOLDER, path);
  return whole === LINK || whole.startsWith(`${LINK}/`) ? ROOT + whole.slice(LINK.length) : whole;
}

export const contentOf = (path: string): Content | undefined => contents.get(follow(path));
export const namesIn = (path: string): Set<string> | undefined => folders.get(follow(path));

export function putFile(path: string, content: Content): void {
  const whole = follow(path);
  putFolder(dirname(whole));
  folders.get(dirname(whole))!.add(basename(whole));
  contents.set(whole, content);
}

export function putFolder(path: string): void {
  const whole = follow(path);
  if (folders.has(whole)) return;
  putFolder(dirname(whole));
  folders.get(dirname(whole))!.add(basename(whole));
  folders.set(whole, new Set());
}

export function removeFile(path: string): void {
  const whole = follow(path);
  const within = [...contents.keys(), ...folders.keys()].filter((one) => one.startsWith(`${whole}/`));
  for (const one of [...within, whole]) {
    contents.delete(one);
    folders.delete(one);
  }
  folders.get(dirname(whole))?.delete(basename(whole));
}

/** Adds files: bytes, text, or `base64:` followed by encoded bytes. */
export function putFiles(files: Readonly<Record<string, Content>>): void {
  for (const [path, content] of Object.entries(files)) {
    const isBase64 = typeof content === "string" && content.startsWith("base64:");
    putFile(path, isBase64 ? Buffer.from(content.slice(7), "base64") : content);
  }
}
