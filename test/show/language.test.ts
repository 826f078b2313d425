import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { indexSeries } from "../../src/figures/index-series.js";
import { getLanguage, type Language } from "../../src/base/language.js";
import { label, setLanguage } from "../../src/base/text.js";
import { mimeBundle } from "../../src/show/show.js";

describe("setLanguage", () => {
  afterEach(() => setLanguage("en"));

  it("changes what figures say, and what stands above a table's names, from then on", () => {
    const titles = (["en", "kk", "ru"] as const).map((language) => {
      setLanguage(language);
      expect(getLanguage()).to.equal(language);
      const axis = indexSeries({ year: [2020], EGDI: [0.5] }).layout.xaxis as { title: { text: string } };
      const head = String(mimeBundle({ year: [2020] })["text/plain"])
        .split(/\s+-/)[0]!
        .trim();
      expect(head).to.equal(language === "en" ? "year" : `${axis.title.text}\nyear`);
      return axis.title.text;
    });
    expect(titles).to.deep.equal(["Year", "Жыл", "Год"]);
  });

  it("passes names through that need no translation", () => {
    setLanguage("kk");
    expect(label("EGDI")).to.equal("EGDI");
    expect(label("EGDI, %: year")).to.equal("EGDI, %: Жыл");
  });

  it("sets numbers of tables and texts of figures with the language's decimal mark, and tells Plotly", () => {
    const figure = {
      data: [{ text: ["r = 0.95"], x: [0.5] }],
      layout: { title: { text: "R² 0.99" } },
      frames: [{ name: "0.5" }],
    };
    for (const [language, mark] of [
      ["en", "."],
      ["kk", ","],
      ["ru", ","],
    ] as const) {
      setLanguage(language);
      expect(mimeBundle({ EGDI: [0.5, 0.4876] })["text/plain"]).to.contain(`0${mark}4876`);
      const shown = mimeBundle(figure)["application/vnd.plotly.v1+json"] as typeof figure;
      expect(shown.data[0]!.text).to.deep.equal([`r = 0${mark}95`]);
      expect(shown.data[0]!.x).to.deep.equal([0.5]);
      expect(shown.layout.title.text).to.equal(`R² 0${mark}99`);
      expect(shown.frames[0]!.name).to.equal("0.5");
      expect((shown.layout as { separators?: string }).separators).to.equal(
        mark === "," ? ",\u00a0" : undefined,
      );
    }
  });

  it("begins with the language of the environment, else of the folder that it runs in", () => {
    const url = (file: string) => new URL(`../../dist/${file}`, import.meta.url).href;
    const script = `await import("${url("index.js")}"); console.log((await import("${url("base/text.js")}")).label("year"))`;
    const begin = (folder: string, language = ""): string => {
      const cwd = join(mkdtempSync(join(tmpdir(), "egov-kz-language-")), folder);
      mkdirSync(cwd, { recursive: true });
      const env = { ...process.env, EGOV_KZ_LANGUAGE: language };
      return execFileSync(process.execPath, ["--input-type=module", "-e", script], {
        cwd,
        env,
        encoding: "utf8",
      }).trim();
    };
    expect(begin("kk")).to.equal("Жыл");
    expect(begin("ru")).to.equal("Год");
    expect(begin("notebooks")).to.equal("Year");
    expect(begin("kk", "ru")).to.equal("Год");
  });

  it("translates the parts of a title and of a list, and leaves what it does not know", () => {
    setLanguage("kk");
    expect(label("GDP: Kazakhstan")).to.equal("GDP: Қазақстан");
    expect(label("2022, China, EGDI: , ")).to.equal("2022, Қытай, EGDI: , ");
    setLanguage("en");
  });

  it("refuses another language", () => {
    expect(() => setLanguage("de" as Language)).to.throw(
      RangeError,
      'setLanguage requires one of "en", "kk", "ru", got "de"',
    );
  });
});
