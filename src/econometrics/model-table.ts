import { requireThat } from "../base/check.js";
import { withTable } from "../base/display.js";
import { escapeLatex } from "../base/escape.js";
import { text } from "../base/text.js";
import { INTERCEPT } from "./least-squares.js";
import type { Ols, OlsTerm } from "./ols.js";

export interface ModelTableOptions {
  /** Column headings. Default: (1), (2), ... */
  names?: readonly string[];
  /** Decimal places of estimates and standard errors. Default: 3. */
  decimals?: number;
  /** Whether stars mark p below 0.05, 0.01 and 0.001. Default: false. */
  stars?: boolean;
  /** Other standard errors: one coefficient table per model, as from `robustStandardErrors`. */
  terms?: readonly (readonly OlsTerm[])[];
}

/** Models side by side; `show` displays it, `toMarkdown` and `toLatex` return it as text. */
export interface ModelTable {
  head: string[];
  rows: string[][];
  notes: string[];
  toMarkdown(): string;
  toLatex(): string;
}

/**
 * Puts the coefficients of several models side by side, as papers print them: one row per term with the standard error
 * in parentheses below, then n, R², adjusted R² and the residual standard error.
 *
 * @param models fits of `ols`
 * @throws RangeError when there are no models, or names and terms do not match their number
 * @example modelTable([ols("EGDI ~ OSI", table3), ols("EGDI ~ OSI + TII", table3)], { stars: true }).toMarkdown()
 */
export function modelTable(models: readonly Ols[], options: ModelTableOptions = {}): ModelTable {
  const { decimals = 3, stars = false } = options;
  requireThat(Array.isArray(models) && models.length > 0, "modelTable", "regression.models", models);
  const names = options.names ?? models.map((_, at) => `(${at + 1})`);
  const terms: readonly (readonly OlsTerm[])[] = options.terms ?? models.map((model) => model.terms);
  const each = text("regression.each", { models: models.length });
  for (const list of [names, terms] as const)
    requireThat(list.length === models.length, "modelTable", each, list);
  const head = ["", ...names.map((name, at) => (options.names ? name : `${name} ${models[at]!.dependent}`))];
  const all = [...new Set(terms.flatMap((one) => one.map(({ name }) => name)))];
  // The intercept comes last, as in printed tables.
  const order = all.sort((a, b) => Number(a === INTERCEPT) - Number(b === INTERCEPT));
  const cells = (of: (term: OlsTerm) => string) => (name: string) =>
    terms.map((model) => model.filter((term) => term.name === name).map(of)[0] ?? "");
  const estimates = cells((term) => term.estimate.toFixed(decimals) + (stars ? starsOf(term.pValue) : ""));
  const errors = cells(({ standardError }) => `(${standardError.toFixed(decimals)})`);
  const fits = (name: string, of: (model: Ols) => string): string[] => [name, ...models.map(of)];
  const rows = [
    ...order.flatMap((name) => [[name, ...estimates(name)], ["", ...errors(name)]]), // prettier-ignore
    fits("n", ({ n }) => String(n)),
    fits("R²", ({ rSquared }) => rSquared.toFixed(3)),
    fits(text("regression.adjusted"), ({ adjustedRSquared }) => adjustedRSquared.toFixed(3)),
    fits("s", ({ residualStandardError }) => residualStandardError.toPrecision(3)),
  ];
  const notes = [text("regression.brackets"), ...(stars ? ["* p < 0.05, ** p < 0.01, *** p < 0.001"] : [])];
  const table = {
    head,
    rows,
    notes,
    toMarkdown: (): string => markdown(head, rows, notes),
    toLatex: (): string => latex(head, rows, notes),
  };
  const columns = head.map((name, at) => [name, rows.map((row) => row[at]!)] as const);
  return withTable(table, () => ({ columns, notes }));
}

const starsOf = (p: number): string => "*".repeat(Number(p < 0.05) + Number(p < 0.01) + Number(p < 0.001));

function markdown(head: readonly string[], rows: readonly string[][], notes: readonly string[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replace(/[\\|*]/g, "\\$&")).join(" | ")} |`;
  const rule = `|---${"|--:".repeat(head.length - 1)}|`;
  const below = notes.map((note) => note.replaceAll("*", "\\*"));
  return [line(head), rule, ...rows.map(line), "", ...below].join("\n");
}

function latex(head: readonly string[], rows: readonly string[][], notes: readonly string[]): string {
  const line = (cells: readonly string[]): string => `${cells.map(escapeLatex).join(" & ")} \\\\`;
  return [
    `\\begin{tabular}{l${"r".repeat(head.length - 1)}}`,
    "\\toprule",
    line(head),
    "\\midrule",
    ...rows.slice(0, -4).map(line),
    "\\midrule",
    ...rows.slice(-4).map(line),
    "\\bottomrule",
    ...notes.map((note) => `\\multicolumn{${head.length}}{l}{\\footnotesize ${escapeLatex(note)}} \\\\`),
    "\\end{tabular}",
  ].join("\n");
}
