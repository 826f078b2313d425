import { expect } from "chai";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import ts from "typescript";
import type { Language } from "../../src/base/language.js";
import { setLanguage } from "../../src/base/text.js";
import { ols, permutationTest, smoothingSimulation, trendForecast } from "../../src/econometrics.js";
import { egdiOf, loadOfficial, readIndexSeries } from "../../src/egov.js";
import { chart } from "../../src/figures.js";
import {
  check,
  checkCorrelationMatrix,
  correlationMatrix,
  dataFrame,
  linearTrend,
  movingTotal,
  pearson,
  Series,
  seriesDynamics,
  show,
  toRecords,
} from "../../src/index.js";
import { judge, ledgerOf, loadLedger } from "../../src/ledger.js";
import { temporaryFile } from "../helper/table/temporary-file.js";

const root = new URL("../../src/", import.meta.url);
const FOLDERS = ["helper", "econometrics", "egov", "ledger", "figures", "show", "paper"];
const files = globSync(`{base,${FOLDERS.join(",")}}/**/*.ts`, { cwd: fileURLToPath(root) });

/** Arguments that get into a message, beside the first of an error's constructor. */
const SAID: Record<string, number[]> = {
  requireThat: [3],
  fail: [0, 2],
  complain: [1],
  misfit: [1],
  refuse: [2],
  "call.fail": [0],
};
/** In a page, not in a notebook's kernel; of files that a cell does not write. */
const UNTRANSLATED = [
  "base/project.ts: projectRoot found no package.json above {}",
  "base/write-atomically.ts: cannot write {}: {}",
];

/** A literal's text with `{}` for each value. */
function keyOf(literal: ts.TemplateLiteral | ts.StringLiteral): string {
  if (!ts.isTemplateExpression(literal)) return literal.text;
  return literal.head.text + literal.templateSpans.map((span) => `{}${span.literal.text}`).join("");
}

/** What an expression can be or is joined of: both branches of a condition, and what a name of the file stands for. */
function branches(node: ts.Expression): ts.Expression[] {
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(branches);
  if (ts.isBinaryExpression(node)) return [node.left, node.right].flatMap(branches);
  if (!ts.isIdentifier(node)) return [node];
  const found: ts.Expression[] = [];
  const visit = (inner: ts.Node): void => {
    if (ts.isVariableDeclaration(inner) && inner.name.getText() === node.text && inner.initializer)
      found.push(inner.initializer);
    ts.forEachChild(inner, visit);
  };
  visit(node.getSourceFile());
  return found;
}

/** Whether it is more than figures and signs, or the key of a text. */
const hasWords = (said: string): boolean => /[a-z]{2}/i.test(said) && !/^[a-z]+(\.\w+)+$/i.test(said);

/** The messages of a file that are written into it in plain English. */
function plainIn(file: string): string[] {
  const plain: string[] = [];
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return;
    const called = node.expression.getText();
    const said = Object.hasOwn(SAID, called) ? SAID[called]! : /(Error|Exception)$/.test(called) ? [0] : [];
    for (const [at, argument] of (node.arguments ?? []).entries())
      for (const one of said.includes(at) ? branches(argument) : [])
        if ((ts.isStringLiteral(one) || ts.isTemplateLiteral(one)) && hasWords(keyOf(one)))
          plain.push(`${file}: ${keyOf(one)}`);
  };
  visit(ts.createSourceFile(file, readFileSync(new URL(file, root), "utf8"), ts.ScriptTarget.Latest, true));
  return plain;
}

describe("The messages of errors", () => {
  it("are texts of locales/ wherever one is thrown", () => {
    expect(files.flatMap(plainIn)).to.have.members(UNTRANSLATED);
  });
});

const x = [1, 2, 3, 4];
const T1 = dataFrame({ year: ["2021", "2022"], a: ["1.5", "2.5"] });
const claims = (formula: string) => dataFrame({ cells: ["T1.a[*]"], role: ["result"], formula: [formula] });
const judged = (formula: string) =>
  judge(ledgerOf({ title: "A paper", tables: { T1 }, claims: claims(formula) }));

