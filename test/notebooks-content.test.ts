import { expect } from "chai";
import * as egov from "../src/index.js";
import { EXERCISES, findExercise } from "../src/notebook/exercises.js";
import { judgeAnswer, type AnswerVerdict } from "../src/notebook/exercises/judge-answer.js";
import { readNotebooks, runCells, type Cell } from "./notebook/notebook-cells.js";

const SLIDES = ["slide", "subslide", "fragment", "skip", "notes", "-"];
const lineCount = (text: string): number => text.split("\n").length;
/** Prose without code, formulas and links: what is left is read as words. */
const words = (text: string): string => text.replace(/\$\$[^]*?\$\$|\$[^$]*\$|`[^`]*`|\]\([^)]*\)/g, " ");
const notebooks = readNotebooks();

describe("the notebooks", () => {
  it("are numbered without a gap", () => {
    expect(notebooks.map(({ number }) => Number(number))).to.deep.equal(notebooks.map((_, at) => at));
  });

  for (const { file, number, text, cells, json } of notebooks) {
    const code = cells.filter((cell) => cell.kind === "code");
    const tagged = (tag: string): Cell[] => cells.filter((cell) => cell.tags.includes(tag));
    const exercises = EXERCISES.filter(({ id }) => id.startsWith(`${Number(number)}.`));

    describe(file, () => {
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

      it("opens with title, question, what one learns, and the exhibits covered", () => {
        expect(cells[0]!.kind).to.equal("markdown");
        expect(cells[0]!.source).to.match(
          /^# [^\n]+\n\n\*\*Question\.\*\* [^]+\*\*You will learn\*\*\n\n- [^]+\*\*Exhibits\.\*\* /,
        );
      });

      it("has prose before every code cell, and at most eight lines of at most 120 characters in it", () => {
        cells.forEach((cell, at) => {
          if (cell.kind !== "code") return;
          expect(cells[at - 1]?.kind, `the cell before ${cell.id}`).to.equal("markdown");
          expect(lineCount(cell.source), `lines of ${cell.id}`).to.be.at.most(8);
          for (const line of cell.source.split("\n"))
            expect(line.length, `a line of ${cell.id}`).to.be.at.most(120);
        });
      });

      it("imports from egov-kz alone and declares no name twice", () => {
        const sources = code.map((cell) => cell.source).join("\n");
        const from = [...sources.matchAll(/from "([^"]*)"/g)].map((match) => match[1]);
        expect(new Set(from)).to.deep.equal(new Set(["egov-kz"]));
        const names = [...sources.matchAll(/^(?:const|let|function|class) (\w+)/gm)].map((match) => match[1]);
        expect(names).to.deep.equal([...new Set(names)]);
      });

      it("types no decimal number in its prose that an output could show", () => {
        for (const cell of cells.filter(({ kind }) => kind === "markdown"))
          expect(words(cell.source), cell.id).not.to.match(/\d[.,]\d{2}/);
      });

      it("is a lecture: every cell has its slide, and a new slide begins with a heading", () => {
        for (const cell of cells) {
          const type = cell.metadata.slideshow?.slide_type;
          expect(type, cell.id).to.be.oneOf(SLIDES);
          if (type === "slide") expect(cell.source, cell.id).to.match(/^##? /);
        }
        expect(cells[0]!.metadata.slideshow?.slide_type).to.equal("slide");
      });

      it("closes with its exercises, from 03 on: question, empty cell, hidden hint, hidden solution", () => {
        expect(exercises.length > 0).to.equal(Number(number) >= 3);
        expect(tagged("exercise").map((cell) => cell.id)).to.deep.equal(
          exercises.map(({ id }) => idOf("exercise", id)),
        );
        for (const { id } of exercises) expectExercise(cells, id);
        if (exercises.length > 0) expect(cells.at(-1)!.tags).to.deep.equal(["solution"]);
      });

      if (exercises.length > 0)
        it("has solutions that check calls right", async () => {
          const verdicts: AnswerVerdict[] = [];
          const check = (id: string, answer: unknown): void => {
            verdicts.push(judgeAnswer(findExercise(id), answer));
          };
          const silent = { show: () => undefined, sideBySide: () => undefined };
          await runCells(cells, { ...egov, ...silent, check });
          expect(verdicts).to.deep.equal(
            exercises.map(({ id }) => ({ right: true, message: `✓ ${id}: right.` })),
          );
        });
    });
  }
});

function idOf(part: string, exercise: string): string {
  return `${part}-${exercise.replace(".", "-")}`;
}

function expectExercise(cells: readonly Cell[], id: string): void {
  const start = cells.findIndex((cell) => cell.id === idOf("exercise", id));
  const [question, answer, hint, solution] = cells.slice(start, start + 4) as [Cell, Cell, Cell, Cell];
  expect(question.source)
    .to.match(new RegExp(`^### Exercise ${id}\\n`))
    .and.to.contain(`check("${id}", `);
  expect([answer.id, answer.kind, answer.source, answer.tags]).to.deep.equal([
    idOf("answer", id),
    "code",
    "",
    ["answer"],
  ]);
  expect([hint.id, hint.kind, hint.tags]).to.deep.equal([idOf("hint", id), "markdown", ["hint"]]);
  expect(hint.metadata.jupyter).to.deep.equal({ source_hidden: true });
  expect([solution.id, solution.kind, solution.tags]).to.deep.equal([
    idOf("solution", id),
    "code",
    ["solution"],
  ]);
  expect(solution.metadata.jupyter).to.deep.equal({ source_hidden: true, outputs_hidden: true });
  expect(solution.metadata.collapsed).to.equal(true);
  expect(solution.source).to.contain(`check("${id}", `);
}
