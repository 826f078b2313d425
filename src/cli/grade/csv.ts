import papaparse from "papaparse";
import { text } from "../../base/text.js";
import type { Grade, Graded } from "./grade-run.js";

const LONGEST = 300;

/** A student's result in a line, in the form that learning platforms read. */
export function gradesCsv(graded: readonly Graded[]): string {
  const rows = graded.map(({ student, grades, stopped }) => [
    student,
    grades.filter(({ result }) => result === "right").length,
    grades.length,
    stopped ??
      grades.map(({ exercise, result }) => `${exercise} ${text(`grade.result.${result}`)}`).join("; "),
  ]);
  return csv(["id", "score", "out of", "comment"], rows);
}

/** Each exercise of each student in a line, with what was handed in. */
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

/** An answer as a person reads it, cut where it is long. */
export function shownAnswer({ answer }: Grade): string {
  if (answer === undefined) return "";
  const shown = typeof answer === "string" ? answer : JSON.stringify(answer);
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown;
}

/** A spreadsheet would run what begins like a formula; numbers are none. */
function csv(fields: string[], data: unknown[][]): string {
  const escapeFormulae = /^[=+\-@\t\r](?!\d*\.?\d+(e-?\d+)?$)/;
  return `${papaparse.unparse({ fields, data }, { escapeFormulae })}\r\n`;
}
