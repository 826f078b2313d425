import { join, resolve } from "node:path";
import type { Command } from "commander";
import { egovkbCountries } from "../data/read-egovkb.js";
import { findCountry } from "../data/country-names.js";
import type { NotebookRun } from "../jupyter/run-notebook.js";
import { dataPath, projectRoot } from "../project.js";
import { executeNotebooks } from "./execute.js";
import { UsageError } from "./usage-error.js";

interface CountriesFlags {
  data: string;
  outputDir?: string;
  kernel?: string;
}

/** `egov-kz countries`: the notebook of one's own country for every country, one kernel at a time. */
export function register(program: Command): void {
  program
    .command("countries")
    .description("run notebook 10 for every country of the UN's files, one after the other")
    .option(
      "--data <path>",
      "file or folder with the UN's files",
      dataPath("official", "egovkb-12-countries.csv"),
    )
    .option("--output-dir <folder>", "write the executed notebooks there, in a folder for each country")
    .option("--kernel <name>", "kernel to use; default: the notebook's own")
    .action(async (flags: CountriesFlags) => {
      const failed = await runCountries(flags);
      process.stdout.write(failed.length === 0 ? "all ran\n" : `failed: ${failed.join(", ")}\n`);
      if (failed.length > 0) process.exitCode ??= 1;
    });
}

/** @returns the countries whose notebook failed; ends at an interrupt */
async function runCountries({ data, outputDir, kernel }: CountriesFlags): Promise<string[]> {
  const path = resolve(data);
  const countries = countriesOf(path);
  const failed: string[] = [];
  for (const [at, country] of countries.entries()) {
    process.stdout.write(`${at + 1}/${countries.length} ${country}\n`);
    const folder = findCountry(country)?.iso3 ?? String(at + 1);
    const runs: NotebookRun[] = await executeNotebooks(
      [join(projectRoot(), "notebooks", "10-your-country.ipynb")],
      {
        param: { country, data: path },
        ...(outputDir === undefined ? {} : { outputDir: join(outputDir, folder) }),
        ...(kernel === undefined ? {} : { kernel }),
      },
    );
    if (runs.some((run) => !run.ok)) failed.push(country);
    if (process.exitCode !== undefined) break;
  }
  return failed;
}

function countriesOf(path: string): string[] {
  try {
    return egovkbCountries([path]);
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}
