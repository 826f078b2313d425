/** The same notebook for each country, with that country as its parameter. */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../base/project.js";
import { findCountry } from "../../egov/country-names.js";
import { egovkbCountries } from "../../egov/read-egovkb.js";
import { planNotebooks, type PlannedNotebook } from "../run/plan.js";
import { asUsageError } from "../usage-error.js";

export interface CountriesOptions {
  /** Absolute path of a file or folder. */
  data: string;
  /** Which column is which: name -> header. */
  columns?: Record<string, string>;
  outputDir?: string;
  kernel?: string;
}

export interface PlannedCountry {
  country: string;
  /** ISO 3166's three letters, or the position of one that has none. */
  code: string;
  planned: PlannedNotebook;
}

/** @throws UsageError when the data cannot be read, or the output cannot be written */
export function planCountries({ data, columns = {}, outputDir, kernel }: CountriesOptions): PlannedCountry[] {
  const countries = asUsageError(() => egovkbCountries([data], { columns }));
  return countries.map((country, at) => {
    const code = findCountry(country)?.iso3 ?? String(at + 1);
    const [planned] = planNotebooks([join(projectRoot(), "notebooks", "10-your-country.ipynb")], {
      param: { country, data, columns: JSON.stringify(columns) },
      outputDir: outputDir && join(outputDir, code),
      kernel,
    });
    return { country, code, planned: planned! };
  });
}

/** When the data changed last, in ms: a notebook that was run before does not show them. */
export function changed(data: string): number {
  const paths = statSync(data).isDirectory() ? readdirSync(data).map((name) => join(data, name)) : [data];
  return Math.max(...paths.map((path) => statSync(path).mtimeMs));
}
