import { loadOfficial } from "../../egov/official.js";
import { numbers } from "../../helper/table/table.js";

type Name = "year" | "EGDI" | "OSI" | "TII" | "HCI";

const known = new Map<string, number[]>();

/** One column of a country's published values, in the paper's ten editions (from 2005 on) or in all; read once. */
export function officialColumn(name: Name, { country = "Kazakhstan", from = 2003 } = {}): number[] {
  const key = `${country} ${name} ${from}`;
  const column = known.get(key) ?? readColumn(name, country, from);
  known.set(key, column);
  return column;
}

function readColumn(name: Name, country: string, from: number): number[] {
  const df = loadOfficial(country);
  const years = numbers(df, "year");
  return numbers(df, name).filter((_, row) => years[row]! >= from);
}
