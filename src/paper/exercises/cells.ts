import { translated } from "../../base/language.js";
import { type Exercise, type NotebookExercises } from "./exercise.js";
import { say } from "./words.js";

/** A cell of nbformat 4.5, as far as exercises need one. */
export interface ExerciseCell {
  cell_type: "markdown" | "code";
  id: string;
  metadata: Record<string, unknown>;
  source: string[];
  execution_count?: null;
  outputs?: [];
}

const text = translated({
  en: {
    heading: "Exercises",
    exercise: (id: string) => `Exercise ${id}`,
    hint: "Hint",
    hand: (call: string) => `Hand it in by \`${call}\`.`,
    decimals: (call: string, count: number) => `To ${count} decimal${count === 1 ? "" : "s"}: \`${call}\`.`,
    percent: (call: string, count: number) =>
      `In per cent, to ${count} decimal${count === 1 ? "" : "s"}: \`${call}\`.`,
    how: "Write your answer into the empty cell below the question and run it. `check` says whether it is right or what kind of mistake it looks like.",
    solution: "**Solution**",
  },
  kk: {
    heading: "Жаттығулар",
    exercise: (id: string) => `${id}-жаттығу`,
    hint: "Кеңес",
    hand: (call: string) => `Жауапты тапсыру: \`${call}\`.`,
    decimals: (call: string, count: number) => `Үтірден кейін ${count} таңбамен: \`${call}\`.`,
    percent: (call: string, count: number) => `Пайызбен, үтірден кейін ${count} таңбамен: \`${call}\`.`,
    how: "Жауапты сұрақтың астындағы бос ұяшыққа жазып, орындаңыз. `check` оның дұрыс-бұрысын немесе қандай қатеге ұқсайтынын айтады.",
    solution: "**Шешімі**",
  },
  ru: {
    heading: "Упражнения",
    exercise: (id: string) => `Упражнение ${id}`,
    hint: "Подсказка",
    hand: (call: string) => `Сдайте ответ: \`${call}\`.`,
    decimals: (call: string, count: number) => `Ответ (знаков после запятой: ${count}): \`${call}\`.`,
    percent: (call: string, count: number) =>
      `Ответ в процентах (знаков после запятой: ${count}): \`${call}\`.`,
    how: "Запишите ответ в пустую ячейку под вопросом и выполните её. `check` скажет, верен ли он или на какую ошибку похож.",
    solution: "**Решение**",
  },
});

/** The cells that close a notebook, in the present language; a teacher's copy has the solutions. */
export function exerciseCells(notebook: NotebookExercises, { teacher = false } = {}): ExerciseCell[] {
  return [
    markdown("exercises", "slide", [`## ${text().heading}`, `${text().how}\n\n${say(notebook.intro)}`]),
    code("exercises-ready", "-", notebook.prelude),
    ...notebook.exercises.flatMap((exercise) => cellsOf(exercise, teacher)),
  ];
}

function cellsOf(exercise: Exercise, teacher: boolean): ExerciseCell[] {
  const { id } = exercise;
  const name = (part: string): string => `${part}-${id.replace(".", "-")}`;
  const choices = exercise.choices?.map((choice, at) => `${at + 1}. ${say(choice.text)}`).join("\n");
  const question = [`### ${text().exercise(id)}`, say(exercise.question), choices, handIn(exercise)];
  // Behind the question in a block of its own: JupyterLab shows the first line of a folded cell.
  const hint = `<details><summary>${text().hint}</summary>\n\n${say(exercise.hint)}\n\n</details>`;
  const solution = [
    markdown(name("solution-heading"), "skip", [text().solution]),
    code(name("solution"), "skip", exercise.solution, ["solution"]),
  ];
  return [
    markdown(name("exercise"), "subslide", question, ["exercise"]),
    code(name("answer"), "fragment", "", ["answer"]),
    markdown(name("hint"), "skip", [hint], ["hint"]),
    ...(teacher ? solution : []),
  ];
}

/** How the answer is asked for, by the exercise's kind. */
function handIn({ id, decimals = 0, percent, choices }: Exercise): string {
  if (choices) return text().hand(`check("${id}", 1)`);
  const call = `check("${id}", answer)`;
  if (decimals === 0) return text().hand(call);
  return percent ? text().percent(call, decimals) : text().decimals(call, decimals);
}

function markdown(id: string, slide: string, blocks: (string | undefined)[], tags?: string[]): ExerciseCell {
  const source = blocks.filter((block) => block !== undefined).join("\n\n");
  return { cell_type: "markdown", id, metadata: metadata(slide, tags), source: lines(source) };
}

function code(id: string, slide: string, source: string, tags?: string[]): ExerciseCell {
  return {
    cell_type: "code",
    execution_count: null,
    id,
    metadata: metadata(slide, tags),
    outputs: [],
    source: lines(source),
  };
}

function metadata(slide: string, tags?: string[]): Record<string, unknown> {
  return { slideshow: { slide_type: slide }, ...(tags && { tags }) };
}

/** A text as nbformat splits it: each line with its end. */
function lines(source: string): string[] {
  return source === "" ? [] : source.split(/(?<=\n)/);
}
