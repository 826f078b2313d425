import { loadOfficial } from "../../official.js";
import { numbers } from "../../table.js";

type Name = "year" | "EGDI" | "OSI" | "TII" | "HCI";

/** One column of a country's published values, in the paper's ten editions (from 2005 on) or in all. */
export function officialColumn(name: Name, { country = "Kazakhstan", from = 2003 } = {}): number[] {
  const df = loadOfficial(country);
  const years = numbers(df, "year");
  return numbers(df, name).filter((_, row) => years[row]! >= from);
}
