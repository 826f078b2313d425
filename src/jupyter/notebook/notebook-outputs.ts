/** Outputs as nbformat 4.5 stores them in a file. Pure. */
import type { NotebookOutput } from "./outputs.js";

/** Text as a terminal shows it: a carriage return goes back to the start of the line, a backspace one character. */
export function applyCarriageReturns(text: string): string {
  if (!/[\r\b]/.test(text)) return text;
  return text
    .replaceAll("\r\n", "\n")
    .split("\n")
    .map((line) => line.split("\r").reduce(overwrite, ""))
    .join("\n");
}

function overwrite(shown: string, written: string): string {
  const plain: string[] = [];
  for (const character of written) {
    if (character === "\b") plain.pop();
    else plain.push(character);
  }
  return plain.join("") + [...shown].slice(plain.length).join("");
}

/** The types that nbformat's own writer splits into lines; others are single strings. */
const WRITTEN_AS_LINES = /^(text\/.*|application\/javascript|image\/svg\+xml)$/;

/** Outputs as written to a file: text as lists of lines, as in nbformat's own writer. */
export function toNotebookOutputs(outputs: readonly NotebookOutput[]): Record<string, unknown>[] {
  return outputs.map((output) => {
    if (output.output_type === "stream") {
      return {
        name: output.name,
        output_type: output.output_type,
        text: toLines(applyCarriageReturns(output.text)),
      };
    }
    if (!("data" in output)) {
      const { ename, evalue, traceback } = output;
      return { ename, evalue, output_type: output.output_type, traceback };
    }
    const data = Object.fromEntries(
      Object.entries(output.data)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([type, value]) => [
          type,
          typeof value === "string" && WRITTEN_AS_LINES.test(type) ? toLines(value) : value,
        ]),
    );
    const count = output.output_type === "execute_result" ? { execution_count: output.execution_count } : {};
    return { data, ...count, metadata: output.metadata, output_type: output.output_type };
  });
}

function toLines(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}
