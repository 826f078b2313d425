import { expect } from "chai";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { readNotebooks } from "./show/notebook-cells.js";

/** Words that the project does not use, with the term that it uses instead; stems, for both languages inflect. */
const INSTEAD: [avoid: RegExp, term: string][] = [
  [/қайта шығар/i, "қайта алынды"],
  [/шығарылым/i, "шолу"],
  [/(?<!\p{L})Баға(?:лар\p{L}*)?(?!\p{L})/u, "тексеру нәтижесі"],
  [/(?<!\p{L})(?:Сынып|Есеп)(?!\p{L})/u, "топ, есептік баяндама"],
  [/ерте дөңгелек/i, "аралықта дөңгелектелген"],
  [/басқаша атал/i, "қате белгіленген"],
  [/жылжымалы орта(?!ша)/i, "жылжымалы орташа"],
  [/көлбеу/i, "бұрыштық коэффициент"],
  [/басылым/i, "шолу"],
  [/(?<!\p{L})жазба(?!лар|ған|йд)/iu, "тұжырым"],
  [/деректер\p{L}* қарсы/iu, "деректермен салыстыру"],
  [/округлено раньше/i, "преждевременно округлено"],
  [/названо иначе/i, "неверно обозначено"],
  [/(?<!\p{L})наклон(?!н)/iu, "угловой коэффициент"],
  [/(?<!\p{L})издани[еяйю]/iu, "обзор"],
  [/(?<!\p{L})выпуск(?!а[еюл])/iu, "обзор"],
  [/замечани/i, "что обнаружено"],
  [/тетрад/i, "блокнот"],
  [/критери/i, "тест"],
  [/Ответ с \S+ знак/, "с точностью до"],
  [/Программа это|(?<!\p{L})оттого/u, "(a turn of phrase that is none)"],
  [
    /(?<![\p{L}(])(?:Pearson|Williams|Fisher|Spearman|Kendall|Durbin|Doskeeva|Ulasbek)/u,
    "a name in Cyrillic",
  ],
  [/против (?:её|его|их)? ?(?:собственных|опубликованн)/i, "в сопоставлении с"],
];

const root = new URL("../", import.meta.url);
const cwd = fileURLToPath(root);
const read = (file: string): string => readFileSync(new URL(file, root), "utf8");

function avoided(text: string): string[] {
  return INSTEAD.flatMap(([avoid, term]) => {
    const found = avoid.exec(text);
    return found ? [`"${text.slice(Math.max(0, found.index - 20), found.index + 30)}": ${term}`] : [];
  });
}

describe("the words of the glossary", () => {
  for (const language of ["kk", "ru"] as const)
    for (const { file, lesson, exercises } of readNotebooks(language))
      it(`are those of ${language}/${file}`, () => {
        for (const { id, source } of [...lesson, ...exercises]) expect(avoided(source), id).to.deep.equal([]);
      });

  for (const language of ["kk", "ru"])
    it(`are those of locales/${language}.json`, () => {
      const texts = JSON.parse(read(`locales/${language}.json`)) as Record<string, string>;
      for (const [key, text] of Object.entries(texts)) expect(avoided(text), key).to.deep.equal([]);
    });

  it("are those of the exercises, the papers and the README", () => {
    const files = globSync(
      ["data/exercises/*.yaml", "data/papers/*/{paper.json,findings.json,text.csv}", "README.{kk,ru}.md"],
      { cwd },
    );
    for (const file of files) {
      const lines = read(file)
        .replaceAll(/"en": "[^"]*"/g, "")
        .split("\n");
      expect(avoided(lines.filter((line) => /[а-я]/i.test(line)).join("\n")), file).to.deep.equal([]);
    }
  });
});
