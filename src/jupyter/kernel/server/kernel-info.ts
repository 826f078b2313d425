import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { dataPath, projectRoot } from "../../../base/project.js";
import { PROTOCOL_VERSION } from "../../wire/wire.js";

/**
 * The content of `kernel_info_reply`: data/lab/kernel-info.json and versions, which are read from package files, so that
 * nothing heavy is loaded for it. (Of the editor's modes, nbconvert needs the lexer; the others take the first.)
 */
export function kernelInfo(): Record<string, unknown> {
  const read = (path: string) => JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  const { language_info, ...info } = read(dataPath("lab", "kernel-info.json"));
  const { version } = read(createRequire(import.meta.url).resolve("typescript/package.json"));
  const { version: own } = read(join(projectRoot(), "package.json"));
  return {
    ...info,
    protocol_version: PROTOCOL_VERSION,
    implementation_version: own,
    language_info: { ...(language_info as object), version },
    banner: `egov-kz ${String(own)}: TypeScript ${String(version)}, Node.js ${process.versions.node}`,
  };
}
