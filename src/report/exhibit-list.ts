import { SIDES, wrongSides, type Judged } from "../ledger/claim.js";
import type { PaperInfo } from "../ledger/paper-folder.js";
import type { ReportContent } from "./content.js";
import { markdownTable } from "./findings.js";
import { byExhibit } from "./summary.js";

/**
 * The list that the AEA Data Editor asks for: every table and figure, and every number in the text, with the program
 * and the line that makes it, where its output is, and whether it was reproduced. Columns as in the Data Editor's
 * code-check.xlsx ("Figure/Table #", "Program", "Line Number", "Reproduced?"; "In-text numbers"), with "Output file"
 * and "Note" of the social science data editors' template README. It is in English, as the form is.
 *
 * If a source is a program's output, the regenerated value decides; otherwise, whether the number follows from others.
 */
export function exhibitList({ paper, judged }: ReportContent): string {
  const text = paper.text?.name ?? "Text";
  const exhibits = [...byExhibit(judged)].filter(([exhibit]) => exhibit !== text);
  const inText = byExhibit(judged).get(text) ?? [];
  const heads = ["Program", "Line Number", "Output file", "Reproduced?", "Note"];
  const programs = paper.sources.filter(({ program }) => program !== undefined);
  const rows = exhibits.map(([exhibit, own]) => exhibitRow(exhibit, own, programs));
  const textRows = inText.map((claim) => inTextRow(claim, paper, programs));
  return [
    "# Tables, figures and in-text numbers",
    `${programs.length === 0 ? "No program of the authors was run." : "Where a file below sources/ is named, it is what the program gave; each number is compared at the printed precision."} Otherwise "Program" is the file of rules from which egov-kz recomputes the number, "Line Number" the rule's line.`,
    markdownTable(["Figure/Table #", ...heads], rows),
    textRows.length === 0
      ? "There are no in-text numbers in the ledger.\n"
      : `${markdownTable(["In-text numbers", ...heads], textRows)}\n`,
  ].join("\n\n");
}

type Programs = PaperInfo["sources"];

/** The program output that a number is compared with. */
const outputOf = ({ against = "" }: Judged, programs: Programs): Programs[number] | undefined =>
  programs.find(({ key }) => new RegExp(`\\b${key}\\s*[.[]`).test(against));

const unique = (all: readonly string[]): string => [...new Set(all)].filter(Boolean).join(", ");

function exhibitRow(exhibit: string, own: readonly Judged[], programs: Programs): string[] {
  const rerun = own.filter((claim) => outputOf(claim, programs) !== undefined);
  if (rerun.length === 0) {
    const places = own.map(placeOf);
    const lines = [...new Set(places.map(({ line }) => line))].filter(Boolean);
    const inOrder = lines.sort((a, b) => Number(a) - Number(b)).join(", ");
    return [exhibit, places[0]!.file, inOrder, "claims.csv", verdictOf(own, isReproduced), ""];
  }
  const outputs = rerun.map((claim) => outputOf(claim, programs)!);
  const rest = own.length - rerun.length;
  return [
    ...[exhibit, ...programAndLine(outputs), verdictOf(rerun, isRegenerated)],
    rest === 0 ? "" : `${rest} of ${own.length} numbers are in no program's output`,
  ];
}

function verdictOf(own: readonly Judged[], holds: (claim: Judged) => boolean): string {
  if (own.every((claim) => !isJudged(claim))) return "not checked";
  const against = own.filter((claim) => !holds(claim)).length;
  return against === 0 ? "yes" : `no: ${against} of ${own.length} numbers`;
}

/** Splits "code/table2.do:40" into parts, with the file that it wrote. */
function programAndLine(outputs: Programs): string[] {
  const parts = outputs.map(({ program = "" }) => /^(.*?)(?::(\d[\d, –-]*))?$/.exec(program)!);
  return [
    unique(parts.map(([, name = ""]) => name)),
    unique(parts.map(([, , line = ""]) => line)),
    unique(outputs.map(({ key, file }) => `sources/${file ?? key}`)),
  ];
}

function inTextRow(claim: Judged, { text }: PaperInfo, programs: Programs): string[] {
  const { file, line } = placeOf(claim);
  const output = outputOf(claim, programs);
  const where = claim.where ?? "";
  const key = claim.id.replace(`${text?.key ?? "TX"}.`, "");
  const holds = output === undefined ? isReproduced(claim) : isRegenerated(claim);
  const verdicts = SIDES.flatMap((side) => claim[side]?.verdict ?? []);
  return [
    `${where === "" ? key : `${where}, ${key}`}: ${claim.printed}`,
    ...(output === undefined ? [file, line, "claims.csv"] : programAndLine([output])),
    ...[isJudged(claim) ? (holds ? "yes" : "no") : "not checked", verdicts.join("; ")],
  ];
}

const isJudged = (claim: Judged): boolean => SIDES.some((side) => claim[side] !== undefined);
const isRegenerated = ({ source }: Judged): boolean => source?.verdict === "matches source";
const isReproduced = (claim: Judged): boolean => wrongSides(claim).length === 0;

/** Splits "claims.csv line 7" into parts. */
function placeOf({ rule }: Judged): { file: string; line: string } {
  const [, file = "n.a.", line = ""] = /^(.*) line (\d+)$/.exec(rule) ?? [];
  return { file, line };
}
