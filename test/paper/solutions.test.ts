import { expect } from "chai";
import blankTypes from "ts-blank-space";
import * as econometrics from "../../src/econometrics.js";
import * as egov from "../../src/index.js";
import { findExercise } from "../../src/paper/exercises.js";
import { exerciseCells } from "../../src/paper/exercises/cells.js";
import { judgeAnswer } from "../../src/paper/exercises/judge-answer.js";
import { projectExercises } from "../../src/paper/exercises/read-exercises.js";

describe("the solutions of a teacher's copy", () => {
  for (const exercises of projectExercises())
    it(`of notebook ${exercises.notebook} stand on the exercises' own cell, and check calls them right`, () => {
      const verdicts: unknown[] = [];
      const check = (id: string, answer: unknown): void => {
        const { right, message } = judgeAnswer(findExercise(id), answer);
        verdicts.push(right ? id : message);
      };
      const code = exerciseCells([exercises], { teacher: true }).filter(
        ({ cell_type }) => cell_type === "code",
      );
      run(code.map(({ source }) => source.join("")).join("\n"), { ...egov, ...econometrics, check });
      expect(verdicts).to.deep.equal(exercises.exercises.map(({ id }) => id));
    });
});

/** Runs cells as one script, with `exports` in place of what they import from the package. */
function run(source: string, exports: Record<string, unknown>): void {
  const imported = /import\s*\{([^}]*)\}\s*from\s*"egov-kz(?:\/\w+)?";/g;
  new Function("egov", blankTypes(source).replace(imported, "var {$1} = egov;"))(exports);
}
