import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import type { Command } from "@commander-js/extra-typings";
import { plainText } from "../base/escape.js";
import { text, setLanguage } from "../base/text.js";
import { writeAtomically } from "../base/write-atomically.js";
import { readNotebook } from "../jupyter/notebook/notebook-file.js";
import type { Exercise } from "../paper/exercises/exercise.js";
import { projectExercises } from "../paper/exercises/read-exercises.js";
import { answersCsv, gradesCsv } from "./grade/csv.js";
import { gradeRun, rightIn, ungraded, type Graded } from "./grade/grade-run.js";
import { ownExercises } from "./grade/own-exercises.js";
import { classPage } from "./grade/page.js";
import { longest, runSandboxed, StoppedError } from "./grade/run-sandboxed.js";
import { findSandbox, placeOfCopies, trust, type Sandbox } from "./grade/sandbox.js";
import { findSubmissions, type Submission } from "./grade/submissions.js";
import { languageOption, positive, wholeNumber } from "./options.js";
import { listenForInterrupts } from "./run/interrupts.js";
import { UsageError } from "./usage-error.js";

/** `egov-kz grade` */
export function register(command: Command): void {
  withOptions(command).action(grade);
}

const withOptions = (command: Command) =>
  command
    .argument("<folder>", "the students' notebooks: one notebook or one folder per student")
    .option("--out <folder>", "where grades.csv, answers.csv and class.html go (default: the folder itself)")
    .addOption(languageOption("language of the page"))
    .option("--exercises <files...>", "your own exercises (.yaml), in addition to the project's")
    .option("--jobs <n>", "notebooks to run at once (default: one per core)", wholeNumber)
    .option("--timeout <seconds>", "time limit for a cell", positive, 20)
    .option("--notebook-timeout <seconds>", "time limit for a notebook", positive, 60)
    .option("--memory <MB>", "memory limit for a kernel", positive, 1500)
    .option("--output <MB>", "output limit for a notebook", positive, 20)
    .option("--trust", "run without a sandbox: the notebooks can do whatever you can");
type Flags = ReturnType<ReturnType<typeof withOptions>["opts"]>;

async function grade(folder: string, flags: Flags): Promise<void> {
  setLanguage(flags.language);
  const submissions = findSubmissions(folder);
  if (submissions.length === 0) throw new UsageError(`grade found no notebooks in ${folder}`);
  const own = ownExercises(flags.exercises ?? []);
  const exercises = [...projectExercises(), ...own].flatMap((one) => one.exercises);
  const sandbox = flags.trust ? trust : required();
  const graded = await gradeAll(submissions, exercises, sandbox, flags);
  const out = flags.out ?? folder;
  mkdirSync(out, { recursive: true });
  writeAtomically(join(out, "grades.csv"), gradesCsv(graded));
  writeAtomically(join(out, "answers.csv"), answersCsv(graded));
  writeAtomically(join(out, "class.html"), classPage(graded, exercises, sandbox.name));
  const page = relative(process.cwd(), join(out, "class.html"));
  console.log(`${text("grade.done", { count: graded.length })} ${page}, grades.csv, answers.csv`);
  console.log(text(sandbox === trust ? "grade.trusted" : "grade.sandboxed", { sandbox: sandbox.name }));
}

/** @throws UsageError saying what to install */
function required(): Sandbox {
  const { sandbox, tried } = findSandbox();
  if (sandbox) return sandbox;
  const list = tried.map((one) => `\n  ${one}`).join("");
  throw new UsageError(`${text("grade.noSandbox")}${list}`);
}

/** On Ctrl-C, finished grades are kept and nothing unfinished is left behind. */
async function gradeAll(
  submissions: readonly Submission[],
  exercises: readonly Exercise[],
  sandbox: Sandbox,
  flags: Flags,
): Promise<Graded[]> {
  const copies = mkdtempSync(placeOfCopies(sandbox));
  const { signal, stop } = listenForInterrupts(() => console.log(text("grade.interrupting")));
  const graded: Graded[] = [];
  // The workers take turns at one iterator.
  const waiting = submissions.entries();
  const worker = async (): Promise<void> => {
    for (const [at, submission] of waiting) {
      const one = (graded[at] = await gradeOne(submission, join(copies, String(at))));
      const score = one.stopped ?? `${rightIn(one.grades)}/${one.grades.length}`;
      const line = `${at + 1}/${submissions.length}  ${one.student}  ${score}`;
      console.log(plainText(line.replace(/\s/g, " ")));
    }
  };

  const gradeOne = async (submission: Submission, folder: string): Promise<Graded> => {
    if (signal.aborted) return ungraded(submission, text("grade.stop.interrupted"));
    if (submission.refused) return ungraded(submission, text(`grade.refused.${submission.refused}`));
    try {
      mkdirSync(folder);
      const path = join(folder, "notebook.ipynb");
      copyFileSync(submission.path, path);
      // In a container, another user reads it.
      chmodSync(path, 0o644);
      const notebook = readNotebook(path);
      const { timeout, notebookTimeout, memory, output, language } = flags;
      const job = { notebook: path, memory, options: { timeout, notebookTimeout, memory, output, language } };
      const inside = await runSandboxed(sandbox, job, longest(notebookTimeout), signal);
      return gradeRun(submission, exercises, notebook, inside);
    } catch (error) {
      return ungraded(submission, whyNot(error as Error, folder));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  try {
    const jobs = Math.min(flags.jobs ?? availableParallelism(), submissions.length);
    await Promise.all(Array.from({ length: jobs }, worker));
    return graded;
  } finally {
    stop();
    rmSync(copies, { recursive: true, force: true });
  }
}

function whyNot(error: Error, folder: string): string {
  if (error instanceof StoppedError)
    return [text(`grade.stop.${error.why}`), error.message].filter((part) => part !== "").join(": ");
  const said = error.message.split("\n")[0]!.replace(join(folder, "/"), "").slice(0, 200);
  return text("grade.stop.unreadable", { said });
}
