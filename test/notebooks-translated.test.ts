import { expect } from "chai";
import { existsSync } from "node:fs";
import { readNotebooks, type Cell, type NotebookFile } from "./show/notebook-cells.js";
import { words } from "./show/prose-numbers.js";

const LANGUAGES = { kk: /[әғқңөұүһі]/i, ru: /[а-яё]/i } as const;
const CODE = /`(?!setLanguage)(?:[a-z]+[A-Z]\w*|\w+\()[^`]*`/g;
const originals = new Map(readNotebooks().map((notebook) => [notebook.file, notebook]));
const cellsOf = ({ lesson, exercises }: NotebookFile): Cell[] => [...lesson, ...exercises];
const matches = (text: string, pattern: RegExp): string[] => text.match(pattern) ?? [];

interface Drawn {
  data: { name?: string }[];
  layout: Record<"title" | "xaxis" | "yaxis", { text?: string; title?: { text?: string } } | undefined>;
}

/** Captions and heads of the lesson's tables, titles of its figures and axes, names of what they draw. */
function shownTexts({ json, exercises }: NotebookFile): string[] {
  const outputs = json.cells
    .slice(0, json.cells.length - exercises.length)
    .flatMap((cell) => cell.outputs ?? []);
  return outputs.flatMap(({ data = {} }) => {
    const figure = data["application/vnd.plotly.v1+json"] as unknown as Drawn | undefined;
    if (figure) {
      const { title, xaxis, yaxis } = figure.layout;
      const texts = [
        title?.text,
        xaxis?.title?.text,
        yaxis?.title?.text,
        ...figure.data.map(({ name }) => name),
      ];
      return texts.filter((text) => text !== undefined);
    }
    const html = [data["text/html"] ?? ""].flat().join("");
    return [...html.matchAll(/<(caption|th)\b[^>]*>([^]*?)<\/\1>/g)].map(([, , text]) =>
      text!.replace(/<[^>]*>/g, ""),
    );
  });
}

for (const [language, letters] of Object.entries(LANGUAGES)) {
  const translations = readNotebooks(language as keyof typeof LANGUAGES);
  describe(`the notebooks in ${language}`, () => {
    it("are all that there are in English", () => {
      expect(translations.map(({ file }) => file)).to.deep.equal([...originals.keys()]);
    });

    for (const notebook of translations) {
      const { file } = notebook;
      const cells = cellsOf(notebook);
      const original = originals.get(file);
      const pairs = original ? cellsOf(original).map((cell, at) => [cell, cells[at]!] as const) : [];
      const prose = pairs.filter(([{ kind }]) => kind === "markdown");

      describe(`${language}/${file}`, () => {
        it("has the cells of the English notebook: ids, kinds, slides, and the code to the letter", () => {
          expect(original, "an English notebook of this name").not.to.equal(undefined);
          const shape = ({ id, kind, metadata, source }: Cell) => ({
            ...{ id, kind, metadata },
            code: kind === "code" ? source : "",
          });
          const english = cellsOf(original!);
          expect(cells.map(({ id }) => id)).to.deep.equal(english.map(({ id }) => id));
          for (const [at, cell] of cells.entries())
            expect(shape(cell), cell.id).to.deep.equal(shape(english[at]!));
        });

        // Names and calls; a verdict, a printed number and a command's options are written as the language has them.
        it("has a heading for each heading, a formula for each formula, a list item for each, the same names of code", () => {
          for (const [english, translated] of prose)
            for (const pattern of [/^#+ /gm, /^\$\$$/gm, /^(?:[-|]|\d+\.) /gm, /<\/?\w+>/g, CODE])
              expect(matches(translated.source, pattern).sort(), translated.id).to.deep.equal(
                matches(english.source, pattern).sort(),
              );
        });

        it("has the same numbers with decimals in its prose", () => {
          const numbers = (text: string): string[] =>
            [
              ...new Set(matches(words(text), /\d+[.,]\d+/g).map((number) => number.replace(",", "."))),
            ].sort();
          for (const [english, translated] of prose)
            expect(numbers(translated.source), translated.id).to.deep.equal(numbers(english.source));
        });

        it("is written in its language, paragraph by paragraph", () => {
          for (const [, { id, source }] of prose)
            for (const paragraph of words(source).split(/\n\s*\n/)) {
              const letterCount = matches(paragraph, /\p{L}/gu).length;
              const own = matches(paragraph, /[а-яёәғқңөұүһі]/gi).length;
              if (/[a-z]{3,} [a-z]{2,}/.test(paragraph))
                expect(own / letterCount, `${id}: ${paragraph}`).to.be.above(0.5);
            }
          expect(cells.map(({ source }) => source).join("")).to.match(letters);
        });

        it("shows no caption, head, title or name in English in its outputs, nor one half translated", () => {
          const english = shownTexts(notebook).filter(
            (text) =>
              /[a-z]{3,} [a-z]{2,}/.test(text) ||
              (/[a-z]{3}/.test(text) && !/\p{Script=Cyrillic}/u.test(text)),
          );
          expect(english).to.deep.equal([]);
        });

        it("leaves no paragraph out", () => {
          const paragraphs = (text: string): number => text.trim().split(/\n\s*\n/).length;
          for (const [english, { id, source }] of prose)
            expect(paragraphs(source), id).to.be.at.least(paragraphs(english.source));
        });

        it("has links that lead somewhere", () => {
          for (const { id, source } of cells)
            for (const [, target] of source.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g))
              expect(
                existsSync(new URL(`../notebooks/${language}/${target}`, import.meta.url)),
                `${id}: ${target}`,
              ).to.equal(true);
        });
      });
    }
  });
}
