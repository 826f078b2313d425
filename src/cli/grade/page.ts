import { readFileSync } from "node:fs";
import { filled, type View } from "../../base/filled.js";
import { getLanguage } from "../../base/language.js";
import { dataPath } from "../../base/project.js";
import { text } from "../../base/text.js";
import { say, type Exercise } from "../../paper/exercises/exercise.js";
import { mistakeInWords } from "../../paper/exercises/judge-answer.js";
import { shownAnswer } from "./csv.js";
import { rightIn, type Grade, type Graded } from "./grade-run.js";

/** The class on one page: each exercise with the mistakes made, then each student's answers. */
export function classPage(
  graded: readonly Graded[],
  exercises: readonly Exercise[],
  sandbox: string,
): string {
  const byId = new Map(exercises.map((exercise) => [exercise.id, exercise]));
  const all = graded.flatMap(({ grades }) => grades);
  const asked = exercises.filter(({ id }) => all.some(({ exercise }) => exercise === id));
  return filled(readFileSync(dataPath("grade", "class.html"), "utf8"), {
    lang: getLanguage(),
    sandboxed: sandbox !== "" && { said: text("grade.sandboxed", { sandbox }) },
    exercises: asked.map((exercise) => {
      const grades = all.filter((grade) => grade.exercise === exercise.id);
      return { id: exercise.id, score: scoreOf(grades), others: othersOf(exercise, grades) };
    }),
    students: graded.map(({ student, grades, stopped, refused }) => ({
      ...{ student, score: stopped ?? scoreOf(grades) },
      answers: grades.length > 0 && { rows: grades.map((grade) => rowOf(byId.get(grade.exercise)!, grade)) },
      denied: refused.length > 0 && {
        cells: refused.map(({ cell, error }) => ({ said: text("grade.refusedCell", { cell, error }) })),
      },
    })),
  }).text;
}

const scoreOf = (grades: readonly Grade[]): string => `${rightIn(grades)}/${grades.length}`;

const rowOf = (exercise: Exercise, grade: Grade): View => ({
  id: exercise.id,
  tone: grade.result === "right" ? "right" : "wrong",
  result: text(`grade.result.${grade.result}`),
  given: grade.answer !== undefined && { answer: choiceOr(exercise, grade) },
  remark: grade.result === "wrong" ? inWords(exercise, grade.mistake) : grade.reason,
});

/** The number of a choice with its text. */
function choiceOr({ choices }: Exercise, grade: Grade): string {
  const choice = choices?.[Number(grade.answer) - 1];
  return choice ? `${shownAnswer(grade)}: ${say(choice.text).replaceAll("*", "")}` : shownAnswer(grade);
}

/** An exercise's mistakes and non-answers in words, most frequent first. */
function othersOf(exercise: Exercise, grades: readonly Grade[]): View[] {
  const counts = new Map<string, number>();
  for (const { result, mistake } of grades) {
    if (result === "right") continue;
    const words = result === "wrong" ? inWords(exercise, mistake) : text(`grade.result.${result}`);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted.map(([words, count]) => ({ said: `${count} × ${words}` }));
}

function inWords(exercise: Exercise, key: string | undefined): string {
  return key === undefined ? text("grade.unknown") : mistakeInWords(exercise, key);
}
