import { escapeHtml } from "../../base/escape.js";
import { getLanguage, translated } from "../../base/language.js";
import type { Exercise } from "../../paper/exercises/exercise.js";
import { mistakeInWords } from "../../paper/exercises/judge-answer.js";
import type { Grade, Graded } from "./grade-run.js";

const text = translated({
  en: {
    title: "The class",
    exercise: "Exercise",
    right: "right",
    wrong: "wrong",
    unanswered: "unanswered",
    mistakes: "Mistakes, and how many made them",
    unknown: "not one of the usual mistakes",
    student: "Student",
    stopped: "Stopped",
    students: "Students",
  },
  kk: {
    title: "Сынып",
    exercise: "Жаттығу",
    right: "дұрыс",
    wrong: "қате",
    unanswered: "жауапсыз",
    mistakes: "Қателер және оларды жібергендер саны",
    unknown: "әдеттегі қателерге ұқсамайды",
    student: "Студент",
    stopped: "Тоқтатылды",
    students: "Студенттер",
  },
  ru: {
    title: "Класс",
    exercise: "Упражнение",
    right: "верно",
    wrong: "неверно",
    unanswered: "без ответа",
    mistakes: "Ошибки и сколько человек их допустили",
    unknown: "не похоже на обычные ошибки",
    student: "Студент",
    stopped: "Остановлено",
    students: "Студенты",
  },
});

const STYLE = `body { font: 16px/1.5 system-ui, sans-serif; max-width: 70em; margin: 2em auto; padding: 0 1em }
table { border-collapse: collapse; margin-bottom: 2em } th, td { padding: 0.3em 0.8em; border-bottom: 1px solid #ccc; vertical-align: top }
th { text-align: left } .number { text-align: right }`;

/** The class on one page: each exercise with the mistakes that were made, then each student. */
export function classPage(graded: readonly Graded[], exercises: readonly Exercise[]): string {
  const { title, exercise: heading, right, wrong, unanswered, mistakes, student, stopped, students } = text();
  const asked = exercises.filter(({ id }) =>
    graded.some(({ grades }) => grades.some((one) => one.exercise === id)),
  );
  const byExercise = asked.map((exercise) => {
    const { id } = exercise;
    const grades = graded.flatMap((one) => one.grades.filter((grade) => grade.exercise === id));
    return [id, ...counts(grades), mistakeList(exercise, grades)];
  });
  const byStudent = graded.map((one) => [
    escapeHtml(one.student),
    ...counts(one.grades),
    escapeHtml(one.stopped ?? ""),
  ]);
  return `<!doctype html>
<html lang="${getLanguage()}"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head><body>
<h1>${title}</h1>
${table([heading, right, wrong, unanswered, mistakes], byExercise)}
<h2>${students}</h2>
${table([student, right, wrong, unanswered, stopped], byStudent)}
</body></html>
`;
}

function counts(grades: readonly Grade[]): string[] {
  const results = ["right", "wrong", "unanswered"] as const;
  return results.map((result) => String(grades.filter((grade) => grade.result === result).length));
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const line = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell, at) => `<${tag}${at > 0 && at < 4 ? ' class="number"' : ""}>${cell}</${tag}>`).join("")}</tr>`;
  return `<table>${line(head, "th")}\n${rows.map((row) => line(row, "td")).join("\n")}</table>`;
}

/** The mistakes of an exercise, the most frequent first, in words. */
function mistakeList(exercise: Exercise, grades: readonly Grade[]): string {
  const wrong = grades.filter(({ result }) => result === "wrong");
  const keys = [...new Set(wrong.map(({ mistake }) => mistake))];
  const counted = keys.map((key) => ({ key, count: wrong.filter(({ mistake }) => mistake === key).length }));
  counted.sort((a, b) => b.count - a.count);
  return counted.map(({ key, count }) => `${count} × ${escapeHtml(inWords(exercise, key))}`).join("<br>");
}

function inWords(exercise: Exercise, key: string | undefined): string {
  return key === undefined ? text().unknown : mistakeInWords(exercise, key);
}
