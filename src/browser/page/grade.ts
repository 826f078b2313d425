/** Grading in the page: each notebook runs in workers, the browser's own sandbox; answers are compared out here. */
import type { CellMessage } from "../worker/session.js";
import "./offered.js";
import { assets, language } from "./locale.js";
import { putFile, putFiles, ROOT } from "../node/files.js";
import { text } from "../../base/text.js";
import { answersCsv, gradesCsv } from "../../cli/grade/csv.js";
import { answersIn, gradeRun, ungraded, type Graded } from "../../cli/grade/grade-run.js";
import { ownExercises } from "../../cli/grade/own-exercises.js";
import { classPage } from "../../cli/grade/page.js";
import type { CellEnd, Inside } from "../../cli/grade/run-inside.js";
import type { Notebook } from "../../jupyter/notebook/notebook-file.js";
import { ANSWER_TYPE, type HandedIn } from "../../paper/exercises.js";
import { projectExercises } from "../../paper/exercises/read-exercises.js";
import { downloads, takeFiles } from "./dom.js";
import { openedNotebook } from "./opened.js";
import { Workers } from "./workers.js";

/** Milliseconds per cell, and how many times a session that does not answer is restarted, without that cell. */
const PATIENCE = 20_000;
const FRESH_STARTS = 3;

// A notebook's session has no answers in its files.
const workers = new Workers(assets, language, (path) => !path.includes("/data/exercises/"));
const status = document.getElementById("status")!;
let data: Promise<void> | undefined;

const input = takeFiles(gradeFiles);

async function gradeFiles(files: readonly File[]): Promise<void> {
  input.disabled = true;
  try {
    await (data ??= fetch(`${assets}data.json`).then(async (answer) =>
      putFiles((await answer.json()) as Record<string, string>),
    ));
    const own = files.filter(({ name }) => /\.ya?ml$/.test(name));
    for (const file of own) putFile(`${ROOT}/own/${file.name}`, await file.text());
    const taken = ownExercises(own.map(({ name }) => `${ROOT}/own/${name}`));
    const exercises = [...projectExercises(), ...taken].flatMap((one) => one.exercises);
    const { compare } = new Intl.Collator(language, { numeric: true });
    const handedIn = files.filter(({ name }) => name.endsWith(".ipynb"));
    handedIn.sort((a, b) => compare(a.name, b.name));
    const graded: Graded[] = [];
    for (const [at, file] of handedIn.entries()) {
      status.textContent = `${at + 1}/${handedIn.length}: ${file.name}`;
      const submission = { student: file.name.replace(/\.ipynb$/, ""), path: file.name };
      const notebook = notebookOf(await file.text());
      if (notebook) graded.push(gradeRun(submission, exercises, notebook, await run(notebook)));
      else graded.push(ungraded(submission, text("grade.stop.unreadable", { said: "nbformat 4" })));
    }
    show(graded, classPage(graded, exercises, text("grade.page.browser")));
    status.textContent = text("grade.done", { count: graded.length });
  } catch (error) {
    status.textContent = (error as Error).message;
  } finally {
    input.disabled = false;
    input.value = "";
  }
}

function notebookOf(json: string): Notebook | undefined {
  const opened = openedNotebook(json);
  const cells = opened?.cells.map(({ id, cell_type, source }, index) => ({
    ...{ index, id, type: cell_type, source: String(source), tags: [], outputs: [] },
  }));
  return cells && { path: "", text: json, cells, kernelName: undefined, language: undefined };
}

async function run(notebook: Notebook): Promise<Inside> {
  const ends = new Map<number, CellEnd>();
  const answers = new Map<number, HandedIn[]>();
  const code = notebook.cells.filter(({ type }) => type === "code");
  for (let start = 0; start <= FRESH_STARTS; start++) {
    await workers.restart();
    await workers.run({ code: 'process.env["EGOV_KZ_ANSWERS"] = "1";' }, () => undefined);
    let isLost = false;
    for (const { index, source } of code) {
      if (ends.get(index)?.status === "timed out" || isLost) continue;
      const heard: CellMessage[] = [];
      const isBlank = source.trim() === "";
      isLost = !isBlank && (await isLate(workers.run({ code: source }, (one) => heard.push(one))));
      if (isLost) ends.set(index, { index, status: "timed out", ename: "CellTimeoutError", error: "" });
      else ends.set(index, isBlank ? { index, status: "blank" } : endOf(index, heard));
      const bundles = heard.map(({ content }) => content["data"] as Record<string, HandedIn> | undefined);
      answers.set(index, answersIn(bundles.flatMap((data) => data?.[ANSWER_TYPE] ?? [])));
    }
    if (!isLost) break;
  }
  return {
    cells: code.map(({ index }) => ends.get(index) ?? { index, status: "not run" }),
    answers: code.flatMap(({ index }) => answers.get(index) ?? []),
  };
}

function isLate(reply: Promise<unknown>): Promise<boolean> {
  const late = new Promise<true>((resolve) => setTimeout(resolve, PATIENCE, true));
  return Promise.race([reply.then(() => false), late]);
}

function endOf(index: number, heard: readonly CellMessage[]): CellEnd {
  const content = heard.find(({ msgType }) => msgType === "error")?.content as
    { ename: string; evalue: string } | undefined;
  if (content === undefined) return { index, status: "ok" };
  const { ename, evalue } = content;
  return { index, status: "failed", ename, error: `${ename}: ${evalue}`.split("\n")[0]!.slice(0, 300) };
}

/** Shows the class below the button, with its files to download. */
function show(graded: readonly Graded[], page: string): void {
  const { body } = new DOMParser().parseFromString(page, "text/html");
  document.getElementById("result")!.replaceChildren(...body.childNodes);
  const files = { "grades.csv": gradesCsv(graded), "answers.csv": answersCsv(graded), "class.html": page };
  document.getElementById("keep")!.replaceChildren(...downloads(files));
}
