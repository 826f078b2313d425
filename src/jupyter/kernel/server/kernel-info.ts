import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { projectRoot } from "../../../base/project.js";
import { PROTOCOL_VERSION } from "../../wire/wire.js";

const versionIn = (path: string): string =>
  (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;

/** The content of `kernel_info_reply`; versions are read from package files, so that nothing heavy is loaded for it. */
export function kernelInfo(): Record<string, unknown> {
  const typescript = versionIn(createRequire(import.meta.url).resolve("typescript/package.json"));
  const own = versionIn(join(projectRoot(), "package.json"));
  return {
    status: "ok",
    protocol_version: PROTOCOL_VERSION,
    implementation: "egov-kz",
    implementation_version: own,
    language_info: {
      name: "typescript",
      version: typescript,
      mimetype: "text/typescript",
      file_extension: ".ts",
      // JupyterLab and the classic notebook take the first, nbconvert the second.
      codemirror_mode: { name: "javascript", mode: "typescript", typescript: true },
      pygments_lexer: "typescript",
    },
    banner: `egov-kz ${own}: TypeScript ${typescript}, Node.js ${process.versions.node}`,
    help_links: [
      { text: "TypeScript handbook", url: "https://www.typescriptlang.org/docs/handbook/" },
      { text: "danfo.js", url: "https://danfo.jsdata.org/" },
      { text: "Plotly.js", url: "https://plotly.com/javascript/" },
    ],
    debugger: false,
    supported_features: [],
  };
}
