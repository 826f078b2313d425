import { basename, extname, join } from "node:path";
import { text } from "../../base/text.js";
import { writeReport } from "../../report/write-report.js";
import { auditFolder } from "./audit-folder.js";
import { newPaperFrom } from "./new-paper.js";
import { proposeRules } from "./propose-rules.js";

const MOST_SHOWN = 5;

/** A stranger's paper in one step: imported, searched for rules, reported on; what was found, in ten lines. */
export async function auditDocument(document: string): Promise<string> {
  const folder = `${basename(document, extname(document))}-audit`;
  const counts = await newPaperFrom(document, folder);
  const { list, tried } = proposeRules(folder);
  writeReport(join(folder, "report"), auditFolder(folder).content, []);
  const total = (count: (one: (typeof list)[number]) => number): number =>
    list.reduce((all, one) => all + count(one), 0);
  const fails = list.filter((one) => one.fails.length > 0);
  return [
    text("imported.read", { file: basename(document), ...counts }),
    text("proposal.summary", {
      tried,
      count: list.length,
      numbers: total(({ of }) => of),
      holds: total(({ holds }) => holds),
    }),
    ...fails
      .slice(0, MOST_SHOWN)
      .map(({ holds, of, family, fails: ids }) =>
        text("proposal.exception", { holds, of, family, list: ids.slice(0, 4).join(", ") }),
      ),
    ...(fails.length > MOST_SHOWN ? [text("proposal.more", { count: fails.length - MOST_SHOWN })] : []),
    text("imported.notRead", { leftOut: counts.leftOut, file: join(folder, "import.md") }),
    text("imported.next", { report: join(folder, "report", "index.html"), folder }),
    "",
  ].join("\n");
}
