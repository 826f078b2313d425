import { existsSync } from "node:fs";
import { dataPath } from "../../base/project.js";
import { readText } from "../../base/read-regular.js";

/** Text that changes from run to run without meaning; it is replaced in both texts before comparison. */
export interface Pattern {
  /** The name under which ignored differences are reported. */
  name: string;
  regex: RegExp;
  replace: string;
}

/** Patterns that can be requested by name. */
export const builtInPatterns = (): Pattern[] => readPatterns(dataPath("sanitize.cfg"));

/** Ignored by default. Times and durations are not: they are data like any other. */
const BY_DEFAULT = ["ids", "addresses", "folders"];

/**
 * @param asked built-in patterns by name, or files in nbval's form, which go first
 * @throws Error naming anything that is neither
 */
export function patternsFor(asked: readonly string[]): Pattern[] {
  const builtIn = builtInPatterns();
  const known = new Set(builtIn.map(({ name }) => name));
  const files = asked.filter((what) => !known.has(what));
  const unknown = files.find((file) => !existsSync(file));
  if (unknown !== undefined)
    throw new Error(`--sanitize requires a file, or one of ${[...known].join(", ")}; got "${unknown}"`);
  const isUsed = ({ name }: Pattern) => BY_DEFAULT.includes(name) || asked.includes(name);
  return [...files.flatMap(readPatterns), ...builtIn.filter(isUsed)];
}

/** A difference that was not compared. */
export interface LookedPast {
  pattern: string;
  stored: string;
  fresh: string;
}

/** How texts are compared. */
export interface Sanitizing {
  /** Patterns replaced in both texts before comparison. */
  patterns: readonly Pattern[];
  /** Collects differences that the patterns excluded from the comparison. */
  lookedPast?: LookedPast[];
}

/**
 * Replaces the patterns' matches in two texts.
 * @example sanitize("took 12.5 ms", "took 3 ms", { patterns }) // both "took <duration>", if durations are asked for
 */
export function sanitize(stored: string, fresh: string, options: Sanitizing): [string, string] {
  let [a, b] = [stored, fresh];
  if (a === b) return [a, b];
  for (const { name, regex, replace } of options.patterns) {
    const now = b.match(regex) ?? [];
    for (const [at, one] of (a.match(regex) ?? []).entries())
      if (one !== (now[at] ?? one)) options.lookedPast?.push({ pattern: name, stored: one, fresh: now[at]! });
    [a, b] = [a.replace(regex, replace), b.replace(regex, replace)];
  }
  return [a, b];
}

/**
 * Reads patterns from a file in nbval's format: one section per pattern, with `regex:` and `replace:` lines.
 *
 * @throws Error naming file and line on any other line, an invalid expression, or a line without its counterpart
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
    if (key === "regex") {
      try {
        regex = new RegExp(value!, "gm");
      } catch (error) {
        throw new Error(`${where}: ${(error as Error).message}`, { cause: error });
      }
    } else if (regex === undefined) throw new Error(`${where}: replace: comes before its regex:`);
    else {
      patterns.push({ name, regex, replace: value! });
      regex = undefined;
    }
  }
  if (regex !== undefined) throw new Error(`${path}: the last regex: has no replace:`);
  return patterns;
}
