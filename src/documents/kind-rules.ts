/** Rules from table kinds, which are data: names of columns, and how such columns are related. */
import { lateData } from "../base/project.js";
import { variablesOf } from "../ledger/functions/correlation-law.js";
import { documentPatterns } from "./document.js";
import type { Ledger, Sheet } from "../ledger/paper-folder.js";
import { supportOf, type Support } from "./chance.js";
import { byStudent, judgedBy, MOST, type RuleToJudge } from "./judge-rules.js";
import { cellsAt, finiteInterval, linesOf, quoted, type Lines, type NumberLine } from "./lines.js";

interface Kind {
  kind: string;
  /** Names of most of the rows, if the kind has typical ones. */
  rows?: string;
  /** The name of one row to which rules refer as "{b@row}". */
  row?: string;
  /** Names of columns, by role. */
  columns: Record<string, string>;
  /** "{b}" is a column's number, "{b*}" the column, "{b1}" the first of several, "{table}" the table. */
  rules: { of: string; formula?: string; law?: string; chance?: "grim" | "stars"; confirmed?: true }[];
}
const tableKinds = lateData<{ kinds: Kind[] }>("table-kinds.json");

/** A table's columns by role, for each group such as "Men, M" and "Men, SD". */
type Roles = Map<string, Role>;
type Role = Pick<NumberLine, "here" | "whole"> & Partial<NumberLine>;

/** 43 of "men (n = 43)". */
const sizeIn = ({ name }: NumberLine): string | undefined =>
  /\bn\s*=\s*(\d[\d,]*)/i.exec(name)?.[1]!.replaceAll(",", "");

/** The per cent of "36 (57.1)" in the rows that count, and the group's n in the head. */
function partsOfGroups({ cells, rows }: Sheet, { lines }: Lines): Roles[] {
  return lines.flatMap((line): Roles[] => {
    const [second, size] = [lines.find(({ name }) => name === `${line.name}.2`), sizeIn(line)];
    if (second === undefined || size === undefined) return [];
    // "41 (12)" may be a mean as well.
    const isCount = (row: string): boolean =>
      cells.get(row)?.get(line.name)?.decimals === 0 &&
      documentPatterns().share.test(`${row} ${line.name} ${cells.get(row)?.get(second.name)?.printed}`);
    const part = { ...second, values: second.values.map((value, at) => (isCount(rows[at]!) ? value : null)) };
    return [new Map(Object.entries({ count: line, part, n: { here: size, whole: size } }))];
  });
}

/**
 * Finds the columns' roles. A role of several columns is numbered: mean1, mean2. "M (SD)" has the mean first and "SD.2"
 * second; "(n = 43)" in a heading is the group's n.
 */
function rolesOf({ lines }: Lines, { columns }: Kind): Roles[] {
  const groups = new Map<string, Roles>();
  const all: Roles = new Map();
  for (const [role, form] of Object.entries(columns)) {
    const pattern = new RegExp(`^(?:(.*)(?:, | |\\.))?(?:${form})$`, "i");
    const found = lines.flatMap((line) => {
      const name = line.name.replace(/\s*[([]n\s*=[^)\]]*[)\]]/i, "");
      const apart = name.replace(
        /^(.*?)\s*\(([^()]*)\)(\.\d)?$/,
        (_, before: string, inside: string, part?: string) =>
          part === undefined ? before : `${before}, ${inside}${part}`,
      );
      const match = pattern.exec(name) ?? pattern.exec(apart);
      return match === null ? [] : [{ line, group: match[1] ?? "" }];
    });
    found.forEach(({ line, group }, at) => {
      const own = groups.get(group) ?? new Map<string, NumberLine>();
      groups.set(group, own.set(role, line));
      all.set(`${role}${at + 1}`, line);
      const size = sizeIn(line);
      if (size !== undefined && !("n" in columns && own.has("n")))
        for (const [roles, key] of [[own, "n"], [all, `n${at + 1}`]] as const) roles.set(key, { here: size, whole: size }); // prettier-ignore
    });
    if (found.length === 1) all.set(role, found[0]!.line);
  }
  return [...groups.values()].map((own) => new Map([...all, ...own]));
}

/** The rules of the table's kind; where none is named, of all kinds whose columns it has, and the one with the most. */
export function kindRules(
  sheet: Sheet,
  ledger: Ledger,
): { rules: RuleToJudge[]; kind: string | null; tried: number } {
  const said = ledger.paper.exhibits.find(({ key }) => key === sheet.key)?.kind;
  const isOfKind = ({ kind, rows = "" }: Kind): boolean =>
    said === undefined
      ? sheet.rows.filter((row) => new RegExp(rows, "i").test(row)).length >= 0.8 * sheet.rows.length
      : said === kind;
  const found = tableKinds()
    .kinds.filter(isOfKind)
    .map((one) => ({ kind: one.kind, rules: rulesOfKind(one, sheet, said !== undefined) }));
  const [best] = found.toSorted((a, b) => b.rules.length - a.rules.length);
  const rules = found.flatMap((one) =>
    one.rules.map((own): RuleToJudge => {
      const rule = byStudent(ledger, own);
      const support = rule.rule.law === "" ? supportByLedger(ledger, rule.rule, sheet) : null;
      return { ...rule, tried: one.rules.length, ...(support !== null && { tail: support.tail }) };
    }),
  );
  const isSuggested = said === undefined && best !== undefined && best.rules.length > 0;
  return { rules, kind: isSuggested ? best.kind : null, tried: rules.length };
}

