import papaparse from "papaparse";
import type { Graded } from "./grade-run.js";

const FIELDS = ["student", "exercise", "answer", "result", "mistake"];

/** One line an exercise; a notebook that did not run to its end has one more, without an exercise. */
export function gradesCsv(graded: readonly Graded[]): string {
  const rows = graded.flatMap(({ student, grades, stopped }) => [
    ...grades.map(({ exercise, answer, result, mistake = "" }) => [
      student,
      exercise,
      cell(answer),
      result,
      mistake,
    ]),
    ...(stopped === undefined ? [] : [[student, "", "", "stopped", stopped]]),
  ]);
  // A spreadsheet would run what begins like a formula; numbers are none.
  return `${papaparse.unparse({ fields: FIELDS, data: rows }, { escapeFormulae: /^[=+\-@\t\r](?!\d*\.?\d+(e-?\d+)?$)/ })}\n`;
}

function cell(answer: unknown): unknown {
  return typeof answer === "object" ? JSON.stringify(answer) : answer;
}
