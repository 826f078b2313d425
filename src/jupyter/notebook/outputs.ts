/** A cell's outputs: collected from iopub messages, written as nbformat 4.5 stores them. Pure. */
import type { MimeBundle } from "../../base/display.js";
import { text } from "../../base/text.js";
import { stripVTControlCharacters } from "node:util";
import type { Message } from "../wire/wire.js";

interface Stream {
  output_type: "stream";
  name: string;
  text: string;
}

export interface Display {
  output_type: "display_data" | "execute_result";
  data: MimeBundle;
  metadata: Record<string, unknown>;
  /** Of an `execute_result` alone. */
  execution_count?: number | null;
}

export type NotebookOutput =
  Stream | Display | { output_type: "error"; ename: string; evalue: string; traceback: string[] };

type Content = Record<string, unknown>;

export type OutputCollector = ReturnType<typeof collectOutputs>;

/**
 * The outputs of one cell.
 * @param displays shared by all cells of a notebook, since an update may reach an earlier one
 * @param limit how many characters of output are kept; the rest is counted, and a message reports the count
 */
export function collectOutputs(displays: Map<string, Display[]>, limit = Infinity) {
  const outputs: NotebookOutput[] = [];
  const note: Stream = { output_type: "stream", name: "stdout", text: "" };
  let isClearedBeforeNext = false;
  let [kept, leftOut] = [0, 0];

  /** Counts output. From the first excess chunk on, only errors are kept, so that no gap goes unnoticed. */
  const isTooMuch = ({ text: written, data }: Content): boolean => {
    const size = typeof written === "string" ? written.length : sizeOf(data);
    if (leftOut === 0 && kept + size <= limit) {
      kept += size;
      return false;
    }
    if (size === 0) return false;
    leftOut += size;
    note.text = `\n${text("output.leftOut", { count: leftOut, limit })}\n`;
    if (!outputs.includes(note)) outputs.push(note);
    return true;
  };

  const push = (output: NotebookOutput): void => {
    if (isClearedBeforeNext) outputs.length = 0;
    isClearedBeforeNext = false;
    outputs.push(output);
  };

  /** Adjacent chunks of one stream become one output. */
  const addText = (name: string, text: string): void => {
    const last = isClearedBeforeNext ? undefined : outputs.at(-1);
    if (last?.output_type === "stream" && last.name === name) last.text += text;
    else push({ output_type: "stream", name, text });
  };

  function add({ header: { msg_type: type }, content }: Message): void {
    if (type !== "error" && isTooMuch(content)) return;
    const { data, metadata = {}, execution_count = null } = content;
    const id = (content.transient as { display_id?: string } | undefined)?.display_id;
    const earlier = id === undefined ? [] : (displays.get(id) ?? []);
    switch (type) {
      case "stream":
        return addText(String(content.name), String(content.text));
      case "display_data":
      case "execute_result": {
        const count = type === "execute_result" && { execution_count };
        const output = { output_type: type, data, metadata, ...count } as Display;
        if (id !== undefined) displays.set(id, [...earlier, output]);
        return push(output);
      }
      case "update_display_data":
        return earlier.forEach((output) => Object.assign(output, { data, metadata }));
      case "error": {
        const { ename, evalue, traceback = [] } = content;
        const error = { ename: String(ename), evalue: String(evalue), traceback: traceback as string[] };
        return push({ output_type: "error", ...error });
      }
      case "clear_output":
        if (content.wait === true) isClearedBeforeNext = true;
        else outputs.length = 0;
    }
  }
  return { outputs, add };
}

function sizeOf(data: unknown): number {
  const size = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value ?? "")).length;
  return Object.values(Object(data) as object).reduce<number>((sum, value) => sum + size(value), 0);
}

/** The text of one of a cell's streams, as it comes or as it is stored, without color codes. */
export function streamText(outputs: readonly object[], name: string): string {
  const written = outputs as readonly Record<string, unknown>[];
  const texts = written.filter((one) => one.output_type === "stream" && one.name === name);
  return stripVTControlCharacters(texts.map(({ text }) => joinLines(text)).join(""));
}

/** The types that nbformat's own writer splits into lines; others are single strings. */
const WRITTEN_AS_LINES = /^(text\/.*|application\/javascript|image\/svg\+xml)$/;

/** Outputs as written to a file: text as lists of lines and keys in order, as in nbformat's own writer. */
export function toNotebookOutputs(outputs: readonly NotebookOutput[]): Record<string, unknown>[] {
  return outputs.map((output) => {
    const { output_type } = output;
    if (output.output_type === "stream")
      return { name: output.name, output_type, text: toLines(applyCarriageReturns(output.text)) };
    if (output.output_type === "error") {
      const { ename, evalue, traceback } = output;
      return { ename, evalue, output_type, traceback };
    }
    const data = Object.entries(output.data)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([type, value]) => {
        const isLines = typeof value === "string" && WRITTEN_AS_LINES.test(type);
        return [type, isLines ? toLines(value) : value];
      });
    const count = output_type === "execute_result" && { execution_count: output.execution_count };
    return { data: Object.fromEntries(data), ...count, metadata: output.metadata, output_type };
  });
}

/** Text as a terminal shows it: a carriage return goes back to the start of the line, a backspace one character. */
export function applyCarriageReturns(text: string): string {
  if (!/[\r\b]/.test(text)) return text;
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  return lines.map((line) => line.split("\r").reduce(overwrite, "")).join("\n");
}

function overwrite(shown: string, written: string): string {
  const plain: string[] = [];
  for (const character of written) {
    if (character === "\b") plain.pop();
    else plain.push(character);
  }
  return plain.join("") + [...shown].slice(plain.length).join("");
}

function toLines(text: string): string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

/** nbformat stores text as a string or as a list of lines. */
export function joinLines(value: unknown): string {
  return Array.isArray(value) ? value.join("") : String(value ?? "");
}
