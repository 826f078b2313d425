import { basename, extname, join, resolve } from "node:path";
import { text } from "../../base/text.js";
import { readDocument } from "../../documents/read-document.js";
import { writeFolder } from "../../documents/write-folder.js";
import { provenance } from "../../report/provenance.js";
import { writeReport } from "../../report/write-report.js";
import { UsageError } from "../usage-error.js";
import { auditOf } from "./audit-of.js";
import { requireEmpty } from "./new-paper.js";
import { showSearch } from "./propose-rules.js";

/** Audits a paper in one step, in a folder below the working directory; returns the text to print. */
export async function auditDocument(path: string): Promise<string> {
  const file = basename(path);
  const folder = `${basename(path, extname(path))}-audit`;
  requireEmpty(folder);
  const document = await readDocument(path).catch((error: Error) => {
    throw new UsageError(error.message, { cause: error });
  });
  const { files, content, lines } = auditOf(document, file, folder, showSearch());
  writeFolder(folder, files);
  const report = join(folder, "report");
  writeReport(report, { ...content, made: provenance(resolve(folder)) }, []);
  return [...lines, text("imported.next", { report: join(report, "index.html"), folder }), ""].join("\n");
}
