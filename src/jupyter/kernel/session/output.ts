/** What a cell prints, displays and clears, addressed to it. */
import { StringDecoder } from "node:string_decoder";
import { readableText, type CellPlaces } from "../traceback/frames.js";
import type { Cells } from "./cells.js";
import type { Server } from "../server/server.js";
import type { StreamName } from "../server/between-threads.js";

export type Output = ReturnType<typeof createOutput>;

/** @param own does the kernel's work among JavaScript's own objects as they were before the first cell */
export function createOutput(
  cells: Cells,
  places: CellPlaces,
  server: Pick<Server, "tell" | "hold">,
  own = (work: () => void) => work(),
) {
  let unfinishedLine = "";
  const stream = (name: StreamName, text: string): void => {
    if (name === "stdout") unfinishedLine = lastLine(unfinishedLine, text);
    if (cells.current?.silent || text === "") return;
    server.tell({ kind: "stream", parent: cells.parent, name, text: readableText(text, places) });
    server.hold();
  };
  const writer = (name: StreamName): typeof process.stdout.write => {
    const decoder = new StringDecoder("utf8");
    return (
      chunk: string | Uint8Array,
      encoding?: BufferEncoding | ((error?: Error) => void),
      callback?: (error?: Error) => void,
    ) => {
      const write = () => stream(name, typeof chunk === "string" ? chunk : decoder.write(Buffer.from(chunk)));
      try {
        write();
      } catch {
        // Among what cells have changed; to look for that with every piece would take long.
        own(write);
      }
      const written = typeof encoding === "function" ? encoding : callback;
      if (written) process.nextTick(written);
      return true;
    };
  };
  const output = {
    /** The last line of standard output, if it has not ended. */
    unfinishedLine: (): string => unfinishedLine,
    /** Takes over standard output, standard error and `console.clear` of this process. */
    capture(): void {
      process.stdout.write = writer("stdout");
      process.stderr.write = writer("stderr");
      console.clear = () => output.write("clear_output", { wait: false });
    },
    /** Publishes what a cell's own code writes: it waits while clients are behind. */
    write(msgType: string, content: Record<string, unknown>): void {
      own(() => output.publish(msgType, content));
      server.hold();
    },
    /**
     * Publishes a message of the running code's cell, unless that is a silent one.
     * @throws TypeError when the content cannot be written as JSON
     */
    publish(msgType: string, content: Record<string, unknown>): void {
      if (cells.current?.silent) return;
      server.tell({ kind: "output", parent: cells.parent, msgType, json: JSON.stringify(content) });
    },
  };
  return output;
}

/** No longer than a question could be. */
function lastLine(before: string, text: string): string {
  const end = text.lastIndexOf("\n");
  return (end < 0 ? before + text : text.slice(end + 1)).slice(-1000);
}
