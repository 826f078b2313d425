import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { latePackage } from "../../base/late-package.js";
import { dataPath } from "../../base/project.js";
import { readText } from "../../base/read-regular.js";
import { text } from "../../base/text.js";
import { requireShape } from "../../ledger/validate-folder.js";
import { isOwn, type Exercise, type NotebookExercises, type Words } from "./exercise.js";

const yaml = latePackage<typeof import("js-yaml")>("js-yaml");
const read = new Map<string, NotebookExercises>();
let mistakes: Record<string, Words> | undefined;

/** The feedback for mistakes that exercises share, by key. */
export const sharedMistakes = (): Readonly<Record<string, Words>> =>
  (mistakes ??= parse(dataPath("exercises", "mistakes.yaml")) as Record<string, Words>);

/** The project's exercises, one file per notebook; given a notebook's number, only its own. */
export function projectExercises(notebook = "\\d\\d"): NotebookExercises[] {
  const own = new RegExp(`^${notebook}\\.yaml$`);
  const files = readdirSync(dataPath("exercises")).filter((name) => own.test(name));
  return files.sort().map((name) => exercisesIn(dataPath("exercises", name), true));
}

/**
 * A teacher's own exercises: the files in the folder "exercises" next to the notebook, in whose folder the kernel runs.
 */
export function ownExercises(folder = join(process.cwd(), "exercises")): NotebookExercises[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.ya?ml$/.test(name)) : [];
  return names.sort().map((name) => exercisesIn(join(folder, name)));
}

/**
 * Reads the exercises in a file, once.
 * @param isChecked skips the schema check, for the project's files, which a test checks
 * @throws naming the file, the exercise and the field that does not fit
 */
export function exercisesIn(path: string, isChecked = false): NotebookExercises {
  const known = read.get(path);
  if (known !== undefined) return known;
  const file = basename(path);
  const content = parse(path) as NotebookExercises;
  if (!isChecked) requireShape("exercises", content, file);
  const exercises = content.exercises.map((exercise) => ({ ...exercise, file }));
  if (!isChecked) exercises.forEach(requireSense);
  read.set(path, { ...content, exercises });
  return read.get(path)!;
}

function parse(path: string): unknown {
  try {
    return yaml().load(readText(path), { filename: basename(path) });
  } catch (error) {
    throw new SyntaxError(`${basename(path)}: ${(error as Error).message.split("\n")[0]!}`, { cause: error });
  }
}

/** Checks what a schema cannot express. */
function requireSense(
  { id, file, mistakes = {}, choices, answer }: Exercise,
  at: number,
  all: Exercise[],
): void {
  const where = `${file}, "exercises", "${id}"`;
  const complain = (what: string): never => {
    throw new RangeError(`${where}, ${what}`);
  };
  if (all.findIndex((other) => other.id === id) !== at) complain(text("exercise.file.twice", { id }));
  if (choices && !choices[Number(answer) - 1])
    complain(text("exercise.file.choice", { answer, count: choices.length }));
  for (const [key, value] of Object.entries(mistakes))
    if (!isOwn(value) && !Object.hasOwn(sharedMistakes(), key))
      complain(text("exercise.file.mistake", { key }));
}
