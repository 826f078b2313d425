/** What runs cells in a page: two workers and their files. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleWorker } from "./bundle.js";
import { dataFiles, offeredModules, typeFiles } from "./files.js";

export async function writeEngine(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const modules = offeredModules();
  const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  put("types.json", JSON.stringify(typeFiles()));
  put("data.json", JSON.stringify(dataFiles()));
  put("compiler.js", await bundleWorker("compiler", modules));
  put("session.js", await bundleWorker("session", modules));
}
