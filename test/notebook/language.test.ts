import { expect } from "chai";
import { indexSeries } from "../../src/figures/index-series.js";
import { LABELS } from "../../src/notebook/labels.js";
import { getLanguage, label, setLanguage, type Language } from "../../src/notebook/language.js";
import { mimeBundle } from "../../src/notebook/show.js";

describe("setLanguage", () => {
  afterEach(() => setLanguage("en"));

  it("changes the labels of tables and figures from then on", () => {
    const heads = (["en", "kk", "ru"] as const).map((language) => {
      setLanguage(language);
      expect(getLanguage()).to.equal(language);
      const axis = indexSeries({ year: [2020], EGDI: [0.5] }).layout.xaxis as { title: { text: string } };
      const table = String(mimeBundle({ year: [2020] })["text/plain"])
        .split("\n")[0]!
        .trim();
      expect(axis.title.text).to.equal(table);
      return table;
    });
    expect(heads).to.deep.equal(["Edition", "Жыл", "Год"]);
  });

  it("passes names through that need no translation", () => {
    setLanguage("kk");
    expect(label("EGDI")).to.equal("EGDI");
  });

  it("refuses another language", () => {
    expect(() => setLanguage("de" as Language)).to.throw(
      RangeError,
      'setLanguage requires "kk", "ru" or "en", got "de"',
    );
  });
});

describe("the labels", () => {
  it("are there in all three languages, Kazakh and Russian in Cyrillic", () => {
    for (const [key, texts] of Object.entries(LABELS)) {
      expect(texts, key).to.have.length(3);
      for (const text of texts.slice(1)) expect(text, key).to.match(/[а-яәғқңөұүһі]|^R²$/i);
    }
  });
});
