import { readFileSync } from "node:fs";
import { describeValue } from "../check.js";
import { parseNumber, printedDecimals } from "../data/parse-number.js";
import { dataPath } from "../project.js";
import { CHECKS } from "./checks/index.js";
import type { Claim } from "./claim.js";

const EXHIBITS = ["Table 1", "Table 2", "Table 3", "Table 4", "Table 5", "Figure 1", "Text"];
const REQUIRED = ["id", "exhibit", "row", "column", "printed", "kind", "check"] as const;
const OPTIONAL = ["statement", "note"] as const;
const KEYS: readonly string[] = [...REQUIRED, ...OPTIONAL, "decimals"];

/**
 * The ledger: one record for every number that the paper prints as a result, input or claim.
 *
 * @param path by default the project's `data/claims.json`
 * @throws an error that names the file and the record: not JSON, a field missing or of the wrong type, a duplicate id,
 *   a `printed` that is not a numeral or whose decimals are not `decimals`, an unknown check
 * @example loadClaims().find((claim) => claim.id === "T4.OSI.EGDI")
 */
export function loadClaims(path: string = dataPath("claims.json")): Claim[] {
  const records = parse(path);
  const seen = new Set<string>();
  return records.map((record, at) => {
    const claim = checked(record, `${path} record ${at + 1}`);
    if (seen.has(claim.id))
      throw new RangeError(`${path} record ${at + 1}: the id "${claim.id}" is there twice`);
    seen.add(claim.id);
    return claim;
  });
}

function parse(path: string): unknown[] {
  let records: unknown;
  try {
    records = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Error(`loadClaims cannot read ${path}: ${(error as Error).message}`, { cause: error });
  }
  if (!Array.isArray(records))
    throw new TypeError(`${path} requires a list of records, got ${describeValue(records)}`);
  return records;
}

function checked(record: unknown, where: string): Claim {
  if (typeof record !== "object" || record === null)
    throw new TypeError(`${where} requires an object, got ${describeValue(record)}`);
  const claim = record as Record<string, unknown>;
  const named = typeof claim["id"] === "string" ? `${where} (${claim["id"]})` : where;
  for (const key of REQUIRED) requireText(claim[key], key, named);
  for (const key of OPTIONAL) if (claim[key] !== undefined) requireText(claim[key], key, named);
  const stranger = Object.keys(claim).find((key) => !KEYS.includes(key));
  if (stranger !== undefined) throw new RangeError(`${named} has an unknown field "${stranger}"`);
  requireKnown(claim as unknown as Claim, named);
  return claim as unknown as Claim;
}

function requireText(value: unknown, key: string, named: string): void {
  if (typeof value !== "string" || value === "")
    throw new TypeError(`${named} requires "${key}" to be text, got ${describeValue(value)}`);
}

function requireKnown({ exhibit, printed, decimals, check }: Claim, named: string): void {
  if (!EXHIBITS.includes(exhibit))
    throw new RangeError(`${named} requires an exhibit among ${EXHIBITS.join(", ")}, got "${exhibit}"`);
  if (!Object.hasOwn(CHECKS, check)) throw new RangeError(`${named} names an unknown check "${check}"`);
  if (!/^\d+([.,]\d+)?$/.test(printed) || parseNumber(printed) === null)
    throw new RangeError(`${named}: "${printed}" is not a numeral`);
  if (decimals !== printedDecimals(printed))
    throw new RangeError(
      `${named} requires decimals ${printedDecimals(printed)} as "${printed}" has, got ${describeValue(decimals)}`,
    );
}
