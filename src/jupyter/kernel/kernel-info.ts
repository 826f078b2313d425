/** What the kernel says of itself. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { PROTOCOL_VERSION } from "../wire.js";

const require = createRequire(import.meta.url);
const version = (path: string): string =>
  (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;

/** The content of `kernel_info_reply`; versions are read from package files, so that nothing heavy is loaded for it. */
export function kernelInfo(): Record<string, unknown> {
  const typescript = version(require.resolve("@tslab/typescript-for-tslab/package.json"));
  const own = version(fileURLToPath(new URL("../../../package.json", import.meta.url)));
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
    banner: `egov-kz ${own}: TypeScript ${typescript} by tslab ${version(require.resolve("tslab/package.json"))}, Node.js ${process.versions.node}`,
    help_links: [
      { text: "TypeScript handbook", url: "https://www.typescriptlang.org/docs/handbook/" },
      { text: "tslab", url: "https://github.com/yunabe/tslab" },
      { text: "danfo.js", url: "https://danfo.jsdata.org/" },
      { text: "Plotly.js", url: "https://plotly.com/javascript/" },
    ],
    debugger: false,
  };
}
