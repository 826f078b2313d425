/** Merges what is written to one stream in quick succession into one message. Pure. */
import type { Header } from "../../wire/wire.js";
import type { StreamName } from "./between-threads.js";

/** Text that waits no longer, however fast more comes. */
const MAX_CHARACTERS = 64 * 1024;

export function streamMerger(
  publish: (parent: Partial<Header>, content: { name: StreamName; text: string }) => void,
) {
  let parent: Partial<Header> = {};
  let name: StreamName = "stdout";
  let text = "";
  const flush = (): void => {
    const merged = text;
    text = "";
    if (merged !== "") publish(parent, { name, text: merged });
  };
  /** Adds text; what was written to another stream, or by another cell, is published before it. */
  const add = (by: Partial<Header>, to: StreamName, more: string): void => {
    if (to !== name || by.msg_id !== parent.msg_id) flush();
    parent = by;
    name = to;
    text += more;
    if (text.length >= MAX_CHARACTERS) flush();
  };
  return { add, flush };
}
