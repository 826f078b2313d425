import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import type { Command } from "commander";
import { setLanguage, type Language } from "../base/language.js";
import { projectRoot } from "../base/project.js";
import { writeAtomically } from "../base/write-atomically.js";
import { readNotebook } from "../jupyter/notebook/notebook-file.js";
import { confinedKernel } from "../jupyter/run/confined-kernel.js";
import { runNotebooks, type Work } from "../jupyter/run/run-notebooks.js";
import type { Exercise } from "../paper/exercises/exercise.js";
import { projectExercises } from "../paper/exercises/read-exercises.js";
import { positive, wholeNumber } from "./arguments.js";
import { languageOption } from "./language.js";
import { findSubmissions, type Submission } from "./grade/submissions.js";
import { gradeRun, unreadable, type Graded } from "./grade/grade-run.js";
import { gradesCsv } from "./grade/csv.js";
import { classPage } from "./grade/page.js";
import { showProgress } from "./run/progress.js";
import { UsageError } from "./usage-error.js";

/** `egov-kz grade` */
export function register(command: Command): void {
  command
    .argument("<folder>", "the students' notebooks, one a student or one folder a student")
    .option("--out <folder>", "where grades.csv and class.html go (default: the folder itself)")
    .addOption(languageOption("language of the page"))
    .option("--jobs <n>", "notebooks at once (default: the cores)", wholeNumber)
    .option("--timeout <seconds>", "for a cell", positive, 20)
    .option("--notebook-timeout <seconds>", "for a notebook", positive, 60)
    .option("--memory <MB>", "for a kernel", positive, 1500)
    .option("--output <MB>", "that a notebook may put out", positive, 20)
    .addHelpText("after", `\n${NOT_CONFINED}`)
    .action(async (folder: string, flags: GradeFlags) => {
      const submissions = findSubmissions(folder);
      if (submissions.length === 0) throw new UsageError(`grade found no notebooks in ${folder}`);
      const exercises = projectExercises().flatMap((one) => one.exercises);
      const graded = await gradeAll(submissions, exercises, flags);
      setLanguage(flags.language);
      const out = flags.out ?? folder;
      mkdirSync(out, { recursive: true });
      writeAtomically(join(out, "grades.csv"), gradesCsv(graded));
      writeAtomically(join(out, "class.html"), classPage(graded, exercises));
      console.log(
        `${graded.length} notebook${graded.length === 1 ? "" : "s"}: ${relative(process.cwd(), join(out, "class.html"))}, grades.csv`,
      );
      console.log(NOT_CONFINED);
    });
}

const NOT_CONFINED =
  "Confined: files (only the project's code and data can be read, only a folder of the notebook's own written), " +
  "child processes, time, memory, output. Not confined: the network, environment variables.";

interface GradeFlags {
  out?: string;
  language: Language;
  jobs?: number;
  timeout: number;
  notebookTimeout: number;
  memory: number;
  output: number;
}

/** Each notebook runs as a copy in a folder of its own, which is below the project so that it finds the package. */
async function gradeAll(
  submissions: readonly Submission[],
  exercises: readonly Exercise[],
  flags: GradeFlags,
): Promise<Graded[]> {
  const root = mkdtempSync(join(projectRoot(), ".grade-"));
  try {
    const graded: Graded[] = [];
    const work: (Work & { at: number })[] = [];
    for (const [at, submission] of submissions.entries()) {
      const folder = join(root, String(at));
      mkdirSync(folder);
      try {
        readNotebook(submission.path);
        cpSync(submission.path, join(folder, "notebook.ipynb"));
        const notebook = readNotebook(join(folder, "notebook.ipynb"));
        work.push({ at, notebook, spec: kernelFor(folder, root, flags.memory) });
      } catch (error) {
        graded[at] = unreadable(submission, error as Error);
      }
    }
    const progress = showProgress(process.stdout);
    await runNotebooks(work, {
      jobs: flags.jobs ?? availableParallelism(),
      allowErrors: true,
      timeout: flags.timeout,
      notebookTimeout: flags.notebookTimeout,
      output: flags.output * 1e6,
      env: { EGOV_KZ_ANSWERS: "1" },
      onProgress: (index, done, total) =>
        progress.update(index, submissions[work[index]!.at]!.student, done, total),
      onDone: (index, run) => {
        const { at, notebook } = work[index]!;
        graded[at] = gradeRun(submissions[at]!, exercises, notebook, run);
        const { student, stopped } = graded[at];
        progress.done(index, { ...run, path: student, ok: stopped === undefined, failures: [] });
      },
    });
    progress.stop();
    return graded;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function kernelFor(folder: string, root: string, memory: number): Work["spec"] {
  const reads = ["dist", "node_modules", "vendor", "data", "package.json"].map((name) =>
    join(projectRoot(), name),
  );
  const spec = confinedKernel({ reads, folder: join(folder, "/"), heap: Math.round(memory / 2) });
  return { ...spec, memory, compileFolder: root };
}
