import { expect } from "chai";
import { readdirSync } from "node:fs";
import { ledgerIn } from "../../src/ledger/load-ledger.js";
import { readFolder } from "../../src/ledger/read-folder.js";
import { dataPath } from "../../src/base/project.js";

/** Every English text in a ledger that has no Kazakh or no Russian beside it. */
function untranslated(thing: unknown): string[] {
  if (thing === null || typeof thing !== "object") return [];
  const { en, kk, ru } = thing as Record<string, unknown>;
  if (typeof en === "string") return kk && ru ? [] : [en];
  return Object.values(thing).flatMap(untranslated);
}

describe("the papers in the repository", () => {
  for (const key of readdirSync(dataPath("papers"))) {
    it(`${key} fits the schemas of its files`, () => {
      readFolder(dataPath("papers", key));
    });

    it(`${key} says everything in English, Kazakh and Russian`, () => {
      const { paper, findings, rules, exhibits } = ledgerIn(dataPath("papers", key));
      const numbers = exhibits.flatMap(({ list }) => list.map(({ says }) => says));
      // A title is cited in the languages in which it is printed.
      expect(untranslated([{ ...paper, title: null }, findings, rules, numbers])).to.deep.equal([]);
    });
  }
});
