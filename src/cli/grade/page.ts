import { escapeHtml } from "../../base/escape.js";
import { getLanguage } from "../../base/language.js";
import { text } from "../../base/text.js";
import { say, type Exercise } from "../../paper/exercises/exercise.js";
import { mistakeInWords } from "../../paper/exercises/judge-answer.js";
import { shownAnswer } from "./csv.js";
import { rightIn, type Grade, type Graded } from "./grade-run.js";

const STYLE = `:root { color-scheme: light dark } body { font: 16px/1.5 system-ui, sans-serif; max-width: 70em; margin: 1em auto; padding: 0 1em }
details { overflow-x: auto } table { border-collapse: collapse; width: 100%; margin-bottom: 2em }
th, td { padding: 0.3em 0.6em; border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); vertical-align: top; text-align: left }
summary { cursor: pointer; padding: 0.4em 0 } .warning { border: 2px solid #b35900; padding: 0.5em 1em }
code { overflow-wrap: anywhere } .right { color: light-dark(#116329, #5bd17f) } .wrong { color: light-dark(#a40e26, #ff8f9b) }`;

const of = (key: string, values?: Record<string, unknown>): string =>
  escapeHtml(text(`grade.${key}`, values));

/** The class on one page: each exercise with the mistakes made, then each student's answers. */
export function classPage(
  graded: readonly Graded[],
  exercises: readonly Exercise[],
  sandbox: string,
): string {
  const byId = new Map(exercises.map((exercise) => [exercise.id, exercise]));
  const all = graded.flatMap(({ grades }) => grades);
  const asked = exercises.filter(({ id }) => all.some(({ exercise }) => exercise === id));
  const byExercise = asked.map((exercise) => {
    const grades = all.filter((grade) => grade.exercise === exercise.id);
    return [escapeHtml(exercise.id), `${rightIn(grades)}/${grades.length}`, othersOf(exercise, grades)];
  });
  return `<!doctype html>
<html lang="${getLanguage()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${of("title")}</title><style>${STYLE}</style></head><body>
<h1>${of("title")}</h1>
${sandbox === "" ? `<p class="warning">${of("trusted")}</p>` : `<p>${of("sandboxed", { sandbox })}</p>`}
<h2>${of("exercises")}</h2>
${table([of("exercise"), of("result.right"), of("others")], byExercise)}
<h2>${of("students")}</h2>
${graded.map((one) => studentPart(one, byId)).join("\n")}
</body></html>
`;
}

function studentPart(
  { student, grades, stopped, refused }: Graded,
  byId: ReadonlyMap<string, Exercise>,
): string {
  const rows = grades.map((grade) => {
    const exercise = byId.get(grade.exercise)!;
    const tone = grade.result === "right" ? "right" : "wrong";
    return [
      escapeHtml(grade.exercise),
      `<span class="${tone}">${of(`result.${grade.result}`)}</span>`,
      grade.answer === undefined ? "" : `<code>${escapeHtml(choiceOr(exercise, grade))}</code>`,
      escapeHtml(grade.result === "wrong" ? inWords(exercise, grade.mistake) : (grade.reason ?? "")),
    ];
  });
  const heads = ["exercise", "result", "answer", "remark"].map((key) => of(key));
  const list = refused.map(({ cell, error }) => `<li>${of("refusedCell", { cell, error })}</li>`).join("");
  return `<details><summary>${escapeHtml(student)}: ${stopped === undefined ? `${rightIn(grades)}/${grades.length}` : escapeHtml(stopped)}</summary>
${rows.length > 0 ? table(heads, rows) : ""}${list === "" ? "" : `<p>${of("refusedHead")}</p><ul>${list}</ul>`}</details>`;
}

/** The number of a choice with its text. */
function choiceOr({ choices }: Exercise, grade: Grade): string {
  const choice = choices?.[Number(grade.answer) - 1];
  return choice ? `${shownAnswer(grade)}: ${say(choice.text).replaceAll("*", "")}` : shownAnswer(grade);
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  return `<table>${line(head, "th")}\n${rows.map((row) => line(row, "td")).join("\n")}</table>`;
}

/** An exercise's mistakes and non-answers in words, most frequent first. */
function othersOf(exercise: Exercise, grades: readonly Grade[]): string {
  const counts = new Map<string, number>();
  for (const { result, mistake } of grades) {
    if (result === "right") continue;
    const words = result === "wrong" ? inWords(exercise, mistake) : text(`grade.result.${result}`);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted.map(([words, count]) => `${count} × ${escapeHtml(words)}`).join("<br>");
}

function inWords(exercise: Exercise, key: string | undefined): string {
  return key === undefined ? text("grade.unknown") : mistakeInWords(exercise, key);
}
