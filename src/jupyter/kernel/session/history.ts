/** What was run in this session, for `history_request`. */

export interface HistoryEntry {
  line: number;
  input: string;
  output: string | null;
}

export interface HistoryQuery {
  hist_access_type?: string;
  output?: boolean;
  n?: number;
  start?: number;
  stop?: number;
  pattern?: string;
  unique?: boolean;
}

/** The one session that a kernel remembers. */
const SESSION = 0;

/** Entries as the protocol has them: [session, line, input] or, with outputs, [session, line, [input, output]]. */
export function selectHistory(entries: readonly HistoryEntry[], query: HistoryQuery): unknown[] {
  return chosen(entries, query).map(({ line, input, output }) => [
    SESSION,
    line,
    query.output === true ? [input, output] : input,
  ]);
}

function chosen(entries: readonly HistoryEntry[], query: HistoryQuery): readonly HistoryEntry[] {
  const { hist_access_type: access, n, start = 0, stop, pattern = "*", unique } = query;
  if (access === "range")
    return entries.filter(({ line }) => line >= start && (stop === undefined || line < stop));
  const last = (list: readonly HistoryEntry[]) =>
    n === undefined ? list : list.slice(Math.max(0, list.length - n));
  if (access !== "search") return last(entries);
  const found = entries.filter(({ input }) => glob(pattern).test(input));
  return last(
    unique === true
      ? found.filter((entry, at) => found.findLastIndex(({ input }) => input === entry.input) === at)
      : found,
  );
}

/** A file name pattern with `*` and `?`, as IPython searches its history. */
function glob(pattern: string): RegExp {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("*", "[^]*").replaceAll("?", "[^]")}$`);
}