/** Calls, and what they say in English, Kazakh and Russian. */
const CALLS: [call: () => unknown, en: string, kk: string, ru: string][] = [
  [
    () => linearTrend([3, 3, 3], [1, 2, 3]),
    "linearTrend requires x to vary, got 3 everywhere",
    "linearTrend функциясына мәндері әртүрлі x керек, мұнда барлық мән бірдей: 3",
    "linearTrend требует x с разными значениями, а здесь все равны 3",
  ],
  [
    () => movingTotal(x, 11),
    "movingTotal requires a width from 1 to 4, got 11",
    "movingTotal функциясына 1 мен 4 аралығындағы ен керек, берілгені: 11",
    "movingTotal требует ширину от 1 до 4, получено: 11",
  ],
  [
    () => correlationMatrix({ a: x, b: x }, { columns: ["a", "c" as "a"] }),
    'correlationMatrix found no column "c"; there are "a", "b"',
    'correlationMatrix: "c" бағаны жоқ; мыналар бар: "a", "b"',
    'correlationMatrix: нет столбца "c"; есть "a", "b"',
  ],
  [
    () => correlationMatrix({ a: x, b: [1, 2, 3] }),
    'correlationMatrix requires column "b" of length 4, got 3',
    'correlationMatrix функциясына ұзындығы 4 болатын "b" бағаны керек, мұндағы ұзындығы: 3',
    'correlationMatrix требует столбец "b" длины 4, получено: 3',
  ],
  [
    () => pearson(x, new Series([1, NaN, 3, 4], { columns: ["OSI"] })),
    'pearson requires y ("OSI") to hold finite numbers only, got NaN at position 1; { missing: "omit" } leaves such rows out',
    'pearson функциясында y ("OSI") тек шекті сандардан тұруы керек, 1-позицияда NaN тұр; { missing: "omit" } мұндай жолдарды алып тастайды',
    'pearson требует y ("OSI") только из конечных чисел, а в позиции 1 стоит NaN; { missing: "omit" } исключает такие строки',
  ],
  [
    () => pearson([1, 2], [1, 2]),
    "pearson requires x to have at least 3 values, got 2",
    "pearson функциясына кемінде 3 мәні бар x керек, берілгені: 2",
    "pearson требует x с числом значений не меньше 3, получено: 2",
  ],
  [
    () =>
      checkCorrelationMatrix(
        [
          [1, 0.5],
          [0.4, 1],
        ],
        { decimals: 2 },
      ),
    "checkCorrelationMatrix requires a symmetric matrix (row 1, column 2), got 0.5",
    "checkCorrelationMatrix функциясына симметриялы матрица (1-жол, 2-баған) керек, берілгені: 0.5",
    "checkCorrelationMatrix требует симметричную матрицу (строка 1, столбец 2), получено: 0.5",
  ],
  [
    () => toRecords([1, 2] as never),
    "toRecords requires a DataFrame, got an array of length 2",
    "toRecords функциясына DataFrame керек, берілгені: ұзындығы 2 болатын массив",
    "toRecords требует DataFrame, получено: массив длины 2",
  ],
  [
    () => seriesDynamics([2010, 2008], [1, 2]),
    "seriesDynamics requires years in increasing order without duplicates after 2010, got 2008",
    "seriesDynamics функциясына 2010 жылдан кейін өсу ретімен, қайталанбай келетін жылдар керек, берілгені: 2008",
    "seriesDynamics требует годы по возрастанию без повторов после 2010, получено: 2008",
  ],
  [
    () => ols([1, 2, 4, 7], { a: x, b: [2, 4, 6, 8] }),
    'ols requires linearly independent columns, got "b" as a linear combination of "a"',
    'ols функциясына бірін-бірі анықтамайтын бағандар керек, ал "b" бағаны мыналардың комбинациясы: "a"',
    'ols требует столбцы, не определяющие друг друга, а "b" – комбинация столбцов "a"',
  ],
  [
    () => trendForecast([2018, 2020, 2022], [1, 2, 4], [2020]),
    "trendForecast requires whole years after 2022, got 2020",
    "trendForecast функциясына 2022 жылдан кейінгі, бүтін санмен берілген жылдар керек, берілгені: 2020",
    "trendForecast требует годы после 2022 целыми числами, получено: 2020",
  ],
  [
    () => egdiOf(2024, { OSI: 2, TII: 0.5, HCI: 0.5 }),
    "egdiOf requires OSI between 0 and 1, got 2",
    "egdiOf функциясына 0 мен 1 аралығындағы OSI керек, берілгені: 2",
    "egdiOf требует OSI между 0 и 1, получено: 2",
  ],
  [
    () => loadOfficial("Estoniaa"),
    'loadOfficial found no country "Estoniaa"; did you mean "Estonia"?',
    'loadOfficial: "Estoniaa" деген ел табылмады; мүмкін, "Estonia" болар?',
    'loadOfficial: страна "Estoniaa" не найдена; может быть, "Estonia"?',
  ],
  [
    () => readIndexSeries("absent.csv"),
    'readIndexSeries requires a readable file, got "absent.csv": there is no such file',
    'readIndexSeries функциясы "absent.csv" файлын оқи алмады: мұндай файл жоқ',
    'readIndexSeries не может прочитать "absent.csv": такого файла нет',
  ],
  [
    () =>
      readIndexSeries(
        temporaryFile("my.csv", "year,EGDI,OSI,TII,HCI\n2020,.5,many,.5,.5\n2022,.5,.5,.5,.5\n"),
      ),
    'my.csv line 2, column "OSI": "many" is not a number',
    'my.csv, 2-жол, "OSI" бағаны: "many" – сан емес',
    'my.csv, строка 2, столбец "OSI": "many" – не число',
  ],
  [
    () => chart([]),
    "chart requires at least one series, got 0",
    "chart функциясына кемінде бір қатар керек, берілгені: 0",
    "chart требует хотя бы один ряд, получено: 0",
  ],
  [
    () => show({ a: x }, { columns: ["b"] }),
    'show found no column "b"; there are "a"',
    'show: "b" бағаны жоқ; мыналар бар: "a"',
    'show: нет столбца "b"; есть "a"',
  ],
  [
    () => judged("T1.c[row]"),
    'claims line 2, column "formula": T1.c: T1 has no column "c"; it has a\n  T1.c[row]\n  ^',
    'claims, 2-жол, "formula" бағаны: T1.c: T1: "c" бағаны жоқ; мыналар бар: a\n  T1.c[row]\n  ^',
    'claims, строка 2, столбец "formula": T1.c: T1: нет столбца "c"; есть a\n  T1.c[row]\n  ^',
  ],
  [
    () => judged("T1.a > 1"),
    'claims line 2, column "formula": T1.a > 1: requires a number or a statement, got a statement for each row',
    'claims, 2-жол, "formula" бағаны: T1.a > 1: сан немесе шарт керек, берілгені: әр жолға бір шарт',
    'claims, строка 2, столбец "formula": T1.a > 1: нужно число или условие, получено: условие для каждой строки',
  ],
  [
    () => judged("total(T1.a, 2.5)"),
    'claims line 2, column "formula": total(T1.a, 2.5): total requires its width to be a whole number, got 2.5\n  total(T1.a, 2.5)\n  ^',
    'claims, 2-жол, "formula" бағаны: total(T1.a, 2.5): total функциясына бүтін сан керек (терезе ені), берілгені: 2.5\n  total(T1.a, 2.5)\n  ^',
    'claims, строка 2, столбец "formula": total(T1.a, 2.5): total требует целое число (ширина окна), получено: 2.5\n  total(T1.a, 2.5)\n  ^',
  ],
  [
    () => loadLedger("nowhere"),
    `a paper's folder is required, got "nowhere", which does not exist`,
    'мақаланың қалтасы керек, ал "nowhere" деген қалта жоқ',
    'нужна папка статьи, а папки "nowhere" нет',
  ],
  [
    () => check("4.99"),
    'check requires the number of an exercise, from "4.1" to "4.7", got "4.99"',
    'check функциясына "4.1" мен "4.7" аралығындағы жаттығу нөмірі керек, берілгені: "4.99"',
    'check требует номер упражнения от "4.1" до "4.7", получено: "4.99"',
  ],
  [
    () => setLanguage("de" as Language),
    'setLanguage requires one of "en", "kk", "ru", got "de"',
    'setLanguage функциясына мыналардың бірі керек: "en", "kk", "ru"; берілгені: "de"',
    'setLanguage требует одно из "en", "kk", "ru", получено: "de"',
  ],
  [
    () => smoothingSimulation({ n: 3 }),
    "smoothingSimulation requires a whole n of at least 4, got 3",
    "smoothingSimulation функциясына 4-тен кем емес бүтін n керек, берілгені: 3",
    "smoothingSimulation требует целое n не меньше 4, получено: 3",
  ],
  [
    () => permutationTest(x, x, { permutations: 0 }),
    "permutationTest requires a whole number of permutations from 1, got 0",
    "permutationTest функциясына 1-ден кем емес бүтін permutations керек, берілгені: 0",
    "permutationTest требует целое permutations не меньше 1, получено: 0",
  ],
];

async function messageOf(call: () => unknown): Promise<string> {
  try {
    await call();
  } catch (error) {
    return (error as Error).message;
  }
  return "";
}

for (const [at, language] of (["en", "kk", "ru"] as const).entries())
  describe(`Errors in ${language}`, () => {
    beforeEach(() => setLanguage(language));
    afterEach(() => setLanguage("en"));

    for (const [call, ...said] of CALLS)
      it(`say ${said[at]}`, async () => expect(await messageOf(call)).to.equal(said[at]));
  });
