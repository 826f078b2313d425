import { expect } from "chai";
import { readFileSync } from "node:fs";
import { check, EXERCISES, findExercise } from "../../src/notebook/exercises.js";
import type { Answer } from "../../src/notebook/exercises/exercise.js";
import { judgeAnswer } from "../../src/notebook/exercises/judge-answer.js";

interface Oracle {
  exercises: Record<string, { answer: Answer; mistakes: Record<string, Answer> }>;
}

/** Computed by NumPy and SciPy; the command and the versions stand in the file. */
const oracle = JSON.parse(
  readFileSync(new URL("../fixtures/numpy/exercises.json", import.meta.url), "utf8"),
) as Oracle;
const judge = (id: string, given: unknown) => judgeAnswer(findExercise(id), given);

describe("exercises", () => {
  it("are numbered once each, three to five for a notebook, and none is without an outside answer", () => {
    const ids = EXERCISES.map((exercise) => exercise.id);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(Object.keys(oracle.exercises)).to.have.members(ids);
    for (const notebook of new Set(ids.map((id) => id.split(".")[0]!))) {
      const own = ids.filter((id) => id.startsWith(`${notebook}.`));
      expect(own.length, `exercises of notebook ${notebook}`).to.be.within(3, 5);
      expect(own).to.deep.equal(own.map((_, at) => `${notebook}.${at + 1}`));
    }
  });

  for (const exercise of EXERCISES) {
    const { id } = exercise;
    describe(id, () => {
      it("takes the answer that NumPy and SciPy give, exact or rounded as the question asks", () => {
        const { answer } = oracle.exercises[id]!;
        expect(judge(id, answer)).to.deep.equal({ right: true, message: `✓ ${id}: right.` });
        if (typeof answer === "number")
          expect(judge(id, Number(answer.toFixed(exercise.decimals))).right).to.equal(true);
      });

      it("has an outside value for each of its named mistakes", () => {
        expect(Object.keys(oracle.exercises[id]!.mistakes)).to.have.members(
          exercise.mistakes.map((mistake) => mistake.key),
        );
      });

      for (const { key, says } of exercise.mistakes) {
        it(`knows the mistake "${key}" by its value and does not give the answer away`, () => {
          const verdict = judge(id, oracle.exercises[id]!.mistakes[key]);
          expect(verdict.right).to.equal(false);
          expect(verdict.mistake).to.equal(key);
          expect(verdict.message).to.equal(`✗ ${id}: not yet. This looks like ${says}.`);
          expect(verdict.message.replace(`✗ ${id}:`, "")).not.to.match(/\d{2}|\d[.,]\d/);
        });
      }
    });
  }
});

describe("judgeAnswer", () => {
  const answerOf = (id: string): number => oracle.exercises[id]!.answer as number;

  it("knows an answer that is not there", () => {
    for (const nothing of [undefined, null, NaN])
      expect(judge("3.1", nothing).message).to.equal(
        "✗ 3.1: not yet. This looks like an empty value, where an answer is asked.",
      );
  });

  it("knows a number in quotation marks", () => {
    expect(judge("3.1", "0,1685").message).to.match(/This looks like text, where a number is asked/);
  });

  it("knows a single value in place of a column, a column in place of a value, and one of another length", () => {
    const column = oracle.exercises["5.4"]!.answer as (number | null)[];
    expect(judge("5.4", 0.7).message).to.match(/a single value, where a whole column is asked/);
    expect(judge("3.1", [0.7]).message).to.match(/a whole column, where a single value is asked/);
    expect(judge("5.4", column.slice(1)).message).to.match(/a column of another length/);
  });

  it("knows another kind of thing altogether", () => {
    expect(judge("3.1", true).message).to.match(/a boolean, where a number is asked/);
  });

  it("knows a wrong sign", () => {
    expect(judge("3.1", -answerOf("3.1")).message).to.match(/the right size with the wrong sign/);
  });

  it("knows a decimal slip in both directions", () => {
    expect(judge("3.1", 10 * answerOf("3.1")).message).to.match(/a decimal slip/);
    expect(judge("3.2", answerOf("3.2") / 10).message).to.match(/a decimal slip/);
    expect(judge("3.2", answerOf("3.2") / 1000).message).to.match(/a decimal slip/);
  });

  it("knows a fraction in place of per cent", () => {
    expect(judge("3.2", answerOf("3.2") / 100).message).to.match(/a fraction where per cent is asked/);
  });

  it("knows a value that was rounded on the way", () => {
    expect(judge("3.1", answerOf("3.1") + 0.0004).message).to.match(/round only once, at the end/);
  });

  it("knows a column in reversed order and one with other gaps", () => {
    const column = oracle.exercises["5.4"]!.answer as (number | null)[];
    expect(judge("5.4", [...column].reverse()).message).to.match(/in reversed order/);
    expect(
      judge(
        "5.4",
        column.map((value) => value ?? 0),
      ).message,
    ).to.match(/empty in other places/);
  });

  it("says plainly when it knows no more than that the answer is wrong", () => {
    expect(judge("3.1", 17).message).to.match(/not one of the usual mistakes/);
    expect(judge("3.4", 1999).message).to.match(/not one of the usual mistakes/);
    expect(judge("5.4", [null, null, 1, 2, 3, 4, 5, 6, null, null]).message).to.match(/not one of the usual/);
  });

  it("compares words without regard to case and blanks, and yes or no exactly", () => {
    const word = { id: "0.1", decimals: 0, answer: () => "TII", mistakes: [] };
    expect(judgeAnswer(word, " tii ").right).to.equal(true);
    expect(judgeAnswer(word, "OSI").right).to.equal(false);
    const yes = { id: "0.2", decimals: 0, answer: () => true, mistakes: [] };
    expect(judgeAnswer(yes, true).right).to.equal(true);
    expect(judgeAnswer(yes, false).right).to.equal(false);
  });
});

describe("check", () => {
  it("refuses the number of an exercise that does not exist", () => {
    expect(() => check("9999.1", 1)).to.throw(
      RangeError,
      /^check requires the number of an exercise from "3\.1" to "\d+\.\d", got "9999\.1"$/,
    );
  });
});
