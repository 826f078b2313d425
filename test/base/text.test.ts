import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import ts from "typescript";
import { languages, localeFile } from "../../src/base/language.js";
import { text, setLanguage } from "../../src/base/text.js";

const root = new URL("../../", import.meta.url);
const PLURAL = /_(zero|one|two|few|many|other)$/;

const textsOf = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(localeFile(language), "utf8")) as Record<string, string>;
const english = textsOf("en");
const keysOf = (texts: object): string[] => [
  ...new Set(Object.keys(texts).map((key) => key.replace(PLURAL, ""))),
];
const areas = new Set(Object.keys(english).map((key) => key.split(".")[0]!));

/** The `{{name}}` of a text, in all its plural forms. */
function valuesIn(texts: Record<string, string>, wanted: string): string[] {
  const forms = Object.entries(texts).filter(([key]) => key.replace(PLURAL, "") === wanted);
  const names = forms.flatMap(([, said]) => [...said.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!));
  return [...new Set(names)].sort();
}

const sources = new Map(
  globSync("src/**/*.ts", { cwd: root }).map((file) => [file, readFileSync(new URL(file, root), "utf8")]),
);

/** Keys as the sources write them: whole ones, and patterns of those that a template puts together. */
function keysInSources(): { whole: Map<string, string>; patterns: Map<RegExp, string> } {
  const [whole, patterns] = [new Map<string, string>(), new Map<RegExp, string>()];
  for (const [file, content] of sources) {
    const source = ts.createSourceFile(file, content, ts.ScriptTarget.ESNext);
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node) && isKey(node.text)) whole.set(node.text, file);
      if (ts.isTemplateExpression(node) && isKey(`${node.head.text}x`)) {
        const rest = node.templateSpans.map(({ literal }) => literal.text);
        const parts = [node.head.text, ...rest].map((part) => part.replaceAll(".", "\\."));
        patterns.set(new RegExp(`^${parts.join("[^.]+")}$`), `${file}: ${node.head.text}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  for (const file of globSync("{src/browser/pages,data/{grade,report}}/*.html", { cwd: root }))
    for (const [, key] of readFileSync(new URL(file, root), "utf8").matchAll(/\{\{([\w.]+)\}\}/g))
      if (isKey(key!)) whole.set(key!, file);
  return { whole, patterns };
}

/** As a key looks: an area that locales/ has, a dot, and more. */
const isKey = (words: string): boolean =>
  /^[a-z]+(\.[A-Za-z0-9]+)+$/i.test(words) &&
  !words.startsWith("label.") &&
  areas.has(words.split(".")[0]!) &&
  !/\.(js|ts|css|json|csv|html|ipynb)$/.test(words);

describe("locales/", () => {
  afterEach(() => setLanguage("en"));
  const { whole, patterns } = keysInSources();

  for (const language of languages()) {
    const texts = textsOf(language);

    it(`${language}.json has every text, with the same values, sorted by key`, () => {
      expect(keysOf(texts).sort()).to.deep.equal(keysOf(english).sort());
      for (const key of keysOf(english))
        expect(valuesIn(texts, key), key).to.deep.equal(valuesIn(english, key));
      expect(Object.keys(texts)).to.deep.equal(Object.keys(texts).sort());
    });

    it(`${language}.json has each plural form of the language where it has one`, () => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      for (const key of Object.keys(texts).filter((one) => PLURAL.test(one)))
        for (const form of forms) expect(texts, key).to.have.property(`${key.replace(PLURAL, "")}_${form}`);
    });
  }

  it("has the texts that the sources ask for", () => {
    const known = keysOf(english);
    for (const [key, file] of whole) expect(known, file).to.include(key);
    for (const [pattern, file] of patterns)
      expect(
        known.some((key) => pattern.test(key)),
        file,
      ).to.equal(true);
  });

  it("has no text that no source asks for, and no label that no source or notebook has", () => {
    const notebooks = globSync("notebooks/*.ipynb", { cwd: root }).map((file) =>
      readFileSync(new URL(file, root), "utf8"),
    );
    const code = [...notebooks, ...sources.values()].join("\n");
    const asked = (key: string): boolean =>
      key.startsWith("label.")
        ? code.includes(key.slice("label.".length))
        : whole.has(key) || [...patterns.keys()].some((pattern) => pattern.test(key));
    expect(keysOf(english).filter((key) => !asked(key))).to.deep.equal([]);
  });
});

describe("text", () => {
  afterEach(() => setLanguage("en"));

  it("is in the present language, with its values as they are", () => {
    const values = { what: "$t(x) {{y}} <b>" };
    expect(text("reason.missing", values)).to.equal("No figure was found for $t(x) {{y}} <b>.");
    setLanguage("kk");
    expect(text("reason.missing", values)).to.equal("$t(x) {{y}} <b> үшін дерек табылмады.");
  });

  it("shows the number in Russian's form for 1, which 21 and 101 take too", () => {
    const russian = Object.entries(textsOf("ru"));
    const numberless = russian.filter(([key, said]) => key.endsWith("_one") && !said.includes("{{"));
    expect(numberless.map(([key]) => key)).to.eql([]);
  });

  it("is not asked for while the modules of the auditor load: a page gives the texts afterwards", () => {
    const script = `
      const fs = await import("node:fs"), { syncBuiltinESMExports } = await import("node:module");
      const { readFileSync } = fs.default;
      fs.default.readFileSync = (path, ...how) => {
        if (/locales/.test(String(path))) throw new Error("asked for " + path);
        return readFileSync(path, ...how);
      };
      syncBuiltinESMExports();
      await Promise.all(["cli/audit/audit-of", "report/html"].map((name) => import("./src/" + name + ".ts")));`;
    const args = ["--import=ts-blank-space/register", "--input-type=module", "--eval", script];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    expect(status, stderr).to.equal(0);
  });
});
