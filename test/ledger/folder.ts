import type { RawFolder } from "../../src/ledger/read-folder.js";

/** A folder in memory: a table is lines with commas between cells. */
export function folderOf(tables: Record<string, string>, paper: object = {}): RawFolder {
  return {
    where: "folder",
    paper: {
      title: { en: "A paper" },
      languages: ["en"],
      exhibits: [{ key: "T1", name: "Table 1" }],
      sources: [],
      ...paper,
    },
    findings: [],
    tables: Object.fromEntries(
      Object.entries({ claims: "cells,role\nT1.a[*],input", ...tables }).map(([name, text]) => {
        const [header, ...rows] = text.split("\n").map((line) => line.split(","));
        return [
          name,
          { file: `${name}.csv`, header: header!, rows: rows.map((cells, at) => ({ line: at + 2, cells })) },
        ];
      }),
    ),
  };
}
