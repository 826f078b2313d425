import { printedDecimals, parseNumber } from "../../src/data/parse-number.js";
import type { Claim } from "../../src/claims/claim.js";
import type { Evidence, PublishedRow } from "../../src/claims/evidence.js";
import type { PrintedCell } from "../../src/paper.js";

/** A printed cell from its place and string. */
export function printedCell(exhibit: string, row: string, column: string, printed: string): PrintedCell {
  return { exhibit, row, column, printed, value: parseNumber(printed)!, decimals: printedDecimals(printed) };
}

/** A claim on a cell. */
export function claimOf(exhibit: string, row: string, column: string, printed: string, check: string): Claim {
  const id = `${exhibit} ${row} ${column}`;
  return { id, exhibit, row, column, printed, decimals: printedDecimals(printed), kind: "test", check };
}

/** A small invented survey whose verdicts can be had by hand. */
export const evidence: Evidence = {
  cells: [
    ...["2005", "2008", "2010", "2012", "2014"].flatMap((year, at) => [
      printedCell("Table 5", year, "T", String(at + 1)),
      printedCell("Table 5", year, "EGDI", ["0,10", "0,20", "0,30", "0,40", "0,60"][at]!),
    ]),
    ...["2012", "2014"].map((year) => printedCell("Table 3", year, "OSI", "0,30")),
    ...["2012", "2014"].map((year) => printedCell("Table 3", year, "TII", "0,60")),
    ...["2012", "2014"].map((year) => printedCell("Table 3", year, "HCI", "0,90")),
    printedCell("Table 1", "2012", "EPI", "4"),
  ],
  indices: [
    { year: 2012, EGDI: 0.60004, OSI: 0.3, TII: 0.6, HCI: 0.9, EPI: 0.1 },
    { year: 2014, EGDI: 0.7, OSI: 0.45, TII: Number.NaN, HCI: 0.95, EPI: 0.2 },
  ],
  ranks: [
    { year: 2012, states: 193, EGDI: 50, EPI: 4, EPIdense: 3, OSI: 20, TII: 70, HCI: 30 },
    { year: 2014, states: 193, EGDI: 40, EPI: 9, EPIdense: 8, OSI: 25, TII: 60, HCI: 31 },
    { year: 2016, states: 193, EGDI: 35, EPI: 10, EPIdense: 7, OSI: 10, TII: 41, HCI: 29 },
  ],
  wef: [
    {
      year: 2014,
      indexName: "Networked Readiness Index",
      edition: "GITR 2014",
      economies: 148,
      rank: 38,
      readiness: 31,
      usage: 38,
      skills: 51,
      individualUsage: 52,
    },
    {
      year: 2019,
      indexName: "Global Competitiveness Index 4.0",
      edition: "GCR 2019",
      economies: 141,
      rank: 55,
      readiness: Number.NaN,
      usage: Number.NaN,
      skills: Number.NaN,
      individualUsage: Number.NaN,
    },
  ] satisfies PublishedRow[],
  countries: { China: [{ year: 2012, OSI: 0.2 }], Denmark: [{ year: 2012, OSI: 0.99 }] },
};
