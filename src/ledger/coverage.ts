import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Claim } from "./claim.js";
import { readJson } from "./read-folder.js";
import { requireShape } from "./validate-folder.js";
import { text } from "../base/text.js";

/** One numeral of the paper's text, in text order. */
export interface Numeral {
  /** Exhibit or part of the text. */
  place: string;
  numeral: string;
  /** Ids of the claims that it belongs to. */
  claims?: string[];
  /** Otherwise a key of `reasons`: why it is not a result, input or claim. */
  excluded?: string;
}

/** Every numeral of a paper's text: `numerals.json` in its folder. */
export interface Inventory {
  reasons: Record<string, string>;
  numerals: Numeral[];
}

/** @throws an error naming the missing or unreadable file, or the invalid entry */
export function loadInventory(folder: string): Inventory {
  const path = join(folder, "numerals.json");
  if (!existsSync(path)) throw new RangeError(text("error.loadInventoryNumeralsJsonInNot", { folder }));
  const { content: inventory } = readJson(folder, "numerals.json");
  requireShape("numerals", inventory, path);
  return inventory as Inventory;
}

/** Finds the numerals in a text: digits, possibly with decimal commas or dots, and the line of each. */
export function findNumerals(text: string): { numeral: string; line: number }[] {
  return text
    .split("\n")
    .flatMap((line, at) =>
      [...line.matchAll(/\d+(?:[.,]\d+)*/g)].map(([numeral]) => ({ numeral, line: at + 1 })),
    );
}

/**
 * Lists mismatches between inventory and ledger, one sentence each: a numeral neither claimed nor excluded, or both; a
 * claim that is unknown, prints something else or has no numeral; a reason that is undefined or unused.
 */
export function ledgerGaps({ reasons, numerals }: Inventory, claims: readonly Claim[]): string[] {
  const printed = new Map(claims.map((claim) => [claim.id, claim.printed]));
  const claimed = new Set(numerals.flatMap((entry) => entry.claims ?? []));
  const used = new Set(numerals.map((entry) => entry.excluded));
  return [
    ...numerals.flatMap((entry, at) =>
      entryGaps(entry, printed, reasons).map(
        (gap) => `numeral ${at + 1}, "${entry.numeral}" in ${entry.place}: ${gap}`,
      ),
    ),
    ...claims.filter(({ id }) => !claimed.has(id)).map(({ id }) => `claim "${id}" has no numeral`),
    ...Object.keys(reasons)
      .filter((reason) => !used.has(reason))
      .map((reason) => `the reason "${reason}" excludes nothing`),
  ];
}

function entryGaps(
  { numeral, claims = [], excluded }: Numeral,
  printed: ReadonlyMap<string, string>,
  reasons: Record<string, string>,
): string[] {
  if (excluded !== undefined && !Object.hasOwn(reasons, excluded))
    return [`excluded for "${excluded}", which is no reason given`];
  if (claims.length > 0 === (excluded !== undefined))
    return [claims.length > 0 ? "both claimed and excluded" : "neither claimed nor excluded"];
  return claims.flatMap((id) => {
    if (!printed.has(id)) return [`no claim "${id}"`];
    // Signs, percent signs and stars are not part of a numeral.
    const own = findNumerals(printed.get(id)!).map((found) => found.numeral);
    return own.includes(numeral) ? [] : [`claim "${id}" prints "${printed.get(id)}"`];
  });
}

/** The first numeral where a paper's text and the inventory differ, or null. */
export function paperGap(text: string, { numerals }: Inventory): string | null {
  const found = findNumerals(text);
  const length = Math.max(found.length, numerals.length);
  for (let at = 0; at < length; at++) {
    if (found[at]?.numeral === numerals[at]?.numeral) continue;
    const [theirs, own] = [found[at], numerals[at]];
    const there = theirs === undefined ? "ends" : `has "${theirs.numeral}" on line ${theirs.line}`;
    const here = own === undefined ? "ends" : `has "${own.numeral}" in ${own.place}`;
    return `at numeral ${at + 1} the text ${there}, the inventory ${here}`;
  }
  return null;
}
