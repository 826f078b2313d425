/** Answers `inspect_request`: signature and documentation of what the cursor is at. */
import { toUtf16 } from "./cursor.js";
import type { Engine } from "./engine.js";
import type { QuickInfo } from "./tslab-internals.js";

export interface Inspection extends Record<string, unknown> {
  status: "ok";
  found: boolean;
  data: Record<string, string>;
  metadata: Record<string, unknown>;
}

/** @param cursor in code points, as Jupyter counts */
export function inspectAt(engine: Pick<Engine, "inspect">, code: string, cursor: number): Inspection {
  const info = engine.inspect(code, toUtf16(code, cursor)) ?? engine.inspect(code, toUtf16(code, cursor - 1));
  if (!info) return { status: "ok", found: false, data: {}, metadata: {} };
  return { status: "ok", found: true, data: bundle(info), metadata: {} };
}

function bundle(info: QuickInfo): Record<string, string> {
  const signature = join(info.displayParts);
  const documentation = join(info.documentation);
  const tags = (info.tags ?? []).map(({ name, text }) => `@${name} ${join(text)}`.trim());
  const rest = [documentation, tags.join("\n")].filter((part) => part !== "");
  return {
    "text/plain": [signature, ...rest].join("\n\n"),
    "text/markdown": ["```typescript\n" + signature + "\n```", ...rest].join("\n\n"),
  };
}

function join(parts: { text: string }[] = []): string {
  return parts.map(({ text }) => text).join("");
}
