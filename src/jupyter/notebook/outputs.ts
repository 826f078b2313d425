/** Collects iopub messages into a cell's outputs. Pure. */
import type { MimeBundle } from "../../base/display.js";
import { stripVTControlCharacters } from "node:util";
import type { Message } from "../wire/wire.js";

export type NotebookOutput =
  | { output_type: "stream"; name: string; text: string }
  | { output_type: "display_data"; data: MimeBundle; metadata: Record<string, unknown> }
  | {
      output_type: "execute_result";
      data: MimeBundle;
      metadata: Record<string, unknown>;
      execution_count: number | null;
    }
  | { output_type: "error"; ename: string; evalue: string; traceback: string[] };

/** The outputs of one cell; `displays` is shared by all cells of a notebook, since an update may reach an earlier one. */
export class OutputCollector {
  readonly outputs: NotebookOutput[] = [];
  readonly #displays: Map<string, NotebookOutput[]>;
  readonly #limit: number;
  #clearBeforeNext = false;
  #kept = 0;
  #leftOut = 0;
  #note: Extract<NotebookOutput, { output_type: "stream" }> = {
    output_type: "stream",
    name: "stdout",
    text: "",
  };

  /** @param limit how many characters of output are kept; the rest is counted, and a message reports the count */
  constructor(displays: Map<string, NotebookOutput[]>, limit = Infinity) {
    this.#displays = displays;
    this.#limit = limit;
  }

  add(message: Message): void {
    const { content } = message;
    if (message.header.msg_type !== "error" && this.#isTooMuch(content)) return;
    switch (message.header.msg_type) {
      case "stream":
        return this.#stream(String(content.name), String(content.text));
      case "display_data":
      case "execute_result":
        return this.#display(message.header.msg_type, content);
      case "update_display_data":
        return this.#update(content);
      case "error":
        return this.#push({
          output_type: "error",
          ename: String(content.ename),
          evalue: String(content.evalue),
          traceback: (content.traceback as string[] | undefined) ?? [],
        });
      case "clear_output":
        if (content.wait === true) this.#clearBeforeNext = true;
        else this.outputs.length = 0;
    }
  }

  /** Counts output. From the first excess chunk on, only errors are kept, so that no gap goes unnoticed. */
  #isTooMuch({ text, data }: Record<string, unknown>): boolean {
    const size = typeof text === "string" ? text.length : sizeOf(data);
    if (this.#leftOut === 0 && this.#kept + size <= this.#limit) {
      this.#kept += size;
      return false;
    }
    if (size === 0) return false;
    this.#leftOut += size;
    const note = `\n… ${this.#leftOut} more characters were left out, behind the limit of ${this.#limit} for a cell\n`;
    this.#note.text = note;
    if (!this.outputs.includes(this.#note)) this.outputs.push(this.#note);
    return true;
  }

  #push(output: NotebookOutput): void {
    if (this.#clearBeforeNext) this.outputs.length = 0;
    this.#clearBeforeNext = false;
    this.outputs.push(output);
  }

  /** Adjacent chunks of one stream become one output. */
  #stream(name: string, text: string): void {
    const last = this.#clearBeforeNext ? undefined : this.outputs[this.outputs.length - 1];
    if (last?.output_type === "stream" && last.name === name) last.text += text;
    else this.#push({ output_type: "stream", name, text });
  }

  #display(type: "display_data" | "execute_result", content: Record<string, unknown>): void {
    const { data, metadata = {}, execution_count = null } = content;
    const count = type === "execute_result" && { execution_count };
    const output = { output_type: type, data, metadata, ...count } as NotebookOutput;
    this.#push(output);
    const id = displayId(content);
    if (id !== undefined) this.#displays.set(id, [...(this.#displays.get(id) ?? []), output]);
  }

  #update(content: Record<string, unknown>): void {
    for (const output of this.#displays.get(displayId(content) ?? "") ?? []) {
      if (!("data" in output)) continue;
      output.data = content.data as MimeBundle;
      output.metadata = (content.metadata ?? {}) as Record<string, unknown>;
    }
  }
}

function sizeOf(data: unknown): number {
  return Object.values(Object(data) as object).reduce<number>(
    (sum, value) => sum + (typeof value === "string" ? value.length : JSON.stringify(value ?? "").length),
    0,
  );
}

function displayId(content: Record<string, unknown>): string | undefined {
  return (content.transient as { display_id?: string } | undefined)?.display_id;
}

/** The text of one of a cell's streams, without color codes. */
export function streamText(outputs: readonly NotebookOutput[], name: string): string {
  return outputs
    .map((output) =>
      output.output_type === "stream" && output.name === name ? stripVTControlCharacters(output.text) : "",
    )
    .join("");
}
