/** Changed cells in an address: JSON, deflated, in letters that an address may have. */

/** Differences from the original notebook. */
export interface Changes {
  /** Sources of changed and new cells. */
  sources: Record<string, string>;
  /** The ids of new code cells, each with the id of the cell above it. */
  added?: [id: string, above: string][];
}

/** Bytes of JSON; half a megabyte of address can unpack to hundreds of megabytes. */
const MOST = 1e6;

async function through(bytes: BlobPart, stream: ReadableWritablePair<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    size += value.length;
    if (size <= MOST) continue;
    await reader.cancel();
    throw new Error("a link requires at most a megabyte");
  }
  return new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer());
}

export async function pack(changes: Changes): Promise<string> {
  const bytes = await through(JSON.stringify(changes), new CompressionStream("deflate-raw"));
  return btoa(bytes.reduce((letters, byte) => letters + String.fromCharCode(byte), ""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** @throws Error if it is not such a text, or unpacks to more than a megabyte */
export async function unpack(packed: string): Promise<Changes> {
  const letters = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const text = new TextDecoder().decode(await through(bytes, new DecompressionStream("deflate-raw")));
  const { sources, added = [] } = JSON.parse(text) as Partial<Changes>;
  const isText = (value: unknown): value is string => typeof value === "string" && value.length < 1e6;
  if (typeof sources !== "object" || sources === null || !Object.values(sources).every(isText))
    throw new Error("a link requires sources of cells");
  if (!Array.isArray(added) || !added.every((pair) => Array.isArray(pair) && pair.every(isText)))
    throw new Error("a link requires pairs of cells");
  return { sources, added };
}
