/** Serves a site's files on this machine only, compressed as on public hosts. */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".ipynb": "application/x-ipynb+json",
  ".png": "image/png",
  ".csv": "text/csv; charset=utf-8",
};

/** @param prefix a path below which the site is served, as on GitHub Pages */
export async function serveSite(
  folder: string,
  port: number,
  prefix = "/",
): Promise<{ port: number; server: Server }> {
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    try {
      const path = decodeURIComponent((request.url ?? "/").replace(/[?#].*/, ""));
      const inside = normalize(path.slice(prefix.length - 1));
      const file = join(folder, inside.endsWith(sep) ? join(inside, "index.html") : inside);
      if (!path.startsWith(prefix) || !file.startsWith(folder)) throw new Error("outside");
      const body = packed.get(file) ?? gzipSync(readFileSync(file));
      packed.set(file, body);
      response.writeHead(200, {
        "content-type": TYPES[extname(file)] ?? "application/octet-stream",
        "content-encoding": "gzip",
        "content-length": body.length,
        "cache-control": "max-age=600",
      });
      response.end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" });
      response.end("not found");
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return { port: (server.address() as AddressInfo).port, server };
}
