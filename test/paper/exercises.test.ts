import { expect } from "chai";
import { readFileSync } from "node:fs";
import { type Language } from "../../src/base/language.js";
import { setLanguage } from "../../src/base/text.js";
import { check, findExercise } from "../../src/paper/exercises.js";
import { say, type ExerciseAnswer, type Exercise, type Words } from "../../src/paper/exercises/exercise.js";
import { judgeAnswer, mistakeInWords } from "../../src/paper/exercises/judge-answer.js";
import { projectExercises, sharedMistakes } from "../../src/paper/exercises/read-exercises.js";
import { Series } from "../../src/helper/table/table.js";

interface Oracle {
  exercises: Record<string, { answer: ExerciseAnswer; mistakes: Record<string, ExerciseAnswer> }>;
  /** Wrong answers, each with who would hand it in; `mistake` null where it cannot be told what went wrong. */
  students: { exercise: string; who: string; answer: unknown; mistake: string | null }[];
}

/** Computed by NumPy and SciPy; the command and the versions stand in the file. */
const oracle = JSON.parse(
  readFileSync(new URL("../fixtures/numpy/exercises.json", import.meta.url), "utf8"),
) as Oracle;
const NOTEBOOKS = projectExercises();
const EXERCISES = NOTEBOOKS.flatMap(({ exercises }) => exercises);
const judge = (id: string, ...given: unknown[]) => judgeAnswer(findExercise(id), given[0], ...given.slice(1));
const numeric = EXERCISES.filter(({ choices }) => !choices);
const judgements = EXERCISES.filter(({ choices }) => choices);

describe("exercises", () => {
  afterEach(() => setLanguage("en"));

  it("are numbered, and each notebook has two or more of either kind, with an outside answer", () => {
    expect(Object.keys(oracle.exercises)).to.have.members(EXERCISES.map(({ id }) => id));
    for (const { notebook, exercises } of NOTEBOOKS) {
      expect(exercises.map(({ id }) => id)).to.deep.equal(
        exercises.map((_, at) => `${Number(notebook)}.${at + 1}`),
      );
      expect(exercises.filter(({ choices }) => choices).length, notebook).to.be.at.least(2);
      expect(exercises.filter(({ choices }) => !choices).length, notebook).to.be.at.least(2);
    }
  });

  for (const exercise of numeric) {
    const { id, decimals = 0, mistakes = {} } = exercise;
    it(`${id} takes the answer of NumPy and SciPy, exact or rounded as the question asks`, () => {
      const { answer } = oracle.exercises[id]!;
      expect(judge(id, answer)).to.deep.equal({ right: true, message: `✓ ${id}: right.` });
      if (typeof answer === "number")
        expect(judge(id, Number(answer.toFixed(decimals))).right).to.equal(true);
      if (Array.isArray(answer)) {
        expect(judge(id, new Series(answer.map((value) => value ?? NaN))).right).to.equal(true);
        expect(
          judge(
            id,
            Float64Array.from(answer, (value) => value ?? NaN),
          ).right,
        ).to.equal(true);
      }
    });

    it(`${id} knows its mistakes by the values of NumPy and SciPy and does not give the answer away`, () => {
      const outside = oracle.exercises[id]!.mistakes;
      expect(Object.keys(outside)).to.have.members(Object.keys(mistakes));
      for (const [key, value] of Object.entries(outside)) {
        const { right, mistake, message } = judge(id, value);
        expect({ right, mistake }, key).to.deep.equal({ right: false, mistake: key });
        expect(message).to.equal(`✗ ${id}: not yet. This looks like ${mistakeInWords(exercise, key)}.`);
      }
    });
  }

  for (const { id, choices } of judgements)
    it(`${id} answers every choice and calls one of them right`, () => {
      const verdicts = choices!.map((choice, at) => {
        const verdict = judge(id, at + 1);
        expect(verdict.message).to.contain(say(choice.feedback).replaceAll("*", ""));
        expect(judge(id, String(at + 1))).to.deep.equal(verdict);
        return verdict.right;
      });
      expect(verdicts.filter(Boolean)).to.have.lengthOf(1);
      expect(verdicts.indexOf(true) + 1).to.equal(oracle.exercises[id]!.answer);
      for (const other of [0, choices!.length + 1, "b", undefined])
        expect(judge(id, other).message).to.contain(`from 1 to ${choices!.length}`);
    });

  it("names the mistake in 95 of 100 wrong answers of a class, and calls none of them right", () => {
    expect(oracle.students.length).to.be.at.least(200);
    const judged = oracle.students.map(({ exercise, answer }) => judge(exercise, answer));
    expect(judged.filter(({ right }) => right)).to.deep.equal([]);
    const known = oracle.students.filter(({ mistake }, at) => judged[at]!.mistake === mistake);
    expect(known.length / judged.length).to.be.at.least(0.95);
    const misnamed = oracle.students.filter(({ mistake }, at) => (judged[at]!.mistake ?? null) !== mistake);
    expect(misnamed).to.deep.equal([]);
  });

  it("speak three languages: no text is left out or stands twice, and none shows a decimal dot in kk and ru", () => {
    const texts: [string, Words][] = [
      ...Object.entries(sharedMistakes()),
      ...NOTEBOOKS.map(({ notebook, intro }): [string, Words] => [notebook, intro!]),
      ...EXERCISES.flatMap(textsOf),
    ];
    for (const [where, words] of texts) {
      const { en, kk, ru } = words as Record<Language, string>;
      expect(new Set([en, kk, ru]).size, `${where}: ${en}`).to.equal(3);
      for (const text of [kk, ru]) {
        expect(text, where).to.match(/[а-яәғқңөұүһі]/i);
        expect(text, where).not.to.match(/\d\.\d/);
      }
    }
  });

  it("say right and wrong in Kazakh and Russian", () => {
    const says = (language: Language, answer: unknown): string => {
      setLanguage(language);
      return judge("3.1", answer).message;
    };
    const { answer } = oracle.exercises["3.1"]!;
    expect(says("kk", answer)).to.equal("✓ 3.1: дұрыс.");
    expect(says("ru", answer)).to.equal("✓ 3.1: верно.");
    expect(says("ru", -(answer as number))).to.equal(
      "✗ 3.1: пока неверно. Похоже, это верная величина с неверным знаком.",
    );
    expect(says("kk", -(answer as number))).to.equal(
      "✗ 3.1: әзірге дұрыс емес. Бұл мынаған ұқсайды: шамасы дұрыс, таңбасы қате.",
    );
  });
});

