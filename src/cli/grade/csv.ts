import papaparse from "papaparse";
import { text } from "../../base/text.js";
import { rightIn, type Grade, type Graded } from "./grade-run.js";

const LONGEST = 300;

/** One line per student, in the format that learning platforms import. */
export function gradesCsv(graded: readonly Graded[]): string {
  const rows = graded.map(({ student, grades, stopped }) => [
    student,
    rightIn(grades),
    grades.length,
    stopped ??
      grades.map(({ exercise, result }) => `${exercise} ${text(`grade.result.${result}`)}`).join("; "),
  ]);
  return csv(["id", "score", "out of", "comment"], rows);
}

/** One line per student and exercise, with the answer. */
export function answersCsv(graded: readonly Graded[]): string {
  const rows = graded.flatMap(({ student, grades }) =>
    grades.map((grade) => [
      student,
      grade.exercise,
      grade.result,
      shownAnswer(grade),
      grade.mistake ?? "",
      grade.reason ?? "",
    ]),
  );
  return csv(["id", "exercise", "result", "answer", "mistake", "reason"], rows);
}

/** An answer for human readers, truncated if long. */
export function shownAnswer({ answer }: Grade): string {
  if (answer === undefined) return "";
  const shown = typeof answer === "string" ? answer : JSON.stringify(answer);
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown;
}

/** Guards against spreadsheets running text that begins like a formula; numbers are safe. */
function csv(fields: string[], data: unknown[][]): string {
  const escapeFormulae = /^[=+\-@\t\r](?!\d*\.?\d+(e-?\d+)?$)/;
  return `${papaparse.unparse({ fields, data }, { escapeFormulae })}\r\n`;
}
