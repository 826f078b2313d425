import { text } from "../../base/text.js";
import { answerOf } from "./judge-answer.js";
import { say, type Exercise, type NotebookExercises } from "./exercise.js";

/** The parts of an nbformat 4.5 cell that exercises need. */
export interface ExerciseCell {
  cell_type: "markdown" | "code";
  id: string;
  metadata: Record<string, unknown>;
  source: string[];
  execution_count?: null;
  outputs?: [];
}

/** The exercise cells at the end of a notebook, in the current language; a teacher's copy includes the solutions. */
export function exerciseCells(files: readonly NotebookExercises[], { teacher = false } = {}): ExerciseCell[] {
  const heading = [`## ${text("exercise.heading")}`, text("exercise.how")];
  return files.flatMap(({ intro, prelude, exercises }, at) => {
    const mark = at === 0 ? "" : `-${at + 1}`;
    const blocks = [...(at === 0 ? heading : []), ...(intro === undefined ? [] : [say(intro)])];
    return [
      ...(blocks.length > 0 ? [markdown(`exercises${mark}`, "slide", blocks)] : []),
      ...(prelude === undefined ? [] : [code(`exercises-ready${mark}`, "-", prelude)]),
      ...exercises.flatMap((exercise) => cellsOf(exercise, teacher)),
    ];
  });
}

function cellsOf(exercise: Exercise, teacher: boolean): ExerciseCell[] {
  const { id } = exercise;
  const name = (part: string): string => `${part}-${id.replace(".", "-")}`;
  const title = `### ${text("exercise.title", { id })}`;
  const choices = exercise.choices?.map((choice, at) => `${at + 1}. ${say(choice.text)}`).join("\n");
  const question = [title, say(exercise.question), choices, handIn(exercise)];
  // After the question, in a block of its own: JupyterLab shows the first line of a folded cell.
  const hint = `<details><summary>${text("exercise.hint")}</summary>\n\n${say(exercise.hint)}\n\n</details>`;
  const solution = [
    markdown(name("solution-heading"), "skip", [text("exercise.solution")]),
    code(name("solution"), "skip", exercise.solution ?? handedIn(exercise), ["solution"]),
  ];
  return [
    markdown(name("exercise"), "subslide", question, ["exercise"]),
    code(name("answer"), "fragment", "", ["answer"]),
    markdown(name("hint"), "skip", [hint], ["hint"]),
    ...(teacher ? solution : []),
  ];
}

/** The call with the right answer, at the decimal places asked for. */
function handedIn(exercise: Exercise): string {
  const { id, decimals = 0 } = exercise;
  const answer = answerOf(exercise);
  const rounded = typeof answer === "number" ? Number(answer.toFixed(decimals)) : answer;
  return `check("${id}", ${JSON.stringify(rounded)});`;
}

/** The request for an answer, by the exercise's kind. */
function handIn({ id, decimals = 0, percent, choices }: Exercise): string {
  const call = `check("${id}", answer)`;
  if (choices) return text("exercise.handInChoice", { call });
  if (decimals === 0) return text("exercise.handIn", { call });
  return text(percent ? "exercise.inPercent" : "exercise.toDecimals", { call, count: decimals });
}

function markdown(id: string, slide: string, blocks: (string | undefined)[], tags?: string[]): ExerciseCell {
  const source = blocks.filter((block) => block !== undefined).join("\n\n");
  return { cell_type: "markdown", id, metadata: metadata(slide, tags), source: lines(source) };
}

const code = (id: string, slide: string, source: string, tags?: string[]): ExerciseCell => ({
  ...{ cell_type: "code", execution_count: null, id, metadata: metadata(slide, tags) },
  ...{ outputs: [], source: lines(source.trimEnd()) },
});

const metadata = (slide: string, tags?: string[]): Record<string, unknown> => ({
  slideshow: { slide_type: slide },
  ...(tags && { tags }),
});

/** A text as nbformat splits it: each line with its end. */
const lines = (source: string): string[] => (source === "" ? [] : source.split(/(?<=\n)/));