function textsOf({ id, question, hint, choices = [], mistakes = {} }: Exercise): [string, Words][] {
  const own = Object.values(mistakes).flatMap((one) =>
    typeof one === "object" && "says" in one ? [one.says] : [],
  );
  const words = [question, hint, ...own, ...choices.flatMap(({ text, feedback }) => [text, feedback])];
  return words.map((one) => [id, one]);
}

describe("judgeAnswer", () => {
  const answerOf = (id: string): number => oracle.exercises[id]!.answer as number;

  it("knows an answer that is not there", () => {
    for (const nothing of [undefined, null, NaN]) expect(judge("3.1", nothing).mistake).to.equal("empty");
  });

  it("speaks of the decimal comma, in text and in what a comma makes of a number", () => {
    expect(judge("3.1", 0, 1685).message).to.match(
      /a decimal comma: in code, a comma starts the next argument/,
    );
    expect(judge("0.3", 2, 5).mistake).to.equal("decimal comma");
  });

  it("takes a number in quotation marks as a person writes it, in a column, too", () => {
    for (const given of ["0,1685", "0.1685", " 0,168 5 ", "+0,1685"])
      expect(judge("3.1", given).right, given).to.equal(true);
    const growth = answerOf("3.2").toFixed(1);
    for (const given of [`${growth} %`, `${growth}%`, growth.replace(".", ",")])
      expect(judge("3.2", given).right, given).to.equal(true);
    expect(judge("3.1", "−0,1685").mistake).to.equal("sign");
    for (const given of ["1,68,5", "0x10", "about 0.2", "1e3"])
      expect(judge("3.1", given).mistake, given).to.equal("text");
    const column = (oracle.exercises["5.4"]!.answer as (number | null)[]).map(
      (value) => value?.toFixed(4).replace(".", ",") ?? null,
    );
    expect(judge("5.4", column).right).to.equal(true);
  });

  it("takes nothing but a choice for a choice", () => {
    for (const given of [true, [2], "toString", 1.5, null, {}]) {
      const { right, mistake } = judge("0.3", given);
      expect({ right, mistake }, String(given)).to.deep.equal({ right: false, mistake: "empty" });
    }
  });

  it("takes a country by any of its names", () => {
    for (const name of ["Kazakhstan", "kazakhstan ", "Қазақстан", "Казахстан", "KAZ", "KZ"])
      expect(judge("10.2", name).right, name).to.equal(true);
    expect(judge("10.2", "Дания").mistake).to.equal("level today");
  });

  it("does not take a wrong method for rounding: its neighbours get their own name", () => {
    expect(judge("3.3", 3.23).mistake).to.equal("log");
    expect(judge("4.2", 0.979).mistake).to.equal("spearman");
    expect(judge("7.3", 0.0505).mistake).to.equal("poisson");
    expect(judge("3.1", answerOf("3.1") + 0.0004)).to.not.have.property("mistake");
  });

  it("knows a decimal slip in both directions", () => {
    expect(judge("6.1", 10 * answerOf("6.1")).mistake).to.equal("decimal slip");
    expect(judge("3.2", answerOf("3.2") / 1000).mistake).to.equal("decimal slip");
  });

  it("knows another kind of thing altogether", () => {
    for (const thing of [true, { r: 0.5 }, () => 1]) expect(judge("3.1", thing).mistake).to.equal("kind");
  });

  it("says plainly when it knows no more than that the answer is wrong", () => {
    for (const [id, answer] of [
      ["3.1", 17],
      ["3.4", 1999],
    ] as const)
      expect(judge(id, answer).message).to.match(/not one of the usual mistakes/);
  });
});

describe("check", () => {
  it("lists the exercises of the notebook that an unknown number belongs to", () => {
    expect(() => check("3.99", 1)).to.throw(
      RangeError,
      /^check requires the number of an exercise, from "3\.1" to "3\.\d", got "3\.99"$/,
    );
    expect(() => check("9999.1", 1)).to.throw(RangeError, /from "0\.1" to "12\.\d", got "9999\.1"$/);
  });
});
