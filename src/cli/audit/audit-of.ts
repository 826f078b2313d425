import { basename, join } from "node:path";
import Papa from "papaparse";
import type { Grid } from "../../base/grid.js";
import { text } from "../../base/text.js";
import type { PaperDocument } from "../../documents/document.js";
import { importPaper } from "../../documents/import-paper.js";
import { propose, type Told } from "../../documents/propose.js";
import { proposedCsv } from "../../documents/proposed.js";
import { looseGrid } from "../../base/read-grid.js";
import { readLedger } from "../../ledger/load-ledger.js";
import type { Ledger, PaperInfo } from "../../ledger/paper-folder.js";
import type { ReportContent } from "../../report/content.js";

const MOST_SHOWN = 5;

/** An audited document: its folder, the report's content, and ten lines of results. */
export interface AuditedDocument {
  files: ReadonlyMap<string, string>;
  content: Omit<ReportContent, "made">;
  lines: string[];
}

/** Imports a document and searches it for rules without writing anything. */
export function auditOf(document: PaperDocument, file: string, folder: string, told?: Told): AuditedDocument {
  const { files, counts } = importPaper(document, file, basename(folder));
  const ledger = ledgerOf(files);
  const { list, tried } = propose(ledger, told);
  const total = (name: "of" | "holds"): number => list.reduce((all, one) => all + one[name], 0);
  const fails = list.filter((one) => one.fails.length > 0);
  const lines = [
    text("imported.read", { file, ...counts }),
    text("proposal.summary", { tried, count: list.length, numbers: total("of"), holds: total("holds") }),
    ...fails
      .slice(0, MOST_SHOWN)
      .map(({ holds, of, family, fails: ids }) =>
        text("proposal.exception", { holds, of, family, list: ids.slice(0, 4).join(", ") }),
      ),
    ...(fails.length > MOST_SHOWN ? [text("proposal.more", { count: fails.length - MOST_SHOWN })] : []),
    text("imported.notRead", { leftOut: counts.leftOut, file: join(folder, "import.md") }),
  ];
  const content = {
    paper: ledger.paper,
    judged: [],
    findings: [],
    conclusions: [],
    figures: [],
    proposals: list,
  };
  return { files: new Map([...files, ["proposed.csv", proposedCsv(list)]]), content, lines };
}

/** The files of a folder that is not yet written, as the ledger reads them. */
function ledgerOf(files: ReadonlyMap<string, string>): Ledger {
  const paper = JSON.parse(files.get("paper.json")!) as PaperInfo;
  const names = [...paper.exhibits.map(({ key }) => key), "claims", "text"];
  const tables = names.flatMap((name) => {
    const csv = files.get(`${name}.csv`);
    return csv === undefined ? [] : [[name, csvGrid(`${name}.csv`, csv)]];
  });
  return readLedger({ where: paper.key, paper, findings: [], tables: Object.fromEntries(tables) });
}

/** The cells of a CSV file's text. */
export function csvGrid(file: string, csv: string): Grid {
  const { data } = Papa.parse<string[]>(csv);
  return looseGrid("audit", file, data.map((cells, at) => ({ line: at + 1, cells }))); // prettier-ignore
}
