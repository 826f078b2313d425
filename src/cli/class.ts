import { withLanguage } from "../base/text.js";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import type { Command } from "@commander-js/extra-typings";
import { ownExercises } from "./grade/own-exercises.js";
import { languageOption, notebooksIn } from "./options.js";
import { folderOf, languages, type Language } from "../base/language.js";
import { writeAtomically } from "../base/write-atomically.js";
import { exerciseCells, type ExerciseCell } from "../paper/exercises/cells.js";
import type { NotebookExercises } from "../paper/exercises/exercise.js";
import { projectExercises } from "../paper/exercises/read-exercises.js";
import { UsageError } from "./usage-error.js";

/** `egov-kz class` */
export function register(command: Command): void {
  command
    .argument("[out]", "folder for the copies, inside the project so that they can import egov-kz")
    .addOption(languageOption("language of the copies"))
    .option("--teacher", "include solutions")
    .option("--exercises <files...>", "your own exercises (.yaml), in addition to the project's")
    .option("--in-place", "update the exercises in notebooks/, notebooks/kk and notebooks/ru instead")
    .action((out, { language, teacher = false, exercises = [], inPlace }) => {
      if (inPlace) return renewExercises();
      if (out === undefined) throw new UsageError("class requires a folder for the copies");
      const to = join(out, folderOf(language));
      const written = copies(language, teacher, exercises, to);
      console.log(`${written} notebooks in ${relative(process.cwd(), to) || to}`);
    });
}

/** The notebooks that exercises can belong to. */
const lessonsIn = (language: Language): string[] =>
  notebooksIn(language).filter((path) => /^\d\d-/.test(basename(path)));

/** @throws UsageError if a language has no notebooks, or an existing copy has been edited */
function copies(language: Language, teacher: boolean, files: readonly string[], to: string): number {
  const notebooks = lessonsIn(language);
  if (notebooks.length === 0) throw new UsageError(`class found no notebooks in ${language}`);
  const own = ownExercises(files);
  const stray = own.find(({ notebook }) => !notebooks.some((path) => basename(path).startsWith(notebook)));
  if (stray) throw new UsageError(`class found no notebook ${stray.notebook}, for which ${stray.path} is`);
  const fresh = notebooks.map((path) => ({
    path: join(to, basename(path)),
    text: withExercises(path, language, teacher, own),
  }));
  // `check` finds them there: a kernel runs in its notebook's folder.
  const beside = files.map((path) => ({
    path: join(to, "exercises", basename(path)),
    text: readFileSync(path, "utf8"),
  }));
  const changed = fresh.find(({ path, text }) => existsSync(path) && readFileSync(path, "utf8") !== text);
  if (changed)
    throw new UsageError(
      `class requires a folder without other notebooks of these names, got ${changed.path}`,
    );
  mkdirSync(join(to, beside.length > 0 ? "exercises" : ""), { recursive: true });
  for (const { path, text } of [...beside, ...fresh]) writeAtomically(path, text);
  return fresh.length;
}

/** Rewrites exercises that differ, so that notebooks match the exercises' source. */
function renewExercises(): void {
  for (const language of languages())
    for (const path of lessonsIn(language)) {
      const fresh = withExercises(path, language, false);
      if (fresh === readFileSync(path, "utf8")) continue;
      writeAtomically(path, fresh);
      console.log(relative(process.cwd(), path));
    }
}

/** A notebook's text with its exercises, which replace everything from the cell "exercises" on or are appended. */
export function withExercises(
  path: string,
  language: Language,
  teacher: boolean,
  own: readonly NotebookExercises[] = [],
): string {
  const notebook = JSON.parse(readFileSync(path, "utf8")) as {
    cells: (ExerciseCell & { id: string })[];
  };
  const number = basename(path).slice(0, 2);
  const exercises = [...projectExercises(number), ...own.filter((one) => one.notebook === number)];
  if (exercises.length === 0) return readFileSync(path, "utf8");
  const start = notebook.cells.findIndex(({ id }) => id === "exercises");
  const lesson = start < 0 ? notebook.cells : notebook.cells.slice(0, start);
  // An unchanged cell keeps its outputs.
  const text = ({ id, metadata, source }: ExerciseCell): string => JSON.stringify([id, metadata, source]);
  const before = new Map(notebook.cells.map((cell) => [text(cell), cell]));
  const fresh = withLanguage(language, () => exerciseCells(exercises, { teacher }));
  const cells = [...lesson, ...fresh.map((cell) => before.get(text(cell)) ?? cell)];
  return `${JSON.stringify({ ...notebook, cells }, null, 1)}\n`;
}
