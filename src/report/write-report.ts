import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readSync, readdirSync } from "node:fs";
import { realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "../base/text.js";
import { writing } from "../base/write-atomically.js";
import type { VerdictChange } from "../ledger/expected.js";
import { codecheckYaml } from "./codecheck.js";
import type { ReportContent } from "./content.js";
import { claimsCsv, ROWS } from "./csv.js";
import { exhibitList } from "./exhibit-list.js";
import { findingsMarkdown } from "./findings.js";
import { reportHtml } from "./html.js";
import { claimsJunit } from "./junit.js";

/** A file's text, or its parts in order. */
type Made = string | Iterable<string>;

/** The files of a report, by name. */
const FILES: Record<string, (content: ReportContent, changes: readonly VerdictChange[]) => Made> = {
  "index.html": reportHtml,
  "claims.csv": ({ judged, severity }) => claimsCsv(judged, severity),
  "claims.json": claimsJson,
  "junit.xml": ({ judged }, changes) => claimsJunit(judged, changes),
  "findings.md": findingsMarkdown,
  "exhibits.md": exhibitList,
  "codecheck.yml": codecheckYaml,
};

export const REPORT_FILES: readonly string[] = Object.keys(FILES);

/** `JSON.stringify` of everything, some claims at a time, so that a large paper's is never in memory as a whole. */
function* claimsJson({ judged, findings, conclusions, made }: ReportContent): Iterable<string> {
  const empty = JSON.stringify({ made, findings, conclusions, claims: [] }, null, 1);
  if (judged.length === 0) return yield `${empty}\n`;
  yield empty.slice(0, -"]\n}".length);
  for (let at = 0; at < judged.length; at += ROWS) {
    const some = JSON.stringify({ claims: judged.slice(at, at + ROWS) }, null, 1);
    yield (at === 0 ? "" : ",") + some.slice('{\n "claims": ['.length, -"\n ]\n}".length);
  }
  yield "\n ]\n}\n";
}

function writeParts(path: string, made: Made): void {
  if (typeof made === "string") return writeFileSync(path, made);
  const file = openSync(path, "w");
  try {
    let part = "";
    for (const next of made) {
      part += next;
      if (part.length < PIECE) continue;
      writeFileSync(file, part);
      part = "";
    }
    writeFileSync(file, part);
  } finally {
    closeSync(file);
  }
}

/** Characters written at a time: V8 frees larger texts late. */
const PIECE = 1 << 15;

/**
 * A report never goes where inputs lie, nor over files that no report wrote, whatever is asked for; and over another
 * report only when asked, for it may have been worked on: the draft of a codecheck.yml is there to be completed.
 *
 * @param inputs the paper's folder
 * @throws RangeError
 */
export function requireReportPlace(report: string, inputs: string, isAsked: boolean): void {
  if (!existsSync(report)) return;
  const place = realpathSync(report);
  const taken = [inputs, join(inputs, "sources")]
    .filter((one) => existsSync(one))
    .map((one) => realpathSync(one));
  if (existsSync(join(place, "paper.json")) || taken.includes(place))
    throw new RangeError(text("audit.reportOverInputs", { report }));
  const files = readdirSync(report).filter((name) => REPORT_FILES.includes(name));
  if (files.length === 0) return;
  const key = isReport(place) ? "audit.overwrite" : "audit.reportOverFiles";
  if (key === "audit.reportOverFiles" || !isAsked)
    throw new RangeError(text(key, { report, files: files.join(", ") }));
}

/** Whether a folder's files are a report: claims.json begins with what it was made with. */
function isReport(folder: string): boolean {
  const path = join(folder, "claims.json");
  if (!existsSync(path) || !statSync(path).isFile()) return false;
  const file = openSync(path, "r");
  try {
    const start = Buffer.alloc(32);
    readSync(file, start);
    return /^\{\s*"made"/.test(start.toString("latin1"));
  } finally {
    closeSync(file);
  }
}

/** Writes a report: first a draft, file by file, then all files into place. A reader never sees half a file. */
export function writeReport(folder: string, content: ReportContent, changes: readonly VerdictChange[]): void {
  writing(folder, () => {
    mkdirSync(folder, { recursive: true });
    const draft = mkdtempSync(join(folder, ".draft-"));
    try {
      for (const [name, make] of Object.entries(FILES)) writeParts(join(draft, name), make(content, changes));
      for (const name of REPORT_FILES) renameSync(join(draft, name), join(folder, name));
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  });
}
