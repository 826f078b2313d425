import { existsSync } from "node:fs";
import { readText } from "../../base/read-regular.js";

/** What changes from run to run and means nothing; both texts get the replacement before they are compared. */
export interface Pattern {
  /** By which the caller is told of what was looked past. */
  name: string;
  regex: RegExp;
  replace: string;
}

/** Those that a call may name: identifiers, addresses in memory and folders (a file's own name is kept); times and durations. */
export const BUILT_IN_PATTERNS: readonly Pattern[] = [
  { name: "ids", regex: /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, replace: "<id>" },
  { name: "ids", regex: /\b(id|for|aria-labelledby|aria-describedby)="[^"]*"/g, replace: '$1="<id>"' },
  { name: "addresses", regex: /\b0x[0-9a-f]{6,}\b/gi, replace: "<address>" },
  { name: "ids", regex: /\b(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{16,}\b/g, replace: "<id>" },
  {
    name: "times",
    regex: /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/g,
    replace: "<time>",
  },
  {
    name: "durations",
    regex: /\b\d+(?:\.\d+)? ?(?:ns|[µμu]s|ms|s|seconds?|minutes?)\b/g,
    replace: "<duration>",
  },
  {
    name: "folders",
    regex: /(?<![\w.<:/])(?:file:\/\/)?(?:[A-Za-z]:)?(?:[\\/][\w.@+-]+)+[\\/](?=[\w.@+-])/g,
    replace: "<folder>/",
  },
];

/** Looked past unless the call says otherwise. A time or a duration is data as well as any other. */
const BY_DEFAULT = ["ids", "addresses", "folders"];

/**
 * @param asked built-in patterns by name, or files in nbval's form, which go first
 * @throws Error naming what is neither
 */
export function patternsFor(asked: readonly string[]): Pattern[] {
  const isBuiltIn = (what: string) => BUILT_IN_PATTERNS.some(({ name }) => name === what);
  const names = [...BY_DEFAULT, ...asked.filter(isBuiltIn)];
  const files = asked.filter((what) => !isBuiltIn(what));
  const unknown = files.find((file) => !existsSync(file));
  if (unknown !== undefined) {
    const known = [...new Set(BUILT_IN_PATTERNS.map(({ name }) => name))].join(", ");
    throw new Error(`--sanitize requires a file, or one of ${known}; got "${unknown}"`);
  }
  return [...files.flatMap(readPatterns), ...BUILT_IN_PATTERNS.filter(({ name }) => names.includes(name))];
}

/** Something that differs and was not compared. */
export interface LookedPast {
  pattern: string;
  stored: string;
  fresh: string;
}

/**
 * Two texts with what the patterns find replaced in both.
 *
 * @param lookedPast what differs in that is added here
 * @example sanitize("took 12.5 ms", "took 3 ms", patternsFor(["durations"])) // both "took <duration>"
 */
export function sanitize(
  stored: string,
  fresh: string,
  patterns: readonly Pattern[],
  lookedPast: LookedPast[] = [],
): [stored: string, fresh: string] {
  if (stored === fresh) return [stored, fresh];
  return patterns.reduce<[string, string]>(
    ([a, b], { name, regex, replace }) => {
      const found = [a, b].map((text) => text.match(regex) ?? []);
      for (const [at, one] of found[0]!.entries()) {
        const other = found[1]![at];
        if (other !== undefined && one !== other)
          lookedPast.push({ pattern: name, stored: one, fresh: other });
      }
      return [a.replace(regex, replace), b.replace(regex, replace)];
    },
    [stored, fresh],
  );
}

/**
 * Own patterns from a file in nbval's form: a section a pattern, with `regex:` and `replace:` lines.
 *
 * @throws Error naming the file and line of what is no such line, no valid expression, or has no partner
 * @example
 * // [dates]
 * // regex: \d{1,2}\.\d{1,2}\.\d{4}
 * // replace: DATE
 */
export function readPatterns(path: string): Pattern[] {
  const patterns: Pattern[] = [];
  let name = path;
  let regex: RegExp | undefined;
  for (const [at, line] of readText(path).split(/\r?\n/).entries()) {
    name = /^\s*\[(.*)\]\s*$/.exec(line)?.[1] ?? name;
    if (/^\s*(?:[#;].*|\[.*\]\s*)?$/.test(line)) continue;
    const where = `${path} line ${at + 1}`;
    const [, key, value] = /^(regex|replace)\s*[:=]\s?(.*)$/.exec(line) ?? [];
    if (key === undefined) throw new Error(`${where}: "${line}" is neither [section], regex: nor replace:`);
    if (key === "regex") regex = compile(value!, where);
    else if (regex === undefined) throw new Error(`${where}: replace: comes before its regex:`);
    else {
      patterns.push({ name, regex, replace: value! });
      regex = undefined;
    }
  }
  if (regex !== undefined) throw new Error(`${path}: the last regex: has no replace:`);
  return patterns;
}

function compile(source: string, where: string): RegExp {
  try {
    return new RegExp(source, "gm");
  } catch (error) {
    throw new Error(`${where}: ${(error as Error).message}`, { cause: error });
  }
}
