/** Collects iopub messages into a cell's outputs. Pure. */
import { stripVTControlCharacters } from "node:util";
import type { Message } from "./wire.js";

export type MimeBundle = Record<string, unknown>;

export type Output =
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
  readonly outputs: Output[] = [];
  readonly #displays: Map<string, Output[]>;
  #clearBeforeNext = false;

  constructor(displays: Map<string, Output[]>) {
    this.#displays = displays;
  }

  add(message: Message): void {
    const { content } = message;
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

  #push(output: Output): void {
    if (this.#clearBeforeNext) this.outputs.length = 0;
    this.#clearBeforeNext = false;
    this.outputs.push(output);
  }

  /** Neighbouring pieces of one stream become one output. */
  #stream(name: string, text: string): void {
    const last = this.#clearBeforeNext ? undefined : this.outputs[this.outputs.length - 1];
    if (last?.output_type === "stream" && last.name === name) last.text += text;
    else this.#push({ output_type: "stream", name, text });
  }

  #display(type: "display_data" | "execute_result", content: Record<string, unknown>): void {
    const shown = {
      data: content.data as MimeBundle,
      metadata: (content.metadata ?? {}) as Record<string, unknown>,
    };
    const output: Output =
      type === "display_data"
        ? { output_type: type, ...shown }
        : {
            output_type: type,
            ...shown,
            execution_count: (content.execution_count as number | undefined) ?? null,
          };
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

function displayId(content: Record<string, unknown>): string | undefined {
  return (content.transient as { display_id?: string } | undefined)?.display_id;
}

/** The text of one stream of a cell, without colour codes. */
export function streamText(outputs: readonly Output[], name: string): string {
  return outputs
    .map((output) =>
      output.output_type === "stream" && output.name === name ? stripVTControlCharacters(output.text) : "",
    )
    .join("");
}
