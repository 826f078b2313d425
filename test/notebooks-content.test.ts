import { expect } from "chai";
import { existsSync } from "node:fs";
import { projectExercises } from "../src/paper/exercises/read-exercises.js";
import { readNotebooks, type Cell, type NotebookFile } from "./show/notebook-cells.js";
import { unseenNumbers, words } from "./show/prose-numbers.js";

const SLIDES = ["slide", "subslide", "fragment", "skip", "notes", "-"];
const LANGUAGES = ["en", "kk", "ru"] as const;
const lineCount = (text: string): number => text.split("\n").length;

describe("the notebooks", () => {
  it("are numbered without a gap", () => {
    const notebooks = readNotebooks();
    expect(notebooks.map(({ number }) => Number(number))).to.deep.equal(notebooks.map((_, at) => at));
  });

  for (const language of LANGUAGES)
    for (const notebook of readNotebooks(language)) {
      const { file, number, text, json } = notebook;
      const lesson = notebook.lesson;
      const cells = [...lesson, ...notebook.exercises];
      const code = cells.filter((cell) => cell.kind === "code");

      describe(language === "en" ? file : `${language}/${file}`, () => {
        it("is nbformat 4.5 for the tslab kernel, indented by 1, with a newline at its end, below 1 MB", () => {
          expect([json.nbformat, json.nbformat_minor]).to.deep.equal([4, 5]);
          expect(json.metadata["kernelspec"]!["name"]).to.equal("tslab");
          expect(json.metadata["kernelspec"]!["language"]).to.equal("typescript");
          expect(text)
            .to.match(/^\{\n "cells": \[\n {2}\{\n/)
            .and.to.match(/[^\n]\n$/);
          expect(Buffer.byteLength(text)).to.be.below(1_000_000);
        });

        it("names each cell once, in words", () => {
          const ids = cells.map((cell) => cell.id);
          expect(new Set(ids).size).to.equal(ids.length);
          ids.forEach((id) => expect(id).to.match(/^[a-z][a-z0-9-]{1,63}$/));
        });

        it("asks for commands that there are, and for no key or menu that the web edition or JupyterLab lacks", () => {
          for (const { id, source } of cells) {
            expect(source, id).to.not.match(/Shift ?\+ ?Enter|Restart Kernel|Kernel →/);
            for (const [, command] of source.matchAll(/\begov-kz ([a-z]+)\b/g))
              expect(existsSync(`src/cli/${command}.ts`), `${id}: egov-kz ${command}`).to.equal(true);
          }
        });

        if (language === "en")
          it("opens with title, question, what one learns, and the exhibits covered", () => {
            expect(cells[0]!.kind).to.equal("markdown");
            expect(cells[0]!.source).to.match(
              /^# [^\n]+\n\n\*\*Question\.\*\* [^]+\*\*You will learn\*\*\n\n- [^]+\*\*Exhibits\.\*\* /,
            );
          });

        it("has prose before every code cell, and at most sixteen lines in it, none above 79 characters", () => {
          for (const cell of code) expect(cell.source, cell.id).not.to.match(/.{80}/);
          lesson.forEach((cell, at) => {
            if (cell.kind !== "code") return;
            expect(lesson[at - 1]?.kind, `the cell before ${cell.id}`).to.equal("markdown");
            expect(lineCount(cell.source), `lines of ${cell.id}`).to.be.at.most(16);
          });
        });

        it("imports from egov-kz and its parts alone and declares no name twice", () => {
          const sources = code.map((cell) => cell.source).join("\n");
          for (const [, from] of sources.matchAll(/from "([^"]*)"/g))
            expect(from).to.match(/^egov-kz(\/(econometrics|egov|figures|ledger))?$/);
          const names = [...sources.matchAll(/^(?:const|let|function|class) (\w+)/gm)].map(
            (found) => found[1],
          );
          expect(names).to.deep.equal([...new Set(names)]);
        });

        it("is a lecture: every cell has its slide, and a new slide begins with a heading", () => {
          for (const cell of cells) {
            const type = cell.metadata.slideshow?.slide_type;
            expect(type, cell.id).to.be.oneOf(SLIDES);
            if (type === "slide") expect(cell.source, cell.id).to.match(/^##? /);
          }
          expect(cells[0]!.metadata.slideshow?.slide_type).to.equal("slide");
        });

        it("is a lesson of at most 45 cells in danfo's manner, each number of its prose shown above it", () => {
          expect(problems(notebook)).to.deep.equal([]);
        });

        if (language !== "en")
          it("has decimal commas in its prose", () => {
            for (const cell of lesson.filter(({ kind }) => kind === "markdown"))
              expect(words(cell.source), cell.id).not.to.match(/(?<![\w.])\d+\.\d+(?![\w.])/);
          });

        if (notebook.exercises.length > 0)
          it("closes with its exercises: question, empty cell, hint in a block of its own, no solution", () => {
            const own = projectExercises(number).flatMap((one) => one.exercises);
            for (const { id } of own) expectExercise(notebook.exercises, id);
            expect(cells.filter(({ tags }) => tags.includes("solution"))).to.deep.equal([]);
          });
      });
    }
});

/** What keeps a notebook from being as notebooks/README.md asks. */
function problems({ lesson }: NotebookFile): string[] {
  const code = lesson.filter(({ kind }) => kind === "code");
  const unpacked = code.filter(({ source }) =>
    /\bnumbers\(|toRecords\(|\.columns\.indexOf|\.values\b/.test(source),
  );
  return [
    ...(lesson.length > 45 ? [`${lesson.length} cells`] : []),
    ...unpacked.map(({ id }) => `${id} takes columns out of their table`),
    ...unseenNumbers(lesson),
  ];
}

function expectExercise(cells: readonly Cell[], id: string): void {
  const cell = (part: string): Cell => {
    const name = `${part}-${id.replace(".", "-")}`;
    const found = cells.find((one) => one.id === name);
    expect(found, name).not.to.equal(undefined);
    return found!;
  };
  expect(cell("exercise").source).to.contain(`check("${id}", `);
  expect([cell("answer").kind, cell("answer").source]).to.deep.equal(["code", ""]);
  expect(cell("hint").source).to.match(/^<details><summary>[^]+<\/details>$/);
}
