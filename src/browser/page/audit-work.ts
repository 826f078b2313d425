/** The worker of audit.ts: the command's own modules, on the page's files. */
import "./offered.js";
import { expose } from "comlink";
import { putFile, ROOT } from "../node/files.js";
import { useLanguage } from "../../base/language.js";
import { text } from "../../base/text.js";
import { auditOf } from "../../cli/audit/audit-of.js";
import { readBytes } from "../../documents/read-document.js";
import { reportHtml } from "../../report/html.js";
import { REPORT_PARTS } from "../../report/html-parts.js";
import { putTexts } from "./put-texts.js";
import { CFB } from "xlsx";

interface Handed {
  name: string;
  bytes: Uint8Array;
  language: string;
  assets: string;
  version: string;
}

async function audit({ name, bytes, language, assets, version }: Handed, say: (status: string) => void) {
  const put = async (file: string): Promise<void> =>
    putFile(`${ROOT}/data/${file}`, await (await fetch(assets + file)).text());
  const data = ["markup.json", "table-kinds.json", ...REPORT_PARTS.map((name) => `report/${name}`)];
  await Promise.all([putTexts(assets, language), ...data.map(put)]);
  useLanguage(language);
  const folder = `${name.replace(/\.[^.]*$/, "")}-audit`;
  const { files, content, lines } = auditOf(readBytes(bytes, name), name, folder, (table, at, of) =>
    say(text("proposal.searching", { name: table.slice(0, 60), at, of })),
  );
  const software = [
    { name: "egov-kz", version },
    { name: "browser", version: navigator.userAgent },
  ];
  const made = { software, commit: "unknown", data: [], made: new Date().toISOString().replace(/\.\d+/, "") };
  const report = reportHtml({ ...content, made });
  const zip = zipped(new Map([...files, ["report/index.html", report]]), folder);
  return { lines, report, files: { "report.html": report, [`${folder}.zip`]: zip } };
}
export type AuditWork = typeof audit;

expose(audit);

/** The folder as a zip archive, to continue with the command. */
function zipped(files: ReadonlyMap<string, string>, folder: string): Uint8Array<ArrayBuffer> {
  const archive = CFB.utils.cfb_new({ fileType: "zip" } as object) as object;
  for (const [name, content] of files) CFB.utils.cfb_add(archive as never, `/${folder}/${name}`, Buffer.from(content)); // prettier-ignore
  return CFB.write(
    archive as never,
    { fileType: "zip", type: "buffer", compression: true } as never,
  ) as Uint8Array<ArrayBuffer>;
}
