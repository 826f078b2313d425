import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { indexSeries } from "../../src/figures/series-lines.js";
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

  it("passes names through that need no translation, and joins the parts of a heading", () => {
    setLanguage("kk");
    expect(label("EGDI")).to.equal("EGDI");
    expect(label("Estonia: year")).to.equal("Estonia: year");
    expect(label(["EGDI", "Kazakhstan", "2022"])).to.equal("EGDI: Қазақстан: 2022");
  });

  it("sets numbers of tables and of our figures with the language's decimal mark, and tells Plotly", () => {
    for (const [language, mark, title] of [
      ["en", ".", "Kazakhstan"],
      ["kk", ",", "Қазақстан"],
      ["ru", ",", "Казахстан"],
    ] as const) {
      setLanguage(language);
      expect(mimeBundle({ EGDI: [0.5, 0.4876] })["text/plain"]).to.contain(`0${mark}4876`);
      const figure = indexSeries({ year: [2018, 2020], EGDI: [0.5, 0.6] }, { title: ["EGDI", "Kazakhstan"] });
      const shown = mimeBundle(figure)["application/vnd.plotly.v1+json"] as typeof figure;
      expect((shown.data[0]!.customdata as string[])[0]).to.contain(`0${mark}5`);
      expect(shown.data[0]!.y).to.deep.equal([0.5, 0.6]);
      const { title: heading, separators } = shown.layout as { title: { text: string }; separators?: string };
      expect(heading.text).to.equal(`EGDI: ${title}`);
      expect(separators).to.equal(mark === "," ? ",\u00a0" : undefined);
    }
  });

  it("leaves the words of a person's own figure alone, and tells Plotly the decimal mark", () => {
    setLanguage("ru");
    const figure = { data: [{ text: ["r = 0.95"] }], layout: { title: { text: "total" } } };
    const shown = mimeBundle(figure)["application/vnd.plotly.v1+json"] as typeof figure;
    expect(shown.data).to.deep.equal(figure.data);
    expect(shown.layout).to.deep.include({ title: { text: "total" }, separators: ",\u00a0" });
  });

  it("begins with the language of the environment, else of the folder that it runs in", () => {
    const url = (file: string) => new URL(`../../dist/${file}`, import.meta.url).href;
    const script = `await import("${url("index.js")}"); console.log((await import("${url("base/text.js")}")).label("year"))`;
    const begin = (folder: string, language = ""): string => {
      const above = mkdtempSync(join(tmpdir(), "egov-kz-language-"));
      const cwd = join(above, folder);
      mkdirSync(cwd);
      const env = { ...process.env, EGOV_KZ_LANGUAGE: language };
      const options = { cwd, env, encoding: "utf8" } as const;
      const said = execFileSync(process.execPath, ["--input-type=module", "-e", script], options);
      rmSync(above, { recursive: true });
      return said.trim();
    };
    expect(begin("kk")).to.equal("Жыл");
    expect(begin("ru")).to.equal("Год");
    expect(begin("notebooks")).to.equal("Year");
    expect(begin("kk", "ru")).to.equal("Год");
  });

  it("refuses another language", () => {
    expect(() => setLanguage("de" as Language)).to.throw(
      RangeError,
      'setLanguage requires one of "en", "kk", "ru", got "de"',
    );
  });
});
