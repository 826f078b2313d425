/** What was run in this session, for `history_request`. */

export interface HistoryEntry {
  line: number;
  input: string;
  output: string | null;
}

interface HistoryQuery {
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

/** Entries as in the protocol: [session, line, input] or, with outputs, [session, line, [input, output]]. */
export function selectHistory(entries: readonly HistoryEntry[], query: HistoryQuery): unknown[] {
  const shown = ({ input, output }: HistoryEntry) => (query.output === true ? [input, output] : input);
  return chosen(entries, query).map((entry) => [SESSION, entry.line, shown(entry)]);
}

function chosen(entries: readonly HistoryEntry[], query: HistoryQuery): readonly HistoryEntry[] {
  const given = Object.entries(query).filter(([, value]) => value !== null); // Python's None
  const { hist_access_type: access, ...which } = Object.fromEntries(given) as HistoryQuery;
  const { n = Infinity, start = 0, stop = Infinity, pattern = "*", unique } = which;
  if (access === "range") return entries.filter(({ line }) => line >= start && line < stop);
  const fits = access === "search" ? glob(pattern) : /^/;
  const found = entries.filter(({ input }) => fits.test(input));
  const isLast = (entry: HistoryEntry, at: number) =>
    found.findLastIndex(({ input }) => input === entry.input) === at;
  const kept = access === "search" && unique === true ? found.filter(isLast) : found;
  return kept.slice(Math.max(0, kept.length - n));
}

/** A file name pattern with `*` and `?`, as IPython searches its history. */
function glob(pattern: string): RegExp {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("*", "[^]*").replaceAll("?", "[^]")}$`);
}
