/** What completes a cell at a place, in the order in which it is offered. */
import type ts from "typescript";
import type { Completion } from "./conversion.js";
import { loadTypeScript } from "./typescript.js";

/** The columns of the table that a name holds, as the running session knows them. */
export type ColumnsOf = (name: string) => readonly string[] | undefined;

/** Where a column is named: `table["`, `table.sortValues("`, `table.groupby(["a", "`, `show(table, { columns: [`. */
const COLUMN =
  /(?<table>[\p{ID_Start}$_][\p{ID_Continue}$]*)(?:\[|\.(?:column|sortValues)\(|\.(?:groupby|sortValues)\(\s*\[|(?:\.\w+\(\s*\{|,\s*\{)[^{}]*\bcolumns:\s*\[)(?:\s*(["'])[^"'\n]*\2\s*,)*\s*(?<quote>["']?)(?<typed>[^"'\][(){},\n]*)$/u;

export function completionAt(
  service: ts.LanguageService,
  path: string,
  source: string,
  position: number,
  columnsOf?: ColumnsOf,
): Completion {
  const { ScriptElementKind } = loadTypeScript();
  const found = service.getCompletionsAtPosition(path, position, { includeCompletionsWithInsertText: false });
  const [before] = /[\p{ID_Continue}$_]*$/u.exec(source.slice(0, position))!;
  const [after] = /^[\p{ID_Continue}$_]*/u.exec(source.slice(position))!;
  const { table, quote, typed: begun } = COLUMN.exec(source.slice(0, position))?.groups ?? {};
  const written = quote ? begun! : before;
  const span = found?.optionalReplacementSpan ?? {
    start: position - written.length,
    length: written.length + after.length,
  };
  const names = (found?.entries ?? [])
    .filter(({ kind, name }) => kind !== ScriptElementKind.warning && !["", "package.json"].includes(name))
    .toSorted((a, b) => compareText(a.sortText, b.sortText) || compareText(a.name, b.name))
    .map(({ name }) => name);
  const all = table === undefined ? [] : (columnsOf?.(table) ?? columnsByType(service, path, table));
  const columns = all.map((name) => (quote ? name : JSON.stringify(name)));
  const typed = source.slice(span.start, position);
  const candidates = [...new Set([...ranked(columns, typed), ...ranked(names, typed)])];
  return { start: span.start, end: span.start + span.length, candidates };
}

/** Of a table whose columns its type has. */
function columnsByType(service: ts.LanguageService, path: string, table: string): string[] {
  const t = loadTypeScript();
  const program = service.getProgram()!;
  const checker = program.getTypeChecker();
  const cell = program.getSourceFile(path)!;
  const symbol = checker.resolveName(table, cell, t.SymbolFlags.Value, false);
  if (!symbol) return [];
  // danfo's own properties are declared somewhere.
  const isColumn = (one: ts.Symbol): boolean => !one.declarations && checker.getTypeOfSymbol(one).symbol?.name === "Series"; // prettier-ignore
  return checker.getTypeOfSymbolAtLocation(symbol, cell).getProperties().filter(isColumn).map(({ name }) => name); // prettier-ignore
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Those that begin with what is typed, then those that do but for its case, then those that contain it. */
function ranked(names: readonly string[], typed: string): string[] {
  const small = typed.toLowerCase();
  const rank = (name: string): number => {
    if (name.startsWith(typed)) return 0;
    return name.toLowerCase().startsWith(small) ? 1 : 2;
  };
  const fitting = names.filter((name) => name.toLowerCase().includes(small));
  return fitting.toSorted((a, b) => rank(a) - rank(b));
}
