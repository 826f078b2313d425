import { readFileSync } from "node:fs";

/** What changes from run to run and means nothing; both texts get the replacement before they are compared. */
export interface Pattern {
  regex: RegExp;
  replace: string;
}

/** Identifiers, times, addresses in memory, and folders (a file's own name is kept). */
export const BUILT_IN_PATTERNS: readonly Pattern[] = [
  { regex: /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, replace: "<id>" },
  { regex: /\b(id|for|aria-labelledby|aria-describedby)="[^"]*"/g, replace: '$1="<id>"' },
  { regex: /\b0x[0-9a-f]{6,}\b/gi, replace: "<address>" },
  { regex: /\b(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{16,}\b/g, replace: "<id>" },
  { regex: /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/g, replace: "<time>" },
  { regex: /\b\d+(?:\.\d+)? ?(?:ns|[µμu]s|ms|s|seconds?|minutes?)\b/g, replace: "<duration>" },
  {
    regex: /(?<![\w.<:/])(?:file:\/\/)?(?:[A-Za-z]:)?(?:[\\/][\w.@+-]+)+[\\/](?=[\w.@+-])/g,
    replace: "<folder>/",
  },
];

/** @example sanitize("took 12.5 ms", BUILT_IN_PATTERNS) // "took <duration>" */
export function sanitize(text: string, patterns: readonly Pattern[]): string {
  return patterns.reduce((result, { regex, replace }) => result.replace(regex, replace), text);
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
  let regex: RegExp | undefined;
  for (const [at, line] of readFileSync(path, "utf8").split(/\r?\n/).entries()) {
    if (/^\s*(?:[#;].*|\[.*\]\s*)?$/.test(line)) continue;
    const where = `${path} line ${at + 1}`;
    const [, key, value] = /^(regex|replace)\s*[:=]\s?(.*)$/.exec(line) ?? [];
    if (key === undefined) throw new Error(`${where}: "${line}" is neither [section], regex: nor replace:`);
    if (key === "regex") regex = compile(value!, where);
    else if (regex === undefined) throw new Error(`${where}: replace: comes before its regex:`);
    else {
      patterns.push({ regex, replace: value! });
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
