import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Claim } from "./claim.js";
import { readJson } from "./read-folder.js";
import { requireShape } from "./validate-folder.js";
import { text } from "../base/text.js";

/** One numeral of the paper's text, in the order of the text. */
export interface Numeral {
  /** Exhibit or part of the text. */
  place: string;
  numeral: string;
  /** Ids of the claims that it belongs to. */
  claims?: string[];
  /** Or a key of `reasons`: why it is no result, input or claim. */
  excluded?: string;
}

/** Every numeral of a paper's text: `numerals.json` in its folder. */
export interface Inventory {
  reasons: Record<string, string>;
  numerals: Numeral[];
}

/** @throws an error naming the file that is not there or cannot be read, and the entry that is not what it has to be */
export function loadInventory(folder: string): Inventory {
  const path = join(folder, "numerals.json");
  if (!existsSync(path)) throw new RangeError(text("error.loadInventoryNumeralsJsonInNot", { folder }));
  const { content: inventory } = readJson(folder, "numerals.json");
  requireShape("numerals", inventory, path);
  return inventory as Inventory;
}

/** The numerals of a text: digits, with decimal commas or dots inside, and the line that each stands on. */
export function findNumerals(text: string): { numeral: string; line: number }[] {
  return text
    .split("\n")
    .flatMap((line, at) =>
      [...line.matchAll(/\d+(?:[.,]\d+)*/g)].map(([numeral]) => ({ numeral, line: at + 1 })),
    );
}

/**
 * What is wrong between the inventory and the ledger, a sentence each: a numeral neither claimed nor excluded, or
 * both; a claim that is unknown, prints something else or has no numeral; a reason that is not given or not used.
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
    // A sign, a percent sign or stars are no part of a numeral.
    const own = findNumerals(printed.get(id)!).map((found) => found.numeral);
    return own.includes(numeral) ? [] : [`claim "${id}" prints "${printed.get(id)}"`];
  });
}

/** Where a paper's text and the inventory part: the first numeral that differs, or null. */
export function paperGap(text: string, { numerals }: Inventory): string | null {
  const found = findNumerals(text);
  const length = Math.max(found.length, numerals.length);
  for (let at = 0; at < length; at++) {
    if (found[at]?.numeral === numerals[at]?.numeral) continue;
    const there = found[at] === undefined ? "ends" : `has "${found[at]!.numeral}" on line ${found[at]!.line}`;
    const here =
      numerals[at] === undefined ? "ends" : `has "${numerals[at]!.numeral}" in ${numerals[at]!.place}`;
    return `at numeral ${at + 1} the text ${there}, the inventory ${here}`;
  }
  return null;
}
