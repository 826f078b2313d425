/** What runs cells in a page: two workers and their files; for our pages, and as an extension of JupyterLite. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { kernelInfo } from "../../jupyter/kernel/server/answers.js";
import { bundleExtension, bundleWorker } from "./bundle.js";
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

/** A line of `federated_extensions` in jupyter-lite.json, which finds the folder by the name. */
export const EXTENSION = {
  name: "egov-kz-typescript",
  load: "static/remoteEntry.js",
  extension: "./extension",
};

/** @param extensions a JupyterLite's folder of extensions, in which ours becomes one */
export async function writeExtension(extensions: string): Promise<void> {
  const { name, ...built } = EXTENSION;
  const info = kernelInfo(false);
  await writeEngine(join(extensions, name, "static"));
  await bundleExtension(join(extensions, name, built.load), { EXTENSION: name, KERNEL_INFO: info });
  const described = {
    name,
    version: info.implementation_version,
    description: "A TypeScript kernel for JupyterLite",
    license: "MIT",
    jupyterlab: { extension: true, _build: built },
  };
  writeFileSync(join(extensions, name, "package.json"), JSON.stringify(described, null, 2));
}
