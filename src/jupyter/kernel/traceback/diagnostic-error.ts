/** Compile errors as Jupyter shows an error: line and column in the cell, the line, carets under the fault. Pure. */
import type { Diagnostic } from "../internals/tslab.js";
import type { ErrorContent } from "../traceback/thrown-error.js";

/** @param diagnostics at least one */
export function diagnosticError(source: string, diagnostics: readonly Diagnostic[]): ErrorContent {
  const lines = source.split("\n");
  const traceback = diagnostics.flatMap((diagnostic) => {
    const head = `${diagnostic.fileName ?? "cell"}:${describe(diagnostic)}`;
    const text = diagnostic.fileName === undefined ? lines[diagnostic.start.line] : undefined;
    return text === undefined ? [head] : [head, `    ${text}`, `    ${carets(text, diagnostic)}`];
  });
  return { ename: "TypeScriptError", evalue: describe(diagnostics[0]!), traceback };
}

function describe({ start, code, messageText }: Diagnostic): string {
  return `${start.line + 1}:${start.character + 1} - TS${code}: ${messageText}`;
}

/** Carets under the faulty stretch; tabs are kept, so that they stand under it at any tab width. */
function carets(text: string, { start, end }: Diagnostic): string {
  const last = end.line === start.line ? end.character : text.length;
  const lead = text.slice(0, start.character).replaceAll(/[^\t]/g, " ");
  return lead + "^".repeat(Math.max(1, last - start.character));
}
