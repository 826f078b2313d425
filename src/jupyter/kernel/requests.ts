/** The answers to all requests on shell but `execute_request`. */
import { toCodePoints, toUtf16 } from "./cursor.js";
import { completeness } from "./completeness.js";
import type { Engine, QuickInfo } from "./engine.js";
import { selectHistory, type HistoryEntry, type HistoryQuery } from "./history.js";

type Content = Record<string, unknown>;

export interface RequestContext {
  kernelInfo: Content;
  engine(): Engine;
  history: readonly HistoryEntry[];
}

type Handler = (content: Content, context: RequestContext) => Content;

/** Requests by type; what is not here is not answered, as the protocol asks. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  kernel_info_request: (_, { kernelInfo }) => kernelInfo,
  comm_info_request: () => ({ status: "ok", comms: {} }),
  is_complete_request: ({ code }) => ({ ...completeness(String(code)) }),
  history_request: (content, { history }) => ({
    status: "ok",
    history: selectHistory(history, content as HistoryQuery),
  }),
  complete_request: ({ code, cursor_pos }, { engine }) => {
    const source = String(code);
    const { start, end, candidates } = engine().complete(source, toUtf16(source, Number(cursor_pos)));
    return {
      status: "ok",
      matches: candidates,
      cursor_start: toCodePoints(source, start),
      cursor_end: toCodePoints(source, end),
      metadata: {},
    };
  },
  inspect_request: ({ code, cursor_pos }, { engine }) => {
    const source = String(code);
    const info = engine().inspect(source, toUtf16(source, Number(cursor_pos)));
    return { status: "ok", found: info !== null, data: info === null ? {} : infoBundle(info), metadata: {} };
  },
};

/** Requests that need no type checker and may be answered while a cell awaits something. */
export const IMMEDIATE: ReadonlySet<string> = new Set(["kernel_info_request", "comm_info_request"]);

function infoBundle({ displayParts = [], documentation = [], tags = [] }: QuickInfo): Content {
  const join = (parts: readonly { text: string }[]): string => parts.map(({ text }) => text).join("");
  const signature = join(displayParts);
  const notes = tags.flatMap(({ name, text }) => (text === undefined ? [] : [`@${name} ${join(text)}`]));
  const docs = [join(documentation), ...notes].filter((part) => part !== "");
  return {
    "text/plain": [signature, ...docs].join("\n\n"),
    "text/markdown": [`\`\`\`typescript\n${signature}\n\`\`\``, ...docs].join("\n\n"),
  };
}
