import { SIDES } from "../ledger/claim.js";
import type { Judged } from "../ledger/claim.js";
import type { PaperInfo } from "../ledger/paper-folder.js";
import { agrees, type ReportContent } from "./content.js";
import { markdownTable } from "./findings.js";
import { exhibitsOf } from "./summary.js";

/**
 * The list that the AEA Data Editor asks for: every table and figure, and every number in the text, with the program
 * and the line that makes it, where its output is, and whether it was reproduced. Columns as in the Data Editor's
 * code-check.xlsx ("Figure/Table #", "Program", "Line Number", "Reproduced?"; "In-text numbers"), with "Output file"
 * and "Note" of the social science data editors' template README. In English: the form is.
 */
export function exhibitList({ paper, judged }: ReportContent): string {
  const text = paper.text?.name ?? "Text";
  const exhibits = exhibitsOf(judged).filter((exhibit) => exhibit !== text);
  const inText = judged.filter(({ exhibit }) => exhibit === text);
  const heads = ["Program", "Line Number", "Output file", "Reproduced?", "Note"];
  return (
    [
      "# Tables, figures and in-text numbers",
      'No program of the authors was run. "Program" is the file of rules from which egov-kz recomputes the number, "Line Number" the rule\'s line.',
      markdownTable(
        ["Figure/Table #", ...heads],
        exhibits.map((exhibit) =>
          exhibitRow(
            exhibit,
            judged.filter((claim) => claim.exhibit === exhibit),
          ),
        ),
      ),
      inText.length === 0
        ? "There are no in-text numbers in the ledger."
        : markdownTable(
            ["In-text numbers", ...heads],
            inText.map((claim) => inTextRow(claim, paper)),
          ),
    ].join("\n\n") + "\n"
  );
}

function exhibitRow(exhibit: string, own: readonly Judged[]): string[] {
  const places = own.map(placeOf).filter((place) => place !== null);
  const lines = [...new Set(places.map(({ line }) => line))].sort((a, b) => a - b);
  const against = own.filter((claim) => !isReproduced(claim)).length;
  const verdict = own.every((claim) => !isJudged(claim))
    ? "not checked"
    : against === 0
      ? "yes"
      : `no: ${against} of ${own.length} numbers`;
  return [exhibit, places[0]?.file ?? "n.a.", lines.join(", "), "claims.csv", verdict, ""];
}

function inTextRow(claim: Judged, { text }: PaperInfo): string[] {
  const place = placeOf(claim);
  const where = claim.where ?? "";
  const key = claim.id.replace(`${text?.key ?? "TX"}.`, "");
  const verdict = isJudged(claim) ? (isReproduced(claim) ? "yes" : "no") : "not checked";
  const verdicts = SIDES.flatMap((side) => (claim[side] === undefined ? [] : claim[side].verdict));
  const name = `${where === "" ? key : `${where}, ${key}`}: ${claim.printed}`;
  return [name, place?.file ?? "n.a.", String(place?.line ?? ""), "claims.csv", verdict, verdicts.join("; ")];
}

const isJudged = (claim: Judged): boolean => SIDES.some((side) => claim[side] !== undefined);
const isReproduced = (claim: Judged): boolean =>
  SIDES.every((side) => claim[side] === undefined || agrees(claim[side].verdict));

/** "claims.csv line 7", taken apart. */
function placeOf({ rule }: Judged): { file: string; line: number } | null {
  const found = /^(.*) line (\d+)$/.exec(rule ?? "");
  return found === null ? null : { file: found[1]!, line: Number(found[2]) };
}