/** The rules of one kind for the columns that the table has, each once. */
function rulesOfKind(kind: Kind, sheet: Sheet, isSaid: boolean): RuleToJudge[] {
  const lines = linesOf(sheet, "columns", undefined, isSaid ? 1 : 2);
  const named = sheet.rows.filter(
    (row) => kind.row !== undefined && new RegExp(`^(?:${kind.row})$`, "i").test(row),
  );
  // A number with stars and its error are the two numbers of a cell.
  const pairs = lines.lines.flatMap((line): Roles[] => {
    const second = lines.lines.find(({ name }) => name === `${line.name}.2`);
    return second === undefined || !hasStars(sheet, line) ? [] : [new Map([["cell", line], ["second", second]])]; // prettier-ignore
  });
  pairs.push(...partsOfGroups(sheet, lines));
  const found = new Map<string, RuleToJudge>();
  for (const roles of [...rolesOf(lines, kind), ...pairs, new Map() as Roles])
    for (const { of, formula = "", law = "", chance, confirmed } of kind.rules) {
      if ((confirmed && !isSaid) || (of === "table" && !isSquare(sheet))) continue;
      const own: Roles = new Map([...roles, ["table", { here: sheet.key, whole: sheet.key }]]);
      if (named.length === 1)
        for (const [role, { whole }] of roles)
          own.set(`${role}@row`, { here: `${whole}[${quoted(named[0]!)}]`, whole });
      const wanted = [...(formula + law).matchAll(/\{([\w@]+)\*?\}/g)].map(([, role]) => own.get(role!));
      const target = own.get(of);
      if (target === undefined || wanted.includes(undefined)) continue;
      if (chance === "stars" && !hasStars(sheet, target)) continue;
      const put = (text: string): string =>
        text.replace(
          /\{([\w@]+)(\*?)\}/g,
          (_, role: string, star) => own.get(role)![star ? "whole" : "here"],
        );
      // Rows without all numbers are left out: a reference class has no interval, a number of observations no error.
      // Nor is a mean that of whole answers if the smallest or largest is not whole.
      const ends = chance === "grim" ? [own.get("least"), own.get("most")] : [];
      const isFilled = (at: number): boolean =>
        [target, ...wanted].every((one) => one?.values?.[at] !== null) &&
        ends.every((one) => isWhole(one?.values?.[at]));
      const places = sheet.rows.flatMap((_, at) => (isFilled(at) ? at : []));
      const column = lines.lines.find(({ name }) => name === target.name) ?? target;
      const rule = { cells: cellsAt(column, sheet.rows, places), formula: put(formula), law: put(law) };
      const each =
        chance === "grim"
          ? ofGrim(own.get("mean")?.values, own.get("n"))
          : chance === "stars"
            ? ofStars(sheet, target)
            : undefined;
      found.set(rule.cells + rule.formula + rule.law, {
        rule,
        family: kind.kind,
        tried: 0,
        ...(each !== undefined && { each }),
        ...(chance === "stars" && { together: law }),
        ...(((isSaid && chance !== "grim") || of === "part") && { atLeast: MOST }),
      });
    }
  return [...found.values()];
}

const isWhole = (value: NumberLine["values"][number] | undefined): boolean =>
  value == null || Math.floor(value[1]) > Math.floor(value[0]) || Number.isInteger(value[0]);

const hasStars = ({ list }: Sheet, { name }: Role): boolean =>
  list.some(({ column, stars }) => column === name && stars > 0);

/** Whether most rows are variables of a correlation table. */
const isSquare = (sheet: Sheet): boolean =>
  sheet.rows.length > 1 && variablesOf(sheet).length >= 0.6 * sheet.rows.length;

/** Compares what the ledger computes for each cell with what is printed. */
function supportByLedger(ledger: Ledger, rule: RuleToJudge["rule"], sheet: Sheet): Support | null {
  const cells = judgedBy(ledger, rule);
  const found = new Map(cells.map(({ row, internal }) => [row, internal?.recomputed ?? null]));
  const [first] = cells;
  if (first === undefined) return null;
  const printed = sheet.rows.map((row) => finiteInterval(sheet.cells.get(row)?.get(first.column)));
  return supportOf(
    printed,
    (at) => {
      const value = found.get(sheet.rows[at]!);
      return typeof value === "number" ? [value, value] : Array.isArray(value) ? value : null;
    },
    () => false,
  );
}

/** GRIM: a mean with d decimals is possible for n whole answers with probability n / 10^d, at most 1. */
function ofGrim(means: NumberLine["values"] = [], n?: Role): number {
  const each = means.flatMap((mean, at) => {
    const [low, high] = n?.values ? (n.values[at] ?? [Number.NaN, Number.NaN]) : [Number(n?.here), Number(n?.here)]; // prettier-ignore
    return mean === null || !(low > 0) ? [] : Math.min(1, Math.round((low + high) / 2) * (mean[1] - mean[0]));
  });
  return each.length === 0 ? 1 : each.reduce((all, one) => all + one, 0) / each.length;
}

/** Probability that two cells of the column have the same number of stars, which is agreement by chance. */
function ofStars({ list }: Sheet, { name }: Role): number {
  const cells = list.filter(({ column, heading }) => column === name && !heading);
  const alike = cells.map(({ stars }) => cells.filter((other) => other.stars === stars).length);
  return alike.reduce((all, one) => all + one, 0) / cells.length ** 2;
}
