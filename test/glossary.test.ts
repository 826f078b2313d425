import { expect } from "chai";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { readNotebooks } from "./show/notebook-cells.js";

/** Words that the project does not use, with the term that it uses instead; stems, for both languages inflect. */
const INSTEAD: [avoid: RegExp, term: string][] = [
  [/қайта алын/i, "қайта шығарылды"],
  [/ерте дөңгелек/i, "аралықта дөңгелектелген"],
  [/басқаша атал/i, "қате белгіленген"],
  [/жылжымалы орта(?!ша)/i, "жылжымалы орташа"],
  [/көлбеулі/i, "көлбеу коэффициенті"],
  [/басылым/i, "шығарылым"],
  [/(?<!\p{L})жазба(?!лар)/iu, "тұжырым"],
  [/деректер\p{L}* қарсы/iu, "деректермен салыстыру"],
  [/округлено раньше/i, "преждевременно округлено"],
  [/названо иначе/i, "неверно обозначено"],
  [/(?<!\p{L})наклон(?!н)/iu, "угловой коэффициент"],
  [/(?<!\p{L})издани[еяйю]/iu, "выпуск"],
  [/против (?:её|его|их)? ?(?:собственных|опубликованн)/i, "в сопоставлении с"],
];

const root = new URL("../", import.meta.url);
const cwd = fileURLToPath(root);
const read = (file: string): string => readFileSync(new URL(file, root), "utf8");

function avoided(text: string): string[] {
  return INSTEAD.flatMap(([avoid, term]) => {
    const found = avoid.exec(text);
    return found ? [`"${text.slice(found.index - 20, found.index + 30)}": ${term}`] : [];
  });
}

describe("the words of the glossary", () => {
  for (const language of ["kk", "ru"] as const)
    for (const { file, lesson, exercises } of readNotebooks(language))
      it(`are those of ${language}/${file}`, () => {
        for (const { id, source } of [...lesson, ...exercises]) expect(avoided(source), id).to.deep.equal([]);
      });

  it("are those of the texts in the code, the data and the README", () => {
    const files = [
      ...globSync("src/**/*.ts", { cwd }),
      ...globSync("data/papers/*/{findings.json,captions.csv,text.csv}", { cwd }),
      ...["README.kk.md", "README.ru.md"].filter((file) => existsSync(new URL(file, root))),
    ];
    for (const file of files) expect(avoided(read(file)), file).to.deep.equal([]);
  });
});
