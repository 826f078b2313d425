import { expect } from "chai";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataPath } from "../../src/base/project.js";
import { setLanguage } from "../../src/base/text.js";
import type { AnyNode } from "acorn";
import { exerciseCells } from "../../src/paper/exercises/cells.js";
import { computedValue } from "../../src/paper/exercises/answers.js";
import type { Exercise } from "../../src/paper/exercises/exercise.js";
import { judgeAnswer, mistakeInWords, mistakesOf } from "../../src/paper/exercises/judge-answer.js";
import { exercisesIn, ownExercises, projectExercises } from "../../src/paper/exercises/read-exercises.js";
import { ownExercises as usable } from "../../src/cli/grade/own-exercises.js";
import { UsageError } from "../../src/cli/usage-error.js";
import { sameAnswer } from "../../src/paper/exercises/same-answer.js";
import { parseFormula } from "../../src/ledger/formula.js";

/** Mistakes that are right as far as they go: each was read, and says what the number is or what is still missing. */
const STEPS = [
  "one end",
  "level",
  "single",
  "none",
  "product",
  "tolerance",
  "R squared",
  "one step",
  "once",
  "total",
  "standard error",
  "wrong direction",
  "component",
  "a rank",
  "one interval",
  "count",
  "own change",
  "year not held",
  "numerator",
  "not turned back",
  "naive",
];

describe("the project's exercises", () => {
  for (const { notebook, exercises } of projectExercises())
    it(`of notebook ${notebook} fit the schema, and their formulas give values`, () => {
      const read = exercisesIn(dataPath("exercises", "..", "exercises", `${notebook}.yaml`));
      expect(read.exercises.map(({ id }) => id)).to.deep.equal(exercises.map(({ id }) => id));
      for (const exercise of exercises) expect(() => mistakesOf(exercise), exercise.id).not.to.throw();
    });

  it("call no right step a mistake, unless the words say what is still missing", () => {
    const wronged = projectExercises()
      .flatMap(({ exercises }) => exercises)
      .flatMap((exercise) => {
        const steps = stepsOf(exercise);
        const isStep = (value: unknown): boolean =>
          steps.some((step) => sameAnswer(value, step, 9) && typeof value === "number");
        return mistakesOf(exercise).flatMap(([key, value]) => {
          const words = mistakeInWords(exercise, key);
          return isStep(value) && !STEPS.includes(key) ? [`${exercise.id} ${key}: ${words}`] : [];
        });
      });
    expect(wronged).to.deep.equal([]);
  });
});

/** The values of the parts of an exercise's answer, its own value and plain numbers apart. */
function stepsOf(exercise: Exercise): number[] {
  const named = Object.keys(exercise.let ?? {});
  const formulas = [exercise.answer, ...named].filter((one) => typeof one === "string");
  const parts = formulas.flatMap((text) => {
    const found: string[] = [];
    const visit = (node: AnyNode): void => {
      if (/Binary|Call|Member/.test(node.type)) found.push(text.slice(node.start, node.end));
      for (const child of Object.values(node).flat() as (AnyNode | null)[]) if (child?.type) visit(child);
    };
    visit(parseFormula(text, exercise.id).root);
    return text === exercise.answer ? found.filter((part) => part !== text) : [...found, text];
  });
  return parts.flatMap((part) => {
    try {
      const value = computedValue(exercise, part, "step");
      return typeof value === "number" ? [value] : [];
    } catch {
      return [];
    }
  });
}

