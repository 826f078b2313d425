/** The page's own files: what `fs` reads and writes, since a page has no disk. Paths are POSIX and absolute. */

export type Content = string | Uint8Array;

/** Where the project seems to lie, where its notebooks are, and what a compiler calls its own folder. */
export const ROOT = "/egov-kz";
/** Notebooks in another language than English lie in its folder, which tells the module its language. */
export const FOLDER = `${ROOT}/notebooks${(globalThis as { LANGUAGE_FOLDER?: string }).LANGUAGE_FOLDER ?? ""}`;

const contents = new Map<string, Content>();
/** Each folder with the names in it. */
const folders = new Map<string, Set<string>>([["/", new Set()]]);
/** The package finds itself in node_modules, as npm links it. */
const LINK = `${ROOT}/node_modules/egov-kz`;

/** The path that is meant, links followed. */
export function follow(path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : `${FOLDER}/${path}`).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  const whole = `/${parts.join("/")}`;
  return whole === LINK || whole.startsWith(`${LINK}/`) ? ROOT + whole.slice(LINK.length) : whole;
}

export const contentOf = (path: string): Content | undefined => contents.get(follow(path));
export const namesIn = (path: string): Set<string> | undefined => folders.get(follow(path));

export function putFile(path: string, content: Content): void {
  const whole = follow(path);
  putFolder(whole.slice(0, whole.lastIndexOf("/")) || "/");
  folders.get(whole.slice(0, whole.lastIndexOf("/")) || "/")!.add(whole.slice(whole.lastIndexOf("/") + 1));
  contents.set(whole, content);
}

export function putFolder(path: string): void {
  const whole = follow(path);
  if (folders.has(whole)) return;
  const above = whole.slice(0, whole.lastIndexOf("/")) || "/";
  putFolder(above);
  folders.get(above)!.add(whole.slice(whole.lastIndexOf("/") + 1));
  folders.set(whole, new Set());
}

export function removeFile(path: string): void {
  const whole = follow(path);
  const within = [...contents.keys(), ...folders.keys()].filter((one) => one.startsWith(`${whole}/`));
  for (const one of [...within, whole]) {
    contents.delete(one);
    folders.delete(one);
  }
  folders.get(whole.slice(0, whole.lastIndexOf("/")) || "/")?.delete(whole.slice(whole.lastIndexOf("/") + 1));
}

/** Takes files in: bytes, text, or `base64:` and bytes. */
export function putFiles(files: Readonly<Record<string, Content>>): void {
  for (const [path, content] of Object.entries(files))
    if (typeof content !== "string" || !content.startsWith("base64:")) putFile(path, content);
    else
      putFile(
        path,
        Uint8Array.from(atob(content.slice(7)), (letter) => letter.charCodeAt(0)),
      );
}