describe("a teacher's own exercises", () => {
  const folder = mkdtempSync(join(tmpdir(), "egov-kz-exercises-"));
  after(() => rmSync(folder, { recursive: true }));
  afterEach(() => setLanguage("en"));
  let count = 0;
  const write = (text: string): string => {
    const path = join(folder, `own-${(count += 1)}.yaml`);
    writeFileSync(path, text);
    return path;
  };
  const exercise = (more: string): string => `notebook: "03"\nexercises:\n  - id: "own.1"\n${more}`;
  const GOOD = exercise(`    question: How large is the mean of the printed TII?
    hint: {en: Add and divide., ru: Сложите и разделите.}
    decimals: 4
    let: {total: sum(T3.TII)}
    answer: total / 10
    mistakes:
      population: 0.5
      largest:
        answer: max(T3.TII)
        says: {en: the largest value, ru: наибольшее значение}
`);

  it("are judged as the project's are, in the language that they have", () => {
    const [own] = exercisesIn(write(GOOD)).exercises;
    expect(judgeAnswer(own!, computedValue(own!, "mean(T3.TII)", "test")).right).to.equal(true);
    setLanguage("ru");
    expect(judgeAnswer(own!, computedValue(own!, "max(T3.TII)", "test")).message).to.equal(
      "✗ own.1: пока неверно. Похоже, это наибольшее значение.",
    );
  });

  it("become cells behind the project's, with a solution where none is written", () => {
    const files = [...projectExercises("03"), exercisesIn(write(GOOD))];
    const cells = exerciseCells(files, { teacher: true });
    expect(new Set(cells.map(({ id }) => id)).size).to.equal(cells.length);
    expect(cells.filter(({ id }) => id === "exercises")).to.have.lengthOf(1);
    expect(cells.find(({ id }) => id === "solution-own-1")!.source.join("")).to.match(
      /^check\("own\.1", 0\.\d+\);$/,
    );
  });

  it("are found in the folder exercises beside the notebook, and nowhere else", () => {
    expect(ownExercises(join(folder, "no-such"))).to.deep.equal([]);
    expect(ownExercises(folder).length).to.be.at.least(1);
  });

  it("can be written as docs/teaching.md shows", () => {
    const [, example] = /```yaml\n(.*?)```/s.exec(readFileSync("docs/teaching.md", "utf8"))!;
    const { exercises } = exercisesIn(write(example!));
    expect(exercises.map((one) => judgeAnswer(one, one.id === "own.2" ? 2 : "1").right)).to.deep.equal([
      false,
      true,
    ]);
    expect(mistakesOf(exercises[0]!)).to.have.lengthOf(2);
  });

  const faults: Record<string, [text: string, message: RegExp]> = {
    "no YAML": ["notebook: [", /^own-\d+\.yaml: /],
    "a list": ["- 1", /^own-\d+\.yaml requires object, got/],
    "a notebook without quotation marks": [
      "notebook: 3\nexercises: []",
      /own-\d+\.yaml, "notebook": requires string, got 3/,
    ],
    "a number without quotation marks": [
      GOOD.replace('"own.1"', "3.8"),
      /"exercises", entry 1, "id": requires string, got 3\.8/,
    ],
    "no hint": [GOOD.replace(/ {4}hint.*\n/, ""), /^own-\d+\.yaml, "exercises", "own\.1": requires "hint"/],
    "a field that is none": [
      GOOD.replace("decimals", "places"),
      /"exercises", "own\.1": has "places", which is none of id, question/,
    ],
    "an empty text": [
      GOOD.replace("Сложите и разделите.", '""'),
      /"own\.1", "hint", "ru": is empty; it requires some text/,
    ],
    "a language that is none": [
      GOOD.replace("ru: Сложите", "de: Сложите"),
      /"own\.1", "hint": has "de", which is none of en, kk, ru/,
    ],
    "a mistake without words": [
      GOOD.replace("population:", "nobody knows:"),
      /"own\.1", "mistakes": requires a description of "nobody knows"/,
    ],
    "the same number twice": [
      `${GOOD}${GOOD.slice(GOOD.indexOf("  - id"))}`,
      /"own\.1", requires a number that no other exercise has/,
    ],
    "an answer that is no choice": [
      exercise(
        "    question: Which?\n    hint: Think.\n    answer: 3\n    choices:\n      - {text: A, feedback: a}\n      - {text: B, feedback: b}\n",
      ),
      /"own\.1", "answer": requires the number of a choice, from 1 to 2, got 3/,
    ],
  };
  for (const [name, [text, message]] of Object.entries(faults))
    it(`are refused by file, exercise and field: ${name}`, () => {
      expect(() => exercisesIn(write(text))).to.throw(message);
    });

  const commands: Record<string, [text: string, message: RegExp]> = {
    "a file that is not there": ["", /no-such\.yaml: ENOENT/],
    "a number that the project has": [
      GOOD.replace('"own.1"', '"3.1"'),
      /"3\.1", requires a number that no other exercise has/,
    ],
    "a mistake that is right": [
      GOOD.replace("max(T3.TII)", "mean(T3.TII)"),
      /"own\.1", "mistakes": requires "largest" to differ from the right answer/,
    ],
    "a formula of a mistake": [
      GOOD.replace("max(T3.TII)", "max(T9.TII)"),
      /own\.1, mistakes, largest: T9: there is no exhibit/,
    ],
  };
  for (const [name, [text, message]] of Object.entries(commands))
    it(`are refused before a class sees them: ${name}`, () => {
      const path = text === "" ? join(folder, "no-such.yaml") : write(text);
      expect(() => usable([path])).to.throw(UsageError, message);
    });

  const formulas: Record<string, RegExp> = {
    "mean(T3.XYZ)": /own-\d+\.yaml, own\.1, answer: T3\.XYZ: Table 3 has no column "XYZ"; it has EGDI/,
    "mean(T3.TII": /own-\d+\.yaml, own\.1, answer: is not a formula/,
    "maen(T3.TII)": /own-\d+\.yaml, own\.1, answer: maen: there is no such function/,
    "T3.TII > 1":
      /own-\d+\.yaml, own\.1, answer: T3\.TII > 1: requires a number, a name or a column, got a statement/,
  };
  for (const [formula, message] of Object.entries(formulas))
    it(`say where a formula is at fault: ${formula}`, () => {
      const [own] = exercisesIn(write(GOOD.replace("total / 10", formula))).exercises;
      expect(() => judgeAnswer(own!, 1)).to.throw(message);
    });
});
